#include "extract/relate/modality.hpp"

#include <algorithm>

namespace entente {
namespace {

constexpr unsigned longest_insertion = 24;  // words of other clauses within a clause

/// The words of a phrase, in order, somewhere after `at`; determiners, adjectives and adverbs may stand between.
bool follows(const SentenceView& sentence, std::uint32_t at, const std::vector<WordId>& rest) {
  std::size_t matched = 0;
  unsigned skipped = 0;
  for (std::uint32_t i = at + 1; i < sentence.analysed.words.size() && matched < rest.size(); ++i) {
    if (sentence.analysed.words[i].may_be(rest[matched])) {
      ++matched;
    } else if (++skipped > 3) {
      return false;
    }
  }
  return matched == rest.size();
}

/// "avant que X n'attaque", "craint que X n'attaque": the particle alone denies only beside verbs that need no second word ("ne
/// cesse de", "ne peut").
bool is_expletive(const SentenceView& sentence, const Language& language, std::uint32_t index) {
  const Clause& clause = sentence.syntax.clauses[index];
  if (!clause.ne || clause.negative_word) return false;
  if (clause.marked(Feature::Hypothetic) || clause.marked(Feature::Condition)) return true;
  const bool denied_subject = clause.subject != none && sentence.syntax.phrases[clause.subject].negated;
  if (clause.kind != ClauseKind::complement || clause.parent == none || denied_subject ||
      governing_entry(sentence, language, index) != no_id)
    return false;
  const EntryId governor = governing_entry(sentence, language, clause.parent);
  return governor != no_id && !reports_speech(language.entry(governor));
}

bool negates(const SentenceView& sentence, const Language& language, std::uint32_t index) {
  const Clause& clause = sentence.syntax.clauses[index];
  const bool expletive = is_expletive(sentence, language, index);
  bool negative = clause.ne && !clause.restricted && !expletive;
  if (clause.marked(Feature::Without)) negative = !negative;
  return negative;
}

struct Own {
  Modality modality = Modality::asserted;
  std::string_view because;
};

Own own_modality(const Clause& clause) {
  if (clause.question) return {Modality::hypothetical, "question"};
  if (clause.marked(Feature::Condition) || clause.marked(Feature::Hypothetic)) return {Modality::hypothetical, "condition"};
  if (clause.mood == VerbForm::conditional) return {Modality::unconfirmed, "conditional"};
  if (clause.tense == Tense::future) return {Modality::intended, "future"};
  if (clause.kind == ClauseKind::infinitive && clause.marked(Feature::Purpose) && !clause.compound)
    return {Modality::intended, "purpose"};
  return {};
}

bool has_condition(const SentenceView& sentence, std::uint32_t index) {
  for (const Clause& clause : sentence.syntax.clauses)
    if (clause.marked(Feature::Condition) &&
        (clause.parent == index || clause.parent == sentence.syntax.clauses[index].parent || clause.parent == none))
      return true;
  return false;
}

/// "en cas de victoire, X attaquerait", "sans l'aide de Y, X aurait pris Z": a phrase says on what condition.
bool is_on_condition(const SentenceView& sentence, const Clause& clause) {
  return std::ranges::any_of(clause.obliques, [&](std::uint32_t oblique) {
    const NounPhrase& np = sentence.syntax.phrases[oblique];
    if (np.preposition == none) return false;
    const Word& preposition = sentence.analysed.words[np.preposition];
    const bool opening = np.begin < clause.verb && np.determiner.has(Feature::Definite);
    return preposition.has(Feature::Condition) || (preposition.has(Feature::Without) && opening);
  });
}

/// Whether a word of the clause itself says "probably"; a clause is one stretch but for what is put in.
bool hedged(const SentenceView& sentence, std::uint32_t index) {
  const auto& clause_of = sentence.syntax.clause_of;
  unsigned outside = 0;
  for (std::uint32_t at = sentence.syntax.clauses[index].first; at < clause_of.size() && outside < longest_insertion; ++at) {
    outside = clause_of[at] == index ? 0 : outside + 1;
    if (clause_of[at] == index && sentence.analysed.words[at].has(Feature::Hedge)) return true;
  }
  return false;
}

/// "est prêt à attaquer", "il est possible que X attaque": what an adjective says of the infinitive or clause behind it.
EntryId governing_adjective(const SentenceView& sentence, const Language& language, const Clause& clause, unsigned takes) {
  for (const auto* list : {&clause.attributes, &clause.objects})
    for (const std::uint32_t said : *list)
      for (const Phrase& phrase : language.adjectives(sentence.analysed.words[sentence.syntax.phrases[said].head].lemma())) {
        const LexicalEntry& entry = language.entry(phrase.entry);
        if (phrase.rest.empty() && entry.commitment != Commitment::none && (entry.takes & takes) != 0) return phrase.entry;
      }
  return no_id;
}

}  // namespace

Modality weaker(Modality a, Modality b) { return std::max(a, b); }

EntryId governing_entry(const SentenceView& sentence, const Language& language, std::uint32_t index) {
  const Clause& clause = sentence.syntax.clauses[index];
  if (!clause.has_verb()) return no_id;
  EntryId best = no_id;
  std::size_t length = 0;
  for (const Phrase& phrase : language.verbs(sentence.analysed.words[clause.verb].lemma())) {
    if (!phrase.rest.empty() && !sentence.analysed.may_hold(phrase.rest.front())) continue;
    const LexicalEntry& entry = language.entry(phrase.entry);
    if (entry.commitment == Commitment::none || (phrase.pronominal && !clause.pronominal)) continue;
    if (phrase.clitic != 0 && clause.genitive_clitic == none && clause.place_clitic == none) continue;
    // "a dit que A et laissé entendre que B": a shared auxiliary stands in the clause before.
    const std::uint32_t begin = clause.finite != none && clause.finite >= clause.first ? clause.finite : clause.verb;
    if (!phrase.rest.empty() && !follows(sentence, begin, phrase.rest)) continue;
    const std::size_t size = phrase.rest.size() + (phrase.pronominal ? 1 : 0);
    if (best == no_id || size > length) {
      best = phrase.entry;
      length = size;
    }
  }
  return best;
}

EntryId noun_commitment(const SentenceView& sentence, const Language& language, std::uint32_t phrase) {
  for (const Phrase& noun : language.nouns(sentence.analysed.words[sentence.syntax.phrases[phrase].head].lemma()))
    if (noun.rest.empty() && language.entry(noun.entry).commitment != Commitment::none) return noun.entry;
  return no_id;
}

bool is_complement_of(const Language& language, const NounPhrase& np, const LexicalEntry& governor) {
  if (np.function == Function::object) return true;
  return np.preposition != none && std::ranges::find(governor.complementizers, language.words().text(np.preposition_lemma)) !=
                                       governor.complementizers.end();
}

GoverningNoun governing_noun(const SentenceView& sentence, const Language& language, const Clause& infinitive) {
  const bool takes_noun = infinitive.kind == ClauseKind::infinitive && infinitive.marker != none &&
                          infinitive.antecedent != none &&
                          (infinitive.marker_lemma == language.genitive() || infinitive.marker_lemma == language.dative());
  if (!takes_noun) return {};
  if (infinitive.parent != none) {
    const EntryId verb = governing_entry(sentence, language, infinitive.parent);
    if (verb != no_id && language.entry(verb).words.size() > 1) return {};
  }
  for (std::uint32_t p = infinitive.antecedent; p != none; p = sentence.syntax.phrases[p].host)
    for (const Phrase& noun : language.nouns(sentence.analysed.words[sentence.syntax.phrases[p].head].lemma())) {
      const LexicalEntry& entry = language.entry(noun.entry);
      if (noun.rest.empty() && entry.commitment != Commitment::none && (entry.takes & takes_infinitive) != 0)
        return {p, noun.entry};
    }
  return {};
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

void apply(const LexicalEntry& governor, Standing& standing) {
  const Modality before = standing.modality;
  const bool was_negative = standing.negative;
  switch (governor.commitment) {
    case Commitment::claims:
      standing.modality = weaker(standing.modality, Modality::unconfirmed);
      break;
    case Commitment::denies:
      standing.negative = !standing.negative;
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
  if (before != standing.modality || was_negative != standing.negative) standing.because.emplace_back(governor.iri);
}

namespace {

/// What the clause's own words say: negation, mood, tense, hedges.
void apply_own(const SentenceView& sentence, const Language& language, std::uint32_t index, Standing& standing) {
  const Clause& clause = sentence.syntax.clauses[index];
  if (negates(sentence, language, index)) {
    standing.negative = !standing.negative;
    standing.because.emplace_back("negation");
  }
  Own own = own_modality(clause);
  const bool conditional = own.modality == Modality::unconfirmed;
  if (conditional && (has_condition(sentence, index) || is_on_condition(sentence, clause)))
    own = {Modality::hypothetical, "condition"};
  if (own.modality == Modality::asserted && hedged(sentence, index)) own = {Modality::unconfirmed, "hedge"};
  if (own.modality != Modality::asserted) standing.because.push_back(own.because);
  standing.modality = weaker(standing.modality, own.modality);
  if (clause.kind == ClauseKind::adverbial && clause.marked(Feature::Without) && clause.parent != none &&
      negates(sentence, language, clause.parent))
    standing.negative = !standing.negative;  // "pas un jour sans que"
}

/// "a annoncé qu'il reprendrait la ville": a future seen from the past.
bool is_future_in_past(const Clause& clause, const Clause& governor) {
  const bool past = governor.tense == Tense::imperfect || governor.compound || governor.tense == Tense::simple_past;
  return clause.mood == VerbForm::conditional && !clause.compound && past;
}

/// "jure avoir pris la ville", "jure qu'il tient la ville": nothing is to come.
bool is_no_promise(const Clause& clause) {
  const bool now = clause.tense == Tense::present || clause.tense == Tense::imperfect;
  return clause.compound || (clause.kind == ClauseKind::complement && clause.mood == VerbForm::indicative && now);
}

/// What the verb of `governor` says of `clause`, by the tenses of both.
void apply_governor(const SentenceView& sentence, const Language& language, const Clause& clause, const LexicalEntry& word,
                    Standing& standing) {
  const Clause& governor = sentence.syntax.clauses[clause.parent];
  const bool managed = word.commitment == Commitment::may && governor.compound && governor.mood != VerbForm::conditional;
  if (managed) {  // "a pu prendre la ville"
    standing.because.emplace_back(word.iri);
  } else if (word.commitment == Commitment::promises && is_no_promise(clause)) {
    standing.modality = weaker(standing.modality, Modality::unconfirmed);
    standing.because.emplace_back(word.iri);
  } else {
    apply(word, standing);
  }
  standing.failed |= (managed || word.commitment == Commitment::achieves) && negates(sentence, language, clause.parent);
}

/// "n'a pas levé le petit doigt pour aider X": what for belongs to the phrase.
bool is_asked_for(const SentenceView& sentence, const Language& language, const Clause& clause) {
  const EntryId governor = clause.parent != none ? governing_entry(sentence, language, clause.parent) : no_id;
  if (governor == no_id || clause.marker == none) return false;
  const LexicalEntry& entry = language.entry(governor);
  const auto marker = language.words().text(clause.marker_lemma);
  return entry.commitment == Commitment::causes &&
         std::ranges::find(entry.complementizers, marker) != entry.complementizers.end();
}

bool is_complement(const SentenceView& sentence, const Language& language, const Clause& clause) {
  if (clause.kind == ClauseKind::infinitive && is_asked_for(sentence, language, clause)) return true;
  if (clause.kind == ClauseKind::complement) return true;
  if (clause.kind != ClauseKind::infinitive || clause.parent == none) return false;
  // "sans aller jusqu'à soutenir X": no time, but how far one goes.
  const Clause& governor = sentence.syntax.clauses[clause.parent];
  const bool extent = governor.has_verb() && sentence.analysed.words[governor.verb].has(Feature::NearFuture);
  return !clause.marked(Feature::Purpose) && !clause.marked(Feature::Without) && (!clause.marked(Feature::Temporal) || extent);
}

/// "sa volonté de frapper X", "dément tout projet de frapper X": what the noun says of it, and what becomes of that.
void apply_noun_of_infinitive(const GoverningNoun& noun, const SentenceView& sentence, const Language& language,
                              std::uint32_t clause, Standing& standing) {
  apply(language.entry(noun.entry), standing);
  if (sentence.syntax.phrases[noun.phrase].negated) standing.negative = !standing.negative;
  if (clause == none) return;
  const EntryId entry = governing_entry(sentence, language, clause);
  if (entry == no_id || (language.entry(entry).takes & takes_noun_phrase) == 0) return;
  apply(language.entry(entry), standing);
  if (negates(sentence, language, clause)) standing.negative = !standing.negative;
  if (reports_speech(language.entry(entry))) standing.reported_by = clause;
}

/// "n'exclut pas de livrer des armes": what is not ruled out may be; what is ruled out will not be.
void rule_out(bool possible, const LexicalEntry& word, Standing& standing) {
  if (!possible) standing.negative = !standing.negative;
  standing.modality = weaker(standing.modality, possible ? Modality::hypothetical : Modality::intended);
  standing.because.emplace_back(word.iri);
}

/// "rien ne prouve que A", "il n'est pas certain que A": A is left open.
bool leaves_open(const SentenceView& sentence, const Language& language, std::uint32_t clause, EntryId verb, Standing& standing) {
  if (!language.has(verb, Feature::Proves) || !negates(sentence, language, clause)) return false;
  standing.modality = Modality::hypothetical;
  standing.because.emplace_back(language.entry(verb).iri);
  return true;
}

/// What an adjective says of the clause or infinitive that it takes, "il est possible que A"; false where the rest is open.
bool apply_adjective(const SentenceView& sentence, const Language& language, const Clause& clause, Standing& standing) {
  const unsigned takes = clause.kind == ClauseKind::infinitive ? takes_infinitive : takes_que_clause;
  const EntryId adjective = governing_adjective(sentence, language, sentence.syntax.clauses[clause.parent], takes);
  if (adjective == no_id) return true;
  const LexicalEntry& word = language.entry(adjective);
  if (leaves_open(sentence, language, clause.parent, adjective, standing)) return false;
  apply(word, standing);
  if (clause.kind == ClauseKind::complement && word.commitment == Commitment::claims && standing.reported_by == none)
    standing.reported_by = clause.parent;  // "X est convaincu que A"
  return true;
}

/// "rejette les accusations selon lesquelles A", "confirme l'idée que A": what the noun says of A, and what is said of the noun.
void apply_noun_of_clause(const SentenceView& sentence, const Language& language, std::uint32_t noun, Standing& standing) {
  if (const EntryId entry = noun_commitment(sentence, language, noun); entry != no_id) apply(language.entry(entry), standing);
  const NounPhrase& np = sentence.syntax.phrases[noun];
  if (np.clause == none || negates(sentence, language, np.clause)) return;
  const EntryId entry = governing_entry(sentence, language, np.clause);
  if (entry == no_id || !reports_speech(language.entry(entry)) || !is_complement_of(language, np, language.entry(entry))) return;
  apply(language.entry(entry), standing);
  standing.reported_by = np.clause;
}

}  // namespace

Standing presupposed(std::uint32_t demand, const LexicalEntry& word) {
  Standing standing;
  standing.reported_by = demand;
  standing.because.emplace_back(word.iri);
  return standing;
}

std::uint32_t told_by_noun(const SentenceView& sentence, const Language& language, const Clause& clause) {
  if (clause.kind != ClauseKind::relative || clause.antecedent == none || clause.subject == clause.antecedent) return none;
  if (clause.relative_preposition != none)
    return sentence.analysed.words[clause.relative_preposition].has(Feature::Attributive) ? clause.antecedent : none;
  const EntryId entry = noun_commitment(sentence, language, clause.antecedent);
  const bool whole = !clause.objects.empty() || clause.object_clitic != none || clause.passive;
  const bool content = entry != no_id && (language.entry(entry).takes & takes_que_clause) != 0;
  return clause.marked(Feature::RelativeObject) && whole && content ? clause.antecedent : none;
}

namespace {

/// "laisse entendre que A": the verb before the infinitive, together with it, says what becomes of A.
bool is_fixed_infinitive(const SentenceView& sentence, const Language& language, const Clause& clause) {
  const Clause& verb = sentence.syntax.clauses[clause.parent];
  if (clause.kind != ClauseKind::complement || verb.kind != ClauseKind::infinitive || verb.parent == none) return false;
  const EntryId whole = governing_entry(sentence, language, verb.parent);
  return whole != no_id && language.entry(whole).words.size() == 2 &&
         language.entry(whole).words.back() == language.words().text(sentence.analysed.words[verb.verb].lemma());
}

/// Whether what is asked for in `asked` is that what the clause says come to an end: "exhorte X à cesser de frapper Y", "X doit
/// cesser de frapper Y".
bool stopped(const SentenceView& sentence, const Language& language, std::uint32_t asked, std::uint32_t clause) {
  if (asked == clause || negates(sentence, language, asked)) return false;
  return language.has(governing_entry(sentence, language, asked), Feature::Ends);
}

/// What the noun that takes the clause or infinitive says of it; false where none does.
bool apply_noun(const SentenceView& sentence, const Language& language, const Clause& clause, Standing& standing) {
  if (const GoverningNoun noun = governing_noun(sentence, language, clause); noun.entry != no_id) {
    apply_noun_of_infinitive(noun, sentence, language, clause.parent, standing);
    return true;
  }
  const std::uint32_t noun = told_by_noun(sentence, language, clause);
  if (noun == none) return false;
  apply_noun_of_clause(sentence, language, noun, standing);
  return true;
}

/// What the verb that governs the clause `here` says of it, and of the clause `index` in it; false where no verb farther out says
/// more: what the speaker's own verb is does not change what is said.
bool apply_verb(const SentenceView& sentence, const Language& language, std::uint32_t here, std::uint32_t index, EntryId entry,
                Standing& standing) {
  const Clause& clause = sentence.syntax.clauses[here];
  const LexicalEntry& word = language.entry(entry);
  const bool tells = word.commitment == Commitment::reports || word.commitment == Commitment::claims;
  if (tells && is_future_in_past(clause, sentence.syntax.clauses[clause.parent])) {
    standing.modality = here == index ? Modality::intended : weaker(standing.modality, Modality::intended);
    standing.because.emplace_back("future in the past");
  }
  if (language.has(entry, Feature::RulesOut)) {
    rule_out(negates(sentence, language, clause.parent), word, standing);
    standing.reported_by = clause.parent;
    return false;
  }
  if (leaves_open(sentence, language, clause.parent, entry, standing)) return false;
  const bool fact = stopped(sentence, language, here, index);
  if (fact && word.commitment == Commitment::asks) return standing = presupposed(clause.parent, word), false;
  if (fact && language.has(entry, Feature::Obliges)) return standing = {}, true;
  apply_governor(sentence, language, clause, word, standing);
  if (!reports_speech(word)) return true;
  const bool unsaid = word.commitment == Commitment::reports && negates(sentence, language, clause.parent);  // "ne dit pas que"
  if (standing.reported_by == none && !unsaid) standing.reported_by = clause.parent;
  return false;
}

/// "va attaquer".
void apply_near_future(const SentenceView& sentence, const Clause& clause, Standing& standing) {
  const Clause& governor = sentence.syntax.clauses[clause.parent];
  if (!governor.has_verb() || !sentence.analysed.words[governor.verb].has(Feature::NearFuture) ||
      clause.kind != ClauseKind::infinitive || clause.marker != none)
    return;
  standing.modality = weaker(standing.modality, Modality::intended);
  standing.because.emplace_back("near future");
}

}  // namespace

Standing standing_of(const SentenceView& sentence, const Language& language, std::uint32_t index) {
  constexpr unsigned deepest = 6;  // clauses within clauses
  Standing standing;
  std::uint32_t here = index;
  for (unsigned depth = 0; here != none && depth < deepest; ++depth) {
    const Clause& clause = sentence.syntax.clauses[here];
    const Modality outside = standing.modality;
    apply_own(sentence, language, here, standing);
    if (clause.kind == ClauseKind::infinitive && clause.marked(Feature::Purpose) && is_asked_for(sentence, language, clause))
      standing.modality = outside;
    if (clause.kind == ClauseKind::gerund && clause.parent != none && clause.marker == none)  // "aurait bombardé, tuant deux …"
      standing.modality = weaker(standing.modality, own_modality(sentence.syntax.clauses[clause.parent]).modality);
    if (apply_noun(sentence, language, clause, standing)) return standing;
    if (!is_complement(sentence, language, clause) || clause.parent == none) break;
    if (!apply_adjective(sentence, language, clause, standing)) return standing;
    const EntryId entry = governing_entry(sentence, language, clause.parent);
    const bool farther = entry != no_id && is_fixed_infinitive(sentence, language, clause);  // the verb before that says it
    if (entry == no_id)
      apply_near_future(sentence, clause, standing);
    else if (!farther && !apply_verb(sentence, language, here, index, entry, standing))
      return standing;
    here = clause.parent;
  }
  return standing;
}

}  // namespace entente
