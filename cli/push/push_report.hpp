#pragma once

#include <cstdint>
#include <string>

#include "entente/export/graph_spool.hpp"
#include "entente/export/graph_store.hpp"

namespace entente::cli {

/// Says what became of each graph: a line on standard output (state, statements, graph, reason; tab-separated), written out at
/// once, so that it is there whatever comes; and counts for the end.
class PushReport {
 public:
  void add(const GraphSpool::Graph& graph, const PutOutcome& outcome);
  /// For a reason that lies on this side.
  void add_not_sent(const GraphSpool::Graph& graph, const std::string& reason);
  void add_dry(const GraphSpool::Graph& graph);

  /// The last line, for people.
  [[nodiscard]] std::string summary(const std::string& endpoint) const;
  [[nodiscard]] bool all_are_replaced() const { return unchanged_ == 0 && in_doubt_ == 0 && not_sent_ == 0; }

 private:
  std::uint64_t replaced_ = 0;
  std::uint64_t unchanged_ = 0;
  std::uint64_t in_doubt_ = 0;
  std::uint64_t not_sent_ = 0;
  std::uint64_t dry_ = 0;
  std::uint64_t statements_ = 0;  // of the replaced, or of those that would be
};

}  // namespace entente::cli
