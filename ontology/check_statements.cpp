#include <algorithm>

#include "entente/ontology/vocabulary.hpp"
#include "loader.hpp"

namespace entente {
namespace {

namespace v = vocabulary;

/// The terms of `ent:` that the program acts on or that a file declares.
std::vector<std::string_view> known_own_terms(const Loader& loader) {
  std::vector<std::string_view> known;
  for (const TermInfo& info : term_table()) known.push_back(info.iri);
  for (std::size_t i = 0; i < actor_class_count; ++i) known.push_back(class_iri(static_cast<ActorClass>(i)));
  for (const std::string_view iri : {v::ent::Relation, v::ent::Role, v::ent::Tenure, v::ent::WordSet}) known.push_back(iri);
  choices::for_each_iri([&](std::string_view iri) { known.push_back(iri); });
  for (const Node node : loader.graph.own_terms()) {
    if (loader.subject(node)) known.push_back(text_of(node));
  }
  std::erase_if(known, [](std::string_view iri) { return !iri.starts_with(v::ent::ns); });
  std::ranges::sort(known);
  return known;
}

void check_own_terms(Loader& loader) {
  const std::vector<std::string_view> known = known_own_terms(loader);
  for (const Node node : loader.graph.own_terms()) {
    if (!std::ranges::binary_search(known, text_of(node))) loader.unknown.insert(node);
  }
  if (loader.unknown.empty()) return;
  for (const Triple& statement : loader.graph.statements()) {
    for (const Node node : {statement.predicate, statement.object}) {
      if (!loader.unknown.contains(node)) continue;
      loader.diagnostics.missing(
          statement, node,
          "expected a term that exists, found " + loader.name(node) + suggestion(text_of(node), known, loader.graph));
    }
  }
}

/// Properties of other vocabularies are free, but one that is nearly ours is a slip: "skos:preflabel".
void check_near_misses(Loader& loader) {
  std::vector<std::string_view> known;
  for (const TermInfo& info : term_table()) known.push_back(info.iri);
  std::unordered_map<Node, std::string> seen;
  for (const Triple& statement : loader.graph.statements()) {
    if (statement.term != Term::none || text_of(statement.predicate).starts_with(v::ent::ns)) continue;
    const auto [found, is_new] = seen.try_emplace(statement.predicate);
    if (is_new && !loader.subject(statement.predicate)) {
      found->second = suggestion(text_of(statement.predicate), known, loader.graph);
    }
    if (found->second.empty()) continue;
    loader.diagnostics.wrong(statement, statement.predicate,
                             "expected a property that exists, found " + loader.name(statement.predicate) + found->second);
  }
}

std::string_view expected_value(Value value) {
  switch (value) {
    case Value::resource:
      return "a resource";
    case Value::iri:
      return "an IRI";
    case Value::text:
      return "a string";
    case Value::text_or_resource:
      return "a string or an IRI";
    case Value::boolean:
      return "true or false";
    case Value::date:
      return "an xsd:date, xsd:gYearMonth or xsd:gYear";
    case Value::any:
      break;
  }
  return "a value";
}

bool is_text(Node node) {
  const std::string_view datatype = datatype_of(node);
  return is_literal(node) && (datatype.empty() || datatype == v::xsd::string);
}

bool is_date(Node node) {
  const std::string_view datatype = datatype_of(node);
  const std::optional<Date> date = parse_date(text_of(node));
  if (!date || text_of(node).size() > 10) return false;
  if (date->month == 0) return datatype == v::xsd::gYear;
  return datatype == (date->day == 0 ? v::xsd::gYearMonth : v::xsd::date);
}

bool is_boolean(Node node) {
  const std::string_view text = text_of(node);
  return datatype_of(node) == v::xsd::boolean && (text == "true" || text == "false" || text == "1" || text == "0");
}

bool fits(Node node, Value value) {
  switch (value) {
    case Value::any:
      return true;
    case Value::resource:
      return !is_literal(node);
    case Value::iri:
      return is_iri(node);
    case Value::text:
      return is_text(node);
    case Value::text_or_resource:
      return is_iri(node) || is_text(node);
    case Value::boolean:
      return is_boolean(node);
    case Value::date:
      return is_date(node);
  }
  return false;
}

void check_value(Loader& loader, const Triple& statement, const TermInfo& info) {
  if (fits(statement.object, info.value)) return;
  std::string found = loader.name(statement.object);
  const std::string_view datatype = datatype_of(statement.object);
  if (!datatype.empty()) found += " as " + loader.graph.shorten(datatype);
  loader.diagnostics.wrong(statement, "expected " + std::string(expected_value(info.value)) + " for " +
                                          loader.graph.shorten(info.iri) + ", found " + found);
}

void check_subject(Loader& loader, const Triple& statement, const TermInfo& info, std::optional<Subject> subject) {
  if (!subject || *subject == Subject::other || info.subjects == 0) return;
  if ((info.subjects >> static_cast<unsigned>(*subject) & 1U) != 0) return;
  loader.diagnostics.wrong(
      statement, statement.predicate,
      "expected a property of " + std::string(subject_name(*subject)) + ", found " + loader.graph.shorten(info.iri));
}

/// A thing of which we are told something, and nowhere what it is.
void check_declared(Loader& loader, std::span<const Triple> about) {
  const Node subject = about.front().subject;
  const auto is_ours = [](const Triple& statement) {
    return statement.term != Term::none && term_info(statement.term).subjects != 0;
  };
  const auto first = std::ranges::find_if(about, is_ours);
  if (first == about.end() || !is_iri(subject)) return;
  loader.diagnostics.missing(*first, subject, "expected a class for " + loader.name(subject) + ", which no file declares");
}

}  // namespace

void check_statements(Loader& loader) {
  check_own_terms(loader);
  check_near_misses(loader);
  for (const std::span<const Triple> about : loader.graph.subjects()) {
    const std::optional<Subject> subject = loader.subject(about.front().subject);
    if (!subject) check_declared(loader, about);
    for (const Triple& statement : about) {
      if (statement.term == Term::none) continue;
      const TermInfo& info = term_info(statement.term);
      check_value(loader, statement, info);
      check_subject(loader, statement, info, subject);
    }
  }
}

}  // namespace entente
