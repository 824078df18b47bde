#include "extract/analyse/tag_costs.hpp"

#include <array>

namespace entente {
namespace {

using Costs = std::array<std::array<std::uint8_t, tag_count>, tag_count>;

struct Follow {
  Tag after;
  Tag next;
  std::uint8_t cost;
};

constexpr std::uint8_t unusual = 4;
constexpr std::uint8_t impossible = 12;

// What follows what in a French sentence, from 0 (the rule) to 12 (never). Not listed: `unusual`.
constexpr Follow follows[] = {
    {Tag::start, Tag::determiner, 0},
    {Tag::start, Tag::name, 0},
    {Tag::start, Tag::preposition, 1},
    {Tag::start, Tag::noun, 3},
    {Tag::start, Tag::subject_clitic, 0},
    {Tag::start, Tag::adverb, 1},
    {Tag::start, Tag::subordinator, 1},
    {Tag::start, Tag::past_participle, 1},
    {Tag::start, Tag::present_participle, 1},
    {Tag::start, Tag::numeral, 1},
    {Tag::start, Tag::pronoun, 1},
    {Tag::start, Tag::coordinator, 2},
    {Tag::start, Tag::relative, 3},
    {Tag::start, Tag::negation, 3},
    {Tag::start, Tag::infinitive, 3},
    {Tag::start, Tag::punctuation, 1},

    {Tag::determiner, Tag::noun, 0},
    {Tag::determiner, Tag::adjective, 2},
    {Tag::determiner, Tag::numeral, 1},
    {Tag::determiner, Tag::name, 1},
    {Tag::determiner, Tag::determiner, 3},
    {Tag::determiner, Tag::past_participle, 4},
    {Tag::determiner, Tag::adverb, 4},
    {Tag::determiner, Tag::verb, impossible},
    {Tag::determiner, Tag::infinitive, 9},
    {Tag::determiner, Tag::preposition, 10},
    {Tag::determiner, Tag::punctuation, 8},
    {Tag::determiner, Tag::pronoun, 8},
    {Tag::determiner, Tag::object_clitic, impossible},
    {Tag::determiner, Tag::subject_clitic, impossible},
    {Tag::determiner, Tag::relative, 8},
    {Tag::determiner, Tag::subordinator, 10},
    {Tag::determiner, Tag::present_participle, 8},
    {Tag::determiner, Tag::coordinator, 10},
    {Tag::determiner, Tag::negation, impossible},

    {Tag::noun, Tag::preposition, 0},
    {Tag::noun, Tag::adjective, 1},
    {Tag::noun, Tag::punctuation, 1},
    {Tag::noun, Tag::coordinator, 1},
    {Tag::noun, Tag::relative, 1},
    {Tag::noun, Tag::verb, 2},
    {Tag::noun, Tag::past_participle, 2},
    {Tag::noun, Tag::name, 2},
    {Tag::noun, Tag::negation, 2},
    {Tag::noun, Tag::object_clitic, 2},
    {Tag::noun, Tag::adverb, 3},
    {Tag::noun, Tag::present_participle, 3},
    {Tag::noun, Tag::numeral, 3},
    {Tag::noun, Tag::determiner, 4},
    {Tag::noun, Tag::subordinator, 3},
    {Tag::noun, Tag::noun, 4},
    {Tag::noun, Tag::subject_clitic, 6},
    {Tag::noun, Tag::infinitive, 7},
    {Tag::noun, Tag::pronoun, 4},

    {Tag::name, Tag::preposition, 0},
    {Tag::name, Tag::name, 0},
    {Tag::name, Tag::verb, 1},
    {Tag::name, Tag::punctuation, 0},
    {Tag::name, Tag::coordinator, 1},
    {Tag::name, Tag::relative, 1},
    {Tag::name, Tag::negation, 1},
    {Tag::name, Tag::object_clitic, 1},
    {Tag::name, Tag::past_participle, 2},
    {Tag::name, Tag::adjective, 2},
    {Tag::name, Tag::adverb, 2},
    {Tag::name, Tag::numeral, 2},
    {Tag::name, Tag::present_participle, 3},
    {Tag::name, Tag::determiner, 4},
    {Tag::name, Tag::noun, 5},
    {Tag::name, Tag::subordinator, 3},
    {Tag::name, Tag::subject_clitic, 6},
    {Tag::name, Tag::infinitive, 6},

    {Tag::adjective, Tag::preposition, 0},
    {Tag::adjective, Tag::noun, 3},
    {Tag::adjective, Tag::punctuation, 1},
    {Tag::adjective, Tag::coordinator, 1},
    {Tag::adjective, Tag::verb, 2},
    {Tag::adjective, Tag::relative, 1},
    {Tag::adjective, Tag::adjective, 2},
    {Tag::adjective, Tag::name, 4},
    {Tag::adjective, Tag::past_participle, 2},
    {Tag::adjective, Tag::object_clitic, 2},
    {Tag::adjective, Tag::negation, 2},
    {Tag::adjective, Tag::adverb, 3},
    {Tag::adjective, Tag::subordinator, 2},
    {Tag::adjective, Tag::present_participle, 3},
    {Tag::adjective, Tag::infinitive, 7},
    {Tag::adjective, Tag::subject_clitic, 6},

    {Tag::numeral, Tag::noun, 0},
    {Tag::numeral, Tag::adjective, 2},
    {Tag::numeral, Tag::preposition, 1},
    {Tag::numeral, Tag::punctuation, 1},
    {Tag::numeral, Tag::verb, 3},
    {Tag::numeral, Tag::numeral, 2},
    {Tag::numeral, Tag::coordinator, 2},
    {Tag::numeral, Tag::name, 3},

    {Tag::preposition, Tag::determiner, 0},
    {Tag::preposition, Tag::name, 1},
    {Tag::preposition, Tag::noun, 1},
    {Tag::preposition, Tag::infinitive, 1},
    {Tag::preposition, Tag::numeral, 1},
    {Tag::preposition, Tag::present_participle, 1},
    {Tag::preposition, Tag::pronoun, 2},
    {Tag::preposition, Tag::object_clitic, 3},
    {Tag::preposition, Tag::negation, 3},
    {Tag::preposition, Tag::relative, 3},
    {Tag::preposition, Tag::adjective, 3},
    {Tag::preposition, Tag::adverb, 4},
    {Tag::preposition, Tag::past_participle, 7},
    {Tag::preposition, Tag::preposition, 8},
    {Tag::preposition, Tag::verb, impossible},
    {Tag::preposition, Tag::punctuation, 8},
    {Tag::preposition, Tag::subject_clitic, impossible},

    {Tag::verb, Tag::past_participle, 0},
    {Tag::verb, Tag::determiner, 1},
    {Tag::verb, Tag::preposition, 1},
    {Tag::verb, Tag::adverb, 1},
    {Tag::verb, Tag::infinitive, 1},
    {Tag::verb, Tag::punctuation, 1},
    {Tag::verb, Tag::subordinator, 1},
    {Tag::verb, Tag::subject_clitic, 2},
    {Tag::verb, Tag::name, 2},
    {Tag::verb, Tag::adjective, 2},
    {Tag::verb, Tag::coordinator, 2},
    {Tag::verb, Tag::noun, 4},
    {Tag::verb, Tag::pronoun, 3},
    {Tag::verb, Tag::numeral, 3},
    {Tag::verb, Tag::object_clitic, 3},
    {Tag::verb, Tag::verb, 9},
    {Tag::verb, Tag::negation, 3},
    {Tag::verb, Tag::relative, 6},

    {Tag::infinitive, Tag::determiner, 0},
    {Tag::infinitive, Tag::preposition, 1},
    {Tag::infinitive, Tag::name, 1},
    {Tag::infinitive, Tag::adverb, 1},
    {Tag::infinitive, Tag::punctuation, 1},
    {Tag::infinitive, Tag::subordinator, 1},
    {Tag::infinitive, Tag::past_participle, 1},
    {Tag::infinitive, Tag::coordinator, 1},
    {Tag::infinitive, Tag::infinitive, 2},
    {Tag::infinitive, Tag::noun, 3},
    {Tag::infinitive, Tag::verb, 6},

    {Tag::past_participle, Tag::preposition, 0},
    {Tag::past_participle, Tag::adverb, 1},
    {Tag::past_participle, Tag::past_participle, 1},
    {Tag::past_participle, Tag::determiner, 1},
    {Tag::past_participle, Tag::punctuation, 1},
    {Tag::past_participle, Tag::subordinator, 1},
    {Tag::past_participle, Tag::coordinator, 1},
    {Tag::past_participle, Tag::name, 2},
    {Tag::past_participle, Tag::noun, 3},
    {Tag::past_participle, Tag::adjective, 2},
    {Tag::past_participle, Tag::infinitive, 3},
    {Tag::past_participle, Tag::verb, 4},
    {Tag::past_participle, Tag::relative, 3},
    {Tag::past_participle, Tag::negation, 2},
    {Tag::past_participle, Tag::object_clitic, 3},

    {Tag::present_participle, Tag::determiner, 0},
    {Tag::present_participle, Tag::preposition, 1},
    {Tag::present_participle, Tag::adverb, 1},
    {Tag::present_participle, Tag::punctuation, 2},
    {Tag::present_participle, Tag::subordinator, 1},
    {Tag::present_participle, Tag::name, 2},
    {Tag::present_participle, Tag::past_participle, 1},
    {Tag::present_participle, Tag::infinitive, 2},

    {Tag::subject_clitic, Tag::verb, 0},
    {Tag::subject_clitic, Tag::object_clitic, 0},
    {Tag::subject_clitic, Tag::negation, 0},
    {Tag::subject_clitic, Tag::noun, impossible},
    {Tag::subject_clitic, Tag::determiner, 5},
    {Tag::subject_clitic, Tag::past_participle, 2},
    {Tag::subject_clitic, Tag::preposition, 5},
    {Tag::subject_clitic, Tag::adjective, 9},
    {Tag::subject_clitic, Tag::name, 7},
    {Tag::subject_clitic, Tag::punctuation, 3},
    {Tag::subject_clitic, Tag::infinitive, 6},
    {Tag::subject_clitic, Tag::adverb, 4},

    {Tag::object_clitic, Tag::verb, 0},
    {Tag::object_clitic, Tag::object_clitic, 1},
    {Tag::object_clitic, Tag::infinitive, 0},
    {Tag::object_clitic, Tag::present_participle, 3},
    {Tag::object_clitic, Tag::noun, impossible},
    {Tag::object_clitic, Tag::determiner, impossible},
    {Tag::object_clitic, Tag::adjective, impossible},
    {Tag::object_clitic, Tag::name, 10},
    {Tag::object_clitic, Tag::preposition, 9},
    {Tag::object_clitic, Tag::punctuation, 8},
    {Tag::object_clitic, Tag::past_participle, 9},
    {Tag::object_clitic, Tag::adverb, 8},
    {Tag::object_clitic, Tag::numeral, 9},
    {Tag::object_clitic, Tag::coordinator, 9},

    {Tag::negation, Tag::verb, 0},
    {Tag::negation, Tag::object_clitic, 0},
    {Tag::negation, Tag::adverb, 1},
    {Tag::negation, Tag::infinitive, 3},
    {Tag::negation, Tag::present_participle, 1},
    {Tag::negation, Tag::noun, impossible},
    {Tag::negation, Tag::determiner, impossible},

    {Tag::adverb, Tag::preposition, 1},
    {Tag::adverb, Tag::past_participle, 0},
    {Tag::adverb, Tag::adjective, 1},
    {Tag::adverb, Tag::punctuation, 1},
    {Tag::adverb, Tag::verb, 2},
    {Tag::adverb, Tag::determiner, 1},
    {Tag::adverb, Tag::infinitive, 2},
    {Tag::adverb, Tag::adverb, 2},
    {Tag::adverb, Tag::subordinator, 2},
    {Tag::adverb, Tag::noun, 5},
    {Tag::adverb, Tag::coordinator, 2},
    {Tag::adverb, Tag::name, 3},
    {Tag::adverb, Tag::object_clitic, 3},
    {Tag::adverb, Tag::negation, 3},
    {Tag::adverb, Tag::subject_clitic, 3},
    {Tag::adverb, Tag::numeral, 2},

    {Tag::coordinator, Tag::determiner, 0},
    {Tag::coordinator, Tag::noun, 2},
    {Tag::coordinator, Tag::name, 1},
    {Tag::coordinator, Tag::verb, 2},
    {Tag::coordinator, Tag::preposition, 1},
    {Tag::coordinator, Tag::adjective, 1},
    {Tag::coordinator, Tag::past_participle, 1},
    {Tag::coordinator, Tag::subject_clitic, 1},
    {Tag::coordinator, Tag::object_clitic, 3},
    {Tag::coordinator, Tag::negation, 2},
    {Tag::coordinator, Tag::subordinator, 1},
    {Tag::coordinator, Tag::relative, 2},
    {Tag::coordinator, Tag::infinitive, 2},
    {Tag::coordinator, Tag::adverb, 2},
    {Tag::coordinator, Tag::numeral, 2},
    {Tag::coordinator, Tag::present_participle, 3},

    {Tag::relative, Tag::verb, 1},
    {Tag::relative, Tag::determiner, 1},
    {Tag::relative, Tag::object_clitic, 1},
    {Tag::relative, Tag::negation, 1},
    {Tag::relative, Tag::name, 1},
    {Tag::relative, Tag::subject_clitic, 0},
    {Tag::relative, Tag::adverb, 2},
    {Tag::relative, Tag::noun, 4},
    {Tag::relative, Tag::pronoun, 2},
    {Tag::relative, Tag::past_participle, 8},
    {Tag::relative, Tag::numeral, 3},
    {Tag::relative, Tag::preposition, 3},
    {Tag::relative, Tag::punctuation, 5},

    {Tag::subordinator, Tag::determiner, 0},
    {Tag::subordinator, Tag::subject_clitic, 0},
    {Tag::subordinator, Tag::name, 0},
    {Tag::subordinator, Tag::noun, 3},
    {Tag::subordinator, Tag::preposition, 2},
    {Tag::subordinator, Tag::pronoun, 1},
    {Tag::subordinator, Tag::numeral, 2},
    {Tag::subordinator, Tag::verb, 4},
    {Tag::subordinator, Tag::adverb, 3},
    {Tag::subordinator, Tag::negation, 5},
    {Tag::subordinator, Tag::object_clitic, 5},
    {Tag::subordinator, Tag::punctuation, 0},
    {Tag::subordinator, Tag::infinitive, 5},

    {Tag::pronoun, Tag::verb, 1},
    {Tag::pronoun, Tag::preposition, 1},
    {Tag::pronoun, Tag::relative, 0},
    {Tag::pronoun, Tag::punctuation, 1},
    {Tag::pronoun, Tag::negation, 1},
    {Tag::pronoun, Tag::object_clitic, 2},
    {Tag::pronoun, Tag::adverb, 2},
    {Tag::pronoun, Tag::past_participle, 3},
    {Tag::pronoun, Tag::coordinator, 2},
    {Tag::pronoun, Tag::noun, 6},
    {Tag::pronoun, Tag::determiner, 4},

    {Tag::punctuation, Tag::determiner, 1},
    {Tag::punctuation, Tag::name, 1},
    {Tag::punctuation, Tag::noun, 4},
    {Tag::punctuation, Tag::preposition, 1},
    {Tag::punctuation, Tag::relative, 0},
    {Tag::punctuation, Tag::past_participle, 2},
    {Tag::punctuation, Tag::verb, 2},
    {Tag::punctuation, Tag::present_participle, 1},
    {Tag::punctuation, Tag::subject_clitic, 1},
    {Tag::punctuation, Tag::subordinator, 1},
    {Tag::punctuation, Tag::coordinator, 1},
    {Tag::punctuation, Tag::adverb, 1},
    {Tag::punctuation, Tag::adjective, 3},
    {Tag::punctuation, Tag::numeral, 2},
    {Tag::punctuation, Tag::pronoun, 2},
    {Tag::punctuation, Tag::infinitive, 3},
    {Tag::punctuation, Tag::punctuation, 1},
    {Tag::punctuation, Tag::object_clitic, 3},
    {Tag::punctuation, Tag::negation, 3},
};

constexpr Costs make_costs() {
  Costs costs{};
  for (auto& row : costs)
    for (auto& cost : row) cost = unusual;
  for (const Follow& follow : follows)
    costs[static_cast<std::size_t>(follow.after)][static_cast<std::size_t>(follow.next)] = follow.cost;
  return costs;
}

constexpr Costs costs = make_costs();
constexpr unsigned disagreement = 2;

bool is_nominal(Tag tag) {
  return tag == Tag::determiner || tag == Tag::noun || tag == Tag::adjective || tag == Tag::past_participle || tag == Tag::name;
}

/// Neighbours within a noun group agree in gender and number; a pronoun subject agrees with its verb.
unsigned agreement_cost(const Reading& left, const Reading& right) {
  if (left.tag == Tag::subject_clitic && right.tag == Tag::verb) {
    unsigned cost = agrees(left.number, right.number) ? 0 : disagreement;
    return agrees(left.person, right.person) ? cost : cost + disagreement;
  }
  if (!is_nominal(left.tag) || !is_nominal(right.tag) || right.tag == Tag::determiner) return 0;
  if (left.tag == Tag::past_participle && right.tag == Tag::noun) return 0;  // "a fourni armes et argent"
  unsigned cost = agrees(left.number, right.number) ? 0 : disagreement;
  if (!agrees(left.gender, right.gender)) cost += disagreement;
  return cost;
}

}  // namespace

// A participle needs its auxiliary when nothing else introduces it; "est" before one is the verb, not the noun.
unsigned transition(const Reading& left, const Reading& right) {
  unsigned cost =
      costs[static_cast<std::size_t>(left.tag)][static_cast<std::size_t>(right.tag)] +
      (right.tag == Tag::adjective && !right.features.has(Feature::Prenominal) && left.tag == Tag::determiner ? 1U : 0U);
  if (left.tag == Tag::verb && right.tag == Tag::past_participle && !left.features.has(Feature::Auxiliary)) cost += 3;
  if (left.tag == Tag::verb && right.tag == Tag::adjective && left.features.has(Feature::Copula) && !right.participle) cost -= 1;
  if (left.features.has(Feature::Prenominal) && right.tag == Tag::noun) cost = 0;
  if (right.features.has(Feature::Prenominal) && left.tag == Tag::determiner) cost = 0;
  if (left.tag == Tag::past_participle && right.features.has(Feature::Agentive)) return 0;
  if (left.tag == Tag::adjective && right.features.has(Feature::Agentive) && left.number != 0 && left.participle) cost += 3;
  if (left.tag == Tag::verb && right.features.has(Feature::Agentive)) cost += 1;
  if (left.tag == Tag::past_participle && left.features.has(Feature::Causative) && right.tag == Tag::infinitive) return 0;
  if (left.features.has(Feature::TimeNoun) && right.tag == Tag::determiner) cost = 1;
  if (left.features.has(Feature::Degree) && right.tag == Tag::adjective) cost = 0;
  return cost + agreement_cost(left, right);
}

}  // namespace entente
