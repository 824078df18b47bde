#include "relation_network.hpp"

#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "../lexical_form.hpp"
#include "../terms.hpp"

namespace entente {
namespace {

/// In the order of ActorClass.
constexpr std::array<Colour, actor_class_count> class_colours{{
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

constexpr std::array<std::pair<std::string_view, Colour>, 4> relation_colours{{
    {terms::ent::supports, {60, 150, 80}},
    {terms::ent::attacks, {200, 60, 60}},
    {terms::ent::controls, {70, 110, 190}},
    {terms::ent::quotedBy, {190, 190, 190}},
}};
constexpr Colour colour_of_other_relations{150, 120, 170};

using enum NetworkColumn::Type;

NetworkShape shape(bool is_dynamic) {
  return {"Who is said to support, attack, control and quote whom",
          is_dynamic,
          {{"class", "Class", string},
           {"mentions", "Mentions", integer},
           {"documents", "Documents", integer},
           {"stories", "Stories", integer},
           {"first", "First date", date},
           {"last", "Last date", date},
           {"discovered", "Discovered", boolean}},
          {{"relation", "Relation", string},
           {"claims", "Claims", integer},
           {"documents", "Documents", integer},
           {"stories", "Stories", integer},
           {"first", "First date", date},
           {"last", "Last date", date},
           {"denied", "Denied share", decimal},
           {"unconfirmed", "Unconfirmed share", decimal},
           {"confidence", "Mean confidence", decimal},
           {"evidence", "Evidence", string},
           {"document", "Document of the evidence", string}}};
}

std::string first_day(const DayRuns& days) { return days.empty() ? std::string() : to_string(days.first()); }
std::string last_day(const DayRuns& days) { return days.empty() ? std::string() : to_string(days.last()); }

/// `part` of `whole`, rounded to hundredths. Integers only, so that it is the same everywhere.
std::string share(std::uint64_t part, std::uint64_t whole) {
  return decimal_from_hundredths(static_cast<int>((200 * part + whole) / (2 * whole)));
}

/// The area of a node grows with its mentions.
std::string size_of(const GraphNode& node) {
  const auto tenths = std::lround(40 * std::sqrt(static_cast<double>(node.mentions + 1)));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

Colour colour_of(std::string_view relation) {
  for (const auto& [iri, colour] : relation_colours) {
    if (iri == relation) return colour;
  }
  return colour_of_other_relations;
}

/// Gephi merges parallel edges of one kind: the relation's name, or its whole IRI where it is not one of ours.
std::string_view kind_of(std::string_view relation) {
  return relation.starts_with(terms::ent::ns) ? relation.substr(terms::ent::ns.size()) : relation;
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

std::string_view label_of(std::string_view relation, const Ontology& ontology, std::string_view language) {
  const auto known = ontology.relation_by_iri.find(std::string(relation));
  const auto label = known == ontology.relation_by_iri.end() ? std::string_view()
                                                             : best_label(ontology.relations[known->second].labels, language);
  return label.empty() ? terms::local_name(relation) : label;
}

void write_node(const std::string& iri, const GraphNode& node, NetworkWriter& out) {
  NetworkNode shown;
  shown.id = iri;
  shown.label = node.label.empty() ? iri : node.label;
  shown.colour = class_colours[static_cast<std::size_t>(node.actor_class)];
  shown.days = &node.days;
  shown.size = size_of(node);
  shown.values = {std::string(class_name(node.actor_class)),
                  std::to_string(node.mentions),
                  std::to_string(node.documents),
                  std::to_string(node.stories),
                  first_day(node.days),
                  last_day(node.days),
                  node.discovered ? "true" : "false"};
  out.node(shown);
}

std::vector<std::string> values_of(std::string_view relation, const GraphEdge& edge) {
  const bool is_quotation = relation == terms::ent::quotedBy;
  return {std::string(relation),
          std::to_string(edge.claims),
          std::to_string(edge.documents),
          std::to_string(edge.stories),
          first_day(edge.days),
          last_day(edge.days),
          share(edge.denied, edge.claims),
          share(edge.unconfirmed, edge.claims),
          is_quotation ? std::string() : share(edge.hundredths, 100 * edge.claims),
          edge.best.text,
          edge.best.document};
}

std::uint64_t weight_of(const GraphEdge& edge, EdgeWeight weight) {
  switch (weight) {
    case EdgeWeight::claims:
      return edge.claims;
    case EdgeWeight::documents:
      return edge.documents;
    case EdgeWeight::stories:
      break;
  }
  return edge.stories;
}

}  // namespace

Result<Done> write_network(const RelationGraph& graph, const Ontology& ontology, std::string_view language, NetworkWriter& out) {
  out.begin(shape(graph.has_days()));
  for (const auto& [iri, node] : graph.nodes()) {
    if (graph.shows(iri)) write_node(iri, node, out);
  }
  std::uint64_t number = 0;
  for (const auto& [ends, edge] : graph.edges()) {
    const std::string id = std::to_string(number++);
    NetworkEdge shown;
    shown.id = id;
    shown.label = label_of(ends.relation, ontology, language);
    shown.colour = colour_of(ends.relation);
    shown.days = &edge.days;
    shown.source = ends.subject;
    shown.target = ends.object;
    shown.kind = kind_of(ends.relation);
    shown.weight = weight_of(edge, graph.options().weight);
    shown.values = values_of(ends.relation, edge);
    out.edge(shown);
  }
  return out.finish();
}

}  // namespace entente
