#pragma once

#include <string_view>

#include "../output_buffer.hpp"
#include "network.hpp"

namespace entente {

/// Writes GEXF 1.3 (https://gexf.net/schema.html) as Gephi reads it: days as intervals, one as `start` and `end`, several as
/// spells.
class GexfWriter final : public NetworkWriter {
 public:
  explicit GexfWriter(ByteSink& sink) : output_(sink) {}

  void begin(const NetworkShape& shape) override;
  void node(const NetworkNode& node) override;
  void edge(const NetworkEdge& edge) override;
  Result<Done> finish() override;

 private:
  void begin_edges();
  void append_content(const NetworkItem& item, const std::vector<NetworkColumn>& columns);

  OutputBuffer output_;
  NetworkShape shape_;
  bool in_edges_ = false;
};

}  // namespace entente
