#include <algorithm>

#include "extract/relate/clause_frame.hpp"
#include "extract/relate/modality.hpp"

// Who does what an infinitive says, which has no subject of its own.

namespace entente {

bool ClauseArguments::sends(const Clause& governor) const {
  const NounPhrase& sent = sentence_.syntax.phrases[governor.objects.front()];
  if (sent.determiner.has(Feature::Definite) || !verb_features(governor).has(Feature::Performs)) return false;
  const auto& who = sentence_.referents.phrases[governor.objects.front()].who;
  return std::ranges::all_of(who, [&](ActorIndex actor) { return discourse_.entity(actor).generic; });
}

/// "a puni Y pour avoir aidé Z": Y did; "il a fallu un jour à X pour prendre Y": X did; else whom the governing verb makes do it.
void ClauseArguments::infinitive_subject(const Clause& clause, Fillers& out) const {
  const Clause& governor = sentence_.syntax.clauses[clause.parent];
  if (clause.compound && clause.marked(Feature::Purpose)) {
    if (!governor.objects.empty()) return group(governor.objects.front(), out);
    if (governor.object_clitic != none) return pronoun(governor.object_clitic, out);
  }
  if (governor.has_verb() && verb_features(governor).has(Feature::Impersonal)) {
    if (!dative(governor, out)) pronoun(governor.dative_clitic, out);
    return;
  }
  if (of_intention(clause, out)) return;
  const WordId marker = clause.marker != none ? sentence_.analysed.words[clause.marker].lemma() : 0;
  const bool governed = marker == 0 || marker == language_.dative() || marker == language_.genitive();  // not "après avoir"
  if (governor.has_verb() && governed)
    for (const Phrase& phrase : language_.verbs(sentence_.analysed.words[governor.verb].lemma())) {
      const LexicalEntry& entry = language_.entry(phrase.entry);
      if (entry.commitment == Commitment::none || !phrase.rest.empty()) continue;
      if (entry.control == Slot::object && !governor.objects.empty() && sends(governor)) break;
      if (entry.control == Slot::object && controlled_by_object(governor, out)) return;
      if (entry.control == Slot::object && governor.passive) break;
      if (entry.control == Slot::indirect_object && controlled_by_dative(governor, out)) return;
    }
  subject(clause.parent, out);
}

/// "la décision de X de frapper Y", "sa volonté de frapper Y": whose it is; of a demand, nobody knows who is to meet it.
bool ClauseArguments::of_intention(const Clause& clause, Fillers& out) const {
  const GoverningNoun noun = governing_noun(sentence_, language_, clause);
  if (noun.entry == no_id || sentence_.referents.phrases[noun.phrase].owners.empty()) return false;
  if (language_.entry(noun.entry).commitment == Commitment::asks) return true;
  for (const ActorIndex owner : sentence_.referents.phrases[noun.phrase].owners)
    add(as_actor(discourse_, language_, owner), noun.phrase, false, out);
  return true;
}

/// "X aide Y à prendre Z", "Y, que X aide à prendre Z": whether there is an object, who then does it.
bool ClauseArguments::controlled_by_object(const Clause& governor, Fillers& out) const {
  if (!governor.objects.empty()) return group(governor.objects.front(), out), true;
  if (governor.object_clitic != none) return pronoun(governor.object_clitic, out), true;
  if (governor.passive || governor.kind != ClauseKind::relative || !governor.marked(Feature::RelativeObject) ||
      governor.antecedent == none)
    return false;
  antecedent(governor, out);
  return true;
}

/// "X permet à Y de frapper Z", "Y, à qui X reproche d'aider Z": whether there is an indirect object, who then does it.
bool ClauseArguments::controlled_by_dative(const Clause& governor, Fillers& out) const {
  if (governor.dative_clitic != none) return pronoun(governor.dative_clitic, out), true;
  if (dative(governor, out)) return true;
  if (governor.relative_preposition == none || governor.antecedent == none ||
      sentence_.analysed.words[governor.relative_preposition].lemma() != language_.dative())
    return false;
  antecedent(governor, out);
  return true;
}

/// Whether a complement with "à" stands in the clause: who that is.
bool ClauseArguments::dative(const Clause& clause, Fillers& out) const {
  for (const std::uint32_t oblique : clause.obliques)
    if (sentence_.syntax.phrases[oblique].preposition_lemma == language_.dative()) return group(oblique, out), true;
  return false;
}

}  // namespace entente
