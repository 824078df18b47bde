#include "rollup.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "fold.hpp"

namespace entente::cli::eval {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> scored_as{{
    {"SyrianArmy", "SyrianGovernment"},
    {"Syria", "SyrianGovernment"},
    {"RussianArmedForces", "Russia"},
    {"IranianArmedForces", "Iran"},
    {"RevolutionaryGuards", "Iran"},
    {"TurkishArmedForces", "Turkey"},
    {"IsraeliArmy", "Israel"},
}};

constexpr std::string_view name_prefix = "name:";

}  // namespace

std::string_view rolled_up(std::string_view id) {
  const auto* found = std::ranges::find(scored_as, id, [](const auto& pair) { return pair.first; });
  return found == scored_as.end() ? id : found->second;
}

Names names_of(const AnswerActor& actor) {
  const std::string name = local_name(actor.iri);
  Names names{name, std::string(rolled_up(name))};
  if (!actor.label.empty()) names.insert(std::string(name_prefix) + fold(actor.label));
  return names;
}

Names wanted(const Ids& ids) {
  Names names;
  for (const std::string& id : ids) {
    if (id.starts_with(name_prefix)) {
      names.insert(std::string(name_prefix) + fold(std::string_view(id).substr(name_prefix.size())));
    } else {
      names.insert(id);
      names.emplace(rolled_up(id));
    }
  }
  return names;
}

bool share_a_name(const Names& a, const Names& b) {
  return std::ranges::any_of(a, [&](const std::string& name) { return b.contains(name); });
}

}  // namespace entente::cli::eval
