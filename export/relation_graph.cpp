#include "relation_graph.hpp"

#include <tuple>
#include <utility>

#include "lexical_form.hpp"
#include "terms.hpp"

namespace entente {
namespace {

/// Counts `document` once for a node or edge.
void count_document(auto& item, std::uint64_t document) {
  if (std::exchange(item.last_document, document) != document) ++item.documents;
}

bool is_complete(const std::optional<Date>& date) { return date && date->day != 0; }

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

}  // namespace

void DayRange::include(const std::optional<Date>& date) {
  if (!is_complete(date)) return;
  if (!first || *date < *first) first = date;
  if (!last || *last < *date) last = date;
}

void RelationGraph::add(const Extraction& extraction, const Identities& names) {
  ++document_;
  for (const auto& mention : extraction.mentions) ++node_of(extraction, names, mention.actor).second.mentions;
  for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
    if (!names.claims[i].empty()) add_claim(extraction, names, extraction.claims[i]);
  }
  for (std::size_t i = 0; i < extraction.quotations.size(); ++i) {
    if (!names.quotations[i].empty()) add_quotation(extraction, names, extraction.quotations[i]);
  }
}

RelationGraph::Node& RelationGraph::node_of(const Extraction& extraction, const Identities& names, ActorIndex actor) {
  const auto& known = extraction.actors[actor];
  auto [place, is_new] = nodes_.try_emplace(names.actors[actor]);
  auto& node = place->second;
  if (is_new || known.actor_class < node.actor_class) node.actor_class = known.actor_class;
  if (is_new || known.label < node.label) node.label = known.label;
  node.discovered = known.discovered;
  node.days.include(extraction.document.date);
  count_document(node, document_);
  return *place;
}

GraphEdge& RelationGraph::edge_of(const Node& subject, const Node& object, std::string_view relation) {
  const std::string_view stored = *relations_.emplace(relation).first;
  auto& edge = edges_[{subject.first, object.first, stored}];
  ++edge.claims;
  count_document(edge, document_);
  return edge;
}

void RelationGraph::add_claim(const Extraction& extraction, const Identities& names, const Claim& claim) {
  auto& subject = node_of(extraction, names, claim.subject);
  auto& object = node_of(extraction, names, claim.object);
  auto& edge = edge_of(subject, object, claim.predicate);
  const auto hundredths = confidence_hundredths(claim.confidence);
  edge.denied += claim.polarity == Polarity::negative;
  edge.unconfirmed += claim.modality == Modality::unconfirmed;
  edge.hundredths += static_cast<std::uint64_t>(hundredths);
  for (auto* days : {&edge.days, &subject.second.days, &object.second.days}) {
    days->include(is_complete(claim.date) ? claim.date : extraction.document.date);
  }
  offer(edge.best, {hundredths, names.document, claim.evidence.place.begin, claim.evidence.exact});
}

void RelationGraph::add_quotation(const Extraction& extraction, const Identities& names, const Quotation& quotation) {
  const auto& speaker = node_of(extraction, names, quotation.speaker);
  const int rank = quotation.kind == QuotationKind::direct ? 1 : 0;
  for (const auto relay : relays(extraction, quotation)) {
    auto& edge = edge_of(speaker, node_of(extraction, names, relay), terms::ent::quotedBy);
    edge.days.include(extraction.document.date);
    offer(edge.best, {rank, names.document, quotation.evidence.place.begin, quotation.evidence.exact});
  }
}

}  // namespace entente
