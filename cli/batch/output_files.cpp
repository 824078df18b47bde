#include "output_files.hpp"

#include <algorithm>
#include <utility>

namespace entente::cli {

Result<Done> OutputFiles::open(const std::vector<PlannedOutput>& planned) {
  for (const auto& [paths, format] : planned) {
    auto& opened = opened_.emplace_back();
    for (const auto& path : paths) {
      auto output = Output::open(path);
      if (!output) return output.error();
      opened.files.push_back(std::make_unique<Output>(std::move(*output)));
    }
  }
  return Done{};
}

template <typename Holds>
bool OutputFiles::any_file(Holds holds) const {
  return std::ranges::any_of(
      opened_, [&](const Opened& one) { return std::ranges::any_of(one.files, [&](const auto& file) { return holds(*file); }); });
}

void OutputFiles::start(std::span<const std::unique_ptr<ExtractionFormat>> formats) {
  for (std::size_t i = 0; i < opened_.size(); ++i) {
    std::vector<ByteSink*> sinks;
    for (const auto& file : opened_[i].files) sinks.push_back(file.get());
    opened_[i].writer = formats[i]->make_writer(sinks);
  }
}

Result<Done> OutputFiles::take(Finding&& finding) {
  if (finding.failure) {
    any_failure_ = any_failure_ || !finding.is_passed_over;
    return Done{};
  }
  for (std::size_t i = 0; i < opened_.size(); ++i) {
    if (auto done = opened_[i].writer->append(std::move(finding.fragments[i])); !done) return done;
  }
  return Done{};
}

Result<Done> OutputFiles::finish(std::uint64_t documents) {
  return any_failure_ && documents == 0 ? Result<Done>(Done{}) : commit();
}

Result<Done> OutputFiles::commit() {
  for (auto& one : opened_) {
    if (auto done = one.writer->finish(); !done) return done;
  }
  for (auto& one : opened_) {
    for (const auto& file : one.files) {
      if (auto done = file->commit(); !done) return done;
    }
  }
  return Done{};
}

Result<std::string> OutputFiles::stop(std::uint64_t documents) {
  if (documents == 0) return std::string("nothing is written");
  if (any_file([](const Output& file) { return file.would_replace(); })) return std::string("the earlier output stays as it was");
  if (auto done = commit(); !done) return done.error();
  return std::string("what they say is written");
}

bool OutputFiles::reader_is_gone() const {
  return any_file([](const Output& file) { return file.reader_is_gone(); });
}

}  // namespace entente::cli
