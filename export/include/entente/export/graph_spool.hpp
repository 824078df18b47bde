#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entente/export/graph_store.hpp"
#include "entente/export/quad.hpp"
#include "entente/ontology/result.hpp"

namespace entente {

/// Sorts statements by their graph, so that each graph can be sent in one piece however its statements came. They lie in a file
/// that has no name and is gone with the program; in memory there are the names of the graphs and at most some 32 MB of
/// statements.
class GraphSpool final : public QuadSink {
 public:
  /// A graph and what is known of it.
  struct Graph {
    std::string name;              ///< IRI, or label of a blank node behind "_:"; empty: the default graph
    std::uint64_t statements = 0;  ///< as they came, repeated ones too
    std::uint64_t bytes = 0;       ///< of its body
  };

  /// `folder` must be writable. Fails with Error::Kind::io.
  static Result<GraphSpool> create(const std::string& folder);

  GraphSpool(GraphSpool&&) noexcept;
  GraphSpool& operator=(GraphSpool&&) noexcept;
  ~GraphSpool() override;

  void quad(const QuadView& quad) override;
  [[nodiscard]] bool takes_more() const override;
  /// Whether all could be kept so far; fails with Error::Kind::io.
  Result<Done> end_block() override;
  /// To be called before bodies are read.
  Result<Done> finish() override;

  /// In the order in which they came first.
  [[nodiscard]] const std::vector<Graph>& graphs() const;
  /// Place in `graphs()` of the graph of the last statement.
  [[nodiscard]] std::size_t last() const;
  /// The statements of a graph. The spool must outlive it.
  [[nodiscard]] std::unique_ptr<GraphBody> body(std::size_t graph) const;

  /// Statements with an IRI of more than 1,800 bytes, or a literal of more than a megabyte: more than some stores take.
  [[nodiscard]] std::uint64_t oversized() const;

 private:
  struct State;
  explicit GraphSpool(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace entente
