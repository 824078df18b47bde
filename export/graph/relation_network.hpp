#pragma once

#include <string_view>

#include "entente/ontology/ontology.hpp"
#include "network.hpp"
#include "relation_graph.hpp"

namespace entente {

/// Writes `graph`: a node per actor, coloured by its class and as large as it is mentioned often; an edge per subject, object
/// and relation, coloured by the relation, with the claims that it stands for. Labels of relations are those in `language`.
Result<Done> write_network(const RelationGraph& graph, const Ontology& ontology, std::string_view language, NetworkWriter& out);

}  // namespace entente
