#pragma once

#include "../output_buffer.hpp"
#include "network.hpp"

namespace entente {

/// Writes two tables as the spreadsheet import of Gephi reads them: comma-separated, quoted where needed, a backslash as two,
/// days as intervals in a column Timeset instead of columns of dates.
class CsvWriter final : public NetworkWriter {
 public:
  CsvWriter(ByteSink& nodes, ByteSink& edges) : nodes_(nodes), edges_(edges) {}

  void begin(const NetworkShape& shape) override;
  void node(const NetworkNode& node) override;
  void edge(const NetworkEdge& edge) override;
  Result<Done> finish() override;

 private:
  void append_rest(const NetworkItem& item, const std::vector<NetworkColumn>& columns, std::string& out) const;

  OutputBuffer nodes_;
  OutputBuffer edges_;
  NetworkShape shape_;
};

}  // namespace entente
