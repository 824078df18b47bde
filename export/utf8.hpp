#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

inline constexpr char32_t ill_formed = 0xffffffff;

/// Reads the code point at `position` and moves behind it. At a byte that begins no well-formed sequence (Unicode, table
/// 3-7: overlong forms and surrogates included) gives `ill_formed` and moves one byte on.
char32_t next_code_point(std::string_view text, std::size_t& position);

/// Appends a scalar value of Unicode.
void append_code_point(char32_t c, std::string& out);

/// U+FDD0 to U+FDEF and the last two code points of each plane.
constexpr bool is_noncharacter(char32_t c) { return (c >= 0xfdd0 && c <= 0xfdef) || ((c & 0xfffe) == 0xfffe && c <= 0x10ffff); }

/// Whether every format can carry `c` as it stands: no C0 control but tab, line feed and carriage return, no noncharacter.
constexpr bool is_portable(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != ill_formed && !is_noncharacter(c);
}

/// `text` with U+FFFD for each character that some format cannot carry, cut to `limit` bytes at a character. A view of `text`
/// itself where nothing needs to change, else of `storage`.
std::string_view portable_text(std::string_view text, std::string& storage, std::size_t limit = 1'000'000);

}  // namespace entente
