#include "n_quads_terms.hpp"

#include <array>
#include <string_view>

#include "iri.hpp"
#include "terms.hpp"

namespace entente {
namespace {

/// What stands behind the backslash in the canonical form; 0 for characters that stand for themselves. U+0000 gets an escape
/// though the canonical form has none for it: no reader survives the byte.
constexpr auto escapes = [] {
  std::array<char, 256> table{};
  table['"'] = '"';
  table['\\'] = '\\';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table[0] = '0';
  return table;
}();

void append_escaped(std::string_view text, std::string& out) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char escape = escapes[static_cast<unsigned char>(text[i])];
    if (escape == 0) continue;
    out.append(text, done, i - done);
    if (escape == '0')
      out.append("\\u0000");
    else
      out.append({'\\', escape});
    done = i + 1;
  }
  out.append(text, done);
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
