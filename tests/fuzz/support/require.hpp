#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace entente::fuzz {

/// Ends the program, loudly, where a property does not hold: so the fuzzer learns of it, and so does ctest.
inline void require(bool holds, const std::string& property) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", property.c_str());
  std::abort();
}

/// That two ways lead to the same text.
inline void require_same(const std::string& one, const std::string& other, const std::string& property) {
  if (one == other) return;
  std::fprintf(stderr, "--- one\n%s\n--- other\n%s\n---\n", one.c_str(), other.c_str());
  require(false, property);
}

}  // namespace entente::fuzz
