#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "content_hash.hpp"
#include "entente/export/writer.hpp"
#include "output_buffer.hpp"
#include "relation_graph.hpp"

namespace entente {

/// Writes GEXF 1.3 (https://gexf.net/schema.html) for Gephi: a node per actor, an edge per subject, object and relation, days
/// for the timeline. All is written by `finish`.
class GexfWriter final : public ExtractionWriter {
 public:
  GexfWriter(const Ontology& ontology, const WriterOptions& options, ByteSink& sink)
      : ontology_(ontology), options_(options), output_(sink) {}

  Result<Done> write(const Extraction& extraction) override;
  Result<Done> finish() override;

 private:
  void write_graph_tag();
  void write_nodes();
  void write_edges();
  void write_node(std::string_view iri, const GraphNode& node);
  void write_edge(std::uint64_t number, const RelationGraph::Ends& ends, const GraphEdge& edge);
  [[nodiscard]] std::string relation_label(std::string_view relation) const;

  const Ontology& ontology_;
  WriterOptions options_;
  OutputBuffer output_;
  ContentHash hash_;
  RelationGraph graph_;
};

}  // namespace entente
