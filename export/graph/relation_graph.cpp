#include "relation_graph.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "../lexical_form.hpp"
#include "../terms.hpp"

namespace entente {
namespace {

/// Counts `document` once for a node or edge.
void count_document(auto& item, std::uint64_t document) {
  if (std::exchange(item.last_document, document) != document) ++item.documents;
}

void include(const std::optional<Date>& date, DayRuns& days) {
  if (date) days.include(*date);
}

void offer(GraphEdge::Best& best, GraphEdge::Best other) {
  const auto rank = [](const GraphEdge::Best& b) {
    return std::make_tuple(-b.hundredths, std::string_view(b.document), b.begin);
  };
  if (best.hundredths < 0 || rank(other) < rank(best)) best = std::move(other);
}

std::set<ActorIndex> relays(const Extraction& extraction, const Quotation& quotation) {
  std::set<ActorIndex> all(quotation.relays.begin(), quotation.relays.end());
  if (extraction.publisher) all.insert(*extraction.publisher);
  return all;
}

/// Whether `value` is wanted: it is among the `wanted`, or these are not restricted.
template <typename Wanted>
bool is_wanted(const std::vector<Wanted>& wanted, const auto& value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

void include(const DayRuns& others, DayRuns& days) {
  for (const auto& [first, last] : others.runs()) days.include(first, last);
}

void add_node(const GraphNode& other, GraphNode& node) {
  node.actor_class = std::min(node.actor_class, other.actor_class);
  node.label = std::min(node.label, other.label);
  node.discovered = node.discovered && other.discovered;
  node.mentions += other.mentions;
  node.documents += other.documents;
  include(other.days, node.days);
}

void add_edge(GraphEdge&& other, GraphEdge& edge) {
  edge.claims += other.claims;
  edge.documents += other.documents;
  edge.denied += other.denied;
  edge.unconfirmed += other.unconfirmed;
  edge.hundredths += other.hundredths;
  include(other.days, edge.days);
  offer(edge.best, std::move(other.best));
}

}  // namespace

void RelationCounts::add(RelationCounts&& others) {
  for (auto& [iri, other] : others.nodes) {
    const auto [place, is_new] = nodes.try_emplace(iri, other);
    if (!is_new) add_node(other, place->second);
  }
  for (auto& [ends, other] : others.edges) {
    const std::string_view subject = nodes.find(std::string(ends.subject))->first;
    const std::string_view object = nodes.find(std::string(ends.object))->first;
    connected.insert({subject, object});
    add_edge(std::move(other), edges[{subject, object, *relations.emplace(ends.relation).first}]);
  }
}

std::size_t RelationCounts::bytes() const {
  constexpr std::size_t of_node = 400;  // with what the allocator and the maps need
  constexpr std::size_t of_edge = 700;  // with a sentence
  return nodes.size() * of_node + edges.size() * of_edge;
}

RelationGraph::RelationGraph(const Ontology& ontology, std::string_view language, GraphOptions options)
    : options_(std::move(options)), roll_up_(ontology, language) {}

void RelationGraph::add(const Extraction& extraction, const Identities& names) {
  ++document_;
  for (const auto& mention : extraction.mentions) ++node_of(extraction, names, mention.actor).second.mentions;
  for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
    if (!names.claims[i].empty() && counts(extraction.claims[i])) add_claim(extraction, names, extraction.claims[i]);
  }
  if (!counts_quotations()) return;
  for (std::size_t i = 0; i < extraction.quotations.size(); ++i) {
    if (!names.quotations[i].empty()) add_quotation(extraction, names, extraction.quotations[i]);
  }
}

bool RelationGraph::counts(const Claim& claim) const {
  return confidence_hundredths(claim.confidence) / 100.0 >= options_.min_confidence &&
         is_wanted(options_.polarities, claim.polarity) && is_wanted(options_.modalities, claim.modality) &&
         is_wanted(options_.relations, claim.predicate);
}

bool RelationGraph::counts_quotations() const {
  return is_wanted(options_.polarities, Polarity::positive) && is_wanted(options_.modalities, Modality::asserted) &&
         is_wanted(options_.relations, terms::ent::quotedBy);
}

bool RelationGraph::shows(std::string_view node) const {
  const bool counts_all =
      options_.min_confidence <= 0 && options_.polarities.empty() && options_.modalities.empty() && options_.relations.empty();
  return counts_all || counts_.connected.contains(node);
}

bool RelationGraph::has_days() const {
  return std::ranges::any_of(counts_.nodes, [](const Node& node) { return !node.second.days.empty(); });
}

RelationGraph::Node& RelationGraph::node_of(const Extraction& extraction, const Identities& names, ActorIndex actor) {
  const auto& itself = extraction.actors[actor];
  const auto* state = options_.rolls_up ? roll_up_.state_of(names.actors[actor]) : nullptr;
  const auto& known = state == nullptr ? itself : *state;
  auto [place, is_new] = counts_.nodes.try_emplace(state == nullptr ? names.actors[actor] : state->iri);
  auto& node = place->second;
  if (is_new || known.actor_class < node.actor_class) node.actor_class = known.actor_class;
  if (is_new || known.label < node.label) node.label = known.label;
  node.discovered = known.discovered && (is_new || node.discovered);
  include(extraction.document.date, node.days);
  count_document(node, document_);
  return *place;
}

GraphEdge& RelationGraph::edge_of(const Node& subject, const Node& object, std::string_view relation) {
  const std::string_view stored = *counts_.relations.emplace(relation).first;
  counts_.connected.insert({subject.first, object.first});
  auto& edge = counts_.edges[{subject.first, object.first, stored}];
  ++edge.claims;
  count_document(edge, document_);
  return edge;
}

void RelationGraph::add_claim(const Extraction& extraction, const Identities& names, const Claim& claim) {
  auto& subject = node_of(extraction, names, claim.subject);
  auto& object = node_of(extraction, names, claim.object);
  if (options_.rolls_up && &subject == &object) return;
  auto& edge = edge_of(subject, object, claim.predicate);
  const auto hundredths = confidence_hundredths(claim.confidence);
  edge.denied += claim.polarity == Polarity::negative;
  edge.unconfirmed += claim.modality == Modality::unconfirmed;
  edge.hundredths += static_cast<std::uint64_t>(hundredths);
  for (auto* days : {&edge.days, &subject.second.days, &object.second.days}) {
    include(claim.date ? claim.date : extraction.document.date, *days);
  }
  offer(edge.best, {hundredths, names.document, claim.evidence.place.begin, claim.evidence.exact});
}

void RelationGraph::add_quotation(const Extraction& extraction, const Identities& names, const Quotation& quotation) {
  const auto& speaker = node_of(extraction, names, quotation.speaker);
  const int rank = quotation.kind == QuotationKind::direct ? 1 : 0;
  for (const auto relay : relays(extraction, quotation)) {
    const auto& quoter = node_of(extraction, names, relay);
    if (options_.rolls_up && &speaker == &quoter) continue;
    auto& edge = edge_of(speaker, quoter, terms::ent::quotedBy);
    include(extraction.document.date, edge.days);
    offer(edge.best, {rank, names.document, quotation.evidence.place.begin, quotation.evidence.exact});
  }
}

}  // namespace entente
