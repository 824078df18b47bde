#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/language/forms.hpp"

namespace entente {

/// Bytes of a document's text, end exclusive.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

enum class TokenKind : std::uint8_t { word, number, punctuation, open_quote, close_quote, either_quote };

/// A word, number or mark.
struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  bool capitalised = false;
  bool all_capitals = false;  ///< two letters or more, none of them small
  bool space_before = false;
  std::uint8_t breaks_before = 0;  ///< line breaks between the token before and this one; 255 where there are more
  bool quoted = false;             ///< stands between quotation marks
  bool enclitic = false;           ///< cut off its verb at a hyphen ("-t-il")
  WordId word = 0;                 ///< in lower case, where the lexicon knows it
  Form* form = nullptr;            ///< of words
  char32_t mark = 0;               ///< of punctuation: its (first) code point, straightened: any dash is U+2013, "..." is U+2026
};

/// A sentence: tokens [begin, end), and the bytes from its first token to its last.
struct Sentence {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Span span;
};

/// Cuts `text` (valid UTF-8) into tokens, appended to `out`. Elided words end after their apostrophe; pronouns after a
/// verb are cut off at their hyphen; other hyphenated words stay whole. `forms` must keep what it knows as long as the tokens.
void tokenize(std::string_view text, Forms& forms, std::vector<Token>& out);

/// Groups tokens into sentences, appended to `out`. A line break ends a sentence unless the next line goes on in small
/// letters, as badly scraped pages do.
void split_sentences(std::string_view text, const std::vector<Token>& tokens, const Language& language,
                     std::vector<Sentence>& out);

}  // namespace entente
