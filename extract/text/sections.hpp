#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// Bytes of a text that are read at once: some fifty times a long article. What the stages know of a text takes some seventy
/// times its size.
inline constexpr std::size_t longest_section = std::size_t{256} << 10;

/// How many bytes of `text` (valid UTF-8) the first section of it takes: all, or at most `longest` (four or more), up to a line
/// break in its second half, if there is none the end of a sentence, if there is none a space.
[[nodiscard]] std::size_t first_section(std::string_view text, std::size_t longest = longest_section);

}  // namespace entente
