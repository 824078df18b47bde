#include "extract/quote/report_end.hpp"

namespace entente {

std::uint32_t ReportEnd::content_end(std::uint32_t s) const {
  std::uint32_t end = document_.sentences[s].sentence.end;
  while (end > document_.sentences[s].sentence.begin && token(end - 1).kind == TokenKind::punctuation) --end;
  return end;
}

std::uint32_t ReportEnd::content_end(std::uint32_t s, const SpeechEvent& event, std::uint32_t complement) const {
  const auto& clauses = document_.syntax[s].clauses;
  const std::uint32_t begin = word(s, clauses[complement].first).first;
  std::uint32_t end = before_mark(begin, content_end(s));
  for (const SpeechEvent& other : events_in(s, s)) {
    if (&other == &event || other.first_token <= begin || quotation_of_[other.verb_token] != none) continue;
    const bool gerund = other.kind == SpeechEvent::Kind::clause && clauses[other.clause].kind == ClauseKind::gerund;
    const bool source = other.kind == SpeechEvent::Kind::source && token(other.first_token - 1).mark == ',';
    if (gerund || source || other.inverted) end = std::min(end, other.first_token);
  }
  end = before_remark(s, begin, end);
  for (std::uint32_t c = complement + 1; c < clauses.size(); ++c)
    if (clauses[c].has_verb() && word(s, clauses[c].first).first > begin &&
        (added(s, c, event.clause) || opposed_to_infinitive(s, c, complement)))
      end = std::min(end, word(s, clauses[c].first).first);
  for (const SpeechEvent& other : events_in(s, s))
    if (other.kind == SpeechEvent::Kind::clause && says_besides(s, other, event, complement, begin))
      end = std::min(end, word(s, clauses[other.clause].first).first);
  end = std::min({end, resumption(s, event, begin, end), comparison(s, begin, end), before_resumption(s, begin, end)});
  while (end > begin && sits_before_coordinator(end)) --end;
  return end;
}

std::uint32_t ReportEnd::before_remark(std::uint32_t s, std::uint32_t begin, std::uint32_t end) const {
  for (const Clause& clause : document_.syntax[s].clauses) {
    if (!clause.has_verb() || !after_this(s, clause)) continue;
    const std::uint32_t remark = word(s, clause.first - 1).first;
    if (remark > begin && token(remark - 1).mark == ',') end = std::min(end, remark);
  }
  return end;
}

std::uint32_t ReportEnd::comparison(std::uint32_t s, std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t w = word_at(s, begin); w + 2 < document_.sentences[s].words.size() && word(s, w).first < end; ++w)
    if (word(s, w).mark == ',' && !word(s, w).quoted && word(s, w + 1).may_have(Feature::Including) &&
        (word(s, w + 2).tag() == Tag::object_clitic || word(s, w + 2).tag() == Tag::verb))
      return word(s, w).first;
  return end;
}

bool ReportEnd::says_besides(std::uint32_t s, const SpeechEvent& other, const SpeechEvent& event, std::uint32_t complement,
                             std::uint32_t begin) const {
  const auto& clauses = document_.syntax[s].clauses;
  const Clause& clause = clauses[other.clause];
  if (&other == &event || other.clause == complement || other.inverted || other.weak || clause.first == 0 ||
      !clause.is_finite() || word(s, clause.first).first <= begin || quotation_of_[other.verb_token] != none)
    return false;
  const Word& before = word(s, clause.first - 1);
  if (before.mark == ',' && clause.kind == ClauseKind::adverbial && clause.marked(Feature::Temporal) && clause.subject != none)
    return true;  // "X dit que A, tandis que Y jure que B"
  if (before.tag() != Tag::coordinator) return false;
  if (clause.subject != none)
    return clause.first > 1 && word(s, clause.first - 2).mark == ',' &&
           document_.syntax[s].phrases[clause.subject].begin >= clause.first;
  const std::uint32_t subject = clauses[complement].subject;
  return clause.subject_clitic == none && subject != none && clause.number != 0 &&
         (document_.syntax[s].phrases[subject].number & clause.number) == 0 &&
         (clauses[event.clause].number & clause.number) != 0;
}

std::uint32_t ReportEnd::resumption(std::uint32_t s, const SpeechEvent& event, std::uint32_t begin, std::uint32_t end) const {
  const auto& clauses = document_.syntax[s].clauses;
  if (clauses[event.clause].kind != ClauseKind::relative) return end;
  const std::uint32_t outer = clauses[event.clause].parent;
  if (outer == none || !clauses[outer].has_verb() || clauses[outer].verb < clauses[event.clause].verb) return end;
  for (std::uint32_t t = begin; t + 1 < end; ++t)
    if (token(t).mark == ',' && clause_at(s, t + 1) == outer) return t;
  return end;
}

bool ReportEnd::comments(std::uint32_t s, std::uint32_t c) const {
  const Clause& clause = document_.syntax[s].clauses[c];
  if (clause.kind != ClauseKind::infinitive) return false;
  const std::uint32_t first = word(s, clause.first).first;
  const bool set_off = first > 0 && token(first - 1).mark == ',';
  if (!clause.marked(Feature::Without) && !(set_off && clause.marked(Feature::Temporal))) return false;
  for (const Phrase& phrase : language_.verbs(word(s, clause.verb).lemma()))
    if (language_.entry(phrase.entry).says) return true;
  return false;
}

bool ReportEnd::sets_against(std::uint32_t s, std::uint32_t c) const {
  const auto& clauses = document_.syntax[s].clauses;
  const std::uint32_t first = word(s, clauses[c].first).first;
  if (!clauses[c].marked(Feature::Contrast) || first == 0 || token(first - 1).mark != ',') return false;
  for (std::uint32_t up = clauses[c].parent; up != none; up = clauses[up].parent)
    if (clauses[up].kind == ClauseKind::complement) return false;
  return true;
}

bool ReportEnd::opposed_to_infinitive(std::uint32_t s, std::uint32_t c, std::uint32_t complement) const {
  const Clause& clause = document_.syntax[s].clauses[c];
  const bool coordinated = clause.first > 0 && word(s, clause.first - 1).tag() == Tag::coordinator;
  return document_.syntax[s].clauses[complement].kind == ClauseKind::infinitive && coordinated && clause.is_finite() &&
         clause.kind == ClauseKind::main && (clause.subject != none || clause.subject_clitic != none);
}

std::uint32_t ReportEnd::before_resumption(std::uint32_t s, std::uint32_t begin, std::uint32_t end) const {
  for (const Clause& clause : document_.syntax[s].clauses) {
    if (clause.kind != ClauseKind::relative || clause.antecedent == none || !clause.marked(Feature::RelativeObject)) continue;
    const NounPhrase& taken_up = document_.syntax[s].phrases[clause.antecedent];
    const std::uint32_t first = word(s, taken_up.begin).first;
    const bool definite = taken_up.determiner.has(Feature::Definite) || taken_up.determiner.has(Feature::Possessive);
    const bool somebody = !document_.referents[s].phrases[clause.antecedent].who.empty() || taken_up.class_entry != no_id ||
                          taken_up.role != no_id || taken_up.name != none;
    const bool apposed = word(s, taken_up.head).tag() == Tag::noun && taken_up.apposition_to != none &&
                         taken_up.preposition == none && token(first - 1).mark == ',';
    if (first > begin && first < end && apposed && !definite && !somebody) end = first;
  }
  return end;
}

bool ReportEnd::added(std::uint32_t s, std::uint32_t c, std::uint32_t saying) const {
  const auto& clauses = document_.syntax[s].clauses;
  if (clauses[c].kind == ClauseKind::gerund && clauses[c].parent == saying) return true;
  if (comments(s, c) || sets_against(s, c)) return true;
  const bool relatives = clauses[c].kind == ClauseKind::relative && clauses[saying].kind == ClauseKind::relative;
  if (relatives && c != saying && clauses[c].antecedent == clauses[saying].antecedent) return true;  // "que X nie armer et qui B"
  for (unsigned depth = 0; clauses[c].shares_with != none && depth < 6; ++depth) {
    c = clauses[c].shares_with;
    if (c == saying) return true;
  }
  const std::uint32_t first = word(s, clauses[c].first).first;
  if (clauses[c].kind == ClauseKind::gerund && first > 0 && token(first - 1).mark == ',' && clauses[c].parent != none &&
      clauses[clauses[c].parent].kind == ClauseKind::infinitive)
    return true;
  return clauses[c].kind == ClauseKind::main && clauses[c].parent == none && !clauses[c].incise && clauses[c].subject != none &&
         first > 0 && token(first - 1).mark == ',';
}

std::uint32_t ReportEnd::before_mark(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t t = from; t < to; ++t)
    if ((token(t).mark == ';' || token(t).mark == ':') && quotation_of_[t] == none) return t;
  return to;
}

std::uint32_t ReportEnd::after_mark(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t t = to; t-- > from;)
    if ((token(t).mark == ';' || token(t).mark == ':') && quotation_of_[t] == none) return t + 1;
  return from;
}

bool ReportEnd::sits_before_coordinator(std::uint32_t end) const {
  for (const FixedPhrase& fixed : language_.fixed(token(end - 1).word))
    if (fixed.reading.tag == Tag::coordinator) return true;
  return token(end - 1).kind == TokenKind::punctuation && token(end - 1).mark == ',';
}

bool ReportEnd::after_this(std::uint32_t s, const Clause& clause) const {
  if (clause.first == 0) return false;
  const Word& before = word(s, clause.first - 1);
  return before.tag() != Tag::noun && (before.may_have(Feature::DemonstrativePronoun) || before.may_have(Feature::Demonstrative));
}

}  // namespace entente
