#pragma once

#include <map>
#include <string>
#include <string_view>

#include "../identity.hpp"
#include "entente/export/writer.hpp"
#include "relation_graph.hpp"
#include "roll_up.hpp"

namespace entente {

/// What one document says of who is related to whom. Keeps what it knows of states from document to document.
class DocumentRelations {
 public:
  /// `ontology` must outlive this: by it actors are rolled up.
  DocumentRelations(const Ontology& ontology, std::string_view language, GraphOptions options);

  [[nodiscard]] RelationCounts count(const Extraction& extraction, const Identities& names);

 private:
  using Node = std::map<std::string, GraphNode>::value_type;

  [[nodiscard]] bool counts(const Claim& claim) const;
  [[nodiscard]] bool counts_quotations() const;
  Node& node_of(const Extraction& extraction, const Identities& names, ActorIndex actor);
  GraphEdge& edge_of(const Node& subject, const Node& object, std::string_view relation);
  void add_claim(const Extraction& extraction, const Identities& names, const Claim& claim);
  void add_quotation(const Extraction& extraction, const Identities& names, const Quotation& quotation);

  GraphOptions options_;
  RollUp roll_up_;
  RelationCounts counts_;
};

}  // namespace entente
