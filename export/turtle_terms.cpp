#include "turtle_terms.hpp"

#include "iri.hpp"
#include "name_characters.hpp"
#include "terms.hpp"
#include "utf8.hpp"

namespace entente {
namespace {

constexpr bool is_digit(char c) { return is_of_class(c, digit_character); }
constexpr bool is_hex(char c) { return is_of_class(c, hex_character); }

/// What may stand anywhere in a local name.
constexpr bool is_plain(char c) { return c != '-' && is_of_class(c, name_character); }

/// What may come first in PN_LOCAL.
bool begins_pn_local(char32_t c) { return begins_name(c) || c == '_' || c == ':' || (c >= '0' && c <= '9'); }

/// PN_LOCAL_ESC without its backslash.
bool may_be_escaped(char32_t c) {
  return c < 0x80 && std::string_view("_~.-!$&'()*+,;=/?#@%").find(static_cast<char>(c)) != std::string_view::npos;
}

/// PERCENT
bool is_percent(std::string_view text, std::size_t position) {
  return position + 2 < text.size() && text[position] == '%' && is_hex(text[position + 1]) && is_hex(text[position + 2]);
}

/// Whether `c`, from `start` to `end` in `local`, may stand there without a backslash.
bool stands_bare(char32_t c, std::string_view local, std::size_t start, std::size_t end) {
  if (is_percent(local, start)) return true;
  if (start == 0) return begins_pn_local(c);
  return continues_name(c) || c == ':' || (c == '.' && end < local.size());
}

/// How many letters, digits and underscores, which may stand anywhere, come from `position` on.
std::size_t plain_run(std::string_view local, std::size_t position) {
  const auto start = position;
  while (position < local.size() && is_plain(local[position])) ++position;
  return position - start;
}

/// PN_LOCAL; false, with `out` as it was, where some character has no place in it.
bool append_pn_local(std::string_view local, std::string& out) {
  const auto before = out.size();
  for (std::size_t position = 0; position < local.size();) {
    if (const auto run = plain_run(local, position); run > 0) {
      out.append(local, position, run);
      position += run;
      continue;
    }
    const auto start = position;
    const auto c = next_code_point(local, position);
    if (!stands_bare(c, local, start, position)) {
      if (!may_be_escaped(c)) return out.resize(before), false;
      out.push_back('\\');
    }
    out.append(local, start, position - start);
  }
  return true;
}

// Numbers: INTEGER, DECIMAL and DOUBLE (6.5). Each takes what it recognises from the front of `text`.

bool skip_sign(std::string_view& text) {
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return false;
  text.remove_prefix(1);
  return true;
}

std::size_t skip_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  text.remove_prefix(count);
  return count;
}

bool skip_point(std::string_view& text) {
  if (text.empty() || text[0] != '.') return false;
  text.remove_prefix(1);
  return true;
}

bool is_integer(std::string_view text) {
  skip_sign(text);
  return skip_digits(text) > 0 && text.empty();
}

bool is_decimal(std::string_view text) {
  skip_sign(text);
  skip_digits(text);
  return skip_point(text) && skip_digits(text) > 0 && text.empty();
}

bool is_double(std::string_view text) {
  skip_sign(text);
  auto digits = skip_digits(text);
  if (skip_point(text)) digits += skip_digits(text);
  if (digits == 0 || text.empty() || (text[0] != 'e' && text[0] != 'E')) return false;
  text.remove_prefix(1);
  return is_integer(text);
}

bool reads_back_bare(const TermView& literal) {
  if (!literal.language.empty()) return false;
  if (literal.datatype == terms::xsd::integer) return is_integer(literal.text);
  if (literal.datatype == terms::xsd::decimal) return is_decimal(literal.text);
  if (literal.datatype == terms::xsd::double_) return is_double(literal.text);
  return literal.datatype == terms::xsd::boolean && (literal.text == "true" || literal.text == "false");
}

// Strings: STRING_LITERAL_QUOTE.

void append_escape(char c, std::string& out) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view characters = "\"\\\n\r\t\b\f";
  constexpr std::string_view letters = "\"\\nrtbf";
  if (const auto known = characters.find(c); known != std::string_view::npos) {
    out.append({'\\', letters[known]});
  } else {
    const auto byte = static_cast<unsigned char>(c);
    out.append("\\u00").append({digits[byte >> 4], digits[byte & 0xf]});
  }
}

void append_string(std::string_view text, std::string& out) {
  out.push_back('"');
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f) continue;
    out.append(text, done, i - done);
    append_escape(text[i], out);
    done = i + 1;
  }
  out.append(text, done).push_back('"');
}

void append_literal(const TermView& literal, const PrefixMap& prefixes, std::string& out) {
  if (reads_back_bare(literal)) {
    out.append(literal.text);
    return;
  }
  append_string(literal.text, out);
  if (!literal.language.empty()) {
    out.push_back('@');
    out.append(literal.language);
  } else if (!literal.datatype.empty() && literal.datatype != terms::xsd::string) {
    out.append("^^");
    append_turtle_iri(literal.datatype, prefixes, out);
  }
}

}  // namespace

void append_prefixes(const PrefixMap& prefixes, std::string& out) {
  for (const auto& entry : prefixes.entries()) {
    out.append("@prefix ").append(entry.prefix).append(": <");
    append_iri_reference(entry.iri, out);
    out.append("> .\n");
  }
}

void append_turtle_iri(std::string_view iri, const PrefixMap& prefixes, std::string& out) {
  if (const auto match = prefixes.find(iri); match.found) {
    const auto before = out.size();
    out.append(match.prefix).push_back(':');
    if (append_pn_local(match.local, out)) return;
    out.resize(before);
  }
  out.push_back('<');
  append_iri_reference(iri, out);
  out.push_back('>');
}

void append_turtle_term(const TermView& term, const PrefixMap& prefixes, std::string& out) {
  switch (term.kind) {
    case TermKind::iri:
      return append_turtle_iri(term.text, prefixes, out);
    case TermKind::blank:
      out.append("_:").append(term.text);
      return;
    case TermKind::literal:
      return append_literal(term, prefixes, out);
  }
}

}  // namespace entente
