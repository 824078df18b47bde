#include "term_scanner.hpp"

#include <algorithm>

#include "../name_characters.hpp"
#include "../utf8.hpp"

namespace entente {
namespace {

constexpr bool is_letter(char c) { return is_of_class(c, name_start); }
constexpr bool is_letter_or_digit(char c) { return is_of_class(c, name_start | digit_character); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr unsigned hex_value(char c) {
  return c <= '9' ? static_cast<unsigned>(c - '0') : static_cast<unsigned>(lower(c) - 'a' + 10);
}

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

bool TermScanner::iri_reference(std::string_view& text, std::string& storage) {
  const char* begin = ++at;
  const auto run = [&] {
    while (!is_of_class(*at, excluded_from_iri)) ++at;
  };
  run();
  if (*at != '\\') {
    text = between(begin, at);
  } else {
    storage.assign(begin, at);
    while (*at == '\\') {
      if (!escape(true, storage)) return false;
      begin = at;
      run();
      storage.append(begin, at);
    }
    text = storage;
  }
  if (*at != '>') return fail("'>', or a character that an IRI may have");
  ++at;
  return true;
}

bool TermScanner::any_string(std::string_view& text, std::string& storage) {
  const char quote = *at;
  if (at[1] == quote && at[2] == quote) return long_string(quote, text, storage);
  return short_string(quote, text, storage);
}

bool TermScanner::short_string(char quote, std::string_view& text, std::string& storage) {
  const char* begin = ++at;
  bool has_escapes = false;
  while (true) {
    while (!is_of_class(*at, ends_string)) ++at;
    if (*at == quote) break;
    if (*at == '\\') {
      if (!has_escapes) storage.clear();
      has_escapes = true;
      storage.append(begin, at);
      if (!escape(false, storage)) return false;
      begin = at;
    } else if (at == end || *at == '\n' || *at == '\r') {
      return fail(quote == '"' ? "'\"' at the end of the string" : "\"'\" at the end of the string");
    } else {
      ++at;
    }
  }
  text = has_escapes ? std::string_view(storage.append(begin, at)) : between(begin, at);
  ++at;
  return true;
}

bool TermScanner::long_string(char quote, std::string_view& text, std::string& storage) {
  const char* begin = at += 3;
  bool has_escapes = false;
  while (true) {
    while (!is_of_class(*at, ends_string)) ++at;
    if (*at == quote && at[1] == quote && at[2] == quote) break;
    if (*at == '\\') {
      if (!has_escapes) storage.clear();
      has_escapes = true;
      storage.append(begin, at);
      if (!escape(false, storage)) return false;
      begin = at;
    } else if (at == end) {
      return fail(quote == '"' ? "'\"\"\"' at the end of the string" : "\"'''\" at the end of the string");
    } else {
      ++at;
    }
  }
  text = has_escapes ? std::string_view(storage.append(begin, at)) : between(begin, at);
  at += 3;
  return true;
}

/// ECHAR (not in IRIs) or UCHAR.
bool TermScanner::escape(bool in_iri, std::string& out) {
  if (at[1] == 'u') return code_point_escape(4, in_iri, out);
  if (at[1] == 'U') return code_point_escape(8, in_iri, out);
  constexpr std::string_view letters = "tbnrf\"'\\";
  constexpr std::string_view characters = "\t\b\n\r\f\"'\\";
  const auto known = letters.find(at[1]);
  if (in_iri) return fail("\\u or \\U, the only escapes in an IRI");
  if (known == std::string_view::npos) return fail("an escape: \\t \\b \\n \\r \\f \\\" \\' \\\\ \\u or \\U");
  out.push_back(characters[known]);
  at += 2;
  return true;
}

bool TermScanner::code_point_escape(int digits, bool in_iri, std::string& out) {
  char32_t c = 0;
  for (int i = 0; i < digits; ++i) {
    const char digit = at[2 + i];
    if (!is_of_class(digit, hex_character))
      return fail(digits == 4 ? "\\u and four hexadecimal digits" : "\\U and eight hexadecimal digits");
    c = (c << 4) | hex_value(digit);
  }
  if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) return fail("the escape of a character of Unicode, which surrogates are not");
  if (in_iri && c < 0x80 && is_of_class(static_cast<char>(c), excluded_from_iri))
    return fail("the escape of a character that an IRI may have");
  append_code_point(c, out);
  at += 2 + digits;
  return true;
}

bool TermScanner::language_tag(std::string_view& text, std::string& storage) {
  const char* begin = ++at;
  if (!is_letter(*at)) return fail("a language tag");
  while (is_letter(*at)) ++at;
  while (*at == '-') {
    if (at[1] == '-') return fail("a language tag without a direction, which is RDF 1.2 and is not read");
    if (!is_letter_or_digit(*++at)) return fail("letters or digits after '-' in the language tag");
    while (is_letter_or_digit(*at)) ++at;
  }
  if (*at == '_') return fail("a language tag of letters, digits and '-'");
  text = between(begin, at);
  if (std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; })) {
    storage.resize(text.size());
    std::ranges::transform(text, storage.begin(), lower);
    text = storage;
  }
  return true;
}

char32_t TermScanner::peek_code_point(std::size_t& length) const {
  length = 0;
  return next_code_point({at, static_cast<std::size_t>(end - at)}, length);
}

bool TermScanner::blank_label(std::string_view& text) {
  at += 2;
  const char* begin = at;
  if (*at == '-') return fail("a label after '_:'");
  name(name_character);
  if (at == begin) return fail("a label after '_:'");
  text = between(begin, at);
  return true;
}

void TermScanner::prefix() { name(name_start); }

void TermScanner::name(unsigned first_class) {
  const char* good_end = at;  // a name does not end in dots
  for (bool is_first = true;; is_first = false) {
    std::size_t length = 1;
    if (static_cast<unsigned char>(*at) >= 0x80) {
      const auto c = peek_code_point(length);
      if (!(is_first ? begins_name(c) : continues_name(c))) break;
    } else if (*at == '.' && !is_first) {
      ++at;
      continue;
    } else if (!is_of_class(*at, is_first ? first_class : static_cast<unsigned>(name_character))) {
      break;
    }
    good_end = at += length;
  }
  furthest = at;
  at = good_end;
}

bool TermScanner::local_name(std::string& out) {
  const char* begin = at;
  const char* written = at;   // what is before stands in `out`
  const char* good_end = at;  // a local name does not end in dots, unless they are escaped
  while (true) {
    std::size_t length = 1;
    const bool is_first = at == begin;
    if (is_of_class(*at, name_character) && !(is_first && *at == '-')) {
    } else if (*at == ':') {
    } else if (*at == '.' && !is_first) {
      ++at;
      continue;
    } else if (*at == '%') {
      if (!is_of_class(at[1], hex_character) || !is_of_class(at[2], hex_character)) return fail("'%' and two hexadecimal digits");
      length = 3;
    } else if (*at == '\\') {
      if (at[1] == '\0' || std::string_view("_~.-!$&'()*+,;=/?#@%").find(at[1]) == std::string_view::npos) {
        return fail("the escape of a character that a local name may have");
      }
      out.append(written, at);
      written = at + 1;
      length = 2;
    } else if (static_cast<unsigned char>(*at) >= 0x80) {
      const auto c = peek_code_point(length);
      if (!(is_first ? begins_name(c) : continues_name(c))) break;
    } else {
      break;
    }
    good_end = at += length;
  }
  if (good_end > written) out.append(written, good_end);
  furthest = at;
  at = good_end;
  return true;
}

}  // namespace entente
