#include "document_relations.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "../lexical_form.hpp"
#include "../terms.hpp"

namespace entente {
namespace {

void include(const std::optional<Date>& date, DayRuns& days) {
  if (date) days.include(*date);
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

}  // namespace

DocumentRelations::DocumentRelations(const Ontology& ontology, std::string_view language, GraphOptions options)
    : options_(std::move(options)), roll_up_(ontology, language) {}

RelationCounts DocumentRelations::count(const Extraction& extraction, const Identities& names) {
  counts_.story = XXH3_64bits(names.story.data(), names.story.size());
  for (const auto& mention : extraction.mentions) ++node_of(extraction, names, mention.actor).second.mentions;
  for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
    if (!names.claims[i].empty() && counts(extraction.claims[i])) add_claim(extraction, names, extraction.claims[i]);
  }
  for (std::size_t i = 0; i < extraction.quotations.size() && counts_quotations(); ++i) {
    if (!names.quotations[i].empty()) add_quotation(extraction, names, extraction.quotations[i]);
  }
  return std::exchange(counts_, {});
}

bool DocumentRelations::counts(const Claim& claim) const {
  return confidence_hundredths(claim.confidence) / 100.0 >= options_.min_confidence &&
         is_wanted(options_.polarities, claim.polarity) && is_wanted(options_.modalities, claim.modality) &&
         is_wanted(options_.relations, claim.predicate);
}

bool DocumentRelations::counts_quotations() const {
  return is_wanted(options_.polarities, Polarity::positive) && is_wanted(options_.modalities, Modality::asserted) &&
         is_wanted(options_.relations, terms::ent::quotedBy);
}

DocumentRelations::Node& DocumentRelations::node_of(const Extraction& extraction, const Identities& names, ActorIndex actor) {
  const auto& itself = extraction.actors[actor];
  const auto* state = options_.rolls_up ? roll_up_.state_of(names.actors[actor]) : nullptr;
  const auto& known = state == nullptr ? itself : *state;
  auto [place, is_new] = counts_.nodes.try_emplace(state == nullptr ? names.actors[actor] : state->iri);
  auto& node = place->second;
  if (is_new || known.actor_class < node.actor_class) node.actor_class = known.actor_class;
  if (is_new || known.label < node.label) node.label = known.label;
  node.discovered = known.discovered && (is_new || node.discovered);
  include(extraction.document.date, node.days);
  node.documents = node.stories = 1;
  return *place;
}

GraphEdge& DocumentRelations::edge_of(const Node& subject, const Node& object, std::string_view relation) {
  const std::string_view stored = *counts_.relations.emplace(relation).first;
  counts_.connected.insert({subject.first, object.first});
  auto& edge = counts_.edges[{subject.first, object.first, stored}];
  ++edge.claims;
  edge.documents = edge.stories = 1;
  return edge;
}

void DocumentRelations::add_claim(const Extraction& extraction, const Identities& names, const Claim& claim) {
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
  edge.offer({hundredths, names.document, claim.evidence.place.begin, claim.evidence.exact});
}

void DocumentRelations::add_quotation(const Extraction& extraction, const Identities& names, const Quotation& quotation) {
  const auto& speaker = node_of(extraction, names, quotation.speaker);
  const int rank = quotation.kind == QuotationKind::direct ? 1 : 0;
  for (const auto relay : relays(extraction, quotation)) {
    const auto& quoter = node_of(extraction, names, relay);
    if (options_.rolls_up && &speaker == &quoter) continue;
    auto& edge = edge_of(speaker, quoter, terms::ent::quotedBy);
    include(extraction.document.date, edge.days);
    edge.offer({rank, names.document, quotation.evidence.place.begin, quotation.evidence.exact});
  }
}

}  // namespace entente
