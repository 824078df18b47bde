#include "turtle_term_scanner.hpp"

#include "../iri.hpp"
#include "../name_characters.hpp"
#include "../terms.hpp"
#include "iri_resolution.hpp"

namespace entente {
namespace {

bool begins_number(const char* at) {
  if (*at == '+' || *at == '-') ++at;
  if (*at == '.') ++at;
  return is_of_class(*at, digit_character);
}

}  // namespace

bool TurtleTermScanner::iri_reference(std::string_view& iri, std::string& storage) {
  const char* begin = scanner_.at;
  if (begin[1] == '<') return scanner_.fail("an IRI");
  if (!scanner_.iri_reference(iri, storage)) return false;
  const bool is_absolute = scheme_length(iri) > 0;
  if (is_absolute && !has_dot_segments(iri)) return true;
  if (!is_absolute && base_.empty()) {
    scanner_.at = begin;
    return scanner_.fail("an absolute IRI, as there is no base to resolve a relative one against");
  }
  std::string resolved;
  resolve_iri(base_, iri, resolved);
  storage.swap(resolved);
  iri = storage;
  return true;
}

bool TurtleTermScanner::iri(std::string_view& iri, std::string& storage) {
  if (*scanner_.at == '<') return iri_reference(iri, storage);
  return prefixed_name("an IRI", iri, storage);
}

bool TurtleTermScanner::prefixed_name(const char* wanted, std::string_view& iri, std::string& storage) {
  const char* begin = scanner_.at;
  scanner_.prefix();
  if (*scanner_.at != ':') {
    if (scanner_.at == begin) return scanner_.fail(wanted);
    return scanner_.fail("':' after the prefix");
  }
  const auto found = prefixes_.find(std::string_view(begin, static_cast<std::size_t>(scanner_.at - begin)));
  if (found == prefixes_.end()) {
    scanner_.at = begin;
    return scanner_.fail("a prefix that is declared");
  }
  ++scanner_.at;
  storage = found->second;
  if (!scanner_.local_name(storage)) return false;
  iri = storage;
  return true;
}

bool TurtleTermScanner::resource(const char* wanted, ReadTerm& term) {
  term.view = {};
  if (*scanner_.at == '<') return iri_reference(term.view.text, term.text);
  if (*scanner_.at != '_') return prefixed_name(wanted, term.view.text, term.text);
  if (scanner_.at[1] != ':') return scanner_.fail("'_:' and the label of a blank node");
  term.view.kind = TermKind::blank;
  return scanner_.blank_label(term.view.text);
}

bool TurtleTermScanner::predicate(ReadTerm& term) {
  term.view = {};
  if (*scanner_.at == 'a') {
    const char* begin = scanner_.at;
    scanner_.prefix();
    if (scanner_.at == begin + 1 && *scanner_.at != ':') {
      term.view.text = terms::rdf::type;
      return true;
    }
    scanner_.at = begin;
  }
  if (*scanner_.at == '<') return iri_reference(term.view.text, term.text);
  return prefixed_name("a predicate: an IRI or 'a'", term.view.text, term.text);
}

bool TurtleTermScanner::object(ReadTerm& term) {
  term.view = {};
  const char first = *scanner_.at;
  if (first == '<') return iri_reference(term.view.text, term.text);
  if (first == '"' || first == '\'') return literal(term);
  if (begins_number(scanner_.at)) return number(term);
  if (first == '_') return resource("", term);
  return name_or_boolean(term);
}

bool TurtleTermScanner::name_or_boolean(ReadTerm& term) {
  const char* begin = scanner_.at;
  if (*begin == 't' || *begin == 'f') {
    scanner_.prefix();
    const std::string_view word(begin, static_cast<std::size_t>(scanner_.at - begin));
    if (*scanner_.at != ':' && (word == "true" || word == "false")) {
      term.view = TermView::typed(word, terms::xsd::boolean);
      return true;
    }
    scanner_.at = begin;
  }
  return prefixed_name("an object: an IRI, a blank node, a literal, '[' or '('", term.view.text, term.text);
}

bool TurtleTermScanner::literal(ReadTerm& term) {
  term.view.kind = TermKind::literal;
  if (!scanner_.any_string(term.view.text, term.text)) return false;
  const char* behind = scanner_.at;
  skip_space();
  if (*scanner_.at == '@') return scanner_.language_tag(term.view.language, term.extra);
  if (*scanner_.at == '^' && scanner_.at[1] == '^') {
    scanner_.at += 2;
    skip_space();
    return iri(term.view.datatype, term.extra);
  }
  scanner_.furthest = scanner_.at;
  scanner_.at = behind;
  return true;
}

/// INTEGER, DECIMAL or DOUBLE. A full stop that no digit or exponent follows ends the statement.
bool TurtleTermScanner::number(ReadTerm& term) {
  const char* begin = scanner_.at;
  auto datatype = terms::xsd::integer;
  if (*begin == '+' || *begin == '-') ++scanner_.at;
  digits();
  if (*scanner_.at == '.') {
    const char* behind = scanner_.at + 1;
    const bool has_exponent = *behind == 'e' || *behind == 'E';
    const char* power = behind + (behind[1] == '+' || behind[1] == '-' ? 2 : 1);
    if (is_of_class(*behind, digit_character) || (has_exponent && is_of_class(*power, digit_character))) {
      datatype = terms::xsd::decimal;
      ++scanner_.at;
      digits();
    }
  }
  if (*scanner_.at == 'e' || *scanner_.at == 'E') {
    datatype = terms::xsd::double_;
    if (!exponent()) return false;
  }
  term.view = TermView::typed({begin, static_cast<std::size_t>(scanner_.at - begin)}, datatype);
  return true;
}

bool TurtleTermScanner::exponent() {
  ++scanner_.at;
  if (*scanner_.at == '+' || *scanner_.at == '-') ++scanner_.at;
  if (!is_of_class(*scanner_.at, digit_character)) return scanner_.fail("a digit in the exponent");
  digits();
  return true;
}

void TurtleTermScanner::digits() {
  while (is_of_class(*scanner_.at, digit_character)) ++scanner_.at;
}

/// Space and comments between the parts of a literal.
void TurtleTermScanner::skip_space() {
  while (true) {
    while (is_of_class(*scanner_.at, space_character)) ++scanner_.at;
    if (*scanner_.at != '#') return;
    while (scanner_.at != scanner_.end && *scanner_.at != '\n' && *scanner_.at != '\r') ++scanner_.at;
  }
}

}  // namespace entente
