#include "gexf_writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "lexical_form.hpp"
#include "terms.hpp"
#include "xml.hpp"

namespace entente {
namespace {

struct Colour {
  int red, green, blue;
};

/// In the order of ActorClass.
constexpr std::array<Colour, actor_class_count> colours{{
    {127, 127, 127},  // actor
    {31, 119, 180},   // state
    {23, 90, 140},    // government
    {214, 39, 40},    // armed forces
    {255, 127, 14},   // armed group
    {148, 103, 189},  // alliance
    {44, 160, 44},    // international organization
    {140, 170, 60},   // organization
    {23, 190, 207},   // NGO
    {227, 119, 194},  // media outlet
    {188, 189, 34},   // person
    {140, 86, 75},    // population
    {170, 170, 170},  // place
    {110, 110, 120},  // facility
}};

/// Gephi drops values of attributes that are not declared, and compares their ids in lower case.
constexpr std::string_view declarations =
    R"(    <attributes class="node" mode="static">
      <attribute id="class" title="Class" type="string"/>
      <attribute id="mentions" title="Mentions" type="long"/>
      <attribute id="documents" title="Documents" type="long"/>
      <attribute id="discovered" title="Discovered" type="boolean"/>
    </attributes>
    <attributes class="edge" mode="static">
      <attribute id="relation" title="Relation" type="string"/>
      <attribute id="claims" title="Claims" type="long"/>
      <attribute id="documents" title="Documents" type="long"/>
      <attribute id="denied" title="Denied share" type="double"/>
      <attribute id="unconfirmed" title="Unconfirmed share" type="double"/>
      <attribute id="confidence" title="Mean confidence" type="double"/>
      <attribute id="evidence" title="Evidence" type="string"/>
    </attributes>
)";

std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

/// Gephi turns "INF" inside any attribute value into "Infinity": a word joiner (U+2060) keeps the letters apart.
std::string without_infinity(std::string text) {
  for (auto at = text.find("INF"); at != std::string::npos; at = text.find("INF", at)) text.insert(at + 1, "\xE2\x81\xA0");
  return text;
}

void append_value(std::string_view attribute, std::string_view value, std::string& out) {
  out.append("          <attvalue");
  append_attribute("for", attribute, out);
  append_attribute("value", without_infinity(on_one_line(value)), out);
  out.append("/>\n");
}

void append_days(const DayRange& days, std::string& out) {
  if (!days.first) return;
  append_attribute("start", to_string(*days.first), out);
  append_attribute("end", to_string(*days.last), out);
}

/// `part` of `whole`, rounded to hundredths. Integers only, so that it is the same everywhere.
std::string share(std::uint64_t part, std::uint64_t whole) {
  return decimal_from_hundredths(static_cast<int>((200 * part + whole) / (2 * whole)));
}

/// The area of a node grows with its mentions.
std::string size_of(const GraphNode& node) {
  const auto tenths = std::lround(40 * std::sqrt(static_cast<double>(node.mentions + 1)));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

/// Gephi merges parallel edges of one kind: the relation's name, or its whole IRI where it is not one of ours.
std::string_view kind_of(std::string_view relation) {
  return relation.starts_with(terms::ent::ns) ? relation.substr(terms::ent::ns.size()) : relation;
}

void append_colour(Colour colour, std::string& out) {
  out.append("        <viz:color");
  append_attribute("r", std::to_string(colour.red), out);
  append_attribute("g", std::to_string(colour.green), out);
  append_attribute("b", std::to_string(colour.blue), out);
  out.append("/>\n");
}

bool has_days(const RelationGraph& graph) {
  for (const auto& [iri, node] : graph.nodes()) {
    if (node.days.first) return true;
  }
  return false;
}

/// The preferred label in `language`, else in English, else any.
std::string_view best_label(const std::vector<Label>& labels, std::string_view language) {
  for (const auto wanted : {language, std::string_view("en"), std::string_view()}) {
    for (const auto& label : labels) {
      if (label.kind == LabelKind::preferred && (wanted.empty() || label.language == wanted)) return label.text;
    }
  }
  return {};
}

}  // namespace

Result<Done> GexfWriter::write(const Extraction& extraction) {
  graph_.add(extraction, identify(extraction, options_.base, hash_));
  return output_.state();
}

Result<Done> GexfWriter::finish() {
  write_graph_tag();
  write_nodes();
  write_edges();
  output_.bytes().append("  </graph>\n</gexf>\n");
  output_.flush();
  return output_.state();
}

void GexfWriter::write_graph_tag() {
  auto& out = output_.bytes();
  out.append(R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta>
    <creator>Entente</creator>
    <description>Who is said to support, attack, control and quote whom</description>
  </meta>
  <graph defaultedgetype="directed" idtype="string")");
  if (has_days(graph_)) out.append(R"( mode="dynamic" timeformat="date" timerepresentation="interval")");
  out.append(">\n").append(declarations);
}

void GexfWriter::write_nodes() {
  output_.bytes().append("    <nodes>\n");
  for (const auto& [iri, node] : graph_.nodes()) write_node(iri, node);
  output_.bytes().append("    </nodes>\n");
}

void GexfWriter::write_node(std::string_view iri, const GraphNode& node) {
  auto& out = output_.bytes();
  out.append("      <node");
  append_attribute("id", iri, out);
  append_attribute("label", on_one_line(node.label.empty() ? iri : std::string_view(node.label)), out);
  append_days(node.days, out);
  out.append(">\n        <attvalues>\n");
  append_value("class", class_name(node.actor_class), out);
  append_value("mentions", std::to_string(node.mentions), out);
  append_value("documents", std::to_string(node.documents), out);
  append_value("discovered", node.discovered ? "true" : "false", out);
  out.append("        </attvalues>\n        <viz:size");
  append_attribute("value", size_of(node), out);
  out.append("/>\n");
  append_colour(colours[static_cast<std::size_t>(node.actor_class)], out);
  out.append("      </node>\n");
  output_.flush_if_full();
}

void GexfWriter::write_edges() {
  output_.bytes().append("    <edges>\n");
  std::uint64_t number = 0;
  for (const auto& [ends, edge] : graph_.edges()) write_edge(number++, ends, edge);
  output_.bytes().append("    </edges>\n");
}

void GexfWriter::write_edge(std::uint64_t number, const RelationGraph::Ends& ends, const GraphEdge& edge) {
  auto& out = output_.bytes();
  out.append("      <edge");
  append_attribute("id", std::to_string(number), out);
  append_attribute("source", ends.subject, out);
  append_attribute("target", ends.object, out);
  append_attribute("kind", kind_of(ends.relation), out);
  append_attribute("label", relation_label(ends.relation), out);
  append_attribute("weight", std::to_string(edge.claims), out);
  append_days(edge.days, out);
  out.append(">\n        <attvalues>\n");
  append_value("relation", ends.relation, out);
  append_value("claims", std::to_string(edge.claims), out);
  append_value("documents", std::to_string(edge.documents), out);
  append_value("denied", share(edge.denied, edge.claims), out);
  append_value("unconfirmed", share(edge.unconfirmed, edge.claims), out);
  if (ends.relation != terms::ent::quotedBy) append_value("confidence", share(edge.hundredths, 100 * edge.claims), out);
  append_value("evidence", edge.best.text, out);
  out.append("        </attvalues>\n      </edge>\n");
  output_.flush_if_full();
}

std::string GexfWriter::relation_label(std::string_view relation) const {
  const auto known = ontology_.relation_by_iri.find(std::string(relation));
  if (known != ontology_.relation_by_iri.end()) {
    const auto label = best_label(ontology_.relations[known->second].labels, options_.language);
    if (!label.empty()) return std::string(label);
  }
  return std::string(terms::local_name(relation));
}

}  // namespace entente
