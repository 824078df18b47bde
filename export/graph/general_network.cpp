#include "general_network.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "../terms.hpp"
#include "column_type.hpp"
#include "short_names.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 8> label_properties{"http://www.w3.org/2004/02/skos/core#prefLabel",
                                                           "http://www.w3.org/2000/01/rdf-schema#label",
                                                           "http://schema.org/name",
                                                           "https://schema.org/name",
                                                           "http://xmlns.com/foaf/0.1/name",
                                                           "http://purl.org/dc/terms/title",
                                                           "http://purl.org/dc/elements/1.1/title",
                                                           "http://schema.org/headline"};

/// Of classes, in order of their IRIs, again and again.
constexpr std::array<Colour, 10> palette{{{31, 119, 180},
                                          {255, 127, 14},
                                          {44, 160, 44},
                                          {214, 39, 40},
                                          {148, 103, 189},
                                          {140, 86, 75},
                                          {227, 119, 194},
                                          {188, 189, 34},
                                          {23, 190, 207},
                                          {90, 90, 160}}};
constexpr Colour colour_without_class{127, 127, 127};
constexpr Colour colour_of_edges{150, 150, 150};

/// A resource with what is said of it.
struct Resource {
  std::set<std::string_view> classes;
  std::map<std::string_view, std::set<std::string_view>> literals;  ///< by property
  std::uint64_t degree = 0;
  std::string_view label;
  std::tuple<int, std::size_t> label_rank{9, 0};  ///< by language, then by property; the lower the better
};

/// Blank nodes apart from IRIs.
std::string id_of(const TermView& term) {
  return term.kind == TermKind::blank ? std::string("_:").append(term.text) : std::string(term.text);
}

int language_rank(std::string_view tag, std::string_view language) {
  if (tag == language) return 0;
  if (tag.empty()) return 1;
  return tag == "en" ? 2 : 3;
}

/// All resources, links and properties of the statements.
class GeneralNetwork {
 public:
  GeneralNetwork(const Statements& statements, std::string_view language) : statements_(statements), language_(language) {
    for (const auto& statement : statements.all()) add(statement);
  }

  void write(NetworkWriter& out);

 private:
  using Link = std::tuple<std::string, std::string_view, std::string>;  ///< subject, property, object

  void add(const Statements::Statement& statement);
  void add_literal(std::string_view property, const TermView& literal, Resource& resource);
  void offer_label(std::string_view property, const TermView& literal, Resource& resource) const;
  [[nodiscard]] NetworkShape shape();
  void write_node(const std::string& id, const Resource& resource, NetworkWriter& out) const;
  [[nodiscard]] Colour colour_of(const Resource& resource) const;

  const Statements& statements_;
  std::string_view language_;
  std::map<std::string, Resource> resources_;
  std::set<Link> links_;
  std::set<std::string_view> classes_;
  std::map<std::string_view, ColumnType> columns_;  ///< by property
  std::map<std::string_view, std::string> class_names_;
};

void GeneralNetwork::add(const Statements::Statement& statement) {
  const auto property = statements_.view(statement.predicate).text;
  const auto object = statements_.view(statement.object);
  auto subject = id_of(statements_.view(statement.subject));
  auto& resource = resources_[subject];
  if (object.kind == TermKind::literal) return add_literal(property, object, resource);
  if (property == terms::rdf::type && object.kind == TermKind::iri) {
    resource.classes.insert(object.text);
    classes_.insert(object.text);
    return;
  }
  auto target = id_of(object);
  ++resource.degree;
  ++resources_[target].degree;
  links_.emplace(std::move(subject), property, std::move(target));
}

void GeneralNetwork::add_literal(std::string_view property, const TermView& literal, Resource& resource) {
  auto& values = resource.literals[property];
  values.insert(literal.text);
  auto& column = columns_[property];
  column.include(literal);
  if (values.size() > 1) column.include_several();
  offer_label(property, literal, resource);
}

void GeneralNetwork::offer_label(std::string_view property, const TermView& literal, Resource& resource) const {
  const auto place = std::ranges::find(label_properties, property);
  if (place == label_properties.end() || literal.text.empty()) return;
  const std::tuple rank(language_rank(literal.language, language_), static_cast<std::size_t>(place - label_properties.begin()));
  if (std::tie(rank, literal.text) < std::tie(resource.label_rank, resource.label)) {
    resource.label_rank = rank;
    resource.label = literal.text;
  }
}

NetworkShape GeneralNetwork::shape() {
  NetworkShape shape{"Resources, what links them, and what is said of them", false, {}, {}};
  shape.node_columns.push_back({"class", "Class", NetworkColumn::Type::strings});
  shape.edge_columns.push_back({"relation", "Relation", NetworkColumn::Type::string});
  std::set<std::string_view> properties;
  for (const auto& [property, column] : columns_) properties.insert(property);
  const auto names = short_names(properties);
  for (const auto& [property, column] : columns_) {
    shape.node_columns.push_back({"a" + std::to_string(shape.node_columns.size()), names.at(property), column.type()});
  }
  return shape;
}

void GeneralNetwork::write(NetworkWriter& out) {
  class_names_ = short_names(classes_);
  out.begin(shape());
  for (const auto& [id, resource] : resources_) write_node(id, resource, out);
  std::uint64_t number = 0;
  for (const auto& [subject, property, object] : links_) {
    const auto id = std::to_string(number++);
    NetworkEdge edge;
    edge.id = id;
    edge.label = terms::local_name(property).empty() ? property : terms::local_name(property);
    edge.colour = colour_of_edges;
    edge.source = subject;
    edge.target = object;
    edge.kind = property;
    edge.values = {std::string(property)};
    out.edge(edge);
  }
}

void GeneralNetwork::write_node(const std::string& id, const Resource& resource, NetworkWriter& out) const {
  const auto name = terms::local_name(id);
  NetworkNode node;
  node.id = id;
  node.label = !resource.label.empty() ? resource.label : name.empty() ? std::string_view(id) : name;
  node.colour = colour_of(resource);
  const auto tenths = std::lround(40 * std::sqrt(static_cast<double>(resource.degree + 1)));
  node.size = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
  auto& classes = node.values.emplace_back();
  for (const auto iri : resource.classes) classes.append(class_names_.at(iri)).append("\n");
  for (const auto& [property, column] : columns_) {
    const auto found = resource.literals.find(property);
    node.values.push_back(found == resource.literals.end() ? std::string() : column.value(found->second));
  }
  out.node(node);
}

Colour GeneralNetwork::colour_of(const Resource& resource) const {
  if (resource.classes.empty()) return colour_without_class;
  const auto place = std::distance(classes_.begin(), classes_.find(*resource.classes.begin()));
  return palette[static_cast<std::size_t>(place) % palette.size()];
}

}  // namespace

Result<Done> write_general_network(const Statements& statements, std::string_view language, NetworkWriter& out) {
  GeneralNetwork(statements, language).write(out);
  return out.finish();
}

}  // namespace entente
