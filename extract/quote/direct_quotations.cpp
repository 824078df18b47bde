#include <utility>

#include "extract/quote/speech_events.hpp"
#include "extract/text/utf8.hpp"

namespace entente {
namespace {

constexpr int least_for_words = 50;  // a word or two are a name or a term unless the verb of saying governs them

constexpr int before_colon_score = 86;

using Part = std::pair<std::uint32_t, std::uint32_t>;  // tokens [first, second)

class DirectQuotations : QuoteStage {
 public:
  DirectQuotations(const QuoteStage& stage, std::vector<Utterance>& out) : QuoteStage(stage), speakers_(stage), out_(out) {}

  void run() {
    for (const QuotedSpan& span : quoted_) direct(span);
  }

 private:
  void direct(const QuotedSpan& span) {
    std::vector<Part> parts;
    const SpeechEvent* event = split_at_incises(span, parts);
    ActorIndex speaker = 0;
    if (event == nullptr && span.turn) {
      event = attribution_of_turn(span);
      if (event == nullptr && !takes_turn(span, speaker)) return remember_turn(span, none);
    } else if (event == nullptr) {
      event = attribution(span);
      if (event == nullptr && !in_brackets(span, speaker) && !does_so(span, speaker) && !in_same_clause(span, speaker) &&
          !introduced(span, speaker) && !told(span, speaker) && !goes_on(span, speaker))
        return;
    }
    if (event != nullptr && !passed_on(*event, span, speaker)) speaker = event->speaker;
    if (event != nullptr && span.depth > 0) speaker = not_himself(*event, span);
    if (span.turn) remember_turn(span, speaker);
    for (const auto& [first, last] : parts) {
      if (parts.size() == 1 && !span.turn && !is_utterance(first, last, event != nullptr || is_joined(span))) continue;
      Utterance utterance;
      utterance.span = {token(first).span.begin, token(last - 1).span.end};
      utterance.kind = QuotationKind::direct;
      utterance.speaker = speaker;
      utterance.sentence = event != nullptr ? event->sentence : sentence_of_[first];
      if (event != nullptr && event->entry != no_id) utterance.commitment = language_.entry(event->entry).commitment;
      out_.push_back(utterance);
      if (span.depth > 0) continue;
      last_token_ = last;
      last_speaker_ = speaker;
      last_sentence_ = sentence_of_[last - 1];
    }
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

  // Turns of a dialogue

  /// The name before the colon.
  [[nodiscard]] const SpeechEvent* attribution_of_turn(const QuotedSpan& span) const {
    const std::uint32_t s = sentence_of_[span.first_token];
    for (const SpeechEvent& event : events_in(s, s))
      if (event.kind == SpeechEvent::Kind::heading && event.last_token <= span.first_token && !initials(event)) return &event;
    return nullptr;
  }

  /// "J. D. :".
  [[nodiscard]] bool initials(const SpeechEvent& event) const {
    for (std::uint32_t t = event.first_token; t < event.last_token; ++t)
      if (token(t).kind == TokenKind::word && count_code_points(token(t).span.of(document_.text)) > 1) return false;
    return true;
  }

  /// Whoever is interviewed answers; of two who talk, each takes every other turn.
  [[nodiscard]] bool takes_turn(const QuotedSpan& span, ActorIndex& speaker) {
    const std::uint32_t s = sentence_of_[span.first_token];
    const bool dash = document_.sentences[s].sentence.begin + 1 == span.first_token;
    const bool follows = dash && turn_end_ != none && turn_end_ + 1 == span.first_token;
    if (follows && turn_before_ != none) return speaker = turn_before_, true;
    const char32_t mark = s > 0 ? token(document_.sentences[s - 1].sentence.end - 1).mark : 0;
    const bool asked = mark == '?' || mark == 0x2026;
    if (!asked || (follows && turn_speaker_ != none)) return false;
    return interviewee(s - 1, speaker);
  }

  void remember_turn(const QuotedSpan& span, ActorIndex speaker) {
    const bool follows = turn_end_ != none && turn_end_ + 1 == span.first_token;
    turn_before_ = follows ? turn_speaker_ : none;
    turn_speaker_ = speaker;
    turn_end_ = span.last_token;
  }

  /// Who answers the questions of a text: the same one all through it.
  [[nodiscard]] bool interviewee(std::uint32_t question, ActorIndex& speaker) {
    if (!interviewee_given_) interviewee_given_ = speakers_.interviewed(question, interviewee_);
    if (!interviewee_given_ && last_sentence_ == none) return false;
    speaker = interviewee_given_ ? interviewee_ : last_speaker_;
    return true;
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

  // Quotations

  /// ", a-t-il dit." between the marks belongs to the writer.
  const SpeechEvent* split_at_incises(const QuotedSpan& span, std::vector<Part>& parts) const {
    const SpeechEvent* inside = nullptr;
    std::uint32_t begin = span.first_token;
    std::uint32_t end = span.last_token;
    for (const SpeechEvent& event : events_in(sentence_of_[span.first_token], sentence_of_[span.last_token - 1])) {
      if (!put_into(event, span) || event.first_token <= begin) continue;
      std::uint32_t before = event.first_token;
      while (before > begin && token(before - 1).kind == TokenKind::punctuation && token(before - 1).mark == ',') --before;
      if (before > begin) parts.emplace_back(begin, before);
      begin = event.last_token;
      while (begin < end && !ends_incise(event, begin)) ++begin;
      if (begin < end) ++begin;
      if (begin < end && (span.repaired || said_of_speaker(event.sentence, begin))) begin = end;
      inside = &event;
    }
    if (begin < end) parts.emplace_back(begin, end);
    return inside;
  }

  /// A mark behind who said so, and behind what he is: "dit X, officier de Y ;".
  [[nodiscard]] bool ends_incise(const SpeechEvent& event, std::uint32_t at) const {
    const char32_t mark = token(at).mark;
    if (mark != ',') return mark == '.' || mark == ':' || mark == ';';
    const std::uint32_t next = word_at(event.sentence, at + 1);
    const auto& syntax = document_.syntax[event.sentence];
    const std::uint32_t phrase = next < syntax.phrase_of.size() ? syntax.phrase_of[next] : none;
    const std::uint32_t said_of = phrase == none ? none : syntax.phrases[phrase].apposition_to;
    const auto& words = document_.sentences[event.sentence].words;
    if (said_of != none && syntax.phrases[phrase].end < words.size() && words[syntax.phrases[phrase].end].tag() == Tag::verb)
      return true;  // "dit X, la paix viendra": the subject of what goes on
    return said_of == none || word(event.sentence, syntax.phrases[said_of].end - 1).last != event.last_token;
  }

  /// "…, a dit X, qui promet": no more of his words. Where the closing mark was lost, nobody knows whose the rest is.
  [[nodiscard]] bool said_of_speaker(std::uint32_t s, std::uint32_t after) const {
    const std::uint32_t at = word_at(s, after);
    if (sentence_of_[after] != s || at >= document_.sentences[s].words.size()) return false;
    const Tag tag = word(s, at).tag();
    return tag == Tag::relative || tag == Tag::present_participle;
  }

  [[nodiscard]] bool put_into(const SpeechEvent& event, const QuotedSpan& span) const {
    return event.kind == SpeechEvent::Kind::clause && event.inverted && event.entry != no_id &&
           language_.entry(event.entry).says && event.first_token > span.first_token && event.last_token <= span.last_token &&
           &quoted_[quotation_of_[event.verb_token]] == &span && set_off(event);
  }

  [[nodiscard]] bool set_off(const SpeechEvent& event) const {
    const Token& before = token(event.first_token - 1);
    return before.kind == TokenKind::punctuation;
  }

  /// A known name, a title or a single word that nobody is said to have said is none.
  [[nodiscard]] bool is_utterance(std::uint32_t first, std::uint32_t last, bool attributed) const {
    std::uint32_t words = 0;
    std::uint32_t capitals = 0;
    for (std::uint32_t t = first; t < last; ++t) {
      words += token(t).kind == TokenKind::word;
      capitals += token(t).kind == TokenKind::word && token(t).capitalised;
    }
    if (words == 0 || (!attributed && words < 2)) return false;
    const std::uint32_t s = sentence_of_[first];
    const std::uint32_t article = word(s, word_at(s, first)).tag() == Tag::determiner ? 1 : 0;
    for (const Word& w : document_.sentences[s].words)
      if (w.is_name() && w.first <= first + article && w.last >= last) return false;
    if (words <= 3 && capitals == words && only_names(s, first, last)) return false;
    return !is_title(s, first, last);
  }

  [[nodiscard]] bool only_names(std::uint32_t s, std::uint32_t first, std::uint32_t last) const {
    for (const Word& w : document_.sentences[s].words)
      if (w.first >= first && w.last <= last && w.tag() != Tag::name && w.tag() != Tag::determiner && w.tag() != Tag::punctuation)
        return false;
    return true;
  }

  /// "« La Marseillaise »": a second capital after an article.
  [[nodiscard]] bool capitals_inside(std::uint32_t s, std::uint32_t at, std::uint32_t last) const {
    return word(s, at).tag() == Tag::determiner && at + 1 < document_.sentences[s].words.size() && word(s, at + 1).last <= last &&
           word(s, at + 1).capitalised;
  }

  /// "l'opération « Mur de feu »", "le film « Le Siège »": a capital and no verb, after a noun or its determiner.
  [[nodiscard]] bool is_title(std::uint32_t s, std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t at = word_at(s, first);
    if (at == 0 || !token(first).capitalised || word(s, at).is_name()) return false;
    const Tag before = word(s, at - 1).tag();
    if (word(s, at - 1).last + 1 < first || word(s, at - 1).mark == ':' || before == Tag::subordinator) return false;
    if (before != Tag::noun && before != Tag::determiner && !capitals_inside(s, at, last)) return false;
    for (std::uint32_t w = at; w < document_.sentences[s].words.size() && word(s, w).first < last; ++w)
      if (word(s, w).tag() == Tag::verb) return false;
    return true;
  }

  /// Whose words a quotation is: the verb of saying or the source that stands nearest to it, by structure first.
  [[nodiscard]] const SpeechEvent* attribution(const QuotedSpan& span) const {
    const std::uint32_t first = sentence_of_[span.first_token];
    const std::uint32_t last = sentence_of_[span.last_token - 1];
    const SpeechEvent* best = nullptr;
    int best_score = 0;
    for (const SpeechEvent& event : events_in(first, last)) {
      if (event.verb_token >= span.first_token && event.verb_token < span.last_token) continue;
      const int score = closeness(event, span);
      const bool nearer = score == best_score && score == before_colon_score;  // "A que X juge « … » : « … »"
      if (score > best_score || nearer) {
        best = &event;
        best_score = score;
      }
    }
    const bool short_words = span.last_token - span.first_token < 3;
    if (best != nullptr && short_words && best->kind == SpeechEvent::Kind::clause && best_score < least_for_words) best = nullptr;
    if (best == nullptr && span.depth == 0) best = next_sentence(span, last);
    if (best == nullptr && span.depth == 0) best = sentence_before_colon(first);
    return best;
  }

  [[nodiscard]] int closeness(const SpeechEvent& event, const QuotedSpan& span) const {
    if (!same_level(event.verb_token, span)) return 0;
    if (span.depth > 0 && quotation_of_[event.verb_token] == none) return 0;  // inside somebody's words
    const bool before = event.verb_token < span.first_token;
    if (!before && event.inverted && only_marks(span.last_token, event.first_token)) return 100;
    if (before && event.kind == SpeechEvent::Kind::clause) {
      const bool reports = event.entry != no_id && reports_speech(language_.entry(event.entry));
      if (const int depth = governed(event, span); depth >= 0) return (!event.weak ? 95 : reports ? 75 : 55) - depth;
    }
    if (before && colon_before(span))
      return event.weak && event.kind == SpeechEvent::Kind::clause && !quoted_before_colon(event, span) ? 20 : before_colon_score;
    if (event.weak && event.kind == SpeechEvent::Kind::clause) return 0;
    const std::uint32_t distance = before ? span.first_token - std::min(event.last_token, span.first_token)
                                          : event.first_token - std::min(span.last_token, event.first_token);
    if (span.last_token - span.first_token < 3 && event.kind == SpeechEvent::Kind::clause &&
        (before || parted(span.last_token, event.first_token, ':')))
      return 0;
    if (parted(std::min(event.last_token, span.last_token), std::max(event.first_token, span.first_token))) return 1;
    const int near = std::max(2, 60 - static_cast<int>(std::min<std::uint32_t>(distance, 58)));
    if (event.of_text) return std::max(2, near - 40);  // "Il a dit, selon un communiqué, « … »": the verb tells who
    return event.kind == SpeechEvent::Kind::clause ? near : event.kind == SpeechEvent::Kind::viewpoint ? near - 12 : near - 8;
  }

  /// How far up from the quoted words the verb of saying stands on which they depend; -1 where they do not.
  [[nodiscard]] int governed(const SpeechEvent& event, const QuotedSpan& span) const {
    const std::uint32_t s = event.sentence;
    if (s != sentence_of_[span.first_token]) return -1;
    std::uint32_t clause = clause_at(s, span.first_token);
    if (event.inverted && clause != none && clause == document_.syntax[s].clauses[event.clause].parent) return 1;
    for (int depth = 0; clause != none && depth < 8; ++depth) {
      if (clause == event.clause) return depth > 0 || span.first_token - event.last_token <= 8 ? depth : -1;
      const Clause& inner = document_.syntax[s].clauses[clause];
      if ((inner.kind == ClauseKind::main && inner.shares_with == none) || inner.kind == ClauseKind::relative) return -1;
      clause = inner.parent;
    }
    return -1;
  }

  [[nodiscard]] bool colon_before(const QuotedSpan& span) const {
    std::uint32_t at = span.first_token;
    while (at > 0 && token(at - 1).kind != TokenKind::punctuation && token(at - 1).kind != TokenKind::word &&
           token(at - 1).kind != TokenKind::number)
      --at;
    return at > 0 && token(at - 1).mark == ':';
  }

  /// "que X juge « A » : « … »": whose words stand before the colon already.
  [[nodiscard]] bool quoted_before_colon(const SpeechEvent& event, const QuotedSpan& span) const {
    const QuotedSpan* before = &span == quoted_.data() ? nullptr : &span - 1;
    return before != nullptr && before->depth == span.depth && event.last_token <= before->first_token &&
           only_marks(event.last_token, before->first_token) && only_marks(before->last_token, span.first_token);
  }

  /// Only quotation marks and punctuation in between.
  [[nodiscard]] bool only_marks(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t)
      if (token(t).kind == TokenKind::word || token(t).kind == TokenKind::number) return false;
    return from <= to && to - from <= 5;
  }

  /// What comes after a semicolon, or after other quoted words, is another matter.
  [[nodiscard]] bool parted(std::uint32_t from, std::uint32_t to, char32_t mark = ';') const {
    for (std::uint32_t t = from; t < to; ++t)
      if (token(t).mark == mark) return true;
    return false;
  }

  /// "a déclaré X." or "C'est ce qu'a déclaré X." after a quotation that fills its sentence.
  [[nodiscard]] const SpeechEvent* next_sentence(const QuotedSpan& span, std::uint32_t last) const {
    if (last + 1 >= document_.sentences.size()) return nullptr;
    const Sentence& next = document_.sentences[last + 1].sentence;
    if (!only_marks(span.last_token, next.begin) || document_.sentences[last + 1].words.empty()) return nullptr;
    const Word& opening = word(last + 1, 0);
    const bool cleft = opening.has(Feature::DemonstrativePronoun) && opening.tag() == Tag::subject_clitic;
    for (const SpeechEvent& event : events_in(last + 1, last + 1)) {
      if (event.kind != SpeechEvent::Kind::clause || token(event.verb_token).quoted) continue;
      if (cleft) return &event;
      if (event.inverted && only_marks(next.begin, event.first_token)) return &event;
    }
    return nullptr;
  }

  [[nodiscard]] const SpeechEvent* sentence_before_colon(std::uint32_t first) const {
    if (first == 0) return nullptr;
    if (token(document_.sentences[first - 1].sentence.end - 1).mark != ':') return nullptr;
    const auto events = events_in(first - 1, first - 1);
    return events.empty() ? nullptr : &events.back();
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
    if (mark != '?' && !(mark == 0x2026 && interviewee_given_)) return false;
    if (!new_line(document_.sentences[question].sentence.begin)) return asked_back(question, speaker);
    return (interviewee_given_ || !somebody_says(question)) && interviewee(question, speaker);
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
  std::vector<Utterance>& out_;
  ActorIndex last_speaker_ = 0;
  std::uint32_t last_sentence_ = none;
  std::uint32_t last_token_ = 0;    ///< one past what was quoted last
  ActorIndex turn_speaker_ = none;  ///< of the turn before; none where unknown
  ActorIndex turn_before_ = none;   ///< of the one before that, if no other line stands between
  std::uint32_t turn_end_ = none;
  ActorIndex interviewee_ = 0;
  bool interviewee_given_ = false;
};

}  // namespace

void find_direct_quotations(const QuoteStage& stage, std::vector<Utterance>& out) { DirectQuotations(stage, out).run(); }

}  // namespace entente
