#include "run_journal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <iterator>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

namespace entente::cli {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const FinishedPart& part) {
  Json json;
  json["files"] = Json::array();
  for (const auto& file : part.files) {
    json["files"].push_back(Json{{"name", file.name}, {"bytes", file.bytes}, {"xxh128", file.digest}});
  }
  json["documents"] = part.counts.documents;
  json["stories"] = part.counts.stories;
  json["claims"] = part.counts.claims;
  json["quotations"] = part.counts.quotations;
  json["mentions"] = part.counts.mentions;
  json["readings"] = part.readings;
  json["digest"] = part.digest;
  return json;
}

/// Throws what nlohmann throws where something is missing.
FinishedPart part_of(const Json& json) {
  FinishedPart part;
  for (const Json& file : json.at("files")) {
    part.files.push_back(
        {file.at("name").get<std::string>(), file.at("bytes").get<std::uint64_t>(), file.at("xxh128").get<std::string>()});
  }
  const auto count = [&](const char* name) { return json.at(name).get<std::uint64_t>(); };
  part.counts = {count("documents"), count("stories"), count("claims"), count("quotations"), count("mentions")};
  part.readings = count("readings");
  part.digest = json.at("digest").get<std::string>();
  return part;
}

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

Error RunJournal::failure() const {
  return {Error::Kind::io, path_, 0, 0, "cannot be read and written: " + std::generic_category().message(errno)};
}

Result<RunJournal> RunJournal::open(const std::string& path) {
  RunJournal journal(path, ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (journal.descriptor_ < 0) return journal.failure();
  journal.lines_.open(path, std::ios::binary);
  if (auto done = journal.find_end(); !done) return done.error();
  return journal;
}

RunJournal::RunJournal(RunJournal&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      lines_(std::move(other.lines_)),
      line_(other.line_),
      lines_at_open_(other.lines_at_open_),
      readings_done_(other.readings_done_),
      waiting_(std::move(other.waiting_)) {}

RunJournal::~RunJournal() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<Done> RunJournal::find_end() {
  off_t whole = 0;  // bytes of the lines that are
  std::string last;
  for (std::string line; std::getline(lines_, line) && !lines_.eof();) {
    whole += static_cast<off_t>(line.size() + 1);
    ++lines_at_open_;
    last.swap(line);
  }
  const Json json = Json::parse(last, nullptr, false);
  if (json.is_object()) readings_done_ = json.value("readings", std::uint64_t{0});
  if (::ftruncate(descriptor_, whole) != 0) return failure();
  lines_.clear();
  lines_.seekg(0);
  return Done{};
}

Result<std::optional<FinishedPart>> RunJournal::next() {
  if (line_ == lines_at_open_) return std::optional<FinishedPart>();
  ++line_;
  std::string line;
  std::getline(lines_, line);
  try {
    return std::optional<FinishedPart>(part_of(Json::parse(line)));
  } catch (const Json::exception& error) {
    return Error{Error::Kind::syntax, path_, line_, 0, std::string("expected what this program wrote: ") + error.what()};
  }
}

void RunJournal::add(const FinishedPart& part) { waiting_.append(text_of(json_of(part))).push_back('\n'); }

Result<Done> RunJournal::sync() {
  while (!waiting_.empty()) {
    const ssize_t count = ::write(descriptor_, waiting_.data(), waiting_.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure();
    waiting_.erase(0, static_cast<std::size_t>(count));
  }
  if (::fdatasync(descriptor_) != 0) return failure();
  return Done{};
}

}  // namespace entente::cli
