#include "short_names.hpp"

#include <algorithm>
#include <array>

#include "../terms.hpp"

namespace entente {
namespace {

/// What Gephi takes for more than an attribute, in GEXF, GraphML or CSV.
constexpr std::array<std::string_view, 27> kept_names{
    "",          "b",        "class",  "d3",    "d7",   "edge weight", "edgeid", "edgelabel", "g",
    "id",        "interval", "kind",   "label", "r",    "size",        "source", "target",    "timeset",
    "timestamp", "type",     "weight", "x",     "xpos", "y",           "ypos",   "z",         "relation"};

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lowered;
}

}  // namespace

std::map<std::string_view, std::string> short_names(const std::set<std::string_view>& iris) {
  std::map<std::string, int> uses;
  for (const auto kept : kept_names) ++uses[std::string(kept)];
  for (const auto iri : iris) ++uses[lower(terms::local_name(iri))];
  std::map<std::string_view, std::string> names;
  for (const auto iri : iris) {
    const auto name = terms::local_name(iri);
    names.emplace(iri, uses[lower(name)] == 1 ? name : iri);
  }
  return names;
}

}  // namespace entente
