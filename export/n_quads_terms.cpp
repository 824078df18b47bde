#include "n_quads_terms.hpp"

#include <string_view>

#include "byte_set.hpp"
#include "iri.hpp"
#include "terms.hpp"

namespace entente {
namespace {

using namespace std::string_view_literals;

constexpr ByteSet escaped("\"\\\n\r\0"sv);

/// The canonical form has no escape for U+0000; it gets one, since no reader survives the byte.
std::string_view escape_of(char c) {
  switch (c) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    default:
      return "\\u0000";
  }
}

void append_escaped(std::string_view text, std::string& out) {
  for (std::size_t done = 0; done < text.size();) {
    const std::size_t stop = escaped.find_in(text, done);
    out.append(text, done, stop - done);
    if (stop < text.size()) out.append(escape_of(text[stop]));
    done = stop + 1;
  }
}

void append_iri(std::string_view iri, std::string& out) {
  out.push_back('<');
  append_iri_reference(iri, out);
  out.push_back('>');
}

void append_literal(const TermView& literal, std::string& out) {
  out.push_back('"');
  append_escaped(literal.text, out);
  out.push_back('"');
  if (!literal.language.empty()) {
    out.push_back('@');
    out.append(literal.language);
  } else if (!literal.datatype.empty() && literal.datatype != terms::xsd::string) {
    out.append("^^");
    append_iri(literal.datatype, out);
  }
}

}  // namespace

void append_n_quads_term(const TermView& term, std::string& out) {
  switch (term.kind) {
    case TermKind::iri:
      return append_iri(term.text, out);
    case TermKind::blank:
      out.append("_:").append(term.text);
      return;
    case TermKind::literal:
      return append_literal(term, out);
  }
}

}  // namespace entente
