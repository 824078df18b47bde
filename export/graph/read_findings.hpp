#pragma once

#include <string_view>

#include "document_relations.hpp"
#include "relation_graph.hpp"
#include "statements.hpp"

namespace entente {

/// Whether anything is an ent:Claim or ent:Quotation.
bool has_findings(const Statements& statements);

/// Adds to `graph` the claims and quotations, and the actors that documents mention: each document counts as one mention, since
/// RDF does not say how often it names them. Labels are those in `language`, else in English, else any. `relations` counts what
/// each document comes to.
void read_findings(const Statements& statements, std::string_view language, DocumentRelations& relations, RelationGraph& graph);

}  // namespace entente
