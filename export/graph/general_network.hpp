#pragma once

#include <string_view>

#include "network.hpp"
#include "statements.hpp"

namespace entente {

/// Writes any RDF as a network: a node per resource, an edge per statement about two resources, a column per property that has
/// literals. Classes (rdf:type) are no nodes but a column, and give the colour; the more edges, the larger a node. Labels are
/// those in `language`, else without a language, else in English, else any; the same network for any order of the statements.
Result<Done> write_general_network(const Statements& statements, std::string_view language, NetworkWriter& out);

}  // namespace entente
