#pragma once

#include <cstdint>
#include <string>

#include "entente/ontology/result.hpp"

namespace entente::cli {

/// A number of bytes as options take it: "500", or with the suffix K, M or G (powers of 1,024). Above zero. Fails with
/// Error::Kind::usage.
Result<std::uint64_t> parse_size(const std::string& text);

}  // namespace entente::cli
