#include "extract/parse/parser.hpp"

namespace entente {

Parser::Parser(const AnalysedSentence& sentence, const Language& language, Syntax& out)
    : sentence_(sentence), words_(sentence.words), language_(language), out_(out), end_(size()) {}

void Parser::run() {
  out_.clear();
  out_.phrase_of.assign(words_.size(), none);
  out_.clause_of.assign(words_.size(), none);
  open(Clause{});
  read_until(size());
}

std::uint32_t Parser::skip_adverbs(std::uint32_t at) const {
  while (at < end_ && words_[at].tag() == Tag::adverb) ++at;
  return at;
}

void Parser::read_until(std::uint32_t end) {
  while (at_ < end) {
    const std::uint32_t at = at_;
    out_.clause_of[at] = stack_.back();
    switch (tag(at)) {
      case Tag::punctuation:
        mark(at);
        break;
      case Tag::preposition:
        preposition(at);
        break;
      case Tag::coordinator:
        coordinator(at);
        break;
      case Tag::relative:
        relative(at, none);
        break;
      case Tag::subordinator:
        subordinator(at);
        break;
      case Tag::verb:
      case Tag::negation:
      case Tag::object_clitic:
      case Tag::subject_clitic:
        verb_group(at);
        break;
      case Tag::infinitive:
        infinitive(at, none);
        break;
      case Tag::present_participle:
        present_participle(at, none);
        break;
      case Tag::past_participle:
        past_participle(at);
        break;
      case Tag::adverb:
        if (!restriction(at)) take_negative(top(), at);
        ++at_;
        break;
      default:
        if (begins_phrase(at)) {
          attach(noun_phrase(at, none));
        } else {
          ++at_;
        }
    }
    if (at_ <= at) at_ = at + 1;
    for (std::uint32_t i = at; i < at_ && i < size(); ++i)
      if (out_.clause_of[i] == none) out_.clause_of[i] = stack_.back();
    const Tag read = tag(at);
    if (read != Tag::coordinator && read != Tag::adverb) {
      coordinator_ = none;
      if (read != Tag::punctuation) comma_ = resumed_ = none;
    }
  }
}

void Parser::mark(std::uint32_t at) {
  const char32_t mark = word(at).mark;
  ++at_;
  if (mark == '(' || mark == '[') return parenthesis(at);
  if (mark == '.' && at + 1 < end_) return;  // of an abbreviation
  if (mark == '?')
    for (const std::uint32_t clause : stack_)  // "Qui a détruit le pont, que l'armée tient ?" asks nothing about who holds it
      out_.clauses[clause].question = out_.clauses[clause].kind != ClauseKind::relative;
  // "« … ? », se moque X": what was quoted is over, the sentence is not.
  if (word(at).quoted && at_ < end_ && !word(at_).quoted && (mark == '?' || mark == '!' || mark == 0x2026)) return;
  if (mark == ',' || mark == 0x2013) {
    comma_ = at;
    if (closes_insertion()) {
      stack_.pop_back();
      gift_inserted_ = at;
      return;
    }
    if (list_ahead(at)) return;
    if (top().incise && stack_.size() > 1) {
      if (awaits_subject() && subject_behind(at)) return;
      stack_.pop_back();
      return;
    }
    pop_to_unfinished();
    return;
  }
  if (mark != ':' && mark != ';' && mark != '!' && mark != '?' && mark != 0x2026 && mark != '.') return;  // %, €, /
  stack_.resize(1);
  if (out_.clauses[stack_[0]].has_verb() || last_ != none) {
    stack_.clear();
    open(Clause{.first = at_});
  }
  last_ = none;
}

/// "a fourni à X, reconnu par Y, des drones": a participle set off by commas, in a clause that awaits its object.
bool Parser::closes_insertion() const {
  if (stack_.size() < 2 || top().kind != ClauseKind::participial || !top().has_verb()) return false;
  const std::uint32_t first = top().first;
  return first > 0 && is_comma(first - 1) && first - 1 != comma_ && begins_phrase(comma_ + 1) &&
         awaits_gift(out_.clauses[stack_[stack_.size() - 2]]);
}

/// ", a dit à Y": its subject stands behind the verb and has not come yet.
bool Parser::awaits_subject() const { return top().incise && top().inverted && top().subject == none; }

/// ", a dit à Y, sous couvert d'anonymat, X": whether the comma opens or closes what stands between the verb and its subject.
bool Parser::subject_behind(std::uint32_t comma) const {
  std::uint32_t close = comma;
  if (tag(comma + 1) == Tag::preposition || tag(comma + 1) == Tag::adverb) {
    for (++close; close < end_ && !is_comma(close); ++close)
      if (tag(close) == Tag::verb || tag(close) == Tag::relative || tag(close) == Tag::subordinator) return false;
    if (close >= end_) return false;
  } else {
    bool opened = false;
    for (std::uint32_t at = top().verb + 1; at < comma; ++at) opened = opened || is_comma(at);
    if (!opened) return false;
  }
  return close + 1 < end_ && begins_phrase(close + 1) && !verb_ahead(close + 1);
}

/// A comma closes what was put into a clause that still waits for its verb.
void Parser::pop_to_unfinished() {
  for (std::size_t depth = stack_.size(); depth-- > 1;) {
    const Clause& outer = out_.clauses[stack_[depth - 1]];
    const Clause& inner = out_.clauses[stack_[depth]];
    if (!inner.has_verb()) return;
    if (!outer.has_verb()) {
      stack_.resize(depth);
      resumed_ = outer.subject;
      return;
    }
  }
}

/// What stands in parentheses is read by itself.
void Parser::parenthesis(std::uint32_t at) {
  std::uint32_t close = at + 1;
  while (close < end_ && word(close).mark != ')' && word(close).mark != ']') ++close;
  const auto stack = stack_;
  const std::uint32_t last = last_;
  const std::uint32_t end = end_;
  const std::uint32_t parent = stack_.back();
  end_ = close;
  stack_.clear();
  open(Clause{.kind = ClauseKind::verbless, .first = at + 1, .parent = parent});
  last_ = none;
  const std::size_t first = out_.phrases.size();
  read_until(close);
  if (last != none && first < out_.phrases.size() && out_.phrases[first].preposition == none) {
    out_.phrases[first].apposition_to = last;
    out_.phrases[first].function = Function::unattached;
  }
  end_ = end;
  stack_ = stack;
  last_ = last;
  at_ = close < end ? close + 1 : close;
  parenthesis_begin_ = at;
  parenthesis_end_ = at_;
}

void Parser::coordinator(std::uint32_t at) {
  coordinator_ = at;
  ++at_;
  // "… et Y a attaqué Z": a clause of its own, beside the nearest finite one.
  const std::uint32_t next = skip_adverbs(at_);
  const std::uint32_t sibling = nearest_finite();
  if (sibling == none || !begins_phrase(next) || !verb_ahead(next) || closes_pair(at) || joins_subject(sibling, next)) return;
  const Clause& before = out_.clauses[sibling];
  Clause clause{.kind = before.kind, .first = next, .parent = before.parent, .antecedent = before.antecedent};
  if (before.kind == ClauseKind::relative && !before.marked(Feature::RelativeGenitive)) {
    clause.kind = ClauseKind::main;
    clause.antecedent = none;
  }
  clause.marker = before.kind == ClauseKind::complement || before.kind == ClauseKind::adverbial ? before.marker : none;
  clause.marker_features = before.marker_features;
  clause.marker_lemma = before.marker_lemma;
  while (stack_.size() > 1 && stack_.back() != sibling) stack_.pop_back();
  stack_.pop_back();
  open(std::move(clause));
  coordinator_ = none;
}

/// "assure que X et Y ont pris Z": the clause that was opened last waits for its verb, which is a plural.
bool Parser::joins_subject(std::uint32_t sibling, std::uint32_t next) const {
  const Clause& clause = top();
  if (stack_.back() == sibling || clause.has_verb() || clause.subject == none || clause.subject_clitic != none) return false;
  return plural_ahead(next);
}

/// Whether the next verb is one of the third person plural.
bool Parser::plural_ahead(std::uint32_t at) const {
  std::uint32_t verb = finite_ahead(at);
  while (verb < end_ && tag(verb) != Tag::verb) ++verb;
  return verb < end_ && (word(verb).reading.number & Inflection::plural) != 0;
}

/// "entre A et B": the second of two that one preposition takes.
bool Parser::closes_pair(std::uint32_t at) const {
  if (last_ == none || out_.phrases[last_].end != at) return false;
  const std::uint32_t preposition = out_.phrases[last_].preposition;
  return preposition != none && word(preposition).has(Feature::Paired) && out_.phrases[last_].next_member == none;
}

void parse(const AnalysedSentence& sentence, const Language& language, Syntax& out) { Parser(sentence, language, out).run(); }

}  // namespace entente
