#include "relation_graph.hpp"

#include <algorithm>
#include <initializer_list>
#include <tuple>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace entente {
namespace {

void include(const DayRuns& others, DayRuns& days) {
  for (const auto& [first, last] : others.runs()) days.include(first, last);
}

void add_node(const GraphNode& other, GraphNode& node) {
  node.actor_class = std::min(node.actor_class, other.actor_class);
  node.label = std::min(node.label, other.label);
  node.discovered = node.discovered && other.discovered;
  node.mentions += other.mentions;
  node.documents += other.documents;
  node.stories += other.stories;
  include(other.days, node.days);
}

void add_edge(GraphEdge&& other, GraphEdge& edge) {
  edge.claims += other.claims;
  edge.documents += other.documents;
  edge.stories += other.stories;
  edge.denied += other.denied;
  edge.unconfirmed += other.unconfirmed;
  edge.hundredths += other.hundredths;
  include(other.days, edge.days);
  edge.offer(std::move(other.best));
}

/// Of a story that an item counts; the item by its IRIs.
std::uint64_t hash_of(std::uint64_t story, std::initializer_list<std::string_view> item) {
  for (const auto iri : item) story = XXH3_64bits_withSeed(iri.data(), iri.size(), story + 1);
  return story;
}

}  // namespace

void GraphEdge::offer(Best evidence) {
  const auto rank = [](const Best& b) { return std::make_tuple(-b.hundredths, std::string_view(b.document), b.begin); };
  if (best.hundredths < 0 || rank(evidence) < rank(best)) best = std::move(evidence);
}

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

void RelationGraph::add(RelationCounts&& document) {
  for (auto& [iri, node] : document.nodes) node.stories = told_.add(hash_of(document.story, {iri})) ? 1 : 0;
  for (auto& [ends, edge] : document.edges) {
    edge.stories = told_.add(hash_of(document.story, {ends.subject, ends.object, ends.relation})) ? 1 : 0;
  }
  counts_.add(std::move(document));
}

bool RelationGraph::shows(std::string_view node) const {
  const bool counts_all =
      options_.min_confidence <= 0 && options_.polarities.empty() && options_.modalities.empty() && options_.relations.empty();
  return counts_all || counts_.connected.contains(node);
}

bool RelationGraph::has_days() const {
  return std::ranges::any_of(counts_.nodes, [](const auto& node) { return !node.second.days.empty(); });
}

}  // namespace entente
