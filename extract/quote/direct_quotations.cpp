#include "extract/quote/attribution.hpp"
#include "extract/quote/dialogue.hpp"
#include "extract/quote/incises.hpp"
#include "extract/quote/quoted_words.hpp"

namespace entente {
namespace {

class DirectQuotations : QuoteStage {
 public:
  DirectQuotations(const QuoteStage& stage, std::vector<Utterance>& out)
      : QuoteStage(stage),
        speakers_(stage),
        incises_(stage),
        attribution_(stage),
        dialogue_(stage, speakers_),
        words_(stage),
        out_(out) {}

  void run() {
    for (const QuotedSpan& span : quoted_) direct(span);
  }

 private:
  void direct(const QuotedSpan& span) {
    std::vector<TokenRange> parts;
    const SpeechEvent* event = incises_.split(span, parts);
    ActorIndex speaker = none;
    if (event == nullptr) event = span.turn ? dialogue_.heading_of(span) : attribution_.of(span);
    if (event != nullptr) {
      speaker = said_by(*event, span);
    } else if (!(span.turn ? dialogue_.takes_turn(span, last_speaker_, speaker) : without_attribution(span, speaker))) {
      speaker = none;
    }
    if (span.turn) dialogue_.remember(span, speaker);
    if (speaker != none) add(span, parts, event, speaker);
  }

  /// Whose words they are by a verb of saying or a source.
  [[nodiscard]] ActorIndex said_by(const SpeechEvent& event, const QuotedSpan& span) const {
    if (span.depth > 0) return not_himself(event, span);
    ActorIndex speaker = event.speaker;
    return passed_on(event, span, speaker) ? speaker : event.speaker;
  }

  /// Whose words they are where nobody is said to have said them.
  [[nodiscard]] bool without_attribution(const QuotedSpan& span, ActorIndex& speaker) {
    return in_brackets(span, speaker) || does_so(span, speaker) || in_same_clause(span, speaker) || introduced(span, speaker) ||
           told(span, speaker) || goes_on(span, speaker);
  }

  void add(const QuotedSpan& span, const std::vector<TokenRange>& parts, const SpeechEvent* event, ActorIndex speaker) {
    for (const auto& [first, last] : parts) {
      const bool whole = parts.size() == 1 && !span.turn;
      if (whole && !words_.is_utterance(first, last, event != nullptr || is_joined(span))) continue;
      Utterance utterance;
      utterance.span = {token(first).span.begin, token(last - 1).span.end};
      utterance.kind = QuotationKind::direct;
      utterance.speaker = speaker;
      utterance.sentence = event != nullptr ? event->sentence : sentence_of_[first];
      if (event != nullptr && event->entry != no_id) utterance.commitment = language_.entry(event->entry).commitment;
      out_.push_back(utterance);
      if (span.depth == 0) remember(speaker, last);
    }
  }

  void remember(ActorIndex speaker, std::uint32_t last) {
    last_token_ = last;
    last_speaker_ = speaker;
    last_sentence_ = sentence_of_[last - 1];
  }

  /// "X n'a reçu que ses amis, « fidèles et sûrs », a rapporté l'agence Y": a part of a sentence about somebody is his.
  [[nodiscard]] bool passed_on(const SpeechEvent& event, const QuotedSpan& span, ActorIndex& speaker) const {
    if (discourse_.entity(event.speaker).node.actor_class != ActorClass::media_outlet) return false;
    const std::uint32_t s = sentence_of_[span.first_token];
    if (s != event.sentence || !event.inverted || token(span.first_token).capitalised) return false;
    return speakers_.main_person(s, speaker) && speaker != event.speaker;
  }

  /// "X promet « A » contre « B »": one clause, one speaker.
  [[nodiscard]] bool in_same_clause(const QuotedSpan& span, ActorIndex& speaker) const {
    const std::uint32_t s = sentence_of_[span.first_token];
    if (span.depth > 0 || last_sentence_ != s || last_token_ >= span.first_token || last_token_ + 8 < span.first_token)
      return false;
    if (clause_at(s, last_token_ - 1) != clause_at(s, span.first_token) || parted(last_token_, span.first_token)) return false;
    return speaker = last_speaker_, true;
  }

  /// "qualifie X d'« illégal » et de « dangereux »": no words but adjectives, joined to words quoted before.
  [[nodiscard]] bool is_joined(const QuotedSpan& span) const {
    const std::uint32_t s = sentence_of_[span.first_token];
    if (last_sentence_ != s || last_token_ >= span.first_token) return false;
    bool joined = false;
    const auto& words = document_.sentences[s].words;
    for (std::uint32_t w = word_at(s, last_token_); w < words.size() && words[w].first < span.first_token; ++w) {
      if (words[w].tag() != Tag::coordinator && words[w].tag() != Tag::preposition && words[w].tag() != Tag::punctuation)
        return false;
      joined |= words[w].tag() == Tag::coordinator;
    }
    for (std::uint32_t w = word_at(s, span.first_token); joined && w < words.size() && words[w].first < span.last_token; ++w)
      joined = words[w].tag() == Tag::adjective || words[w].tag() == Tag::past_participle;
    return joined;
  }

  /// "« Il m'a dit : “…” », raconte X": not X, but somebody else who was named.
  [[nodiscard]] ActorIndex not_himself(const SpeechEvent& event, const QuotedSpan& span) const {
    if (event.kind != SpeechEvent::Kind::clause || event.speaker != last_speaker_ || last_sentence_ == none) return event.speaker;
    const Clause& clause = document_.syntax[event.sentence].clauses[event.clause];
    const bool pronoun =
        clause.subject_clitic != none && !word(event.sentence, clause.subject_clitic).has(Feature::SpeakerPerson);
    ActorIndex other = event.speaker;
    return pronoun && speakers_.other_person(sentence_of_[span.first_token], event.speaker, other) ? other : event.speaker;
  }

  /// "X (« … »)".
  [[nodiscard]] bool in_brackets(const QuotedSpan& span, ActorIndex& speaker) {
    if (span.first_token < 3 || token(span.first_token - 2).mark != '(') return false;
    const std::uint32_t s = sentence_of_[span.first_token];
    const std::uint32_t at = word_at(s, span.first_token - 3);
    if (at >= document_.syntax[s].phrase_of.size() || document_.syntax[s].phrase_of[at] == none) return false;
    const auto& who = document_.referents[s].phrases[document_.syntax[s].phrase_of[at]].who;
    if (who.size() != 1 || discourse_.entity(who.front()).node.actor_class != ActorClass::person) return false;
    return speaker = who.front(), true;
  }

  /// "Paris « condamne l'attaque »", "X « ne cédera jamais »": the subject of a quoted verb, where that says something or vows.
  [[nodiscard]] bool does_so(const QuotedSpan& span, ActorIndex& speaker) {
    const std::uint32_t s = sentence_of_[span.first_token];
    const std::uint32_t at = word_at(s, span.first_token);
    const std::uint32_t c = clause_at(s, span.first_token);
    if (span.depth > 0 || c == none) return false;
    const Clause& clause = document_.syntax[s].clauses[c];
    if (!clause.is_finite() || clause.passive || clause.subject == none || clause.finite < at || clause.finite > at + 3)
      return false;
    if (document_.syntax[s].phrases[clause.subject].end > at || word(s, at - 1).quoted) return false;
    const bool says = std::ranges::any_of(language_.verbs(word(s, clause.verb).lemma()), [&](const Phrase& phrase) {
      const LexicalEntry& entry = language_.entry(phrase.entry);
      return entry.says && reports_speech(entry) && (entry.takes & (takes_noun_phrase | takes_que_clause)) != 0;
    });
    const bool vows = clause.ne && clause.negative_word && word(s, clause.finite).reading.tense == Tense::future;
    if (!(says || vows) || !speakers_.of_clause(s, c, speaker)) return false;
    const ActorClass kind = discourse_.entity(speaker).node.actor_class;
    return kind != ActorClass::place && kind != ActorClass::facility;
  }

  /// "X ne mâche pas ses mots : « … »": no verb of saying, but a subject before the colon.
  [[nodiscard]] bool introduced(const QuotedSpan& span, ActorIndex& speaker) {
    if (!colon_before(span) || span.depth > 0) return false;
    const std::uint32_t s = sentence_of_[span.first_token];
    const std::uint32_t at = word_at(s, span.first_token);
    const auto& clauses = document_.syntax[s].clauses;
    for (std::uint32_t c = static_cast<std::uint32_t>(clauses.size()); c-- > 0;)
      if (clauses[c].kind == ClauseKind::main && clauses[c].has_verb() && clauses[c].verb < at && clauses[c].subject != none &&
          !word(s, clauses[c].verb).quoted)
        return speakers_.of_subject(s, clauses[c].subject, speaker);
    return false;
  }

  /// "« … » : à Gaza, X raconte la guerre": whom the sentence behind the colon is about.
  [[nodiscard]] bool told(const QuotedSpan& span, ActorIndex& speaker) const {
    const std::uint32_t s = sentence_of_[span.last_token - 1];
    const std::uint32_t end = document_.sentences[s].sentence.end;
    std::uint32_t colon = span.last_token;
    while (colon < end && token(colon).kind != TokenKind::word && token(colon).mark != ':') ++colon;
    if (span.depth > 0 || colon >= end || token(colon).mark != ':' || quotation_of_[colon] != none) return false;
    return only_marks(document_.sentences[s].sentence.begin, span.first_token) && speakers_.main_person(s, speaker);
  }

  /// No attribution of its own: whoever spoke in the sentence before goes on, or does so whom it was about.
  [[nodiscard]] bool goes_on(const QuotedSpan& span, ActorIndex& speaker) {
    if (span.depth > 0) return false;
    const std::uint32_t s = sentence_of_[span.first_token];
    const Sentence& sentence = document_.sentences[s].sentence;
    const bool alone = only_marks(sentence.begin, span.first_token);
    if (!alone && span.last_token - span.first_token < 6) return false;
    if (alone && s > 0 && answers(before_brackets(s - 1), speaker)) return true;
    if (alone && announces(span, s, speaker)) return true;
    if (s > 0 && alone) {
      if (const SpeechEvent* before = last_said(s - 1)) return speaker = before->speaker, true;
    }
    const bool spoke = last_sentence_ != none && s <= last_sentence_ + 2;
    if (alone && s > 0 && !(spoke && last_sentence_ + 1 == s) && speakers_.main_person(s - 1, speaker)) return true;
    return spoke && (speaker = last_speaker_, true);
  }

  /// The sentence, or the one before it where it is but "(Il sourit.)".
  [[nodiscard]] std::uint32_t before_brackets(std::uint32_t s) const {
    const Sentence& sentence = document_.sentences[s].sentence;
    return s > 0 && token(sentence.begin).mark == '(' && token(sentence.end - 1).mark == ')' ? s - 1 : s;
  }

  /// After a question of the writer's: who is interviewed, where nobody spoke before the first; or whoever spoke last.
  bool answers(std::uint32_t question, ActorIndex& speaker) {
    const char32_t mark = token(document_.sentences[question].sentence.end - 1).mark;
    if (mark != '?' && !(mark == 0x2026 && dialogue_.knows_interviewee())) return false;
    if (!new_line(document_.sentences[question].sentence.begin)) return asked_back(question, speaker);
    return (dialogue_.knows_interviewee() || !somebody_says(question)) && dialogue_.interviewee(question, last_speaker_, speaker);
  }

  /// "…, assure X. Combien ? « … »": X answers what is asked of his words.
  bool asked_back(std::uint32_t question, ActorIndex& speaker) const {
    if (somebody_says(question)) return false;
    const SpeechEvent* before = question > 0 ? last_said(question - 1) : nullptr;
    if (before == nullptr && last_sentence_ == none) return false;
    speaker = before != nullptr ? before->speaker : last_speaker_;
    return true;
  }

  /// A quotation that is a paragraph of its own, after no other, before a sentence about a person named: "« … »\nX s'avance."
  [[nodiscard]] bool announces(const QuotedSpan& span, std::uint32_t s, ActorIndex& speaker) {
    const std::uint32_t next = sentence_of_[span.last_token - 1] + 1;
    if (next >= document_.sentences.size() || document_.sentences[next].words.empty() ||
        (last_sentence_ != none && last_sentence_ + 1 == s))
      return false;
    const std::uint32_t before = document_.sentences[s].sentence.begin;
    if (!new_line(before) || !new_line(document_.sentences[next].sentence.begin)) return false;
    if (before > 0 && token(before - 1).mark == ':') return false;
    const Word& first = word(next, 0);
    return (first.tag() == Tag::name || first.is_name()) && speakers_.main_person(next, speaker);
  }

  [[nodiscard]] bool new_line(std::uint32_t at) const { return at == 0 || token(at).breaks_before > 0; }

  [[nodiscard]] bool somebody_says(std::uint32_t s) const {
    const SpeechEvent* said = last_said(s);
    return said != nullptr && !said->weak;
  }

  /// The last thing said in a sentence, or else what its main verb would say if it had words to govern.
  [[nodiscard]] const SpeechEvent* last_said(std::uint32_t s) const {
    const SpeechEvent* best = nullptr;
    for (const SpeechEvent& event : events_in(s, s)) {
      if (quotation_of_[event.verb_token] != none) continue;
      const bool main =
          event.kind != SpeechEvent::Kind::clause || document_.syntax[s].clauses[event.clause].kind == ClauseKind::main;
      if (!event.weak || (main && (best == nullptr || best->weak))) best = &event;
    }
    return best;
  }

  SpeakerFinder speakers_;
  Incises incises_;
  Attribution attribution_;
  Dialogue dialogue_;
  QuotedWords words_;
  std::vector<Utterance>& out_;
  ActorIndex last_speaker_ = none;  ///< who was quoted last
  std::uint32_t last_sentence_ = none;
  std::uint32_t last_token_ = 0;  ///< one past what was quoted last
};

}  // namespace

void find_direct_quotations(const QuoteStage& stage, std::vector<Utterance>& out) { DirectQuotations(stage, out).run(); }

}  // namespace entente
