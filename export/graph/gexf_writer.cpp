#include "gexf_writer.hpp"

#include <string>

#include "../xml.hpp"

namespace entente {
namespace {

/// Gephi drops values of attributes that are not declared.
void append_declarations(std::string_view of, const std::vector<NetworkColumn>& columns, std::string& out) {
  constexpr std::string_view types[] = {"string", "boolean", "long", "double", "string", "liststring"};
  out.append("    <attributes class=\"").append(of).append("\" mode=\"static\">\n");
  for (const auto& column : columns) {
    out.append("      <attribute");
    append_attribute("id", column.id, out);
    append_attribute("title", column.title, out);
    append_attribute("type", types[static_cast<std::size_t>(column.type)], out);
    out.append("/>\n");
  }
  out.append("    </attributes>\n");
}

/// Gephi turns "INF" inside any attribute value into "Infinity": a word joiner (U+2060) keeps the letters apart.
std::string without_infinity(std::string text) {
  for (auto at = text.find("INF"); at != std::string::npos; at = text.find("INF", at)) text.insert(at + 1, "\xE2\x81\xA0");
  return text;
}

std::string value_of(const NetworkColumn& column, const std::string& value) {
  return without_infinity(column.type == NetworkColumn::Type::strings ? quoted_list(value) : on_one_line(value));
}

void append_values(const std::vector<NetworkColumn>& columns, const std::vector<std::string>& values, std::string& out) {
  out.append("        <attvalues>\n");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (values[i].empty()) continue;
    out.append("          <attvalue");
    append_attribute("for", columns[i].id, out);
    append_attribute("value", value_of(columns[i], values[i]), out);
    out.append("/>\n");
  }
  out.append("        </attvalues>\n");
}

void append_run(std::int32_t first, std::int32_t last, std::string& out) {
  append_attribute("start", to_string(date_from_days(first)), out);
  append_attribute("end", to_string(date_from_days(last)), out);
}

/// A single run stands with the attributes of its item.
void append_single_run(const DayRuns* days, std::string& out) {
  if (days == nullptr || days->runs().size() != 1) return;
  append_run(days->runs().begin()->first, days->runs().begin()->second, out);
}

void append_spells(const DayRuns* days, std::string& out) {
  if (days == nullptr || days->runs().size() < 2) return;
  out.append("        <spells>\n");
  for (const auto& [first, last] : days->runs()) {
    out.append("          <spell");
    append_run(first, last, out);
    out.append("/>\n");
  }
  out.append("        </spells>\n");
}

void append_colour(Colour colour, std::string& out) {
  out.append("        <viz:color");
  append_attribute("r", std::to_string(colour.red), out);
  append_attribute("g", std::to_string(colour.green), out);
  append_attribute("b", std::to_string(colour.blue), out);
  out.append("/>\n");
}

}  // namespace

void GexfWriter::begin(const NetworkShape& shape) {
  shape_ = shape;
  auto& out = output_.bytes();
  out.append(R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta>
    <creator>Entente</creator>
    <description>)");
  append_xml(shape.description, out);
  out.append(R"(</description>
  </meta>
  <graph defaultedgetype="directed" idtype="string")");
  if (shape.is_dynamic) out.append(R"( mode="dynamic" timeformat="date" timerepresentation="interval")");
  out.append(">\n");
  append_declarations("node", shape.node_columns, out);
  append_declarations("edge", shape.edge_columns, out);
  out.append("    <nodes>\n");
}

void GexfWriter::node(const NetworkNode& node) {
  auto& out = output_.bytes();
  out.append("      <node");
  append_attribute("id", node.id, out);
  append_attribute("label", on_one_line(node.label), out);
  append_single_run(node.days, out);
  out.append(">\n");
  append_content(node, shape_.node_columns);
  out.append("        <viz:size");
  append_attribute("value", node.size, out);
  out.append("/>\n");
  append_colour(node.colour, out);
  out.append("      </node>\n");
  output_.flush_if_full();
}

void GexfWriter::edge(const NetworkEdge& edge) {
  begin_edges();
  auto& out = output_.bytes();
  out.append("      <edge");
  append_attribute("id", edge.id, out);
  append_attribute("source", edge.source, out);
  append_attribute("target", edge.target, out);
  append_attribute("kind", edge.kind, out);
  append_attribute("label", on_one_line(edge.label), out);
  append_attribute("weight", std::to_string(edge.weight), out);
  append_single_run(edge.days, out);
  out.append(">\n");
  append_content(edge, shape_.edge_columns);
  append_colour(edge.colour, out);
  out.append("      </edge>\n");
  output_.flush_if_full();
}

void GexfWriter::append_content(const NetworkItem& item, const std::vector<NetworkColumn>& columns) {
  append_values(columns, item.values, output_.bytes());
  append_spells(item.days, output_.bytes());
}

void GexfWriter::begin_edges() {
  if (in_edges_) return;
  in_edges_ = true;
  output_.bytes().append("    </nodes>\n    <edges>\n");
}

Result<Done> GexfWriter::finish() {
  begin_edges();
  output_.bytes().append("    </edges>\n  </graph>\n</gexf>\n");
  output_.flush();
  return output_.state();
}

}  // namespace entente
