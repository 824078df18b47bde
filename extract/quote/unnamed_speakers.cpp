#include "extract/quote/speech_events.hpp"

namespace entente {

/// "dit-on", "peut-on lire": a verb whose subject, or that of its governor, is nobody in particular.
bool SpeakerFinder::one_says(std::uint32_t s, std::uint32_t c) const {
  const auto& clauses = document_.syntax[s].clauses;
  const bool governed = clauses[c].kind == ClauseKind::infinitive && clauses[c].subject == none && clauses[c].parent != none;
  const Clause& clause = clauses[governed ? clauses[c].parent : c];
  return clause.subject_clitic != none && word(s, clause.subject_clitic).has(Feature::IndefinitePronoun);
}

/// "À Paris, on assure que", "Erevan, où l'on dément": those who govern there.
bool SpeakerFinder::people_there(std::uint32_t s, std::uint32_t c, ActorIndex& out) {
  const Syntax& syntax = document_.syntax[s];
  std::vector<std::uint32_t> places;
  for (const std::uint32_t oblique : syntax.clauses[c].obliques) {
    if (is_source(s, oblique) && of_phrase(s, oblique, out)) return true;  // "a-t-on indiqué de source militaire"
    if (word(s, syntax.phrases[oblique].preposition).has(Feature::Locative)) {
      const bool text = language_.lemma_features(word(s, syntax.phrases[oblique].head).lemma()).has(Feature::SpeechNoun);
      if (text && of_phrase(s, oblique, out)) return true;  // "lit-on dans un communiqué de X"
      places.push_back(oblique);
    }
  }
  if (syntax.clauses[c].marked(Feature::RelativePlace) && syntax.clauses[c].antecedent != none)
    places.push_back(syntax.clauses[c].antecedent);
  for (const std::uint32_t place : places)
    for (const ActorIndex actor : document_.referents[s].phrases[place].who) {
      out = as_actor(discourse_, language_, actor);
      const ActorClass kind = discourse_.entity(out).node.actor_class;
      if (kind != ActorClass::place && kind != ActorClass::facility) return true;
    }
  return false;
}

/// "selon X", "de source militaire", as against "par la voix de X".
bool SpeakerFinder::is_source(std::uint32_t s, std::uint32_t p) const {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  return np.preposition != none && word(s, np.preposition).has(Feature::Attributive) &&
         !language_.words().text(np.preposition_lemma).starts_with(language_.words().text(language_.agentive()));
}

/// "un communiqué publié par X": X, unless he passes on what others write.
bool SpeakerFinder::publisher(std::uint32_t s, std::uint32_t p, ActorIndex& out) {
  for (const Clause& clause : document_.syntax[s].clauses) {
    if (clause.kind != ClauseKind::participial || !clause.passive || clause.antecedent != p) continue;
    for (const std::uint32_t oblique : clause.obliques)
      if (document_.syntax[s].phrases[oblique].preposition_lemma == language_.agentive() && of_phrase(s, oblique, out))
        return discourse_.entity(out).node.actor_class != ActorClass::media_outlet;
  }
  return false;
}

/// "a appris l'AFP auprès de X", "apprend-on de source militaire": who tells; else the outlet that learnt it.
bool SpeakerFinder::teller(std::uint32_t s, std::uint32_t c, const LexicalEntry& learns, ActorIndex& out) {
  const Syntax& syntax = document_.syntax[s];
  const Clause& clause = syntax.clauses[c];
  for (std::uint32_t p = 0; p < syntax.phrases.size(); ++p) {
    const NounPhrase& np = syntax.phrases[p];
    if (np.clause != c || np.preposition == none || np.begin < clause.verb) continue;
    const bool tells =
        is_source(s, p) ||
        std::ranges::find(learns.complementizers, language_.words().text(np.preposition_lemma)) != learns.complementizers.end();
    if (tells && of_phrase(s, p, out)) return true;
  }
  if (clause.subject == none) return false;
  const auto& who = document_.referents[s].phrases[clause.subject].who;
  if (who.size() != 1 || discourse_.entity(who.front()).node.actor_class != ActorClass::media_outlet) return false;
  return out = who.front(), true;
}

}  // namespace entente
