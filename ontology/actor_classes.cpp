#include "actor_classes.hpp"

#include <algorithm>
#include <deque>

#include "entente/ontology/ontology.hpp"
#include "entente/ontology/vocabulary.hpp"

namespace entente {
namespace {

namespace ent = vocabulary::ent;

constexpr std::array<std::string_view, actor_class_count> iris = {ent::Actor,
                                                                  ent::State,
                                                                  ent::Government,
                                                                  ent::ArmedForces,
                                                                  ent::ArmedGroup,
                                                                  ent::Alliance,
                                                                  ent::InternationalOrganization,
                                                                  ent::Organization,
                                                                  ent::NGO,
                                                                  ent::MediaOutlet,
                                                                  ent::Person,
                                                                  ent::Population,
                                                                  ent::Place,
                                                                  ent::Facility};

constexpr int union_depth_limit = 16;  // a union may name itself

std::size_t index(ActorClass actor_class) { return static_cast<std::size_t>(actor_class); }

/// What holds even where no file says so.
std::optional<ActorClass> built_in_superclass(ActorClass actor_class) {
  switch (actor_class) {
    case ActorClass::actor:
    case ActorClass::place:
      return std::nullopt;
    case ActorClass::facility:
      return ActorClass::place;
    default:
      return ActorClass::actor;
  }
}

Node object_of(std::span<const Triple> statements, Term term) {
  const auto found = std::ranges::find(statements, term, &Triple::term);
  return found == statements.end() ? nullptr : found->object;
}

}  // namespace

std::string_view class_iri(ActorClass actor_class) { return iris[index(actor_class)]; }

std::string_view class_name(ActorClass actor_class) { return class_iri(actor_class).substr(ent::ns.size()); }

std::optional<ActorClass> class_from_name(std::string_view name) {
  for (std::size_t i = 0; i < actor_class_count; ++i) {
    if (class_name(static_cast<ActorClass>(i)) == name) return static_cast<ActorClass>(i);
  }
  return std::nullopt;
}

ActorClasses::ActorClasses(Graph& graph) : graph_(graph), nodes_() {
  for (std::size_t i = 0; i < actor_class_count; ++i) {
    nodes_[i] = graph.intern_iri(iris[i]);
    nearest_.emplace(nodes_[i], static_cast<ActorClass>(i));
  }
  for (std::size_t i = 0; i < actor_class_count; ++i) ancestors_[i] = ancestors(nodes_[i]);
}

std::vector<Node> ActorClasses::superclasses(Node node) const {
  std::vector<Node> found;
  for (const Triple& statement : graph_.about(node)) {
    if (statement.term == Term::sub_class_of) found.push_back(statement.object);
  }
  const auto known = std::ranges::find(nodes_, node);
  if (known == nodes_.end()) return found;
  const auto super = built_in_superclass(static_cast<ActorClass>(known - nodes_.begin()));
  if (super) found.push_back(nodes_[index(*super)]);
  return found;
}

std::unordered_set<Node> ActorClasses::ancestors(Node node) const {
  std::unordered_set<Node> found = {node};
  std::deque<Node> open = {node};
  for (; !open.empty(); open.pop_front()) {
    for (const Node super : superclasses(open.front())) {
      if (found.insert(super).second) open.push_back(super);
    }
  }
  return found;
}

std::optional<ActorClass> ActorClasses::nearest(Node node) {
  const auto known = nearest_.find(node);
  if (known != nearest_.end()) return known->second;
  std::unordered_set<Node> seen = {node};
  std::deque<Node> open = {node};
  std::optional<ActorClass> answer;
  for (; !open.empty() && !answer; open.pop_front()) {
    const auto built_in = std::ranges::find(nodes_, open.front());
    if (built_in != nodes_.end()) answer = static_cast<ActorClass>(built_in - nodes_.begin());
    for (const Node super : superclasses(open.front())) {
      if (seen.insert(super).second) open.push_back(super);
    }
  }
  nearest_.emplace(node, answer);
  return answer;
}

std::vector<ActorClass> ActorClasses::below(Node node) {
  std::array<bool, actor_class_count> found = {};
  add_below(node, 0, found);
  std::vector<ActorClass> classes;
  for (std::size_t i = 0; i < actor_class_count; ++i) {
    if (found[i]) classes.push_back(static_cast<ActorClass>(i));
  }
  return classes;
}

void ActorClasses::add_below(Node node, int depth, std::array<bool, actor_class_count>& found) {
  if (depth > union_depth_limit) return;
  bool has_any = false;
  for (std::size_t i = 0; i < actor_class_count; ++i) {
    if (!ancestors_[i].contains(node)) continue;
    found[i] = true;
    has_any = true;
  }
  const Node list = object_of(graph_.about(node), Term::union_of);
  if (list != nullptr) {
    add_union(list, depth, found);
  } else if (!has_any) {
    // A user's own class is told apart from its superclass in no text: what fits the one fits the other.
    const std::optional<ActorClass> super = nearest(node);
    if (super) add_below(nodes_[index(*super)], depth + 1, found);
  }
}

void ActorClasses::add_union(Node list, int depth, std::array<bool, actor_class_count>& found) {
  std::unordered_set<Node> seen;
  while (list != nullptr && seen.insert(list).second) {
    const std::span<const Triple> cell = graph_.about(list);
    const Node member = object_of(cell, Term::first);
    if (member != nullptr) add_below(member, depth + 1, found);
    list = object_of(cell, Term::rest);
  }
}

bool ActorClasses::is_below(ActorClass narrow, ActorClass wide) const {
  return ancestors_[index(narrow)].contains(nodes_[index(wide)]);
}

}  // namespace entente
