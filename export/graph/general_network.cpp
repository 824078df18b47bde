#include "general_network.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
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

using Term = Statements::Term;
using Statement = Statements::Statement;

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

/// What is said of a resource, for the length of its writing.
struct Resource {
  std::set<std::string_view> classes;
  std::map<Term, std::vector<std::string_view>> literals;  ///< by property
  std::string_view label;
  std::tuple<int, std::size_t> label_rank{9, 0};  ///< by language, then by property; the lower the better
};

/// Blank nodes apart from IRIs.
std::string id_of(const TermView& term) {
  return term.kind == TermKind::blank ? std::string("_:").append(term.text) : std::string(term.text);
}

/// Blank nodes come first.
auto order_of(const TermView& term) { return std::pair(term.kind == TermKind::iri, term.text); }

int language_rank(std::string_view tag, std::string_view language) {
  if (tag == language) return 0;
  if (tag.empty()) return 1;
  return tag == "en" ? 2 : 3;
}

/// All resources, links and properties of the statements.
class GeneralNetwork {
 public:
  GeneralNetwork(const Statements& statements, std::string_view language);

  void write(NetworkWriter& out);

 private:
  void count_literal(const Statement& statement, const Statement* before);
  [[nodiscard]] bool is_class(const Statement& statement) const;
  [[nodiscard]] Resource resource(Term term) const;
  void add_literal(const Statement& statement, Resource& resource) const;
  void offer_label(std::string_view property, const TermView& literal, Resource& resource) const;
  [[nodiscard]] NetworkShape shape() const;
  void write_node(Term term, NetworkWriter& out) const;
  void write_edges(Term subject, NetworkWriter& out);
  void write_edge(const Statement& link, NetworkWriter& out);
  [[nodiscard]] Colour colour_of(const Resource& resource) const;

  /// A property that has literals.
  struct Column {
    Term property;
    ColumnType type;
  };

  const Statements& statements_;
  std::string_view language_;
  std::vector<Term> resources_;                 ///< in order of what they are called
  std::vector<std::uint32_t> degrees_;          ///< by term
  std::map<std::string_view, Column> columns_;  ///< by property
  std::map<std::string_view, std::string> class_names_;
  std::uint64_t edges_ = 0;
};

GeneralNetwork::GeneralNetwork(const Statements& statements, std::string_view language)
    : statements_(statements), language_(language), degrees_(statements.term_count()) {
  std::vector<bool> is_resource(statements.term_count());
  std::set<std::string_view> classes;
  const Statement* before = nullptr;
  for (const auto& statement : statements.all()) {
    const auto object = statements.view(statement.object);
    is_resource[statement.subject] = true;
    if (object.kind == TermKind::literal) {
      count_literal(statement, before);
    } else if (is_class(statement)) {
      classes.insert(object.text);
    } else {
      is_resource[statement.object] = true;
      ++degrees_[statement.subject];
      ++degrees_[statement.object];
    }
    before = &statement;
  }
  class_names_ = short_names(classes);
  for (Term term = 0; term < is_resource.size(); ++term) {
    if (is_resource[term]) resources_.push_back(term);
  }
  std::ranges::sort(resources_, {}, [&](Term term) { return order_of(statements.view(term)); });
}

/// Statements come by subject and property: a second value stands behind the first.
void GeneralNetwork::count_literal(const Statement& statement, const Statement* before) {
  const auto literal = statements_.view(statement.object);
  auto& column = columns_.try_emplace(statements_.view(statement.predicate).text, Column{statement.predicate, {}}).first->second;
  column.type.include(literal);
  if (before == nullptr || before->subject != statement.subject || before->predicate != statement.predicate) return;
  const auto other = statements_.view(before->object);
  if (other.kind == TermKind::literal && other.text != literal.text) column.type.include_several();
}

bool GeneralNetwork::is_class(const Statement& statement) const {
  return statements_.view(statement.predicate).text == terms::rdf::type &&
         statements_.view(statement.object).kind == TermKind::iri;
}

Resource GeneralNetwork::resource(Term term) const {
  Resource resource;
  for (const auto& statement : statements_.about(term)) {
    if (statements_.view(statement.object).kind == TermKind::literal) {
      add_literal(statement, resource);
    } else if (is_class(statement)) {
      resource.classes.insert(statements_.view(statement.object).text);
    }
  }
  return resource;
}

void GeneralNetwork::add_literal(const Statement& statement, Resource& resource) const {
  const auto literal = statements_.view(statement.object);
  resource.literals[statement.predicate].push_back(literal.text);
  offer_label(statements_.view(statement.predicate).text, literal, resource);
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

NetworkShape GeneralNetwork::shape() const {
  NetworkShape shape{"Resources, what links them, and what is said of them", false, {}, {}};
  shape.node_columns.push_back({"class", "Class", NetworkColumn::Type::strings});
  shape.edge_columns.push_back({"relation", "Relation", NetworkColumn::Type::string});
  std::set<std::string_view> properties;
  for (const auto& [property, column] : columns_) properties.insert(property);
  const auto names = short_names(properties);
  for (const auto& [property, column] : columns_) {
    shape.node_columns.push_back({"a" + std::to_string(shape.node_columns.size()), names.at(property), column.type.type()});
  }
  return shape;
}

void GeneralNetwork::write(NetworkWriter& out) {
  out.begin(shape());
  for (const auto term : resources_) write_node(term, out);
  for (const auto term : resources_) write_edges(term, out);
}

void GeneralNetwork::write_node(Term term, NetworkWriter& out) const {
  auto said = resource(term);
  const auto id = id_of(statements_.view(term));
  const auto name = terms::local_name(id);
  NetworkNode node;
  node.id = id;
  node.label = !said.label.empty() ? said.label : name.empty() ? std::string_view(id) : name;
  node.colour = colour_of(said);
  const auto tenths = std::lround(40 * std::sqrt(static_cast<double>(degrees_[term] + 1)));
  node.size = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
  auto& classes = node.values.emplace_back();
  for (const auto iri : said.classes) classes.append(class_names_.at(iri)).append("\n");
  for (const auto& [property, column] : columns_) {
    const auto found = said.literals.find(column.property);
    auto& value = node.values.emplace_back();
    if (found == said.literals.end()) continue;
    auto& texts = found->second;
    std::ranges::sort(texts);
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    value = column.type.value(texts);
  }
  out.node(node);
}

void GeneralNetwork::write_edges(Term subject, NetworkWriter& out) {
  std::vector<Statement> links;
  for (const auto& statement : statements_.about(subject)) {
    if (statements_.view(statement.object).kind != TermKind::literal && !is_class(statement)) links.push_back(statement);
  }
  std::ranges::sort(links, {}, [&](const Statement& link) {
    return std::pair(statements_.view(link.predicate).text, order_of(statements_.view(link.object)));
  });
  for (const auto& link : links) write_edge(link, out);
}

void GeneralNetwork::write_edge(const Statement& link, NetworkWriter& out) {
  const auto id = std::to_string(edges_++);
  const auto subject = id_of(statements_.view(link.subject));
  const auto object = id_of(statements_.view(link.object));
  const auto property = statements_.view(link.predicate).text;
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

Colour GeneralNetwork::colour_of(const Resource& resource) const {
  if (resource.classes.empty()) return colour_without_class;
  const auto place = std::distance(class_names_.begin(), class_names_.find(*resource.classes.begin()));
  return palette[static_cast<std::size_t>(place) % palette.size()];
}

}  // namespace

Result<Done> write_general_network(const Statements& statements, std::string_view language, NetworkWriter& out) {
  GeneralNetwork(statements, language).write(out);
  return out.finish();
}

}  // namespace entente
