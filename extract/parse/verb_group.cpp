#include <algorithm>

#include "extract/parse/parser.hpp"

namespace entente {

void Parser::take_negative(Clause& clause, std::uint32_t at) const {
  if (!word(at).has(Feature::NegativeAdverb)) return;
  clause.negative_word = true;
  if (word(at).has(Feature::NoLonger)) clause.no_longer = true;
}

/// Pronouns and the particle of negation.
void Parser::read_before_verb(Clause& clause, std::uint32_t& at) const {
  for (; at < end_; ++at) {
    const Word& w = word(at);
    if (w.tag() == Tag::negation) {
      clause.ne = true;
    } else if (w.tag() == Tag::subject_clitic) {
      clause.subject_clitic = at;
    } else if (w.tag() == Tag::object_clitic) {
      if (w.has(Feature::ReflexiveClitic)) {
        clause.pronominal = true;
      } else if (w.has(Feature::PlaceClitic)) {
        clause.place_clitic = at;
      } else if (w.has(Feature::GenitiveClitic)) {
        clause.genitive_clitic = at;
      } else if (w.has(Feature::ObjectClitic)) {
        clause.object_clitic = at;
      } else {
        clause.dative_clitic = at;
      }
    } else if (w.tag() == Tag::adverb && clause.ne) {
      take_negative(clause, at);
    } else {
      return;
    }
  }
}

void Parser::read_after_verb(Clause& clause, std::uint32_t& at) const {
  for (; at < end_; ++at) {
    const Word& w = word(at);
    if (w.tag() == Tag::adverb && !w.has(Feature::Restrictive)) {
      take_negative(clause, at);
    } else if (w.tag() == Tag::subject_clitic || w.has(Feature::Euphonic)) {
      if (w.tag() == Tag::subject_clitic) {
        clause.subject_clitic = at;
        clause.inverted = false;
      }
    } else {
      return;
    }
  }
}

/// What the auxiliary makes of the participles after it: a compound tense, a passive, or both.
void Parser::read_participles(Clause& clause, std::uint32_t& at) const {
  bool be = word(clause.verb).has(Feature::PassiveAuxiliary);
  while (true) {
    std::uint32_t next = at;
    Clause negation = clause;
    read_after_verb(negation, next);
    if (tag(next) == Tag::pronoun && word(next).has(Feature::IndefinitePronoun)) ++next;  // "ont tous quitté"
    if (tag(next) != Tag::past_participle || (next >= end_)) return;
    clause.ne = negation.ne;
    clause.negative_word = negation.negative_word;
    clause.no_longer = negation.no_longer;
    clause.subject_clitic = negation.subject_clitic;
    const Reading& participle = word(next).reading;
    const bool moves = participle.features.has(Feature::TakesBe);
    clause.compound = true;
    clause.passive = be && !moves && !clause.pronominal;
    clause.verb = next;
    at = next + 1;
    be = participle.features.has(Feature::PassiveAuxiliary);
    if (!be) {
      read_after_verb(clause, at);
      return;
    }
  }
}

void Parser::read_verb(Clause& clause, std::uint32_t& at) const {
  const Reading& reading = word(at).reading;
  clause.verb = at;
  clause.mood = reading.form;
  clause.tense = reading.tense;
  clause.number = reading.number;
  clause.person = reading.person;
  ++at;
  const bool links =
      reading.features.has(Feature::Copula) && tag(skip_adverbs(at)) == Tag::past_participle;  // "restent soutenues par"
  if (reading.features.has(Feature::Auxiliary) || links) read_participles(clause, at);
  if (links && !reading.features.has(Feature::Auxiliary)) clause.passive = true;
  read_after_verb(clause, at);
}

void Parser::verb_group(std::uint32_t at) {
  const std::uint32_t begin = at;
  Clause verb;
  verb.first = begin;
  read_before_verb(verb, at);
  if (tag(at) == Tag::infinitive) return infinitive(begin, none);
  if (tag(at) == Tag::present_participle) return present_participle(begin, none);
  if (tag(at) != Tag::verb) {
    at_ = std::max(at, begin + 1);
    return;
  }
  if (gives_byname(at)) return past_participle(at);
  verb.finite = at;
  read_verb(verb, at);
  at_ = at;
  place_verb(verb, begin);
}

/// "le colonel X, dit « Y »": the participle, before a name alone between quotation marks.
bool Parser::gives_byname(std::uint32_t at) const {
  const Reading& reading = word(at).reading;
  return reading.participle && comma_ != none && comma_ + 1 == at && last_ != none && reach(last_) == comma_ &&
         tag(at + 1) == Tag::name && word(at + 1).quoted && !word(at).quoted && !word(out_.phrases[last_].head).quoted &&
         (at + 2 >= end_ || !word(at + 2).quoted);
}

/// "se faire déloger par X", "s'est vu infliger un revers": it is done to the subject.
bool Parser::undergoes(const Clause& governor) const {
  return governor.has_verb() && governor.pronominal && word(governor.verb).has(Feature::Causative);
}

/// "accuse X, qui a pris A, d'armer B": the relative between commas is over where its verb takes no infinitive and that of the
/// clause around it does.
void Parser::close_relative_before(std::uint32_t marker) {
  if (comma_ == none || comma_ + 1 != marker) return;
  for (std::size_t depth = stack_.size(); depth-- > 1;) {
    const Clause& relative = out_.clauses[stack_[depth]];
    if (!relative.has_verb() || takes_infinitive(relative.verb)) return;
    if (relative.kind != ClauseKind::relative) continue;
    const Clause& around = out_.clauses[stack_[depth - 1]];
    if (around.has_verb() && takes_infinitive(around.verb)) stack_.resize(depth);
    return;
  }
}

void Parser::infinitive(std::uint32_t at, std::uint32_t marker) {
  Clause clause{.kind = ClauseKind::infinitive, .first = marker != none ? marker : at};
  read_before_verb(clause, at);
  if (tag(at) != Tag::infinitive) {
    at_ = std::max(at_ + 1, at);
    return;
  }
  read_verb(clause, at);
  clause.finite = none;
  at_ = at;
  clause.marker = marker;
  if (marker != none) {
    clause.marker_features = word(marker).reading.features;
    clause.marker_lemma = word(marker).lemma();
  }
  // "… de reprendre A et de chasser B": beside the infinitive before.
  if (coordinator_ != none || comma_ != none)
    while (stack_.size() > 1 && top().kind == ClauseKind::infinitive) {
      clause.shares_with = stack_.back();
      if (marker == none && clause.marker == none) {
        clause.marker = top().marker;
        clause.marker_features = top().marker_features;
        clause.marker_lemma = top().marker_lemma;
      }
      stack_.pop_back();
    }
  if (marker != none && clause.shares_with == none) close_relative_before(marker);
  clause.parent = clause.shares_with != none ? out_.clauses[clause.shares_with].parent : stack_.back();
  if (marker == none && undergoes(top())) clause.passive = true;
  if (last_ != none && marker != none && reach(last_) == marker) clause.antecedent = last_;
  open(std::move(clause));
}

void Parser::present_participle(std::uint32_t at, std::uint32_t marker) {
  const bool set_off = comma_ != none || coordinator_ != none || marker != none;
  Clause clause{.kind = ClauseKind::gerund, .first = marker != none ? marker : at};
  read_before_verb(clause, at);
  if (tag(at) != Tag::present_participle) {
    at_ = std::max(at_ + 1, at);
    return;
  }
  read_verb(clause, at);
  clause.finite = none;
  at_ = at;
  clause.marker = marker;
  if (marker != none) clause.marker_features = word(marker).reading.features;
  while (stack_.size() > 1 && set_off && !top().is_finite() && top().has_verb()) stack_.pop_back();
  clause.parent = stack_.back();
  if (!set_off && last_ != none && reach(last_) == clause.first) clause.antecedent = last_;
  open(std::move(clause));
}

/// "a, selon X, pris", "a dans la nuit pris": the auxiliary waits until its participle comes.
bool Parser::completes_auxiliary(std::uint32_t at) {
  const std::uint32_t index = nearest_finite();
  if (index == none) return false;
  Clause& clause = out_.clauses[index];
  const Word& auxiliary = word(clause.verb);
  if (!auxiliary.has(Feature::Auxiliary) || !clause.objects.empty() || !clause.attributes.empty()) return false;
  const std::uint32_t inserted = skip_adverbs(clause.verb + 1);
  if (is_comma(inserted) != (comma_ != none)) return false;
  // "est à Goma soutenu par": what follows "être" without a comma may be its complement.
  if (comma_ == none && auxiliary.has(Feature::PassiveAuxiliary) && !clause.obliques.empty()) return false;
  while (stack_.back() != index) stack_.pop_back();
  at_ = at;
  read_participles(clause, at_);
  return true;
}

/// The innermost open clause whose verb has an auxiliary, finite or not: "dit avoir pris A et attaqué B". What is reported may
/// have none to share, or another one's: "a dit que A tenait et promis B", "a dit que A avait pris B et assuré que C".
std::uint32_t Parser::nearest_compound(std::uint32_t participle) const {
  for (std::size_t depth = stack_.size(); depth-- > 0;) {
    const Clause& clause = out_.clauses[stack_[depth]];
    if (!clause.is_finite() && !(clause.kind == ClauseKind::infinitive && clause.compound)) continue;
    const bool reported = clause.kind == ClauseKind::complement && clause.parent != none && clause.is_finite();
    const bool goes_on = reported && out_.clauses[clause.parent].compound && reports(participle);
    if (!reported || (clause.compound && !goes_on)) return stack_[depth];
  }
  return none;
}

/// "a pris A et attaqué B", "a pris A, attaqué B et …": whether the participle has the auxiliary of the one before.
bool Parser::shares_auxiliary(std::uint32_t at) const {
  const std::uint32_t before = nearest_compound(at);
  if (before == none || !out_.clauses[before].compound || (coordinator_ == none && comma_ == none)) return false;
  const Clause& clause = out_.clauses[before];
  const Reading& participle = word(at).reading;
  const std::uint32_t next = skip_adverbs(at + 1);
  const bool goes_on = tag(next) == Tag::coordinator || is_comma(next);
  if (clause.passive || (clause.is_finite() && word(clause.finite).has(Feature::PassiveAuxiliary))) {
    const std::uint8_t wanted = word(clause.verb).reading.number;
    return (participle.number & wanted) != 0 && (coordinator_ != none || goes_on);
  }
  if (next < end_ && word(next).has(Feature::Agentive)) return false;
  const bool agrees = clause.object_clitic != none || clause.marked(Feature::RelativeObject);
  if (!agrees && ((participle.number != 0 && (participle.number & Inflection::singular) == 0) ||
                  (participle.gender != 0 && (participle.gender & Inflection::masculine) == 0)))
    return false;
  return coordinator_ != none || goes_on || tag(next) == Tag::determiner || tag(next) == Tag::name;
}

void Parser::share_auxiliary(std::uint32_t at) {
  const std::uint32_t before = nearest_compound(at);
  Clause clause = out_.clauses[before];
  clause.first = at;
  clause.objects.clear();
  clause.obliques.clear();
  clause.attributes.clear();
  clause.object_clitic = clause.dative_clitic = clause.place_clitic = clause.genitive_clitic = none;
  clause.shares_with = before;
  clause.verb = at;
  at_ = at + 1;
  read_after_verb(clause, at_);
  while (stack_.back() != before) stack_.pop_back();
  if (stack_.size() > 1) stack_.pop_back();
  open(std::move(clause));
}

/// "l'explosion d'une voiture, revendiquée par X": who claims or wages something does so of an event, where one agrees.
std::uint32_t Parser::done(const Clause& clause, std::uint32_t antecedent) const {
  const Reading& participle = word(clause.verb).reading;
  if (!participle.features.has(Feature::Performs) && !participle.features.has(Feature::Ascribes)) return antecedent;
  for (std::uint32_t up = antecedent; up != none; up = out_.phrases[up].host) {
    const auto nouns = language_.nouns(word(out_.phrases[up].head).lemma());
    const bool event = std::ranges::any_of(
        nouns, [&](const Phrase& noun) { return noun.rest.empty() && !language_.entry(noun.entry).frames.empty(); });
    if (event && agrees(up, participle.gender, participle.number)) return up;
  }
  return antecedent;
}

/// A participle without its auxiliary: of the phrase before it, or, at the edge of the sentence, of the subject.
void Parser::past_participle(std::uint32_t at) {
  if (completes_auxiliary(at)) return;
  if (shares_auxiliary(at)) return share_auxiliary(at);
  Clause clause{.kind = ClauseKind::participial, .first = at};
  const Reading& participle = word(at).reading;
  clause.verb = at;
  clause.mood = VerbForm::past_participle;
  clause.passive = !participle.features.has(Feature::TakesBe);
  clause.number = participle.number;
  at_ = at + 1;
  read_after_verb(clause, at_);
  if (coordinator_ != none || comma_ != none) {
    while (stack_.size() > 1 && top().kind == ClauseKind::participial) {
      const bool listed = comma_ != none && comma_ == top().verb + 1;  // "formés, armés et payés par X"
      if (coordinator_ != none || listed) {
        clause.antecedent = top().antecedent;
        clause.shares_with = stack_.back();
      }
      stack_.pop_back();
    }
  }
  clause.parent = stack_.back();
  const bool adjacent = last_ != none && (reach(last_) == at || (comma_ != none && reach(last_) == comma_) ||
                                          tag(at - 1) == Tag::adverb || reach(last_) + 2 >= at);
  if (clause.antecedent == none && adjacent) {
    const bool set_off =
        comma_ != none && is_placed(last_) && agrees(out_.phrases[last_].host, participle.gender, participle.number);
    clause.antecedent = set_off ? out_.phrases[last_].host : agreeing(last_, participle.gender, participle.number);
    if (comma_ != none) clause.antecedent = done(clause, clause.antecedent);
    // "ont repris la ville à X, appuyées par Y": of the subject, where only that agrees.
    const std::uint32_t subject = top().subject;
    if (comma_ != none && subject != none && !agrees(clause.antecedent, participle.gender, participle.number) &&
        agrees(subject, participle.gender, participle.number))
      clause.antecedent = subject;
  }
  // "que les Nations unies disent soutenu par X": of the relative's antecedent.
  const Clause& outer = top();
  if (outer.kind == ClauseKind::relative && outer.has_verb() && outer.marked(Feature::RelativeObject) && outer.verb + 1 == at &&
      !word(outer.verb).has(Feature::Auxiliary))
    clause.antecedent = outer.antecedent;
  open(std::move(clause));
}

}  // namespace entente
