#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace entente::cli::eval {

/// The bytes of code points [begin, end) of `text`; less where it ends before.
[[nodiscard]] inline std::string_view code_points(std::string_view text, std::size_t begin, std::size_t end) {
  const auto byte_of = [&](std::size_t wanted) {
    std::size_t at = 0;
    for (std::size_t seen = 0; at < text.size(); ++at) {
      const bool starts_one = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
      if (starts_one && seen++ == wanted) break;
    }
    return at;
  };
  const std::size_t first = byte_of(begin);
  return text.substr(first, std::max(byte_of(end), first) - first);
}

}  // namespace entente::cli::eval
