#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "content_digest.hpp"
#include "destination.hpp"
#include "entente/export/format.hpp"
#include "entente/export/rendering.hpp"
#include "output_names.hpp"
#include "part_file.hpp"
#include "part_limits.hpp"
#include "run_journal.hpp"
#include "run_manifest.hpp"

namespace entente::cli {

/// Writes the outputs of a run into a folder, part by part, so that a run that was killed at any moment can go on.
///
/// What is under way is in the folder `.entente` there: `run.json` (what was asked for), `parts.jsonl` (RunJournal), the part
/// being written, and what the manifest will say. A part that is done is put on the disk, then into its place, then into the
/// journal; at the end `manifest.json` appears and `.entente` goes. A run that goes on reads all inputs again, and does not
/// extract what is done: so it knows all ids, counts and failures, and sees whether the inputs are what they were.
class OutputFolder final : public Destination {
 public:
  struct Options {
    std::string path;
    PartLimits limits;
    bool resumes = false;
    std::string run;  ///< JSON: all that the outputs depend on, beside the inputs
  };

  /// Makes the folder where there is none, and takes possession of it. Fails where it holds a run already, unless that is to be
  /// resumed, and was asked the same.
  static Result<std::unique_ptr<OutputFolder>> open(Options options, const std::vector<std::string>& inputs);

  ~OutputFolder() override;

  /// To be called before the first finding; `makers` must outlive this.
  void start(const std::vector<Format>& formats, std::span<const std::unique_ptr<ExtractionFormat>> makers);

  /// Whether the run was finished before: nothing is to be done.
  [[nodiscard]] bool is_complete() const { return is_complete_; }
  /// Whether any input failed in that run.
  [[nodiscard]] bool had_failures() const { return had_failures_; }
  /// How many readings need no extraction, since what they say is written.
  [[nodiscard]] std::uint64_t readings_done() const { return journal_ ? journal_->readings_done() : 0; }

  Result<Done> take(Finding&& finding) override;
  /// Writes what is left, and the manifest.
  Result<Done> finish(std::uint64_t documents) override;
  /// Keeps the parts that are done.
  Result<std::string> stop(std::uint64_t documents) override;

 private:
  struct Part {
    std::string name;
    FinishedPart finished;
    std::uint64_t text_bytes = 0;
    std::vector<std::string> names;
    std::vector<std::unique_ptr<PartFile>> files;          ///< as `names`
    std::vector<std::unique_ptr<FragmentWriter>> writers;  ///< by format; after the files, which they hold on to
  };

  OutputFolder(Options options, const std::vector<std::string>& inputs);

  Result<Done> take_possession();
  Result<Done> prepare();
  Result<Done> look_at_finished_run();
  /// Whether what was asked `before` is what is asked now.
  [[nodiscard]] Result<Done> compare(const std::string& before) const;

  void begin_input(std::uint32_t input);
  Result<Done> end_input();
  Result<Done> append(Finding&& finding);
  Result<Done> check_done_part();
  Result<Done> pass_done_part();
  [[nodiscard]] Error changed_inputs() const;

  Result<Done> open_part();
  Result<Done> close_part();
  Result<Done> checkpoint();
  Result<Done> sync_waiting();

  /// Where a file is made, and where it goes.
  [[nodiscard]] std::string working(const std::string& name) const;
  [[nodiscard]] std::string placed(const std::string& name) const;

  Options options_;
  const std::vector<std::string>& inputs_;
  std::vector<Format> formats_;
  std::span<const std::unique_ptr<ExtractionFormat>> makers_;

  int folder_ = -1;  ///< locked while this lives
  bool is_complete_ = false;
  bool had_failures_ = false;
  std::optional<RunJournal> journal_;
  std::optional<FinishedPart> next_done_;  ///< the next part of the journal whose readings have not all come
  std::optional<RunManifest> manifest_;
  OutputNames names_;

  std::optional<std::uint32_t> input_;  ///< that the readings are at
  std::string input_name_;              ///< of its output
  std::uint64_t readings_ = 0;
  std::uint64_t parts_ = 0;
  ContentDigest digest_;  ///< of all readings so far
  std::optional<Part> part_;
  std::vector<FinishedPart> waiting_;  ///< closed, and not yet in their place
  std::chrono::steady_clock::time_point last_checkpoint_;
};

}  // namespace entente::cli
