#include "graph_options.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

#include "entente/ontology/vocabulary.hpp"

namespace entente::cli {
namespace {

const std::map<std::string, Polarity> polarities{{"positive", Polarity::positive}, {"negative", Polarity::negative}};
const std::map<std::string, Modality> modalities{{"asserted", Modality::asserted},
                                                 {"unconfirmed", Modality::unconfirmed},
                                                 {"intended", Modality::intended},
                                                 {"hypothetical", Modality::hypothetical}};

const std::map<std::string, EdgeWeight> weights{
    {"claims", EdgeWeight::claims}, {"documents", EdgeWeight::documents}, {"stories", EdgeWeight::stories}};

template <typename Value>
std::string names_of(const std::map<std::string, Value>& values) {
  std::string names;
  for (const auto& [name, value] : values) names += (names.empty() ? "" : ", ") + name;
  return names;
}

/// What `name` stands for, or a message of what is wrong with it.
template <typename Value>
Value choice(const std::string& option, const std::map<std::string, Value>& values, const std::string& name) {
  const auto found = values.find(name);
  if (found == values.end()) throw CLI::ValidationError(option, "expected one of " + names_of(values) + ", found " + name);
  return found->second;
}

/// An option that may be given again, with one of the names of `values` each time.
template <typename Value>
void add_choice(CLI::App& command, const std::string& option, const std::string& what, const std::map<std::string, Value>& values,
                std::vector<Value>& chosen) {
  const auto choose = [option, &values, &chosen](const std::vector<std::string>& names) {
    for (const std::string& name : names) chosen.push_back(choice(option, values, name));
    return true;
  };
  command.add_option(option, choose, "Graphs: only claims of this " + what + ", may be given again: " + names_of(values))
      ->type_name("NAME")
      ->allow_extra_args(false)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

std::string relation_names(const Ontology& ontology) {
  std::string names;
  for (const Relation& relation : ontology.relations)
    names += (names.empty() ? "" : ", ") + std::string(local_name(relation.iri));
  return names;
}

}  // namespace

Result<GraphOptions> GraphRequest::resolve(const Ontology& ontology) const {
  GraphOptions resolved = options;
  for (const std::string& name : relations) {
    const auto is_named = [&](const Relation& relation) { return relation.iri == name || local_name(relation.iri) == name; };
    const auto found = std::ranges::find_if(ontology.relations, is_named);
    if (found == ontology.relations.end()) {
      return Error{Error::Kind::usage, "", 0, 0, "--relation: expected one of " + relation_names(ontology) + ", found " + name};
    }
    resolved.relations.push_back(found->iri);
  }
  return resolved;
}

std::string check_share(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_right = error == std::errc() && end == text.data() + text.size() && number >= 0 && number <= 1;  // NaN is not
  return is_right ? "" : "expected a number from 0 to 1, found " + text;
}

void add_graph_options(CLI::App& command, GraphRequest& request) {
  command
      .add_option("--graph-min-confidence", request.options.min_confidence,
                  "Graphs (gexf, graphml, csv): least confidence of a claim that counts")
      ->type_name("X")
      ->check(CLI::Validator(check_share, ""))
      ->capture_default_str();
  add_choice(command, "--polarity", "polarity", polarities, request.options.polarities);
  add_choice(command, "--modality", "modality", modalities, request.options.modalities);
  command
      .add_option("--relation", request.relations, "Graphs: only claims of this relation, may be given again: attacks, or an IRI")
      ->type_name("NAME|IRI")
      ->allow_extra_args(false);
  const auto choose_weight = [&request](const std::vector<std::string>& names) {
    request.options.weight = choice("--edge-weight", weights, names.front());
    return true;
  };
  command.add_option("--edge-weight", choose_weight, "Graphs: what the weight of an edge counts: " + names_of(weights))
      ->type_name("NAME");
  command.add_flag("--roll-up", request.options.rolls_up, "Graphs: forces and governments count as the state that they act for");
}

}  // namespace entente::cli
