#pragma once

#include "../output_buffer.hpp"
#include "network.hpp"

namespace entente {

/// Writes GraphML (http://graphml.graphdrawing.org/specification.html). The kind of an edge stands in its attribute `label`, an
/// extension without which Gephi would make one edge of all those between two nodes. The format knows no time: the first and
/// the last day are columns only.
class GraphMlWriter final : public NetworkWriter {
 public:
  explicit GraphMlWriter(ByteSink& sink) : output_(sink) {}

  void begin(const NetworkShape& shape) override;
  void node(const NetworkNode& node) override;
  void edge(const NetworkEdge& edge) override;
  Result<Done> finish() override;

 private:
  void append_content(std::string_view prefix, const NetworkItem& item, const std::vector<NetworkColumn>& columns);

  OutputBuffer output_;
  NetworkShape shape_;
};

}  // namespace entente
