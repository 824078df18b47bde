#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// Names a thing by its parts: the first 128 bits of SHA-256 over them, each ended by U+001F, as 32 lower-case hexadecimal
/// digits. Reusable; it keeps its memory.
class ContentHash {
 public:
  ContentHash& add(std::string_view part);
  ContentHash& add(std::uint32_t number);
  /// The name; the next `add` begins another.
  std::string take();

 private:
  std::string parts_;
};

}  // namespace entente
