#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// One code point of valid UTF-8 and how many bytes it takes.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;
};

[[nodiscard]] CodePoint code_point_of_three_or_four(std::string_view text, std::size_t at);
/// The code point at byte `at` of valid UTF-8; `at` is the first byte of one.
[[nodiscard]] inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1};
  if (byte < 0xe0 && at + 1 < text.size()) return {((byte & 0x1fU) << 6) | (static_cast<unsigned char>(text[at + 1]) & 0x3fU), 2};
  return code_point_of_three_or_four(text, at);
}
/// The code point that ends before byte `at`; length 0 at the start.
[[nodiscard]] CodePoint code_point_before(std::string_view text, std::size_t at);
void append_utf8(char32_t code_point, std::string& out);

// Nearly all characters of a French text are in Latin-1: what they are is decided here, and of others by ICU.

[[nodiscard]] bool is_letter_beyond_latin1(char32_t c);
[[nodiscard]] inline bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0x100) return (c >= 0xc0 && c != 0xd7 && c != 0xf7) || c == 0xaa || c == 0xb5 || c == 0xba;
  return is_letter_beyond_latin1(c);
}
[[nodiscard]] bool is_upper_beyond_latin1(char32_t c);
[[nodiscard]] inline bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c < 0x100) return c >= 0xc0 && c <= 0xde && c != 0xd7;
  return is_upper_beyond_latin1(c);
}
[[nodiscard]] inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
[[nodiscard]] inline bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13);
  return c == 0xa0 || c == 0x202f || (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 || c == 0x3000 || c == 0xfeff;
}
/// ' ’ ʼ ‘ ′ and the like, which the press uses for an apostrophe.
[[nodiscard]] inline bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x60 || (c >= 0x80 && (c == 0x2019 || c == 0x2bc || c == 0x2018 || c == 0x2032 || c == 0xb4));
}
[[nodiscard]] inline bool is_hyphen(char32_t c) { return c == '-' || (c >= 0x80 && (c == 0x2010 || c == 0x2011 || c == 0xad)); }
/// A dash that separates, rather than joins: – — ― or a hyphen between spaces.
[[nodiscard]] bool is_dash(char32_t c);

/// Lower case (Unicode default mapping), with every apostrophe as ' and every hyphen as -.
[[nodiscard]] std::string to_lower(std::string_view text);
/// Lower case without accents and ligatures, for matching names: "Déir ez‑Zôr" is "deir ez-zor".
[[nodiscard]] std::string fold(std::string_view text);

/// The letters that a letter becomes with an accent: acute, circumflex, grave, diaeresis or cedilla, in this order; of
/// these, those that Unicode has as one code point (its canonical compositions).
[[nodiscard]] std::u32string accented(char32_t letter);

/// Whether a byte of valid UTF-8 is the first of a code point.
[[nodiscard]] inline bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }
/// How many code points begin in `text`, which may be any stretch of valid UTF-8.
[[nodiscard]] std::uint32_t count_code_points(std::string_view text);

}  // namespace entente
