#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Recognises the terminals that RDF 1.1 Turtle (6.5) and N-Triples (7) share. Each function starts at `at`, where the caller
/// has seen the first character, and moves `at` behind what it recognises; or it returns false with `at` where it stopped
/// and `expected` set. A view that it gives lies in the text itself where nothing is escaped, else in `storage`.
/// Behind `end` stand NUL bytes that may be read.
class TermScanner {
 public:
  const char* at = nullptr;
  const char* end = nullptr;
  const char* furthest = nullptr;  ///< where a name might have gone on, dots at its end being none of it
  const char* expected = nullptr;  ///< what should have stood at `at`; a mistake is there

  /// IRIREF
  bool iri_reference(std::string_view& text, std::string& storage);
  /// STRING_LITERAL_QUOTE
  bool string(std::string_view& text, std::string& storage) { return short_string('"', text, storage); }
  /// STRING_LITERAL_QUOTE, STRING_LITERAL_SINGLE_QUOTE and their long forms
  bool any_string(std::string_view& text, std::string& storage);
  /// LANGTAG, given without "@" and in lower case
  bool language_tag(std::string_view& text, std::string& storage);
  /// BLANK_NODE_LABEL, given without "_:"
  bool blank_label(std::string_view& text);
  /// PN_LOCAL, which may be empty; appended without the backslashes of its escapes
  bool local_name(std::string& out);
  /// PN_PREFIX, which may be empty, or a bare word: moves behind it. Not behind dots at its end.
  void prefix();

  bool fail(const char* wanted) {
    expected = wanted;
    return false;
  }

 private:
  /// Moves behind a name whose first character, if in ASCII, is of that class.
  void name(unsigned first_class);
  bool short_string(char quote, std::string_view& text, std::string& storage);
  bool long_string(char quote, std::string_view& text, std::string& storage);
  bool escape(bool in_iri, std::string& out);
  bool code_point_escape(int digits, bool in_iri, std::string& out);
  char32_t peek_code_point(std::size_t& length) const;
};

}  // namespace entente
