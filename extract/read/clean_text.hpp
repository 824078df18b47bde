#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "entente/ontology/result.hpp"

namespace entente {

/// Where a byte stands: line and column count from 1, columns in code points.
struct TextPlace {
  std::uint64_t line = 1;
  std::uint64_t column = 1;
};

/// The place of byte `at` in `text`, whose bytes before `at` are valid UTF-8.
[[nodiscard]] TextPlace place_of(std::string_view text, std::size_t at);

/// The bytes of `text` that are valid UTF-8, from its start on (Unicode, table 3-7).
[[nodiscard]] std::size_t valid_utf8_size(std::string_view text);

/// Whether `bytes` are the beginning of a character and nothing else.
[[nodiscard]] bool is_cut_character(std::string_view bytes);

/// What kind of file `bytes` are the head of, where they are no text ("a PNG image"); empty for text.
[[nodiscard]] std::string_view binary_kind(std::string_view bytes);

/// Checks that `bytes` are text in UTF-8: no file of another kind, no NUL, no ill-formed sequence. The error names
/// `source` and the place, counted from line `first_line`.
Result<Done> check_text(std::string_view bytes, const std::string& source, std::uint64_t first_line = 1);

/// Valid UTF-8 without its byte order mark, in Normalization Form C. Line ends stay as they are.
[[nodiscard]] std::string clean_text(std::string&& text);

/// `bytes` with U+FFFD for each that belongs to no character.
[[nodiscard]] std::string well_formed(std::string_view bytes);

/// Whether there is nothing to read: no character but white space.
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace entente
