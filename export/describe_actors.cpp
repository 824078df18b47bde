#include "describe_actors.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "terms.hpp"

namespace entente {
namespace {

using namespace terms;

/// An actor to describe: one of the ontology, or what the document knows of another.
struct Subject {
  ActorId in_ontology = no_id;
  const ActorNode* node = nullptr;
};

/// In order of IRI, each once.
using Subjects = std::map<std::string_view, Subject>;

constexpr std::vector<ActorId> Actor::*links[] = {&Actor::acts_for, &Actor::part_of, &Actor::located_in};
constexpr std::string_view link_predicates[] = {ent::actsFor, ent::partOf, ent::locatedIn};

void add_with_all_linked(const Ontology& ontology, ActorId first, Subjects& subjects) {
  std::vector<ActorId> waiting{first};
  while (!waiting.empty()) {
    const auto id = waiting.back();
    waiting.pop_back();
    const auto& actor = ontology.actors[id];
    if (!subjects.emplace(actor.iri, Subject{id, nullptr}).second) continue;
    for (const auto link : links) waiting.insert(waiting.end(), (actor.*link).begin(), (actor.*link).end());
  }
}

Subjects subjects_of(const Ontology& ontology, const Extraction& extraction, const Identities& names) {
  Subjects subjects;
  for (std::size_t i = 0; i < extraction.actors.size(); ++i) {
    const auto known = ontology.actor_by_iri.find(names.actors[i]);
    if (known != ontology.actor_by_iri.end())
      add_with_all_linked(ontology, known->second, subjects);
    else
      subjects.emplace(names.actors[i], Subject{no_id, &extraction.actors[i]});
  }
  return subjects;
}

std::string_view class_iri(ActorClass actor_class) {
  static const auto iris = [] {
    std::array<std::string, actor_class_count> made;
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = std::string(ent::ns).append(class_name(static_cast<ActorClass>(i)));
    return made;
  }();
  return iris[static_cast<std::size_t>(actor_class)];
}

std::vector<const Label*> preferred_labels(const Actor& actor) {
  std::vector<const Label*> labels;
  for (const Label& label : actor.labels)
    if (label.kind == LabelKind::preferred) labels.push_back(&label);
  std::ranges::sort(labels, {}, [](const Label* label) { return std::tie(label->language, label->text); });
  return labels;
}

std::vector<std::string_view> iris(const Ontology& ontology, const std::vector<ActorId>& actors) {
  std::vector<std::string_view> sorted;
  for (const auto id : actors) sorted.push_back(ontology.actors[id].iri);
  std::ranges::sort(sorted);
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

void describe_known(const Ontology& ontology, const Actor& actor, NodeDescription& out) {
  out.link(rdf::type, class_iri(actor.actor_class));
  for (const Label* label : preferred_labels(actor)) out.text(skos::prefLabel, label->text, label->language);
  for (std::size_t i = 0; i < std::size(links); ++i) {
    for (const auto iri : iris(ontology, actor.*links[i])) out.link(link_predicates[i], iri);
  }
}

void describe_other(const ActorNode& node, std::string_view language, NodeDescription& out) {
  out.link(rdf::type, class_iri(node.actor_class));
  out.text(skos::prefLabel, node.label, language);
  if (node.discovered) out.value(ent::discovered, "true", xsd::boolean);
}

/// Of what a description depends on: two actors of other documents may share an IRI and differ in the rest.
std::uint64_t content_of(std::string_view iri, const Subject& subject, std::string_view language) {
  std::string key(iri);
  if (subject.node != nullptr) {
    key.append({'\x1f', static_cast<char>('a' + static_cast<int>(subject.node->actor_class))});
    key.append(subject.node->label).append({'\x1f'}).append(language);
  }
  return XXH3_64bits(key.data(), key.size());
}

}  // namespace

void describe_actors(const Ontology& ontology, const Extraction& extraction, const Identities& names, std::string_view language,
                     NodeDescription& out, const std::function<void(std::uint64_t)>& after_actor) {
  for (const auto& [iri, subject] : subjects_of(ontology, extraction, names)) {
    out.about(iri);
    if (subject.node == nullptr)
      describe_known(ontology, ontology.actors[subject.in_ontology], out);
    else
      describe_other(*subject.node, language, out);
    after_actor(content_of(iri, subject, language));
  }
}

}  // namespace entente
