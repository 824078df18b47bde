#pragma once

#include <string>

#include "entente/ontology/result.hpp"
#include "reading.hpp"

namespace entente::cli {

/// Where findings go. What fails once is over: nothing may be called then.
class Destination {
 public:
  virtual ~Destination() = default;

  /// A finding, in order; failures too.
  virtual Result<Done> take(Finding&& finding) = 0;
  /// All has come. `documents` are those without failure.
  virtual Result<Done> finish(std::uint64_t documents) = 0;
  /// No more will come, though there is more. Says in a few words what became of what came.
  virtual Result<std::string> stop(std::uint64_t documents) = 0;
  /// Whether a pipe is read no longer: what fails then is no failure.
  [[nodiscard]] virtual bool reader_is_gone() const { return false; }
};

}  // namespace entente::cli
