#pragma once

#include <string>

#include "entente/export/quad.hpp"

namespace entente {

/// Appends `term` in the canonical form of RDF 1.1 N-Triples (section 4).
void append_n_quads_term(const TermView& term, std::string& out);

}  // namespace entente
