#include "output_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "../output.hpp"
#include "../output_plan.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr const char* work_folder = ".entente";
constexpr const char* manifest_name = "manifest.json";
constexpr std::size_t most_waiting = 64;  // parts that are closed and not in their place
constexpr auto longest_wait = 1s;
constexpr std::size_t few_files = 8;  // are put on the disk one by one

Error io_error(const std::string& path, const std::string& what, int code = errno) {
  return {Error::Kind::io, path, 0, 0, what + ": " + std::generic_category().message(code)};
}

Error usage(const std::string& path, std::string message) { return {Error::Kind::usage, path, 0, 0, std::move(message)}; }

Result<Done> fsync_path(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return io_error(path, "cannot be written");
  const bool is_done = ::fsync(descriptor) == 0;
  const int code = errno;
  ::close(descriptor);
  if (!is_done) return io_error(path, "cannot be written", code);
  return Done{};
}

Result<Done> rename_file(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return io_error(to, "cannot be written");
  return Done{};
}

Result<Done> write_whole(const std::string& path, const std::string& text) {
  auto out = Output::open(path);
  if (!out) return out.error();
  if (auto done = out->write(text); !done) return done;
  return out->commit();
}

/// A member of the manifest that stands on a line of its own; empty where there is none.
std::string manifest_member(const std::string& path, const std::string& name) {
  std::ifstream in(path, std::ios::binary);
  const std::string begin = "\"" + name + "\": ";
  for (std::string line; std::getline(in, line) && !line.ends_with("[");) {
    if (!line.starts_with(begin)) continue;
    if (line.ends_with(',')) line.pop_back();
    return line.substr(begin.size());
  }
  return {};
}

/// The members in which two requests differ, by name.
std::string differences(const std::string& before, const std::string& now) {
  using Json = nlohmann::json;
  const Json old = Json::parse(before, nullptr, false);
  const Json young = Json::parse(now, nullptr, false);
  if (!old.is_object() || !young.is_object()) return "what it was asked";
  std::string names;
  for (const auto& [name, value] : young.items()) {
    if (old.contains(name) && old[name] == value) continue;
    names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

std::string numbered(std::uint64_t part) {
  std::array<char, 32> name{};
  std::snprintf(name.data(), name.size(), "part-%05llu", static_cast<unsigned long long>(part));
  return name.data();
}

}  // namespace

OutputFolder::OutputFolder(Options options, const std::vector<std::string>& inputs)
    : options_(std::move(options)), inputs_(inputs), last_checkpoint_(std::chrono::steady_clock::now()) {}

OutputFolder::~OutputFolder() {
  if (folder_ >= 0) ::close(folder_);
}

std::string OutputFolder::working(const std::string& name) const {
  return options_.path + "/" + work_folder + (name.empty() ? "" : "/" + name);
}
std::string OutputFolder::placed(const std::string& name) const { return options_.path + "/" + name; }

// To begin.

Result<std::unique_ptr<OutputFolder>> OutputFolder::open(Options options, const std::vector<std::string>& inputs) {
  std::unique_ptr<OutputFolder> made(new OutputFolder(std::move(options), inputs));
  if (auto done = made->take_possession(); !done) return done.error();
  if (auto done = made->prepare(); !done) return done.error();
  return made;
}

Result<Done> OutputFolder::take_possession() {
  std::error_code problem;
  fs::create_directories(options_.path, problem);
  if (problem) return io_error(options_.path, "cannot be made", problem.value());
  folder_ = ::open(options_.path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder_ < 0) return io_error(options_.path, "cannot be opened");
  if (::flock(folder_, LOCK_EX | LOCK_NB) == 0) return Done{};
  if (errno == EWOULDBLOCK) return Error{Error::Kind::io, options_.path, 0, 0, "another run is writing there"};
  return io_error(options_.path, "cannot be locked");
}

Result<Done> OutputFolder::prepare() {
  if (fs::exists(placed(manifest_name))) return look_at_finished_run();
  if (fs::exists(working("run.json"))) {
    if (!options_.resumes) return usage(options_.path, "holds a run that has not ended; --resume goes on with it");
    std::ifstream in(working("run.json"), std::ios::binary);
    const std::string before{std::istreambuf_iterator<char>(in), {}};
    if (auto done = compare(before); !done) return done;
  } else {
    for (const auto& entry : fs::directory_iterator(options_.path)) {
      if (entry.path().filename() != work_folder)
        return usage(options_.path, "expected an empty folder, found " + entry.path().filename().string());
    }
    std::error_code problem;
    fs::create_directories(working(""), problem);
    if (problem) return io_error(working(""), "cannot be made", problem.value());
    if (auto done = write_whole(working("run.json"), options_.run); !done) return done;
  }
  auto journal = RunJournal::open(working("parts.jsonl"));
  if (!journal) return journal.error();
  journal_.emplace(std::move(*journal));
  auto manifest = RunManifest::create(working(""));
  if (!manifest) return manifest.error();
  manifest_.emplace(std::move(*manifest));
  return pass_done_part();
}

Result<Done> OutputFolder::look_at_finished_run() {
  if (!options_.resumes) return usage(options_.path, "holds a run already; take another folder, or remove this one");
  if (auto done = compare(manifest_member(placed(manifest_name), "run")); !done) return done;
  is_complete_ = true;
  had_failures_ = manifest_member(placed(manifest_name), "failures") != "0";
  std::error_code unknown;
  fs::remove_all(working(""), unknown);
  return Done{};
}

Result<Done> OutputFolder::compare(const std::string& before) const {
  if (before == options_.run) return Done{};
  return usage(options_.path,
               "--resume: expected the same run as the one begun there; different: " + differences(before, options_.run));
}

void OutputFolder::start(const std::vector<Format>& formats, std::span<const std::unique_ptr<ExtractionFormat>> makers) {
  formats_ = formats;
  makers_ = makers;
}

// Reading by reading.

Result<Done> OutputFolder::take(Finding&& finding) {
  if (input_ != finding.input && finding.input < inputs_.size()) {
    if (auto done = end_input(); !done) return done;
    begin_input(finding.input);
  }
  ++readings_;
  digest_.add(finding.digest);
  if (finding.is_passed_over) {
    manifest_->add_passed_over();
  } else if (finding.failure) {
    manifest_->add_failure(*finding.failure);
  } else {
    manifest_->add_document(finding.digest);
    if (auto done = append(std::move(finding)); !done) return done;
  }
  return check_done_part();
}

void OutputFolder::begin_input(std::uint32_t input) {
  input_ = input;
  manifest_->begin_input(inputs_[input]);
  digest_.add(short_digest(inputs_[input]));
  if (options_.limits.is_by_input()) input_name_ = names_.name_for(inputs_[input]);
}

Result<Done> OutputFolder::end_input() {
  if (!input_) return Done{};
  manifest_->end_input();
  return options_.limits.is_by_input() ? close_part() : Result<Done>(Done{});
}

/// At the end of a part that was done before: the readings must be what they were then.
Result<Done> OutputFolder::check_done_part() {
  if (!next_done_ || next_done_->readings != readings_) return Done{};
  if (next_done_->digest != digest_.text()) return changed_inputs();
  manifest_->add_part(*next_done_);
  ++parts_;
  return pass_done_part();
}

Result<Done> OutputFolder::pass_done_part() {
  auto next = journal_->next();
  if (!next) return next.error();
  next_done_ = std::move(*next);
  return Done{};
}

Error OutputFolder::changed_inputs() const {
  const std::string where = input_ ? inputs_[*input_] : options_.path;
  return {Error::Kind::value, where, 0, 0, "--resume: this input, or one before it, is not what it was when the run began"};
}

Result<Done> OutputFolder::append(Finding&& finding) {
  if (finding.is_done) return Done{};
  if (!part_) {
    if (auto done = open_part(); !done) return done;
  }
  for (std::size_t i = 0; i < part_->writers.size(); ++i) {
    if (auto done = part_->writers[i]->append(std::move(finding.fragments[i])); !done) return done;
  }
  part_->finished.counts += finding.counts;
  part_->text_bytes += finding.text_bytes;
  const auto& limits = options_.limits;
  const bool is_full = (limits.documents != 0 && part_->finished.counts.documents >= limits.documents) ||
                       (limits.text_bytes != 0 && part_->text_bytes >= limits.text_bytes);
  return is_full ? close_part() : Result<Done>(Done{});
}

// Part by part.

Result<Done> OutputFolder::open_part() {
  ++parts_;
  part_ = Part();
  part_->name = options_.limits.is_by_input() ? input_name_ : numbered(parts_);
  for (std::size_t i = 0; i < formats_.size(); ++i) {
    std::vector<ByteSink*> sinks;
    for (const auto& name : output_names(part_->name, formats_[i])) {
      auto file = PartFile::create(working(name));
      if (!file) return file.error();
      part_->names.push_back(name);
      part_->files.push_back(std::make_unique<PartFile>(std::move(*file)));
      sinks.push_back(part_->files.back().get());
    }
    part_->writers.push_back(makers_[i]->make_writer(sinks));
  }
  return Done{};
}

Result<Done> OutputFolder::close_part() {
  if (!part_) return Done{};
  for (auto& writer : part_->writers) {
    if (auto done = writer->finish(); !done) return done;
  }
  auto& finished = part_->finished;
  for (std::size_t i = 0; i < part_->files.size(); ++i) {
    if (auto done = part_->files[i]->close(); !done) return done;
    finished.files.push_back({part_->names[i], part_->files[i]->bytes(), part_->files[i]->digest()});
  }
  finished.readings = readings_;
  finished.digest = digest_.text();
  manifest_->add_part(finished);
  waiting_.push_back(std::move(finished));
  part_.reset();
  const bool is_time = waiting_.size() >= most_waiting || std::chrono::steady_clock::now() - last_checkpoint_ >= longest_wait;
  return !options_.limits.is_by_input() || is_time ? checkpoint() : Result<Done>(Done{});
}

/// What waits goes to the disk, to its place, and into the journal.
Result<Done> OutputFolder::checkpoint() {
  if (auto done = sync_waiting(); !done) return done;
  for (const auto& part : waiting_) {
    for (const auto& file : part.files) {
      if (auto done = rename_file(working(file.name), placed(file.name)); !done) return done;
    }
    journal_->add(part);
  }
  if (!waiting_.empty() && ::fsync(folder_) != 0) return io_error(options_.path, "cannot be written");
  waiting_.clear();
  last_checkpoint_ = std::chrono::steady_clock::now();
  return journal_->sync();
}

Result<Done> OutputFolder::sync_waiting() {
  std::vector<std::string> paths;
  for (const auto& part : waiting_) {
    for (const auto& file : part.files) paths.push_back(working(file.name));
  }
  if (paths.size() > few_files)
    return ::syncfs(folder_) == 0 ? Result<Done>(Done{}) : io_error(options_.path, "cannot be written");
  for (const auto& path : paths) {
    if (auto done = fsync_path(path); !done) return done;
  }
  return Done{};
}

// To end.

Result<Done> OutputFolder::finish(std::uint64_t) {
  if (next_done_) return changed_inputs();
  if (auto done = end_input(); !done) return done;
  if (auto done = close_part(); !done) return done;
  if (auto done = checkpoint(); !done) return done;
  if (auto done = manifest_->write(options_.run, working(manifest_name)); !done) return done;
  if (auto done = rename_file(working(manifest_name), placed(manifest_name)); !done) return done;
  if (::fsync(folder_) != 0) return io_error(options_.path, "cannot be written");
  journal_.reset();
  std::error_code unknown;
  fs::remove_all(working(""), unknown);  // what stays is removed by the next --resume
  return Done{};
}

Result<std::string> OutputFolder::stop(std::uint64_t) {
  if (auto done = checkpoint(); !done) return done.error();
  return std::string("--resume goes on from there");
}

}  // namespace entente::cli
