#include "graphml_writer.hpp"

#include <string>
#include <string_view>

#include "../xml.hpp"

namespace entente {
namespace {

/// The keys of nodes and of edges share one space of ids: those of edges begin with this, but for the ones that Gephi knows.
constexpr std::string_view edge_prefix = "edge_";

void append_key(std::string_view id, std::string_view of, std::string_view name, std::string_view type, std::string& out) {
  out.append("  <key");
  append_attribute("id", id, out);
  append_attribute("for", of, out);
  append_attribute("attr.name", name, out);
  append_attribute("attr.type", type, out);
  out.append("/>\n");
}

void append_keys(std::string_view of, std::string_view prefix, const std::vector<NetworkColumn>& columns, std::string& out) {
  constexpr std::string_view types[] = {"string", "boolean", "long", "double", "string", "string"};
  append_key(std::string(prefix).append("label"), of, "label", "string", out);
  for (const std::string_view part : {"r", "g", "b"}) append_key(std::string(prefix).append(part), of, part, "int", out);
  for (const auto& column : columns) {
    append_key(std::string(prefix).append(column.id), of, column.title, types[static_cast<std::size_t>(column.type)], out);
  }
}

void append_data(std::string_view prefix, std::string_view key, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out.append("      <data");
  append_attribute("key", std::string(prefix).append(key), out);
  out.push_back('>');
  append_xml(value, out);
  out.append("</data>\n");
}

std::string value_of(const NetworkColumn& column, const std::string& value) {
  return column.type == NetworkColumn::Type::strings ? quoted_list(value) : on_one_line(value);
}

}  // namespace

void GraphMlWriter::begin(const NetworkShape& shape) {
  shape_ = shape;
  auto& out = output_.bytes();
  out.append(R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <desc>)");
  append_xml(shape.description, out);
  out.append("</desc>\n");
  append_keys("node", "", shape.node_columns, out);
  append_key("size", "node", "size", "double", out);
  append_keys("edge", edge_prefix, shape.edge_columns, out);
  append_key("weight", "edge", "weight", "double", out);
  append_key("edge_kind", "edge", "Kind", "string", out);
  out.append("  <graph edgedefault=\"directed\">\n");
}

void GraphMlWriter::node(const NetworkNode& node) {
  auto& out = output_.bytes();
  out.append("    <node");
  append_attribute("id", node.id, out);
  out.append(">\n");
  append_content("", node, shape_.node_columns);
  append_data("", "size", node.size, out);
  out.append("    </node>\n");
  output_.flush_if_full();
}

void GraphMlWriter::edge(const NetworkEdge& edge) {
  auto& out = output_.bytes();
  out.append("    <edge");
  append_attribute("id", edge.id, out);
  append_attribute("source", edge.source, out);
  append_attribute("target", edge.target, out);
  append_attribute("label", edge.kind, out);
  out.append(">\n");
  append_content(edge_prefix, edge, shape_.edge_columns);
  append_data("", "weight", std::to_string(edge.weight), out);
  append_data(edge_prefix, "kind", edge.kind, out);
  out.append("    </edge>\n");
  output_.flush_if_full();
}

void GraphMlWriter::append_content(std::string_view prefix, const NetworkItem& item, const std::vector<NetworkColumn>& columns) {
  auto& out = output_.bytes();
  append_data(prefix, "label", on_one_line(item.label), out);
  append_data(prefix, "r", std::to_string(item.colour.red), out);
  append_data(prefix, "g", std::to_string(item.colour.green), out);
  append_data(prefix, "b", std::to_string(item.colour.blue), out);
  for (std::size_t i = 0; i < columns.size(); ++i) append_data(prefix, columns[i].id, value_of(columns[i], item.values[i]), out);
}

Result<Done> GraphMlWriter::finish() {
  output_.bytes().append("  </graph>\n</graphml>\n");
  output_.flush();
  return output_.state();
}

}  // namespace entente
