#include "roll_up.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

namespace entente {
namespace {

bool is_rolled_up(ActorClass actor_class) {
  return actor_class == ActorClass::government || actor_class == ActorClass::armed_forces ||
         actor_class == ActorClass::armed_group;
}

/// On whose behalf one of `actors` acts, or what it is part of; without those `seen`.
std::vector<ActorId> step(const Ontology& ontology, const std::vector<ActorId>& actors, std::set<ActorId>& seen) {
  std::vector<ActorId> next;
  for (const auto actor : actors) {
    for (const auto* links : {&ontology.actors[actor].acts_for, &ontology.actors[actor].part_of}) {
      std::ranges::copy_if(*links, std::back_inserter(next), [&](ActorId id) { return seen.insert(id).second; });
    }
  }
  return next;
}

}  // namespace

const ActorNode* RollUp::state_of(const std::string& iri) {
  auto [place, is_new] = found_.try_emplace(iri);
  if (is_new) place->second = find(iri);
  return place->second ? &*place->second : nullptr;
}

std::optional<ActorNode> RollUp::find(const std::string& iri) const {
  const auto known = ontology_.actor_by_iri.find(iri);
  if (known == ontology_.actor_by_iri.end() || !is_rolled_up(ontology_.actors[known->second].actor_class)) return std::nullopt;
  std::set<ActorId> seen{known->second};
  const auto by_iri = [&](ActorId id) -> const std::string& { return ontology_.actors[id].iri; };
  for (auto actors = step(ontology_, {known->second}, seen); !actors.empty(); actors = step(ontology_, actors, seen)) {
    std::ranges::sort(actors, {}, by_iri);
    const auto is_state = [&](ActorId id) { return ontology_.actors[id].actor_class == ActorClass::state; };
    const auto state = std::ranges::find_if(actors, is_state);
    if (state == actors.end()) continue;
    return ActorNode{by_iri(*state), std::string(ontology_.preferred_label(*state, language_)), ActorClass::state, false};
  }
  return std::nullopt;
}

}  // namespace entente
