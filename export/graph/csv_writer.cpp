#include "csv_writer.hpp"

#include <string>
#include <string_view>

#include "../utf8.hpp"

namespace entente {
namespace {

/// A field, between quotation marks where it must (RFC 4180). Gephi takes a backslash for an escape, quoted or not.
void append_field(std::string_view text, std::string& out) {
  std::string storage;
  const std::string line = on_one_line(portable_text(text, storage));
  const bool is_quoted = line.find_first_of(",\"\\ ") != std::string::npos;
  if (is_quoted) out.push_back('"');
  for (const char c : line) {
    if (c == '"' || c == '\\') out.push_back(c);
    out.push_back(c);
  }
  if (is_quoted) out.push_back('"');
}

void append_next(std::string_view text, std::string& out) {
  out.push_back(',');
  append_field(text, out);
}

/// <[2024-11-29, 2024-11-30]; [2024-12-02, 2024-12-02]>
std::string intervals(const DayRuns* days) {
  if (days == nullptr || days->empty()) return {};
  std::string text = "<";
  for (const auto& [first, last] : days->runs()) {
    if (text.size() > 1) text.append("; ");
    text.append("[").append(to_string(date_from_days(first))).append(", ").append(to_string(date_from_days(last))).append("]");
  }
  return text.append(">");
}

/// Gephi takes a column of dates for time stamps, which it does not have beside intervals: Timeset says the same.
bool is_left_out(const NetworkShape& shape, const NetworkColumn& column) {
  return shape.is_dynamic && column.type == NetworkColumn::Type::date;
}

void append_titles(const NetworkShape& shape, const std::vector<NetworkColumn>& columns, std::string& out) {
  if (shape.is_dynamic) append_next("Timeset", out);
  for (const auto& column : columns) {
    if (!is_left_out(shape, column)) append_next(column.title, out);
  }
  out.push_back('\n');
}

}  // namespace

void CsvWriter::begin(const NetworkShape& shape) {
  shape_ = shape;
  nodes_.bytes().append("Id,Label");
  append_titles(shape, shape.node_columns, nodes_.bytes());
  edges_.bytes().append("Source,Target,Type,Kind,Id,Label,Weight");
  append_titles(shape, shape.edge_columns, edges_.bytes());
}

void CsvWriter::node(const NetworkNode& node) {
  auto& out = nodes_.bytes();
  append_field(node.id, out);
  append_next(node.label, out);
  append_rest(node, shape_.node_columns, out);
  nodes_.flush_if_full();
}

void CsvWriter::edge(const NetworkEdge& edge) {
  auto& out = edges_.bytes();
  append_field(edge.source, out);
  append_next(edge.target, out);
  append_next("Directed", out);
  append_next(edge.kind, out);
  append_next(edge.id, out);
  append_next(edge.label, out);
  append_next(std::to_string(edge.weight), out);
  append_rest(edge, shape_.edge_columns, out);
  edges_.flush_if_full();
}

void CsvWriter::append_rest(const NetworkItem& item, const std::vector<NetworkColumn>& columns, std::string& out) const {
  if (shape_.is_dynamic) append_next(intervals(item.days), out);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (is_left_out(shape_, columns[i])) continue;
    const bool is_list = columns[i].type == NetworkColumn::Type::strings;
    append_next(is_list ? quoted_list(item.values[i]) : item.values[i], out);
  }
  out.push_back('\n');
}

Result<Done> CsvWriter::finish() {
  nodes_.flush();
  if (auto state = nodes_.state(); !state) return state;
  edges_.flush();
  return edges_.state();
}

}  // namespace entente
