#pragma once

#include <array>
#include <cstdint>

/// The character classes of names and IRIs in RDF 1.1 Turtle, 6.5.
namespace entente {

/// What an ASCII character can be part of; a set of bits.
enum CharacterClass : std::uint8_t {
  name_character = 1,      ///< PN_CHARS
  name_start = 2,          ///< PN_CHARS_BASE
  digit_character = 4,     ///< [0-9]
  hex_character = 8,       ///< HEX
  excluded_from_iri = 16,  ///< what IRIREF may not hold; the backslash, which begins an escape, included
  space_character = 32,    ///< WS
  ends_string = 64,        ///< quotation mark, apostrophe, backslash, line feed, carriage return; U+0000, which ends a buffer
};

inline constexpr auto character_classes = [] {
  std::array<std::uint8_t, 256> table{};
  const auto mark = [&](const char* characters, CharacterClass as) {
    for (; *characters != '\0'; ++characters) table[static_cast<unsigned char>(*characters)] |= as;
  };
  for (unsigned c = 'a'; c <= 'z'; ++c) table[c] |= name_start | name_character, table[c - 32] |= name_start | name_character;
  for (unsigned c = '0'; c <= '9'; ++c) table[c] |= digit_character | hex_character | name_character;
  for (unsigned c = 0; c <= 0x20; ++c) table[c] |= excluded_from_iri;
  mark("abcdefABCDEF", hex_character);
  mark("_-", name_character);
  mark("<>\"{}|^`\\", excluded_from_iri);
  mark(" \t\r\n", space_character);
  mark("\"'\\\r\n", ends_string);
  table[0] |= ends_string;
  return table;
}();

constexpr bool is_of_class(char c, unsigned classes) { return (character_classes[static_cast<unsigned char>(c)] & classes) != 0; }

/// PN_CHARS_BASE
constexpr bool begins_name(char32_t c) {
  if (c < 0xc0) return c < 0x80 && is_of_class(static_cast<char>(c), name_start);
  return c <= 0x2ff ? c != 0xd7 && c != 0xf7
                    : (c >= 0x370 && c <= 0x1fff && c != 0x37e) || c == 0x200c || c == 0x200d || (c >= 0x2070 && c <= 0x218f) ||
                          (c >= 0x2c00 && c <= 0x2fef) || (c >= 0x3001 && c <= 0xd7ff) || (c >= 0xf900 && c <= 0xfdcf) ||
                          (c >= 0xfdf0 && c <= 0xfffd) || (c >= 0x10000 && c <= 0xeffff);
}

/// PN_CHARS
constexpr bool continues_name(char32_t c) {
  if (c < 0x80) return is_of_class(static_cast<char>(c), name_character);
  return begins_name(c) || c == 0xb7 || (c >= 0x300 && c <= 0x36f) || c == 0x203f || c == 0x2040;
}

}  // namespace entente
