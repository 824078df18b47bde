#include "extract/relate/relater.hpp"

// How what a noun names is meant: by the nouns around it, by its own words, and by the verb of its clause.

namespace entente {

/// The outermost of the nouns that the phrase complements; `standing` takes what they say of it.
std::uint32_t Relater::outermost(std::uint32_t phrase, Standing& standing, bool& ends) const {
  std::uint32_t top = phrase;
  for (unsigned depth = 0; depth < 4 && np(top).host != none; ++depth) {
    const EntryId outer = noun_commitment(sentence_, language_, np(top).host);
    if (outer != no_id) apply(language_.entry(outer), standing);
    ends |= language_.has(outer, Feature::Ends);  // "la fin du soutien de X"
    top = np(top).host;
  }
  return top;
}

/// "sans l'appui de X, Y serait tombé": he had it.
bool Relater::is_unreal(const NounPhrase& phrase, std::uint32_t clause) const {
  return phrase.preposition != none && word(phrase.preposition).has(Feature::Without) && clause != none &&
         sentence_.syntax.clauses[clause].mood == VerbForm::conditional;
}

/// "aucun soutien", "sans l'appui de X", "en cas d'attaque de X", "un prétendu soutien".
void Relater::apply_own_words(const NounPhrase& phrase, Standing& standing) const {
  if (phrase.negated) {
    standing.negative = !standing.negative;
    standing.because.emplace_back("negated phrase");
  }
  if (phrase.preposition != none && word(phrase.preposition).has(Feature::Without)) standing.negative = !standing.negative;
  if (phrase.preposition != none && word(phrase.preposition).has(Feature::Condition)) {
    standing.modality = Modality::hypothetical;
    standing.because.emplace_back("condition");
  }
  if (sentence_.analysed.any_has(phrase.begin, phrase.end, Feature::Alleged)) {
    standing.modality = weaker(standing.modality, Modality::unconfirmed);
    standing.because.emplace_back("alleged");
  }
}

/// Whether the verb of saying `governor` has the phrase as what is said: "X revendique la prise de", "X fait état de la prise
/// de".
bool Relater::is_said(std::uint32_t phrase, const LexicalEntry& governor) const {
  return reports_speech(governor) && (governor.takes & takes_noun_phrase) != 0 &&
         is_complement_of(language_, np(phrase), governor);
}

Relater::Governor Relater::governor_of(std::uint32_t phrase) const {
  Governor governor{governing_entry(sentence_, language_, np(phrase).clause)};
  if (governor.entry == no_id) return governor;
  const LexicalEntry& verb = language_.entry(governor.entry);
  governor.takes = (verb.takes & takes_noun_phrase) != 0 && is_complement_of(language_, np(phrase), verb);
  governor.says = is_said(phrase, verb);
  return governor;
}

bool Relater::has_commitment(const Governor& governor, Commitment commitment) const {
  return governor.entry != no_id && language_.entry(governor.entry).commitment == commitment;
}

/// "le principal allié de X est Y".
bool Relater::is_identified(std::uint32_t phrase) const {
  return np(phrase).function == Function::subject && !sentence_.syntax.clauses[np(phrase).clause].attributes.empty();
}

/// "n'aide pas son allié": he is one all the same.
bool Relater::is_known_as(const Trigger& trigger, std::uint32_t top, const Governor& governor) const {
  const NounPhrase& phrase = np(trigger.phrase);
  const bool definite = phrase.determiner.has(Feature::Possessive) || phrase.determiner.has(Feature::Definite);
  return definite && trigger.first_word != phrase.preposition && np(top).function != Function::attribute && !is_identified(top) &&
         !has_commitment(governor, Commitment::stops);
}

/// Whether the noun is what the clause's verb gives, gets, denies or promises.
bool Relater::is_meant_as_clause(const Trigger& trigger, std::uint32_t top, const Governor& governor) const {
  const NounPhrase& phrase = np(top);
  if (phrase.function == Function::attribute || is_identified(top)) return true;
  if (phrase.preposition != none && word(phrase.preposition).has(Feature::Answerable)) return true;  // "à l'origine de"
  if (phrase.function == Function::oblique) return governor.takes || is_means(trigger);
  return phrase.function == Function::object && !sentence_.syntax.clauses[phrase.clause].restricted;
}

/// What the clause says of itself, `outer`, and its verb of the noun.
void Relater::apply_clause(std::uint32_t top, const Governor& governor, const Standing& outer, Standing& standing) const {
  const Clause& clause = sentence_.syntax.clauses[np(top).clause];
  const bool reports = governor.says && has_commitment(governor, Commitment::reports);
  const bool presupposed = np(top).function == Function::object && arguments_.presupposes(clause);
  if (!reports && outer.negative && !presupposed) standing.negative = !standing.negative;
  if (governor.takes) {
    apply(language_.entry(governor.entry), standing);
    standing.unsaid = outer.negative && has_commitment(governor, Commitment::claims);
  }
  if (!reports) standing.modality = weaker(standing.modality, outer.modality);
}

/// Whose word it is.
void Relater::apply_report(std::uint32_t top, const Governor& governor, const Standing& outer, Standing& standing) const {
  standing.reported_by = governor.says ? np(top).clause : outer.reported_by;
  if (calls_itself(np(top))) {
    standing.modality = weaker(standing.modality, Modality::unconfirmed);
    standing.reported_by = np(top).clause;
  }
  if (governor.says && outer.negative && has_commitment(governor, Commitment::reports))
    standing.reported_by = none;  // "n'a pas condamné l'invasion"
}

Standing Relater::noun_standing(const Trigger& trigger, bool means_somebody) const {
  Standing standing;
  bool ends = false;
  const std::uint32_t top = outermost(trigger.phrase, standing, ends);
  const std::uint32_t clause = np(top).clause;
  if (is_unreal(np(trigger.phrase), clause)) return {};
  apply_own_words(np(trigger.phrase), standing);
  if (clause == none || !sentence_.syntax.clauses[clause].has_verb()) return standing;
  const Standing outer = standing_of(sentence_, language_, clause);
  const Governor governor = governor_of(top);
  const std::uint32_t demand = ends ? (governor.says ? clause : none) : ends_on_demand(clause, governor.takes, outer);
  if (demand != none && is_demand(demand)) return presupposed(demand, language_.entry(governor.entry));
  if (means_somebody && is_known_as(trigger, top, governor)) {
    Standing known;
    known.reported_by = outer.reported_by;
    return known;
  }
  standing.because.insert(standing.because.end(), outer.because.begin(), outer.because.end());
  const bool vague = outer.modality == Modality::hypothetical || outer.modality == Modality::unconfirmed;
  if (is_meant_as_clause(trigger, top, governor))
    apply_clause(top, governor, outer, standing);
  else if (trigger.first_word == np(trigger.phrase).preposition)  // "restera aux côtés de X"
    standing.modality = weaker(standing.modality, outer.modality);
  else if (vague && np(top).function == Function::subject)
    standing.modality = weaker(standing.modality, outer.modality);
  apply_report(top, governor, outer, standing);
  return standing;
}

/// "X menace de répondre par des frappes": the verb's subject strikes, as the verb is meant.
bool Relater::is_means(const Trigger& trigger) const {
  const NounPhrase& phrase = np(trigger.phrase);
  if (phrase.host != none || phrase.clause == none || phrase.preposition_lemma != language_.agentive() ||
      phrase.determiner.has(Feature::Definite) || phrase.determiner.has(Feature::Possessive))
    return false;
  const Clause& clause = sentence_.syntax.clauses[phrase.clause];
  return !clause.passive && phrase.begin > clause.verb &&
         language_.lemma_features(word(clause.verb).lemma()).has(Feature::Performs);
}

/// "X exhorte Y à cesser ses frappes": the clause that wants an end of what `clause` governs; none where nothing does.
std::uint32_t Relater::ends_on_demand(std::uint32_t clause, bool governed, const Standing& outer) const {
  const bool ends = governed && !outer.negative && language_.has(governing_entry(sentence_, language_, clause), Feature::Ends);
  return ends ? outer.reported_by : none;
}

bool Relater::is_demand(std::uint32_t clause) const {
  const EntryId governor = governing_entry(sentence_, language_, clause);
  return governor != no_id && language_.entry(governor).commitment == Commitment::asks;
}

}  // namespace entente
