#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "entente/ontology/claim.hpp"
#include "identity.hpp"

namespace entente {

/// The first and the last day of something. Holds complete dates only.
struct DayRange {
  std::optional<Date> first;
  std::optional<Date> last;

  /// Widens the range by `date` if that is complete.
  void include(const std::optional<Date>& date);
};

/// An actor over all documents.
struct GraphNode {
  std::string label;
  ActorClass actor_class = ActorClass::actor;
  bool discovered = false;
  std::uint64_t mentions = 0;
  std::uint64_t documents = 0;
  DayRange days;  ///< of publication, and of the claims about it
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
  DayRange days;                 ///< of what is claimed, or of publication where no day is known
  Best best;
  std::uint64_t last_document = 0;
};

/// Who is related to whom, over all documents; the same for any order of these. Grows with actors and pairs of them, not
/// with documents.
class RelationGraph {
 public:
  struct Ends {
    std::string_view subject, object, relation;
    auto operator<=>(const Ends&) const = default;
  };

  void add(const Extraction& extraction, const Identities& names);

  [[nodiscard]] const std::map<std::string, GraphNode>& nodes() const { return nodes_; }  ///< by IRI
  [[nodiscard]] const std::map<Ends, GraphEdge>& edges() const { return edges_; }

 private:
  using Node = std::map<std::string, GraphNode>::value_type;

  Node& node_of(const Extraction& extraction, const Identities& names, ActorIndex actor);
  GraphEdge& edge_of(const Node& subject, const Node& object, std::string_view relation);
  void add_claim(const Extraction& extraction, const Identities& names, const Claim& claim);
  void add_quotation(const Extraction& extraction, const Identities& names, const Quotation& quotation);

  std::map<std::string, GraphNode> nodes_;
  std::set<std::string, std::less<>> relations_;
  std::map<Ends, GraphEdge> edges_;
  std::uint64_t document_ = 0;
};

}  // namespace entente
