#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "../recent_names.hpp"
#include "day_runs.hpp"
#include "entente/export/writer.hpp"

namespace entente {

/// An actor over all documents.
struct GraphNode {
  std::string label;
  ActorClass actor_class = ActorClass::actor;
  bool discovered = false;
  std::uint64_t mentions = 0;
  std::uint64_t documents = 0;
  std::uint64_t stories = 0;  ///< that the documents tell
  DayRuns days;               ///< of publication, and of the claims about it
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

  /// Takes the evidence where it is the best.
  void offer(Best evidence);

  std::uint64_t claims = 0;
  std::uint64_t documents = 0;
  std::uint64_t stories = 0;  ///< that the documents tell
  std::uint64_t denied = 0;
  std::uint64_t unconfirmed = 0;
  std::uint64_t hundredths = 0;  ///< of confidence, summed; 0 for quotations, which have none
  DayRuns days;                  ///< of what is claimed, or of publication where no date is known
  Best best;
};

/// What one document comes to, or several add up to: the same for any order of these, and for any sums in between. Grows with
/// actors, pairs of them and days, not with documents.
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

  std::uint64_t story = 0;  ///< of a single document: a hash of its IRI, or of that which told its story first
  std::map<std::string, GraphNode> nodes;
  std::set<std::string, std::less<>> relations;
  std::set<std::string_view> connected;  ///< nodes at an end of an edge
  std::map<Ends, GraphEdge> edges;
};

/// Who is related to whom, over all documents.
class RelationGraph {
 public:
  using Ends = RelationCounts::Ends;

  explicit RelationGraph(GraphOptions options) : options_(std::move(options)) {}

  /// Adds what a document comes to, counted with the same options. An actor or an edge counts each story once. Which stories it
  /// has counted is forgotten some 20,000 documents later (RecentNames): one that comes again then counts again.
  void add(RelationCounts&& document);

  [[nodiscard]] const GraphOptions& options() const { return options_; }
  /// By IRI. With claims left out, those at an end of an edge.
  [[nodiscard]] const std::map<std::string, GraphNode>& nodes() const { return counts_.nodes; }
  [[nodiscard]] const std::map<Ends, GraphEdge>& edges() const { return counts_.edges; }
  /// Whether `node` is to be shown: always, but for one without an edge where claims are left out.
  [[nodiscard]] bool shows(std::string_view node) const;
  [[nodiscard]] bool has_days() const;

 private:
  GraphOptions options_;
  RelationCounts counts_;
  RecentNames told_;  ///< stories of nodes and edges
};

}  // namespace entente
