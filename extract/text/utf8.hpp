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

/// The code point at byte `at` of valid UTF-8; `at` is the first byte of one.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at);
/// The code point that ends before byte `at`; length 0 at the start.
[[nodiscard]] CodePoint code_point_before(std::string_view text, std::size_t at);
void append_utf8(char32_t code_point, std::string& out);

[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_space(char32_t c);
/// ' ’ ʼ ‘ ′ and the like, which the press uses for an apostrophe.
[[nodiscard]] bool is_apostrophe(char32_t c);
[[nodiscard]] bool is_hyphen(char32_t c);
/// A dash that separates, rather than joins: – — ― or a hyphen between spaces.
[[nodiscard]] bool is_dash(char32_t c);

/// Lower case (Unicode default mapping), with every apostrophe as ' and every hyphen as -.
[[nodiscard]] std::string to_lower(std::string_view text);
/// Lower case without accents and ligatures, for matching names: "Déir ez‑Zôr" is "deir ez-zor".
[[nodiscard]] std::string fold(std::string_view text);

/// How many code points `text` has.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

}  // namespace entente
