#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace entente {

/// A set of bytes, for finding the next of them in a text.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view members) {
    for (const char c : members) table_[static_cast<unsigned char>(c)] = true;
  }

  [[nodiscard]] constexpr bool has(char c) const { return table_[static_cast<unsigned char>(c)]; }

  /// Where the first member in `text` from `at` on stands; the size of `text` where there is none.
  [[nodiscard]] std::size_t find_in(std::string_view text, std::size_t at) const {
    constexpr std::size_t stride = 8;  // most text has no member: look at eight bytes before deciding
    for (; at + stride <= text.size(); at += stride) {
      bool any = false;
      for (std::size_t i = 0; i < stride; ++i) any |= has(text[at + i]);
      if (any) break;
    }
    while (at < text.size() && !has(text[at])) ++at;
    return at;
  }

 private:
  std::array<bool, 256> table_{};
};

}  // namespace entente
