#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "entente/ontology/claim.hpp"
#include "graph.hpp"

namespace entente {

/// The IRI of a class that the program knows by itself.
[[nodiscard]] std::string_view class_iri(ActorClass actor_class);

/// The classes of actors: those the program knows, and those that files declare with rdfs:subClassOf or owl:unionOf.
class ActorClasses {
 public:
  /// `graph` is grouped, and outlives this.
  explicit ActorClasses(Graph& graph);

  /// The class itself if the program knows it, else the nearest superclass that it knows.
  [[nodiscard]] std::optional<ActorClass> nearest(Node node);
  /// All classes that the program knows whose members are members of `node`; empty if there are none.
  [[nodiscard]] std::vector<ActorClass> below(Node node);
  /// Whether all members of `narrow` are members of `wide`.
  [[nodiscard]] bool is_below(ActorClass narrow, ActorClass wide) const;

 private:
  [[nodiscard]] std::vector<Node> superclasses(Node node) const;
  [[nodiscard]] std::unordered_set<Node> ancestors(Node node) const;
  void add_below(Node node, int depth, std::array<bool, actor_class_count>& found);
  void add_union(Node list, int depth, std::array<bool, actor_class_count>& found);

  const Graph& graph_;
  std::array<Node, actor_class_count> nodes_;
  std::array<std::unordered_set<Node>, actor_class_count> ancestors_;  // with the class itself
  std::unordered_map<Node, std::optional<ActorClass>> nearest_;
};

}  // namespace entente
