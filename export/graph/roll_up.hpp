#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "entente/ontology/ontology.hpp"

namespace entente {

/// The states as which governments, armed forces and armed groups count.
class RollUp {
 public:
  /// Labels are those in `language`. `ontology` must outlive this.
  RollUp(const Ontology& ontology, std::string_view language) : ontology_(ontology), language_(language) {}

  /// The nearest state on whose behalf the actor acts, by ent:actsFor and ent:partOf; of several as near, the first by IRI. Null
  /// where there is none, or where the actor is none that is rolled up. Stays as long as this does.
  const ActorNode* state_of(const std::string& iri);

 private:
  [[nodiscard]] std::optional<ActorNode> find(const std::string& iri) const;

  const Ontology& ontology_;
  std::string language_;
  std::unordered_map<std::string, std::optional<ActorNode>> found_;
};

}  // namespace entente
