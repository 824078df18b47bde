#pragma once

#include <memory>
#include <span>
#include <vector>

#include "../output.hpp"
#include "../output_plan.hpp"
#include "destination.hpp"
#include "entente/export/rendering.hpp"

namespace entente::cli {

/// The outputs of a run, one for each format. Once one fails nothing more is written.
class OutputFiles final : public Destination {
 public:
  /// Opens them all; fails where one cannot be.
  Result<Done> open(const std::vector<PlannedOutput>& planned);
  /// One format for each output; they must outlive this.
  void start(std::span<const std::unique_ptr<ExtractionFormat>> formats);

  Result<Done> take(Finding&& finding) override;
  /// Ends all outputs, and puts them in their places; but where no document came an earlier output stays, since all that there
  /// was to read may have failed.
  Result<Done> finish(std::uint64_t documents) override;
  /// The same, but no file replaces any.
  Result<std::string> stop(std::uint64_t documents) override;
  [[nodiscard]] bool reader_is_gone() const override;

 private:
  Result<Done> commit();
  template <typename Holds>
  [[nodiscard]] bool any_file(Holds holds) const;

  struct Opened {
    std::vector<std::unique_ptr<Output>> files;
    std::unique_ptr<FragmentWriter> writer;  // after the files, which it holds on to
  };

  std::vector<Opened> opened_;
  bool any_failure_ = false;
};

}  // namespace entente::cli
