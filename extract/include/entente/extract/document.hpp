#pragma once

#include <cstdint>
#include <string>

#include "entente/ontology/claim.hpp"

namespace entente {

/// A text to read, and what is known of it. Owns its text; everything made of it holds spans into it.
struct Document {
  DocumentInfo info;
  std::uint64_t line = 0;  ///< of its record in the input, from 1; 0 where it is the whole input
  std::string text;        ///< valid UTF-8 in Normalization Form C, without byte order mark
};

}  // namespace entente
