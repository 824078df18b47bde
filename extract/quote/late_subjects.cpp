#include "extract/quote/speech_events.hpp"

namespace entente {

/// "Comme l'a dit X, A", "A, comme l'a dit X".
bool SpeechEventFinder::as_said(std::uint32_t s, std::uint32_t c, SpeechEvent& event) {
  const Syntax& syntax = document_.syntax[s];
  const Clause& clause = syntax.clauses[c];
  if (event.entry == no_id || !clause.is_finite() || (language_.entry(event.entry).takes & takes_que_clause) == 0) return false;
  const std::uint32_t begin = first_of_verb(s, clause);
  if (begin == 0 || !word(s, begin - 1).may_have(Feature::Including)) return false;
  const std::uint32_t p = clause.verb + 1 < syntax.phrase_of.size() ? syntax.phrase_of[clause.verb + 1] : none;
  if (word(s, begin).tag() != Tag::object_clitic || p == none || syntax.phrases[p].begin != clause.verb + 1 ||
      syntax.phrases[p].preposition != none || !speakers_.of_phrase(s, p, event.speaker))
    return false;
  event.first_token = word(s, begin - 1).first;
  event.verb_token = word(s, clause.verb).first;
  event.last_token = word(s, syntax.phrases[p].end - 1).last;
  return event.inverted = true;
}

/// "« … », promet dans une vidéo X", "Faux, tonne à Paris X": the subject of a verb put in stands behind its complements.
bool SpeechEventFinder::late_subject(std::uint32_t s, std::uint32_t c, SpeechEvent& event) {
  const Syntax& syntax = document_.syntax[s];
  const Clause& clause = syntax.clauses[c];
  if (event.entry == no_id || !clause.is_finite() || clause.subject_clitic != none || clause.kind != ClauseKind::main)
    return false;
  const std::uint32_t begin = first_of_verb(s, clause);
  if (begin == 0 || !set_off(s, word(s, begin).first) || goes_on(s, c, event.speaker)) return false;
  const bool parted = clause.subject != none && parted_from(s, syntax.phrases[clause.subject], begin);
  if (clause.subject != none && !parted) return false;
  for (std::uint32_t p = 0; p < syntax.phrases.size(); ++p) {
    const NounPhrase& np = syntax.phrases[p];
    if (np.clause != c || np.begin < clause.verb || np.apposition_to != none) continue;
    if (np.function == Function::time) continue;
    const bool named = np.preposition != none && named_behind(s, p);
    if (np.preposition != none && !named) continue;
    const std::uint8_t number = named                    ? std::uint8_t{Inflection::singular}
                                : np.next_member != none ? std::uint8_t{Inflection::plural}
                                                         : np.number;
    if (!agrees(number, clause.number)) return false;  // "X, dont Y, ont redit leur appui"
    if (named)
      event.speaker = document_.referents[s].phrases[p].who.front();
    else if (!speakers_.of_phrase(s, p, event.speaker))
      return false;
    event.first_token = word(s, begin).first;
    event.verb_token = word(s, clause.verb).first;
    event.last_token = word(s, np.end - 1).last;
    return event.inverted = true;
  }
  return false;
}

/// "X prêt à négocier, affirme Y": one comma between a phrase and the verb of another.
bool SpeechEventFinder::parted_from(std::uint32_t s, const NounPhrase& np, std::uint32_t verb) const {
  if (np.end >= verb || word(s, verb - 1).mark != ',') return false;
  for (std::uint32_t w = np.end; w + 1 < verb; ++w)
    if (word(s, w).tag() == Tag::punctuation) return false;
  return true;
}

/// "a répondu, agacé, X": the subject stands behind what is said of him.
bool SpeechEventFinder::subject_behind_remark(std::uint32_t s, std::uint32_t c, SpeechEvent& event) {
  const Syntax& syntax = document_.syntax[s];
  const Clause& clause = syntax.clauses[c];
  if (event.entry == no_id || !clause.is_finite() || clause.subject != none || clause.subject_clitic != none) return false;
  const std::uint32_t begin = first_of_verb(s, clause);
  const auto size = static_cast<std::uint32_t>(document_.sentences[s].words.size());
  std::uint32_t remark = clause.verb + 1;
  while (remark < size && word(s, remark).has(Feature::TimeNoun)) ++remark;  // "a dit mardi, agacé, X"
  if (begin == 0 || !set_off(s, word(s, begin).first) || remark + 1 >= size || word(s, remark).mark != ',') return false;
  const std::uint32_t at = end_of_remark(s, remark + 1);
  if (at + 1 >= size || word(s, at).mark != ',') return false;
  const std::uint32_t p = syntax.phrase_of[at + 1];
  if (p == none || syntax.phrases[p].begin != at + 1 || syntax.phrases[p].preposition != none ||
      !agrees(syntax.phrases[p].number, clause.number) || !speakers_.of_phrase(s, p, event.speaker))
    return false;
  event.first_token = word(s, begin).first;
  event.verb_token = word(s, clause.verb).first;
  event.last_token = word(s, syntax.phrases[p].end - 1).last;
  return event.inverted = true;
}

/// ", agacé,", ", juchée sur un char,": the mark behind a participle or adjective and its complements; `begin` where there is
/// none.
std::uint32_t SpeechEventFinder::end_of_remark(std::uint32_t s, std::uint32_t begin) const {
  constexpr std::uint32_t longest = 8;  // words
  const auto size = static_cast<std::uint32_t>(document_.sentences[s].words.size());
  std::uint32_t at = begin;
  while (at < size && word(s, at).tag() == Tag::adverb) ++at;
  if (at >= size || !modifies(s, at)) return begin;
  while (at < size && at < begin + longest && word(s, at).mark == 0 && word(s, at).tag() != Tag::verb) ++at;
  return at;
}

/// "dans une vidéo X": a person whose name the complement before it has drawn to itself.
bool SpeechEventFinder::named_behind(std::uint32_t s, std::uint32_t p) const {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  const auto& who = document_.referents[s].phrases[p].who;
  const bool plural = (np.number & Inflection::singular) == 0;  // "devant les députés X": not their name
  return np.name != none && np.name != np.head && ((np.role == no_id && np.class_entry == no_id) || plural) && who.size() == 1 &&
         discourse_.entity(who.front()).node.actor_class == ActorClass::person;
}

/// The first word of its verb: auxiliary, clitic or negation.
std::uint32_t SpeechEventFinder::first_of_verb(std::uint32_t s, const Clause& clause) const {
  std::uint32_t begin = std::min(clause.finite, clause.verb);
  while (begin > 0 && (word(s, begin - 1).tag() == Tag::negation || word(s, begin - 1).tag() == Tag::object_clitic)) --begin;
  return begin;
}

}  // namespace entente
