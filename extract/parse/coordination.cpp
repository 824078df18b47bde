#include "extract/parse/parser.hpp"

// Which phrases are joined to which: lists, "A et B", "ni A ni B", "pas A mais B".

namespace entente {

/// Whether the comma separates members of a list that a coordinator ends: ", B, C et D".
bool Parser::list_ahead(std::uint32_t comma) const {
  if (last_ == none || reach(last_) != comma) return false;
  std::uint32_t at = comma + 1;
  for (unsigned members = 0; members < 12; ++members) {
    const std::uint32_t begin = at;
    if (tag(at) == Tag::preposition) ++at;
    if (!begins_phrase(at)) return false;
    at = skip_phrase(at);
    while (tag(at) == Tag::preposition && begins_phrase(at + 1)) at = skip_phrase(at + 1);
    if (at == begin) return false;
    if (tag(at) == Tag::coordinator && !word(at).has(Feature::Adversative)) {
      const std::uint32_t next = tag(at + 1) == Tag::preposition ? at + 2 : at + 1;
      return (begins_phrase(next) || tag(next) == Tag::adverb) && !is_awaited_subject(comma, at);
    }
    if (!is_comma(at)) return false;
    ++at;
  }
  return false;
}

/// "Soutenus par X, A et B ont avancé": the list behind a complement that opens the sentence is what its verb waits for.
bool Parser::is_awaited_subject(std::uint32_t comma, std::uint32_t coordinator) const {
  const Clause& main = out_.clauses[stack_.front()];
  return !main.has_verb() && main.subject == none && out_.phrases[root(last_)].preposition != none &&
         tag(comma + 1) != Tag::preposition && finite_ahead(coordinator + 1) != none;
}

/// The phrase with which a new one is coordinated: the nearest before the coordinator or comma that has the same
/// preposition; none where there is nothing to join.
std::uint32_t Parser::coordinates_with(const NounPhrase& phrase) const {
  const bool bare = phrase.begin == phrase.head && tag(phrase.head) == Tag::noun && last_ != none &&
                    (out_.phrases[last_].name != none || out_.phrases[last_].begin < out_.phrases[last_].head);
  if (coordinator_ == none && (resumes_object() || (comma_ != none && gift_inserted_ == comma_))) return none;
  const bool listed = comma_ != none && list_ahead(comma_) && !(bare && phrase.preposition == none);
  if ((coordinator_ == none && !listed) || last_ == none) return none;
  if (const std::uint32_t subject = resumed(phrase); subject != none) return subject;
  if (const std::uint32_t denied = contrasted(phrase); denied != none) return denied;
  const std::uint32_t joint = coordinator_ != none ? coordinator_ : comma_;
  if (reach(last_) + 1 < joint) return none;
  const bool set_off = comma_ != none && comma_ + 1 == coordinator_;
  std::uint32_t candidate = last_;
  std::uint32_t fallback = none;
  for (unsigned depth = 0; candidate != none && depth < 8; ++depth) {
    const NounPhrase& before = out_.phrases[candidate];
    const bool aside = set_off && before.apposition_to != none;  // "X, chef de A, et Y"
    if (!aside && before.preposition_lemma == phrase.preposition_lemma &&
        (phrase.preposition_lemma != 0 || before.preposition == none)) {
      if (candidate == last_ && joins_kind(phrase, before)) return before.host;
      return candidate != last_ && shares_preposition(phrase, before) ? last_ : candidate;
    }
    if (fallback == none && phrase.preposition == none && !aside) fallback = candidate;
    const bool explained = set_off && out_.phrases[last_].apposition_to == candidate;  // "entre X, chef de A, et Y"
    if ((candidate == last_ || explained) && before.preposition != none && word(before.preposition).has(Feature::Paired) &&
        phrase.preposition == none)
      return candidate;
    candidate = outward(candidate);
  }
  return fallback;
}

/// "de l'aéroport de A, puis du siège de B": what is of a kind goes with what is of a kind, not with the place where that lies.
bool Parser::joins_kind(const NounPhrase& phrase, const NounPhrase& last) const {
  return phrase.preposition != none && phrase.class_entry != no_id && phrase.name != phrase.head && is_placed(last_) &&
         out_.phrases[last.host].class_entry != no_id && out_.phrases[last.host].preposition_lemma == phrase.preposition_lemma;
}

/// "une offensive contre A et B", "des obus sur A et B": like goes with like, where only the farther of two candidates has no
/// preposition either. "de" and "à" are seldom left out but before names.
bool Parser::shares_preposition(const NounPhrase& phrase, const NounPhrase& outer) const {
  const NounPhrase& last = out_.phrases[last_];
  if (last.preposition == none || last.leader != none || !refers(phrase) || !refers(last)) return false;
  const bool names = tag(phrase.begin) == Tag::name && tag(last.begin) == Tag::name;
  const bool named_after = names && language_.lemma_features(word(outer.head).lemma()).has(Feature::NamedAfter);
  if (refers(outer) && !named_after) return false;  // "les villes de A et B"
  const bool repeated = last.preposition_lemma == language_.genitive() || last.preposition_lemma == language_.dative();
  return (names || !repeated) && !verb_ahead(phrase.begin);
}

/// Whether it stands for somebody or a place, and not for a deed or a weapon.
bool Parser::refers(const NounPhrase& phrase) const {
  if (tag(phrase.head) == Tag::name) return true;
  return (phrase.class_entry != no_id || phrase.role != no_id) &&
         !language_.lemma_features(word(phrase.head).lemma()).has(Feature::Weapon);
}

/// What a phrase belongs to: the one that it complements, that it is joined or apposed to, or that its clause modifies.
std::uint32_t Parser::outward(std::uint32_t phrase) const {
  const NounPhrase& np = out_.phrases[phrase];
  if (const std::uint32_t outer = said_of(np); outer != none || np.clause == none) return outer;
  if (np.function == Function::oblique) return none;
  const Clause& clause = out_.clauses[np.clause];
  return clause.antecedent != phrase && clause.first <= np.begin ? clause.antecedent : none;
}

/// "X, qui a pris A, et Y discutent": the subject that was left for a clause between commas.
std::uint32_t Parser::resumed(const NounPhrase& phrase) const {
  if (resumed_ == none || coordinator_ == none || comma_ + 1 != coordinator_ || phrase.preposition != none) return none;
  return plural_ahead(phrase.begin) ? resumed_ : none;
}

/// "Ce n'est pas X que soutient Y, mais Z": what was denied and is now corrected.
std::uint32_t Parser::contrasted(const NounPhrase& phrase) const {
  if (coordinator_ == none || !word(coordinator_).has(Feature::Adversative)) return none;
  for (std::size_t depth = stack_.size(); depth-- > 0;) {
    const Clause& clause = out_.clauses[stack_[depth]];
    if (!clause.cleft || !clause.ne) continue;
    const auto& denied = phrase.preposition != none ? clause.obliques : clause.attributes;
    if (!denied.empty() && out_.phrases[denied.back()].preposition_lemma == phrase.preposition_lemma) return denied.back();
  }
  return none;
}

void Parser::join(std::uint32_t first, std::uint32_t member) {
  std::uint32_t leader = out_.phrases[first].leader != none ? out_.phrases[first].leader : first;
  std::uint32_t tail = leader;
  while (out_.phrases[tail].next_member != none) tail = out_.phrases[tail].next_member;
  NounPhrase& joined = out_.phrases[member];
  out_.phrases[tail].next_member = member;
  joined.leader = leader;
  joined.clause = out_.phrases[leader].clause;
  joined.function = out_.phrases[leader].function;
  if (joined.preposition == none) joined.preposition_lemma = out_.phrases[leader].preposition_lemma;
  joined.host = out_.phrases[leader].host;
  out_.phrases[leader].number = Inflection::plural;
  out_.phrases[leader].gender |= joined.gender;
  joined.affirmed = coordinator_ != none && word(coordinator_).has(Feature::Adversative) && joined.clause != none &&
                    out_.clauses[joined.clause].ne;
}

/// "deux bourgs, A et B": the names of the places that a common noun counts are no further places beside them; "X et ses alliés,
/// A et B": what a coordinator has joined is complete.
bool Parser::names_members(const NounPhrase& phrase) const {
  if (coordinator_ != none || comma_ == none || last_ == none || phrase.preposition != none || !list_ahead(comma_)) return false;
  const NounPhrase& last = out_.phrases[last_];
  if (last.leader != none && last.name == none && last.begin > 0 && tag(last.begin - 1) == Tag::coordinator &&
      (last.number & Inflection::singular) == 0 && phrase.name == phrase.head)
    return true;
  const NounPhrase& places = out_.phrases[root(last_)];
  return phrase.name == phrase.begin && places.name == none && places.class_entry != no_id &&
         (places.number & Inflection::singular) == 0 && language_.entry(places.class_entry).names_class == ActorClass::place;
}

/// "ni A ni B", "mais pas B": after a coordinator.
bool Parser::denies(const NounPhrase& phrase) const {
  if (word(coordinator_).has(Feature::NegativeCoordinator)) return true;
  const std::uint32_t begin = phrase.preposition != none ? phrase.preposition : phrase.begin;
  return tag(begin - 1) == Tag::adverb && word(begin - 1).has(Feature::NegativeAdverb) && !top().ne &&
         !word(begin - 1).has(Feature::Degree);
}

}  // namespace entente
