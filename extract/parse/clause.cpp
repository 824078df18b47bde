#include <algorithm>

#include "extract/parse/parser.hpp"

namespace entente {

std::uint32_t Parser::open(Clause clause) {
  const auto index = static_cast<std::uint32_t>(out_.clauses.size());
  if (clause.parent == none && !stack_.empty()) clause.parent = stack_.back();
  out_.clauses.push_back(std::move(clause));
  stack_.push_back(index);
  return index;
}

/// The innermost open clause with a finite verb.
std::uint32_t Parser::nearest_finite() const {
  for (std::size_t depth = stack_.size(); depth-- > 0;)
    if (out_.clauses[stack_[depth]].is_finite()) return stack_[depth];
  return none;
}

bool Parser::agrees(std::uint32_t phrase, std::uint8_t gender, std::uint8_t number) const {
  const NounPhrase& np = out_.phrases[phrase];
  return entente::agrees(gender, np.gender) && entente::agrees(number, np.number);
}

/// What the phrase is said of, or stands in a participle or relative clause said of; none where it stands by itself.
std::uint32_t Parser::above(std::uint32_t phrase) const {
  const NounPhrase& np = out_.phrases[phrase];
  if (const std::uint32_t outer = said_of(np); outer != none || np.clause == none) return outer;
  const Clause& clause = out_.clauses[np.clause];  // "les factions appuyées par X, qui …"
  const bool said_of_another = clause.kind == ClauseKind::participial || clause.kind == ClauseKind::relative;
  return said_of_another && clause.antecedent != none && clause.antecedent < phrase ? clause.antecedent : none;
}

/// The phrase, or one above it, which agrees in gender and number; the phrase itself where none does.
std::uint32_t Parser::agreeing(std::uint32_t phrase, std::uint8_t gender, std::uint8_t number) const {
  std::uint32_t candidate = phrase;
  for (unsigned depth = 0; candidate != none && depth < 8; ++depth) {
    if (agrees(candidate, gender, number)) return candidate;
    candidate = above(candidate);
  }
  return phrase;
}

/// "a indiqué, cité par Y, que …", "a dit à cette occasion que …", "a averti X que …": the verb of saying still waits for its
/// clause.
bool Parser::completes_report(std::uint32_t at) const {
  const std::uint32_t index = nearest_finite();
  if (index == none || has_infinitive(index)) return false;
  for (std::size_t depth = stack_.size(); depth-- > 0 && stack_[depth] != index;)
    if (out_.clauses[stack_[depth]].kind == ClauseKind::complement) return false;  // "que X, que Y soutient, …": it has it
  const Clause& clause = out_.clauses[index];
  bool told = clause.objects.empty();
  if (clause.objects.size() == 1) {
    const NounPhrase& object = out_.phrases[clause.objects.front()];
    told = object.end == at && (object.class_entry != no_id || object.role != no_id || object.name != none);
  }
  return told && clause.verb <= at && (reports(clause.verb) || reports_with_infinitive(clause.verb));
}

/// "dit avoir aidé X, une affirmation que Y conteste": a verb of saying with an infinitive, that says nothing itself, has what it
/// says.
bool Parser::has_infinitive(std::uint32_t clause) const {
  for (std::size_t depth = stack_.size(); depth-- > 0 && stack_[depth] != clause;) {
    const Clause& inner = out_.clauses[stack_[depth]];
    if (inner.kind == ClauseKind::infinitive && inner.parent == clause && inner.marker == none && inner.has_verb() &&
        !reports(inner.verb) && reports(out_.clauses[clause].verb))
      return true;
  }
  return false;
}

/// "il est possible que X attaque": directly behind an adjective said of the subject that takes a clause.
bool Parser::completes_adjective(std::uint32_t at) const {
  if (last_ == none || out_.phrases[last_].end != at || out_.phrases[last_].function != Function::attribute) return false;
  const auto adjectives = language_.adjectives(word(out_.phrases[last_].head).lemma());
  return tag(out_.phrases[last_].head) == Tag::adjective && std::ranges::any_of(adjectives, [&](const Phrase& phrase) {
           return phrase.rest.empty() && (language_.entry(phrase.entry).takes & takes_que_clause) != 0;
         });
}

/// "a fait valoir", "laisse entendre": whether verb and infinitive together take a clause with "que".
bool Parser::reports_with_infinitive(std::uint32_t verb) const {
  const std::uint32_t next = skip_adverbs(verb + 1);
  if (next >= end_ || tag(next) != Tag::infinitive) return false;
  const auto entries = language_.verbs(word(verb).lemma());
  return std::any_of(entries.begin(), entries.end(), [&](const Phrase& phrase) {
    return phrase.rest.size() == 1 && phrase.rest.front() == word(next).lemma() &&
           (language_.entry(phrase.entry).takes & takes_que_clause) != 0;
  });
}

/// Whether the verb at this word takes a clause with "que".
bool Parser::reports(std::uint32_t verb) const {
  const auto entries = language_.verbs(word(verb).lemma());
  return std::any_of(entries.begin(), entries.end(), [&](const Phrase& phrase) {
    return phrase.rest.empty() && (language_.entry(phrase.entry).takes & takes_que_clause) != 0;
  });
}

/// Whether the verb at this word takes an infinitive.
bool Parser::takes_infinitive(std::uint32_t verb) const {
  const auto entries = language_.verbs(word(verb).lemma());
  return std::any_of(entries.begin(), entries.end(), [&](const Phrase& phrase) {
    return phrase.rest.empty() && (language_.entry(phrase.entry).takes & entente::takes_infinitive) != 0;
  });
}

/// Whether it may stand beside a quotation.
bool Parser::says(std::uint32_t verb) const {
  const auto entries = language_.verbs(word(verb).lemma());
  return std::any_of(entries.begin(), entries.end(), [&](const Phrase& phrase) { return language_.entry(phrase.entry).says; });
}

/// "finance, arme et entraîne Y": one more verb of the same subject, and no ", dit X".
bool Parser::lists_verb(const Clause& verb, std::uint32_t sibling, std::uint32_t at) const {
  const Clause& before = out_.clauses[sibling];
  return comma_ != none && comma_ + 1 == at && before.tense == verb.tense && before.mood == verb.mood &&
         (before.number & verb.number) != 0 && before.subject != none && word(before.verb).quoted == word(verb.verb).quoted &&
         (governs_clause(verb) || (!reports(verb.verb) && !says(verb.verb)) || lists_on(verb));
}

/// "tient A, coupe la route de B et aurait pris C": one more verb follows with "et", as none does after what is put in.
bool Parser::lists_on(const Clause& verb) const {
  std::uint32_t at = at_;
  while (at < end_ && tag(at) != Tag::coordinator) {
    const std::uint32_t begin = at;
    if (tag(at) == Tag::preposition) ++at;
    at = skip_phrase(at);
    if (at == begin) return false;
  }
  at = skip_adverbs(at + 1);
  while (at < end_ && (tag(at) == Tag::negation || tag(at) == Tag::object_clitic)) ++at;
  return at < end_ && tag(at) == Tag::verb && (word(at).reading.number & verb.number) != 0;
}

/// ", assure que A", ", assure avoir fait A": it has a clause of its own behind it, as no verb has that is put in.
bool Parser::governs_clause(const Clause& verb) const {
  if (verb.subject_clitic != none || at_ + 1 >= end_ || word(at_).quoted != word(verb.verb).quoted) return false;
  if (tag(at_) == Tag::subordinator) return word(at_).has(Feature::Complementizer);
  const bool compound = tag(at_) == Tag::infinitive && tag(at_ + 1) == Tag::past_participle;
  return compound || (tag(at_) == Tag::negation && tag(at_ + 1) == Tag::infinitive);
}

/// "ne contrôle plus que Damas": the second half of a restriction.
bool Parser::restriction(std::uint32_t at) {
  const std::uint32_t index = nearest_finite();
  std::uint32_t inner = stack_.back();
  if (!out_.clauses[inner].ne && index != none) inner = index;
  Clause& clause = out_.clauses[inner];
  if (!clause.ne || (clause.negative_word && !clause.no_longer) || clause.restricted) return false;
  if (!word(at).may_have(Feature::Restrictive) || verb_ahead(at + 1)) return false;
  clause.restricted = true;
  return true;
}

/// `report`: the word is read as a relative, but completes a verb of saying.
void Parser::subordinator(std::uint32_t at, bool report) {
  const bool complementizer = report || word(at).has(Feature::Complementizer);
  if (complementizer && !report && restriction(at)) {
    ++at_;
    return;
  }
  Clause clause{.kind = ClauseKind::adverbial, .first = at};
  clause.marker = at;
  clause.marker_features = word(at).reading.features;
  if (report) {
    clause.marker_features = {};
    clause.marker_features.add(Feature::Complementizer);
  }
  clause.marker_lemma = word(at).lemma();
  if (complementizer && coordinator_ != none)  // "que X a pris et que Y a perdu", of a noun
    for (std::size_t depth = stack_.size(); depth-- > 1;) {
      const Clause before = out_.clauses[stack_[depth]];
      if (before.kind == ClauseKind::complement) break;
      if (before.kind != ClauseKind::relative || !before.marked(Feature::RelativeObject)) continue;
      clause.kind = ClauseKind::relative;
      clause.antecedent = before.antecedent;
      clause.marker_features = before.marker_features;
      clause.inverted = true;
      stack_.resize(depth);
      clause.parent = stack_.back();
      ++at_;
      open(std::move(clause));
      return;
    }
  if (complementizer) {
    clause.kind = ClauseKind::complement;
    if (coordinator_ != none)  // "que A et que B"
      while (stack_.size() > 1 && top().has_verb()) {
        const bool complement = top().kind == ClauseKind::complement;
        stack_.pop_back();
        if (complement) break;
      }
  }
  if (complementizer && top().kind == ClauseKind::participial && is_comma(at - 1) && !reports(top().verb) && completes_report(at))
    stack_.pop_back();  // "a indiqué, cité par Y, que"
  clause.parent = stack_.back();
  if (last_ != none && reach(last_) == at) clause.antecedent = last_;
  ++at_;
  open(std::move(clause));
  last_ = none;
}

/// "X, affirme Y, avance", "Jamais, dit-il, X n'avance": words of saying put into a clause whose verb is still to come. A
/// subject is never parted from its verb by a single comma.
bool Parser::puts_in(const Clause& verb, std::uint32_t at) const {
  if (comma_ == none || comma_ + 1 != at || top().has_verb() || !(says(verb.verb) || reports(verb.verb))) return false;
  if (verb.subject_clitic != none && verb.subject_clitic > verb.finite) return true;
  if (verb.ne) return false;  // nobody puts in that somebody does not say
  const bool after_subject = top().subject != none;
  if (after_subject && (last_ == none || reach(last_) != comma_)) return false;
  std::uint32_t end = at_;
  if (verb.subject_clitic == none) {
    while (end < end_ && tag(end) == Tag::infinitive) ++end;  // "a fait savoir"
    end = skip_adverbs(end);
    if (end + 1 < end_ && tag(end) == Tag::other && tag(end + 1) == Tag::name) ++end;  // "a dit M. X"
    if (!begins_phrase(end) || (word(end).quoted && !word(verb.verb).quoted)) return false;
    if (verb.pronominal && tag(end) == Tag::noun) return false;  // ", se dit victime de": no subject without a determiner
    if (after_subject && is_bare(out_.phrases[top().subject])) return true;  // "Faux, rétorque X"
    if (!after_subject || root(last_) == top().subject) {
      while (end < end_ && !is_comma(end)) ++end;
      return end + 1 < end_;
    }
    end = skip_phrase(end);
    while (tag(end) == Tag::preposition && begins_phrase(end + 1)) end = skip_phrase(end + 1);
  }
  if (!is_comma(end)) return false;
  const std::uint32_t next = skip_adverbs(end + 1);
  return tag(next) == Tag::verb || tag(next) == Tag::object_clitic || tag(next) == Tag::negation;
}

/// "« Que X se taise », avait lancé Y", "Dix blessés, annonce Y": after the comma behind words that are no subject of the verb
/// stands what is said of them.
bool Parser::is_about(const Clause& verb, const Clause& waiting) const {
  if (waiting.kind != ClauseKind::main || comma_ == none || comma_ == 0 || comma_ + 1 != verb.first || !says(verb.verb))
    return false;
  if (waiting.subject != none) {
    const NounPhrase& subject = out_.phrases[waiting.subject];
    return tag(subject.head) == Tag::noun && !entente::agrees(subject.number, verb.number);
  }
  return word(comma_ - 1).quoted && !word(verb.verb).quoted;
}

/// Finds the clause to which a finite verb belongs, or opens one for it.
void Parser::place_verb(const Clause& verb, std::uint32_t at) {
  std::uint32_t sibling = nearest_finite();
  for (std::size_t depth = stack_.size(); coordinator_ != none && depth-- > 0;) {  // of the verbs open, the one of the same tense
    const Clause& clause = out_.clauses[stack_[depth]];
    if (!clause.is_finite() || clause.tense != verb.tense || clause.compound != verb.compound || clause.mood != verb.mood)
      continue;
    sibling = stack_[depth];
    break;
  }
  bool waiting = false;
  for (const std::uint32_t open_clause : stack_) {
    const Clause& clause = out_.clauses[open_clause];
    const bool said = clause.subject != none && word(out_.phrases[clause.subject].begin).quoted && !word(verb.verb).quoted &&
                      ((comma_ != none && clause.kind == ClauseKind::main) || says(verb.verb));
    waiting |= !clause.has_verb() && !said && !is_about(verb, clause);
  }
  const bool put_in = waiting && puts_in(verb, at);
  if (!waiting || put_in ||
      (coordinator_ != none && sibling != none && stack_.back() != none && top().has_verb() &&
       out_.clauses[sibling].has_verb())) {
    if (!put_in && sibling != none && verb.subject_clitic == none &&
        (coordinator_ != none || lists_verb(verb, sibling, at))) {  // "X a pris A et contrôle B"
      while (stack_.back() != sibling) stack_.pop_back();
      Clause clause{.kind = out_.clauses[sibling].kind, .first = at, .parent = out_.clauses[sibling].parent};
      clause.shares_with = sibling;
      clause.antecedent = out_.clauses[sibling].antecedent;
      clause.marker = out_.clauses[sibling].marker;
      clause.marker_features = out_.clauses[sibling].marker_features;
      clause.marker_lemma = out_.clauses[sibling].marker_lemma;
      clause.inverted = out_.clauses[sibling].inverted;  // "que finance et arme X"
      stack_.pop_back();
      set_verb(open(std::move(clause)), verb);
      return;
    }
    Clause clause{.kind = ClauseKind::main, .first = at, .parent = put_in ? stack_.back() : stack_.front()};
    clause.incise = true;
    clause.inverted = verb.subject_clitic == none;
    // What stands between the last comma and the verb is its subject.
    const bool between = last_ != none && (comma_ == none || out_.phrases[last_].begin > comma_);
    if (between && out_.phrases[last_].function == Function::unattached && out_.phrases[last_].apposition_to == none)
      clause.subject = last_;
    set_verb(open(std::move(clause)), verb);
    return;
  }
  while (stack_.size() > 1 && top().has_verb()) stack_.pop_back();
  if (top().has_verb()) open(Clause{.first = at});
  set_verb(stack_.back(), verb);
  find_subject(stack_.back());
}

void Parser::set_verb(std::uint32_t index, const Clause& verb) {
  Clause& clause = out_.clauses[index];
  clause.verb = verb.verb;
  clause.finite = verb.finite;
  clause.mood = verb.mood;
  clause.tense = verb.tense;
  clause.number = verb.number;
  clause.person = verb.person;
  clause.compound = verb.compound;
  clause.passive = verb.passive;
  clause.pronominal = verb.pronominal;
  clause.ne = verb.ne;
  clause.negative_word = verb.negative_word;
  clause.no_longer = verb.no_longer;
  clause.subject_clitic = verb.subject_clitic;
  clause.object_clitic = verb.object_clitic;
  clause.dative_clitic = verb.dative_clitic;
  clause.place_clitic = verb.place_clitic;
  clause.genitive_clitic = verb.genitive_clitic;
}

/// The subject of a relative is its antecedent, found by agreement; elsewhere it was read before the verb.
void Parser::find_subject(std::uint32_t index) {
  Clause& clause = out_.clauses[index];
  if (clause.subject != none || clause.subject_clitic != none) {
    clause.inverted = false;
    return;
  }
  const bool subject_pronoun = clause.marked(Feature::RelativeSubject) ||  // "qui", "lequel"
                               (clause.marked(Feature::RelativeOblique) && clause.relative_preposition == none &&
                                !clause.marked(Feature::Contracted) && clause.subject_clitic == none);
  if (clause.kind == ClauseKind::relative && subject_pronoun && clause.antecedent != none) {
    clause.antecedent = agreeing(clause.antecedent, 0, clause.number);
    clause.subject = clause.antecedent;
    clause.inverted = false;
    return;
  }
  // "Aux côtés de X combattent Y", "quand arrive Y": what cannot be an object is the subject.
  const std::uint8_t valency = word(clause.verb).reading.valency;
  const bool opened = clause.kind != ClauseKind::main || last_ != none;
  if (opened &&
      (clause.pronominal || clause.passive || (valency & Analysis::transitive) == 0 || (valency & Analysis::intransitive) != 0))
    clause.inverted = true;
}

}  // namespace entente
