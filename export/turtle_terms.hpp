#pragma once

#include <string>
#include <string_view>

#include "entente/export/quad.hpp"
#include "prefix_map.hpp"

namespace entente {

/// A line "@prefix …" for each, in order of name.
void append_prefixes(const PrefixMap& prefixes, std::string& out);

/// PNAME_LN or PNAME_NS (RDF 1.1 Turtle, 6.5) for `iri` with the longest namespace there is, else IRIREF.
void append_turtle_iri(std::string_view iri, const PrefixMap& prefixes, std::string& out);

/// A term in the shortest form that reads back as the same term: bare numbers and booleans where their lexical form allows,
/// strings on one line.
void append_turtle_term(const TermView& term, const PrefixMap& prefixes, std::string& out);

}  // namespace entente
