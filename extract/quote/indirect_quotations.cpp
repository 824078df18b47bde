#include <algorithm>

#include "extract/quote/speech_events.hpp"

namespace entente {
namespace {

class IndirectQuotations : QuoteStage {
 public:
  IndirectQuotations(const QuoteStage& stage, std::vector<Utterance>& out) : QuoteStage(stage), out_(out) {}

  void run() {
    for (const SpeechEvent& event : events_) indirect(event);
  }

 private:
  void indirect(const SpeechEvent& event) {
    const bool full = event.clause == none || (event.entry != no_id && reports_speech(language_.entry(event.entry)));
    const std::uint32_t s = event.sentence;
    const AnalysedSentence& sentence = document_.sentences[s];
    const Syntax& syntax = document_.syntax[s];
    std::uint32_t first = none;
    std::uint32_t last = none;  // tokens [first, last)
    const std::uint32_t sentence_end = content_end(s);
    if (event.clause != none) {
      for (std::uint32_t c = 0; c < syntax.clauses.size() && first == none; ++c) {
        const Clause& clause = syntax.clauses[c];
        if (!clause.has_verb() || fixed_part(event, c)) continue;
        if (clause.parent != event.clause && (clause.parent == none || !fixed_part(event, clause.parent))) continue;
        const bool que = clause.kind == ClauseKind::complement && clause.marked(Feature::Complementizer) &&
                         clause.first > syntax.clauses[event.clause].verb;
        const bool infinitive = clause.kind == ClauseKind::infinitive && takes_infinitive(event, clause);
        if (!full || (!que && !infinitive)) continue;
        first = que ? word(s, clause.first).last : word(s, infinitive_begin(s, clause)).first;
        last = complement_end(s, event, c, sentence_end);
        if (infinitive) last = std::min(last, infinitive_end(s, first, last));
      }
      if (first == none && syntax.clauses[event.clause].incise) incise_extent(s, event, first, last, sentence_end);
    } else {
      if (covered_by_verb(event)) return;
      phrase_extent(s, event, first, last, sentence_end);
    }
    if (first == none || first >= last) return;
    trim(first, last);
    if (first >= last || mostly_quoted(first, last)) return;
    Utterance utterance;
    utterance.span = {document_.tokens[first].span.begin, document_.tokens[last - 1].span.end};
    utterance.kind = QuotationKind::indirect;
    utterance.speaker = event.speaker;
    utterance.sentence = s;
    utterance.by_party = event.clause == none;
    if (event.entry != no_id) utterance.commitment = language_.entry(event.entry).commitment;
    (void)sentence;
    out_.push_back(utterance);
  }

  [[nodiscard]] std::uint32_t infinitive_begin(std::uint32_t s, const Clause& clause) const {
    (void)s;
    return clause.marker != none && clause.first == clause.marker ? clause.marker + 1 : clause.first;
  }

  /// The infinitive of "faire savoir" is part of the verb.
  [[nodiscard]] bool fixed_part(const SpeechEvent& event, std::uint32_t c) const {
    const Clause& clause = document_.syntax[event.sentence].clauses[c];
    if (clause.kind != ClauseKind::infinitive || clause.parent != event.clause || clause.marker != none || event.entry == no_id)
      return false;
    const auto& fixed = language_.entry(event.entry).words;
    const std::string_view lemma = language_.words().text(word(event.sentence, clause.verb).lemma());
    return fixed.size() > 1 && std::find(fixed.begin() + 1, fixed.end(), lemma) != fixed.end();
  }

  /// An infinitive with its objects runs to the comma after which something else is added.
  [[nodiscard]] std::uint32_t infinitive_end(std::uint32_t s, std::uint32_t first, std::uint32_t last) const {
    const auto& words = document_.sentences[s].words;
    for (std::uint32_t w = 0; w + 1 < words.size(); ++w) {
      if (words[w].first <= first || words[w].first >= last || words[w].mark != ',') continue;
      const std::uint32_t phrase = document_.syntax[s].phrase_of[w + 1];
      const bool listed = phrase != none && document_.syntax[s].phrases[phrase].leader != none;
      if (!listed) return words[w].first;
    }
    return last;
  }

  [[nodiscard]] bool takes_infinitive(const SpeechEvent& event, const Clause& clause) const {
    if (clause.marked(Feature::Purpose) || clause.marked(Feature::Without) || clause.marked(Feature::Temporal)) return false;
    const LexicalEntry& entry = language_.entry(event.entry);
    return reports_speech(entry) && entry.commitment != Commitment::asks;
  }

  [[nodiscard]] std::uint32_t content_end(std::uint32_t s) const {
    std::uint32_t end = document_.sentences[s].sentence.end;
    while (end > document_.sentences[s].sentence.begin && document_.tokens[end - 1].kind == TokenKind::punctuation) --end;
    return end;
  }

  /// A complement runs to the end of its sentence, or to what is put in after it.
  [[nodiscard]] std::uint32_t complement_end(std::uint32_t s, const SpeechEvent& event, std::uint32_t complement,
                                             std::uint32_t sentence_end) const {
    std::uint32_t end = sentence_end;
    const Syntax& syntax = document_.syntax[s];
    const std::uint32_t begin = word(s, syntax.clauses[complement].first).first;
    for (const SpeechEvent& other : events_in(s, s)) {
      if (other.sentence != s || &other == &event || other.first_token <= begin) continue;
      const bool put_in =
          other.clause == none || syntax.clauses[other.clause].incise ||
          (syntax.clauses[other.clause].kind == ClauseKind::gerund && syntax.clauses[other.clause].parent == event.clause);
      if (put_in && other.first_token > begin) end = std::min(end, other.first_token);
    }
    for (const Clause& other : syntax.clauses) {
      const bool set_off = (other.kind == ClauseKind::gerund || other.shares_with == event.clause) && other.parent != none &&
                           (other.parent == event.clause || other.shares_with == event.clause);
      if (set_off && other.has_verb() && word(s, other.first).first > begin) end = std::min(end, word(s, other.first).first);
    }
    while (end > begin && sits_before_coordinator(end)) --end;
    return end;
  }

  [[nodiscard]] bool sits_before_coordinator(std::uint32_t end) const {
    for (const FixedPhrase& fixed : language_.fixed(document_.tokens[end - 1].word))
      if (fixed.reading.tag == Tag::coordinator) return true;
    return document_.tokens[end - 1].kind == TokenKind::punctuation && document_.tokens[end - 1].mark == ',';
  }

  void incise_extent(std::uint32_t s, const SpeechEvent& event, std::uint32_t& first, std::uint32_t& last,
                     std::uint32_t sentence_end) const {
    const Clause& clause = document_.syntax[s].clauses[event.clause];
    const bool inverted = (clause.subject_clitic != none && clause.subject_clitic > clause.finite) ||
                          (clause.subject != none && document_.syntax[s].phrases[clause.subject].begin > clause.verb);
    if (!inverted || !language_.entry(event.entry).says) return;
    const std::uint32_t begin = document_.sentences[s].sentence.begin;
    if (event.first_token <= begin + 2) return;
    first = begin;
    // Put into the middle, the rest of the sentence is said as well.
    const bool goes_on = event.last_token + 3 < sentence_end && document_.tokens[event.last_token].mark == ',' &&
                         document_.tokens[event.first_token - 1].mark == ',' &&
                         std::none_of(document_.tokens.begin() + begin, document_.tokens.begin() + sentence_end,
                                      [](const Token& t) { return t.quoted; });
    last = goes_on ? sentence_end : event.first_token;
  }

  /// "Selon X, A" and "A, selon X".
  void phrase_extent(std::uint32_t s, const SpeechEvent& event, std::uint32_t& first, std::uint32_t& last,
                     std::uint32_t sentence_end) const {
    const std::uint32_t begin = document_.sentences[s].sentence.begin;
    if (event.first_token <= begin + 3) {
      std::uint32_t at = event.last_token;
      while (at < sentence_end && document_.tokens[at].mark != ',') ++at;
      first = at + 1;
      last = sentence_end;
    } else {
      first = begin;
      last = event.first_token;
    }
  }

  /// "X a dit que A, selon un communiqué": the communiqué passes on what X says.
  [[nodiscard]] bool covered_by_verb(const SpeechEvent& event) const {
    const auto near = events_in(event.sentence, event.sentence);
    return std::any_of(near.begin(), near.end(), [&](const SpeechEvent& other) {
      return other.sentence == event.sentence && other.clause != none && &other != &event;
    });
  }

  void trim(std::uint32_t& first, std::uint32_t& last) const {
    const auto is_edge = [&](std::uint32_t t) { return document_.tokens[t].kind == TokenKind::punctuation; };
    while (first < last && is_edge(first)) ++first;
    while (last > first && is_edge(last - 1)) --last;
  }

  [[nodiscard]] bool mostly_quoted(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t words = 0;
    std::uint32_t outside = 0;
    for (std::uint32_t t = first; t < last; ++t) {
      if (document_.tokens[t].kind != TokenKind::word) continue;
      ++words;
      outside += !document_.tokens[t].quoted;
    }
    return outside == 0 || words < 2;
  }

  std::vector<Utterance>& out_;
};

}  // namespace

void find_indirect_quotations(QuoteStage stage, std::vector<Utterance>& out) { IndirectQuotations(stage, out).run(); }

}  // namespace entente
