#pragma once

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "content_counts.hpp"
#include "entente/ontology/result.hpp"

namespace entente::cli {

/// Documents that were written together: a file for each format (two for CSV), all in place and on the disk.
struct FinishedPart {
  struct File {
    std::string name;
    std::uint64_t bytes = 0;
    std::string digest;
  };

  std::vector<File> files;
  ContentCounts counts;
  std::uint64_t readings = 0;  ///< since the start of the run, failed ones too
  std::string digest;          ///< of all of these
};

/// The parts that a run has finished, a line of JSON for each, in a file that only grows. A line that was cut short by the
/// program's end does not count.
class RunJournal {
 public:
  /// What stands there is read; the file is made where there is none. Fails with Error::Kind::io, or Kind::syntax for a line that
  /// is whole and wrong.
  static Result<RunJournal> open(const std::string& path);

  RunJournal(RunJournal&& other) noexcept;
  RunJournal& operator=(RunJournal&&) = delete;
  ~RunJournal();

  /// How many readings were done when the last part that stood there was.
  [[nodiscard]] std::uint64_t readings_done() const { return readings_done_; }
  /// The parts that stood there, one after the other; nothing behind the last.
  Result<std::optional<FinishedPart>> next();

  /// Adds a line; `sync` puts it on the disk.
  void add(const FinishedPart& part);
  Result<Done> sync();

 private:
  RunJournal(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  Result<Done> find_end();
  [[nodiscard]] Error failure() const;

  std::string path_;
  int descriptor_;
  std::ifstream lines_;
  std::uint64_t line_ = 0;  ///< the last one that `next` read
  std::uint64_t lines_at_open_ = 0;
  std::uint64_t readings_done_ = 0;
  std::string waiting_;  ///< lines not yet written
};

}  // namespace entente::cli
