#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "../identity.hpp"
#include "day_runs.hpp"
#include "entente/export/writer.hpp"
#include "roll_up.hpp"

namespace entente {

/// An actor over all documents.
struct GraphNode {
  std::string label;
  ActorClass actor_class = ActorClass::actor;
  bool discovered = false;
  std::uint64_t mentions = 0;
  std::uint64_t documents = 0;
  DayRuns days;  ///< of publication, and of the claims about it
  std::uint64_t last_document = 0;
};

/// All claims of one relation between one subject and one object; or, for ent:quotedBy, all quotations.
struct GraphEdge {
  /// The evidence to show: of the highest confidence, then of the first document and place.
  struct Best {
    int hundredths = -1;
    std::string document;
    std::uint32_t begin = 0;
    std::string text;
  };

  std::uint64_t claims = 0;
  std::uint64_t documents = 0;
  std::uint64_t denied = 0;
  std::uint64_t unconfirmed = 0;
  std::uint64_t hundredths = 0;  ///< of confidence, summed; 0 for quotations, which have none
  DayRuns days;                  ///< of what is claimed, or of publication where no date is known
  Best best;
  std::uint64_t last_document = 0;
};

/// What documents add up to: the same for any order of these, and for any sums in between. Grows with actors, pairs of them and
/// days, not with documents.
struct RelationCounts {
  struct Ends {
    std::string_view subject, object, relation;
    auto operator<=>(const Ends&) const = default;
  };

  RelationCounts() = default;
  RelationCounts(RelationCounts&&) = default;  // no copies: the views point into the maps
  RelationCounts& operator=(RelationCounts&&) = default;

  /// Adds what other documents add up to.
  void add(RelationCounts&& others);
  /// Memory, roughly.
  [[nodiscard]] std::size_t bytes() const;

  std::map<std::string, GraphNode> nodes;
  std::set<std::string, std::less<>> relations;
  std::set<std::string_view> connected;  ///< nodes at an end of an edge
  std::map<Ends, GraphEdge> edges;
};

/// Who is related to whom, over all documents.
class RelationGraph {
 public:
  using Ends = RelationCounts::Ends;

  /// `ontology` must outlive the graph: by it actors are rolled up.
  RelationGraph(const Ontology& ontology, std::string_view language, GraphOptions options);

  void add(const Extraction& extraction, const Identities& names);
  /// Adds what another graph with the same options took.
  void add(RelationCounts&& counts) { counts_.add(std::move(counts)); }
  /// All that was added; the graph is empty again.
  [[nodiscard]] RelationCounts take() { return std::exchange(counts_, {}); }

  /// By IRI. With claims left out, those at an end of an edge.
  [[nodiscard]] const std::map<std::string, GraphNode>& nodes() const { return counts_.nodes; }
  [[nodiscard]] const std::map<Ends, GraphEdge>& edges() const { return counts_.edges; }
  /// Whether `node` is to be shown: always, but for one without an edge where claims are left out.
  [[nodiscard]] bool shows(std::string_view node) const;
  [[nodiscard]] bool has_days() const;

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
  std::uint64_t document_ = 0;
};

}  // namespace entente
