#pragma once

#include <memory>
#include <span>
#include <vector>

#include "../output.hpp"
#include "../output_plan.hpp"
#include "entente/export/rendering.hpp"

namespace entente::cli {

/// The outputs of a run, one for each format. Once one fails nothing more is written.
class OutputFiles {
 public:
  /// Opens them all; fails where one cannot be.
  Result<Done> open(const std::vector<PlannedOutput>& planned);
  /// One format for each output; they must outlive this.
  void start(std::span<const std::unique_ptr<ExtractionFormat>> formats);

  /// One fragment for each output.
  Result<Done> append(std::vector<Fragment>&& fragments);
  /// Ends all outputs, and puts them in their places.
  Result<Done> commit();
  /// The same after a run that was stopped early: writes to no file where that would replace any. True where it wrote.
  Result<bool> commit_without_replacing();

  /// Whether a pipe is read no longer: what fails then is no failure.
  [[nodiscard]] bool reader_is_gone() const;

 private:
  template <typename Holds>
  [[nodiscard]] bool any_file(Holds holds) const;

  struct Opened {
    std::vector<std::unique_ptr<Output>> files;
    std::unique_ptr<FragmentWriter> writer;  // after the files, which it holds on to
  };

  std::vector<Opened> opened_;
};

}  // namespace entente::cli
