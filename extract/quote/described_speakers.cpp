#include "extract/quote/speech_events.hpp"

namespace entente {
namespace {

constexpr std::uint32_t description_reach = 6;  // sentences
constexpr std::uint32_t rank_reach = 24;        // sentences
constexpr std::size_t most_traces = 128;        // looked back at

}  // namespace

/// "a dit le Danois": who spoke last, or else who did something last, and is not known to be of another nation.
bool SpeakerFinder::compatriot(std::uint32_t s, std::uint32_t p, ActorIndex& out) const {
  for (std::uint32_t back = 1; back <= pronoun_reach && back <= s; ++back) {
    if (recent_ != none && recent_sentence_ + back >= s && is_of_nation(s, p, recent_)) return out = recent_, true;
    const auto& clauses = document_.syntax[s - back].clauses;
    for (std::size_t c = clauses.size(); c-- > 0;) {
      if (clauses[c].kind != ClauseKind::main || !clauses[c].has_verb() || clauses[c].subject == none) continue;
      const auto& who = document_.referents[s - back].phrases[clauses[c].subject].who;
      if (who.size() == 1 && is_of_nation(s, p, who.front())) return out = who.front(), true;
    }
  }
  return false;
}

bool SpeakerFinder::is_of_nation(std::uint32_t s, std::uint32_t p, ActorIndex actor) const {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  if (!is_person(actor) || !agrees(actor, {.gender = np.gender, .number = np.number})) return false;
  const ActorId known = discourse_.entity(actor).actor;
  const ActorId country = known == no_id ? no_id : discourse_.country_of(known);
  const auto nations = language_.demonyms(word(s, np.head).lemma());
  return country == no_id || std::ranges::find(nations, country) != nations.end();
}

/// "X n'hésite pas : le commando, d'après le ministre, …": who does something before the colon, if nothing speaks against it.
bool SpeakerFinder::before_colon(std::uint32_t s, std::uint32_t p, ActorIndex& out) const {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  std::uint32_t colon = np.begin;
  while (colon > 0 && word(s, colon).mark != ':') --colon;
  for (const Clause& clause : document_.syntax[s].clauses) {
    if (clause.kind != ClauseKind::main || !clause.has_verb() || clause.verb >= colon || clause.subject == none) continue;
    const auto& who = document_.referents[s].phrases[clause.subject].who;
    const bool person = who.size() == 1 && is_person(who.front());
    if (!person || !agrees(who.front(), {.gender = np.gender, .number = np.number})) continue;
    if (fits(s, p, who.front()) || discourse_.entity(who.front()).roles.empty()) return out = who.front(), true;
  }
  return false;
}

/// "a dit l'officier", of the colonel of whom the text speaks; but not where an officer without a name has just spoken.
bool SpeakerFinder::bearer_of_rank(std::uint32_t s, std::uint32_t p, ActorIndex& out) const {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  if (!language_.has(np.class_entry, Feature::Ranked) ||
      (recent_ != none && discourse_.entity(recent_).generic && fits(s, p, recent_)))
    return false;
  for (std::uint32_t back = 1; back <= rank_reach && back <= s; ++back) {
    const auto& phrases = document_.syntax[s - back].phrases;
    for (std::size_t i = phrases.size(); i-- > 0;) {
      const auto& who = document_.referents[s - back].phrases[i].who;
      const bool named = phrases[i].name != none && who.size() == 1 && is_person(who.front()) &&
                         language_.has(phrases[i].class_entry, Feature::Rank);
      if (named && agrees(who.front(), {.gender = np.gender, .number = np.number})) return out = who.front(), true;
    }
  }
  return false;
}

/// "résume le réalisateur", "L'officier ajoute": who spoke last, or somebody else who was just named, if the words fit him.
bool SpeakerFinder::described_person(std::uint32_t s, std::uint32_t p, ActorIndex& out) const {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  if (!(np.determiner.has(Feature::Definite) || np.determiner.has(Feature::Demonstrative)) ||
      (np.number & Inflection::plural) != 0 || np.name != none)
    return false;
  if (word(s, np.head).capitalised && np.role == no_id) return false;  // "le Conseil": a name
  if (np.class_entry != no_id && language_.entry(np.class_entry).names_class != ActorClass::person) return false;
  if (before_colon(s, p, out) || bearer_of_rank(s, p, out)) return true;
  for (std::uint32_t back = 1; back <= pronoun_reach && back <= s; ++back) {
    if (recent_ != none && recent_sentence_ + back >= s && fits(s, p, recent_)) return out = recent_, true;
    if (fitting_person(s - back, s, p, out)) return true;
  }
  if (np.class_entry != no_id || np.role != no_id || np.determiner.has(Feature::Demonstrative)) return false;
  if (recent_ != none && recent_sentence_ + description_reach >= s && discourse_.entity(recent_).generic)
    return out = recent_, true;
  return last_person(s, out);
}

/// The one person whom a sentence names and of whom nothing is known.
bool SpeakerFinder::only_stranger(std::uint32_t s, const Reading& pronoun, ActorIndex& out) const {
  ActorIndex only = none;
  for (const Referents& phrase : document_.referents[s].phrases)
    for (const ActorIndex actor : phrase.who) {
      if (!is_person(actor) || discourse_.entity(actor).actor != no_id || !agrees(actor, pronoun)) continue;
      if (only != none && only != actor) return false;
      only = actor;
    }
  return only != none && (out = only, true);
}

bool SpeakerFinder::described_before(std::uint32_t s, std::uint32_t pronoun, ActorIndex& out) {
  if (s == 0) return false;
  const Reading& reading = word(s, pronoun).reading;
  for (const Clause& clause : document_.syntax[s - 1].clauses) {
    if (clause.kind != ClauseKind::main || !clause.has_verb() || clause.subject == none || word(s - 1, clause.verb).quoted)
      continue;
    const NounPhrase& np = document_.syntax[s - 1].phrases[clause.subject];
    const bool agrees_with = (np.number & reading.number) != 0 && (np.gender & reading.gender) != 0;
    const bool unnamed = document_.referents[s - 1].phrases[clause.subject].who.empty();
    if (!unnamed || !agrees_with || word(s - 1, np.head).tag() != Tag::noun) return false;
    const bool one = np.determiner.has(Feature::Definite) && (np.number & Inflection::plural) == 0;
    if ((one && s > 1 && only_stranger(s - 2, reading, out)) || described_person(s - 1, clause.subject, out)) return true;
    return !(one && last_person(s - 1, out)) && by_label(s - 1, clause.subject, out);  // somebody who was named, but who?
  }
  return false;
}

/// "ministre" is what a "ministre de la Défense" is called too.
bool SpeakerFinder::is_kind_of(RoleId role, RoleId wider) const {
  if (role == wider || wider == no_id) return role == wider;
  const auto& roles = language_.ontology().roles;
  return std::ranges::any_of(roles[wider].labels, [&](const Label& name) {
    return std::ranges::any_of(roles[role].labels, [&](const Label& longer) {
      return longer.language == name.language && longer.text.size() > name.text.size() && longer.text.starts_with(name.text) &&
             longer.text[name.text.size()] == ' ';
    });
  });
}

/// The last one who does something in a sentence and whom a phrase of another may describe.
bool SpeakerFinder::fitting_person(std::uint32_t said, std::uint32_t s, std::uint32_t p, ActorIndex& out) const {
  const auto& clauses = document_.syntax[said].clauses;
  for (std::size_t c = clauses.size(); c-- > 0;) {
    if (clauses[c].kind != ClauseKind::main || !clauses[c].has_verb() || clauses[c].subject == none) continue;
    const auto& who = document_.referents[said].phrases[clauses[c].subject].who;
    if (word(said, clauses[c].verb).quoted || who.size() != 1 || !is_person(who.front()) || !fits(s, p, who.front())) continue;
    return out = who.front(), true;
  }
  ActorIndex person = none;
  return main_person(said, person) && fits(s, p, person) && (out = person, true);
}

/// Whether a description may be of somebody: his gender, one of his offices, his country.
bool SpeakerFinder::fits(std::uint32_t s, std::uint32_t p, ActorIndex actor) const {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  const Entity& entity = discourse_.entity(actor);
  if (!agrees(actor, {.gender = np.gender, .number = np.number})) return false;
  if (entity.generic) return np.class_entry != no_id && np.role == no_id && entity.node.actor_class != ActorClass::media_outlet;
  if (!is_person(actor)) return false;
  const auto& offices = entity.actor != no_id ? language_.ontology().actors[entity.actor].tenures : entity.roles;
  const auto day = discourse_.date();
  const auto holds = [&](const Tenure& tenure) {
    return is_kind_of(tenure.role, np.role) &&
           !(day && ((tenure.from && *day < *tenure.from) || (tenure.until && *tenure.until < *day)));
  };
  const auto& owners = document_.referents[s].phrases[p].owners;
  const bool in_office = std::ranges::any_of(offices, [&](const Tenure& tenure) {
    return owners.empty() ||
           std::ranges::any_of(owners, [&](ActorIndex owner) { return discourse_.entity(owner).actor == tenure.of; });
  });
  if (np.role != no_id) return std::ranges::any_of(offices, holds);
  return offices.empty() || owners.empty() || in_office;
}

/// Who spoke last, or else the last person that a sentence names and of whom nothing is known.
bool SpeakerFinder::last_person(std::uint32_t s, ActorIndex& out) const {
  if (recent_ != none && recent_sentence_ + description_reach >= s && is_person(recent_)) return out = recent_, true;
  const auto& traces = discourse_.traces();
  auto trace = std::upper_bound(traces.begin(), traces.end(), s,
                                [](std::uint32_t sentence, const Trace& t) { return sentence < t.sentence; });
  for (std::size_t back = 0; trace != traces.begin() && back < most_traces;) {
    --trace;
    if (trace->entities.empty() || trace->pronoun) continue;
    ++back;
    for (const ActorIndex actor : trace->entities) {
      const Entity& entity = discourse_.entity(actor);
      if (!is_person(actor) || entity.actor != no_id || entity.generic) continue;
      out = actor;
      return true;
    }
  }
  return false;
}

}  // namespace entente
