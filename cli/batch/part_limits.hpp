#pragma once

#include <cstdint>
#include <string>

#include "entente/ontology/result.hpp"

namespace entente::cli {

/// How the documents of a run are put into parts. Without a limit, each input is a part of its own.
struct PartLimits {
  std::uint64_t documents = 0;   ///< 0: no limit
  std::uint64_t text_bytes = 0;  ///< a part ends with the document that reaches them; 0: no limit

  [[nodiscard]] bool is_by_input() const { return documents == 0 && text_bytes == 0; }
};

}  // namespace entente::cli
