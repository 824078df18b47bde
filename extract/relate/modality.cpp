#include "extract/relate/modality.hpp"

#include <algorithm>

namespace entente {
namespace {

/// The words of a phrase, in order, somewhere after `at`; determiners, adjectives and adverbs may stand between.
bool follows(const SentenceView& sentence, std::uint32_t at, const std::vector<WordId>& rest) {
  std::size_t matched = 0;
  unsigned skipped = 0;
  for (std::uint32_t i = at + 1; i < sentence.analysed.words.size() && matched < rest.size(); ++i) {
    const Word& word = sentence.analysed.words[i];
    bool same = word.surface == rest[matched] && word.surface != 0;
    for (std::uint8_t c = 0; !same && c < word.candidate_count; ++c) same = word.candidates[c].lemma == rest[matched];
    if (same) {
      ++matched;
    } else if (++skipped > 3) {
      return false;
    }
  }
  return matched == rest.size();
}

bool negates(const SentenceView& sentence, const Clause& clause) {
  const auto& phrases = sentence.syntax.phrases;
  const bool expletive =
      clause.ne && !clause.negative_word && (clause.marked(Feature::Hypothetic) || clause.marked(Feature::Condition));
  bool negative = clause.ne && !clause.restricted && !expletive;
  if (clause.marked(Feature::Without)) negative = !negative;
  (void)phrases;
  return negative;
}

Modality own_modality(const Clause& clause) {
  if (clause.question || clause.marked(Feature::Condition)) return Modality::hypothetical;
  if (clause.marked(Feature::Hypothetic)) return Modality::hypothetical;
  if (clause.mood == VerbForm::conditional) return Modality::unconfirmed;
  if (clause.tense == Tense::future) return Modality::intended;
  if (clause.kind == ClauseKind::infinitive && clause.marked(Feature::Purpose) && !clause.compound) return Modality::intended;
  return Modality::asserted;
}

bool has_condition(const SentenceView& sentence, std::uint32_t index) {
  for (const Clause& clause : sentence.syntax.clauses)
    if (clause.marked(Feature::Condition) &&
        (clause.parent == index || clause.parent == sentence.syntax.clauses[index].parent || clause.parent == none))
      return true;
  return false;
}

bool hedged(const SentenceView& sentence, const Clause& clause) {
  for (std::uint32_t at = clause.first; at < sentence.analysed.words.size(); ++at) {
    if (sentence.syntax.clause_of[at] == none || &sentence.syntax.clauses[sentence.syntax.clause_of[at]] != &clause) continue;
    if (sentence.analysed.words[at].has(Feature::Hedge)) return true;
  }
  return false;
}

}  // namespace

Modality weaker(Modality a, Modality b) { return std::max(a, b); }

EntryId governing_entry(const SentenceView& sentence, const Language& language, std::uint32_t index) {
  const Clause& clause = sentence.syntax.clauses[index];
  if (!clause.has_verb()) return no_id;
  EntryId best = no_id;
  std::size_t length = 0;
  for (const Phrase& phrase : language.verbs(sentence.analysed.words[clause.verb].lemma())) {
    const LexicalEntry& entry = language.entry(phrase.entry);
    if (entry.commitment == Commitment::none || (phrase.pronominal && !clause.pronominal)) continue;
    if (phrase.clitic != 0 && clause.genitive_clitic == none && clause.place_clitic == none) continue;
    if (!phrase.rest.empty() && !follows(sentence, clause.finite != none ? clause.finite : clause.verb, phrase.rest)) continue;
    const std::size_t size = phrase.rest.size() + (phrase.pronominal ? 1 : 0);
    if (best == no_id || size > length) {
      best = phrase.entry;
      length = size;
    }
  }
  return best;
}

bool reports_speech(const LexicalEntry& entry) {
  switch (entry.commitment) {
    case Commitment::reports:
    case Commitment::claims:
    case Commitment::denies:
    case Commitment::promises:
    case Commitment::asks:
      return true;
    default:
      return false;
  }
}

void apply(Commitment commitment, Standing& standing) {
  switch (commitment) {
    case Commitment::claims:
      standing.modality = weaker(standing.modality, Modality::unconfirmed);
      break;
    case Commitment::denies:
      standing.negative = !standing.negative;
      standing.denied = true;
      standing.modality = weaker(standing.modality, Modality::unconfirmed);
      break;
    case Commitment::promises:
    case Commitment::asks:
    case Commitment::intends:
      standing.modality = weaker(standing.modality, Modality::intended);
      break;
    case Commitment::may:
      standing.modality = Modality::hypothetical;
      break;
    case Commitment::stops:
      standing.negative = !standing.negative;
      break;
    default:
      break;
  }
}

Standing standing_of(const SentenceView& sentence, const Language& language, std::uint32_t index) {
  Standing standing;
  std::uint32_t here = index;
  for (unsigned depth = 0; here != none && depth < 6; ++depth) {
    const Clause& clause = sentence.syntax.clauses[here];
    if (negates(sentence, clause)) standing.negative = !standing.negative;
    Modality own = own_modality(clause);
    if (own == Modality::unconfirmed && (has_condition(sentence, here))) own = Modality::hypothetical;
    if (own == Modality::asserted && hedged(sentence, clause)) own = Modality::unconfirmed;
    standing.modality = weaker(standing.modality, own);
    if (clause.kind == ClauseKind::adverbial && clause.marked(Feature::Without) && clause.parent != none &&
        negates(sentence, sentence.syntax.clauses[clause.parent]))
      standing.negative = !standing.negative;  // "pas un jour sans que"
    const bool complement = clause.kind == ClauseKind::complement || clause.kind == ClauseKind::infinitive;
    if (!complement || clause.parent == none) break;
    const Clause& governor = sentence.syntax.clauses[clause.parent];
    // "sans aller jusqu'à soutenir X": no time, but how far one goes.
    const bool extent = governor.has_verb() && sentence.analysed.words[governor.verb].has(Feature::NearFuture);
    if (clause.kind == ClauseKind::infinitive &&
        (clause.marked(Feature::Purpose) || clause.marked(Feature::Without) || (clause.marked(Feature::Temporal) && !extent)))
      break;
    const EntryId entry = governing_entry(sentence, language, clause.parent);
    if (entry != no_id) {
      const Commitment commitment = language.entry(entry).commitment;
      const bool past = governor.tense == Tense::imperfect || governor.compound || governor.tense == Tense::simple_past;
      if (clause.mood == VerbForm::conditional && !clause.compound && past && depth == 0 && commitment == Commitment::reports)
        standing.modality = Modality::intended;
      apply(commitment, standing);
      if (reports_speech(language.entry(entry))) {
        if (standing.reported_by == none) standing.reported_by = clause.parent;
        // The speaker's own verb may be negated or future; it does not change what is said.
        return standing;
      }
    } else if (governor.has_verb()) {
      const Word& verb = sentence.analysed.words[governor.verb];
      if (verb.has(Feature::NearFuture) && clause.kind == ClauseKind::infinitive && clause.marker == none)
        standing.modality = weaker(standing.modality, Modality::intended);
    }
    here = clause.parent;
  }
  return standing;
}

}  // namespace entente
