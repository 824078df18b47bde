#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/quote/quotes.hpp"
#include "extract/relate/clause_frame.hpp"
#include "extract/relate/modality.hpp"

namespace entente {

/// Somebody says something.
struct SpeechEvent {
  enum class Kind : std::uint8_t {
    clause,     ///< a verb of saying
    source,     ///< "selon X"
    relative,   ///< "selon qui"
    viewpoint,  ///< "Pour X,": his words only where words are quoted
    heading,    ///< "X : …"
    colon       ///< "X n'en démord pas : …": his words where some of them are quoted
  };

  Kind kind = Kind::clause;
  std::uint32_t sentence = 0;
  std::uint32_t clause = none;  ///< of the verb, or the one that a relative source opens
  EntryId entry = no_id;
  ActorIndex speaker = 0;
  std::uint32_t first_token = 0;  ///< of the clause, or of the preposition
  std::uint32_t verb_token = 0;   ///< the verb's, or first_token
  std::uint32_t last_token = 0;   ///< one past the attribution
  bool inverted = false;          ///< the verb stands before its subject, as where it is put in
  bool of_text = false;           ///< the source is a text of the speaker's: "selon un communiqué de X"
  bool weak = false;              ///< governs no clause: says something only if quoted words depend on it
};

/// What the stages of finding quotations share: the document, and who says something where.
class QuoteStage {
 public:
  QuoteStage(const DocumentView& document, const Language& language, Discourse& discourse,
             const std::vector<std::uint32_t>& sentence_of, const std::vector<std::uint32_t>& quotation_of,
             std::vector<SpeechEvent>& events)
      : document_(document),
        language_(language),
        discourse_(discourse),
        quoted_(document.quoted),
        sentence_of_(sentence_of),
        quotation_of_(quotation_of),
        events_(events) {}

 protected:
  [[nodiscard]] SentenceView view(std::uint32_t s) const {
    return {document_.sentences[s], document_.syntax[s], document_.referents[s], s};
  }

  [[nodiscard]] const Word& word(std::uint32_t s, std::uint32_t at) const { return document_.sentences[s].words[at]; }

  [[nodiscard]] const Token& token(std::uint32_t at) const { return document_.tokens[at]; }

  /// The word that a token is of, or the next one.
  [[nodiscard]] std::uint32_t word_at(std::uint32_t s, std::uint32_t token) const {
    const auto& words = document_.sentences[s].words;
    const auto at =
        std::lower_bound(words.begin(), words.end(), token, [](const Word& w, std::uint32_t t) { return w.last <= t; });
    return static_cast<std::uint32_t>(at - words.begin());
  }

  /// The innermost clause open at a token; none after the last word.
  [[nodiscard]] std::uint32_t clause_at(std::uint32_t s, std::uint32_t token) const {
    const std::uint32_t at = word_at(s, token);
    return at < document_.sentences[s].words.size() ? document_.syntax[s].clause_of[at] : none;
  }

  /// "si A", "pourquoi A" after a verb and not set off from it: an indirect question.
  [[nodiscard]] bool asks(std::uint32_t s, const Clause& clause) const {
    if (clause.kind != ClauseKind::adverbial || clause.first == 0 || !clause.has_verb()) return false;
    if (!clause.marked(Feature::Condition) && !clause.marked(Feature::Interrogative)) return false;
    return word(s, clause.first - 1).tag() != Tag::punctuation;
  }

  /// Whether one quotation holds all that stands between two tokens and the other end: they are on one level.
  [[nodiscard]] bool same_level(std::uint32_t inner, const QuotedSpan& span) const {
    const std::uint32_t around = quotation_of_[inner];
    return around == none || (quoted_[around].first_token <= span.first_token && span.last_token <= quoted_[around].last_token);
  }

  /// Only quotation marks and punctuation between two tokens, and not many of them.
  [[nodiscard]] bool only_marks(std::uint32_t from, std::uint32_t to) const {
    if (from > to || to - from > 5) return false;
    for (std::uint32_t t = from; t < to; ++t)
      if (token(t).kind == TokenKind::word || token(t).kind == TokenKind::number) return false;
    return true;
  }

  /// Whether a mark stands among tokens [from, to): what comes after a semicolon is another matter.
  [[nodiscard]] bool parted(std::uint32_t from, std::uint32_t to, char32_t mark = ';') const {
    for (std::uint32_t t = from; t < to; ++t)
      if (token(t).mark == mark) return true;
    return false;
  }

  /// "X : « … »".
  [[nodiscard]] bool colon_before(const QuotedSpan& span) const {
    std::uint32_t at = span.first_token;
    while (at > 0 && token(at - 1).kind != TokenKind::punctuation && token(at - 1).kind != TokenKind::word &&
           token(at - 1).kind != TokenKind::number)
      --at;
    return at > 0 && token(at - 1).mark == ':';
  }

  /// The events of sentences first to last, both included.
  [[nodiscard]] std::span<const SpeechEvent> events_in(std::uint32_t first, std::uint32_t last) const {
    const auto begin = std::lower_bound(events_.begin(), events_.end(), first,
                                        [](const SpeechEvent& e, std::uint32_t s) { return e.sentence < s; });
    const auto end =
        std::upper_bound(begin, events_.end(), last, [](std::uint32_t s, const SpeechEvent& e) { return s < e.sentence; });
    return {begin, end};
  }

  const DocumentView& document_;
  const Language& language_;
  Discourse& discourse_;
  const std::vector<QuotedSpan>& quoted_;
  const std::vector<std::uint32_t>& sentence_of_;   ///< by token
  const std::vector<std::uint32_t>& quotation_of_;  ///< by token: the innermost of `quoted_` around it, or none
  std::vector<SpeechEvent>& events_;                ///< in text order
};

/// Says who speaks, for a clause, a phrase or a pronoun. Must be asked in text order and told who has spoken.
class SpeakerFinder : QuoteStage {
 public:
  explicit SpeakerFinder(const QuoteStage& stage) : QuoteStage(stage) {}

  /// Whoever does what the clause's verb says; false where that is nobody known.
  bool of_clause(std::uint32_t s, std::uint32_t c, ActorIndex& out);
  /// Who told what the subject of a verb of learning learnt; false where the text does not say.
  bool teller(std::uint32_t s, std::uint32_t c, const LexicalEntry& learns, ActorIndex& out);
  /// Whom a phrase means: the person where it gives a person and an office.
  bool of_phrase(std::uint32_t s, std::uint32_t p, ActorIndex& out);
  /// Whom a pronoun beside a quotation means: the last one who spoke or acted, if he agrees with it.
  [[nodiscard]] ActorIndex of_pronoun(std::uint32_t s, std::uint32_t pronoun, ActorIndex otherwise) const;
  /// "« … », souffle-t-il. X marche devant.": whom the next sentence is about, if he agrees with the pronoun.
  bool named_next(std::uint32_t s, std::uint32_t pronoun, ActorIndex& out) const;
  /// "Une infirmière est rentrée. « … », dit-elle": the subject of the sentence before, known by these words alone.
  bool described_before(std::uint32_t s, std::uint32_t pronoun, ActorIndex& out);
  /// "X s'est retiré, selon un communiqué": the main subject of a sentence.
  bool main_subject(std::uint32_t s, ActorIndex& out) const;
  /// Who answers the question that a sentence asks, where nobody has spoken yet.
  bool interviewed(std::uint32_t question, ActorIndex& out) const;
  /// Whether the subject of a clause is known to be somebody, not a thing.
  [[nodiscard]] bool is_somebody(std::uint32_t s, std::uint32_t c) const;
  /// Whom a subject is about; false for a thing.
  bool of_subject(std::uint32_t s, std::uint32_t p, ActorIndex& out);
  /// The last person but one who is named in a sentence or the two before it.
  bool other_person(std::uint32_t s, ActorIndex but, ActorIndex& out) const;
  /// As main_subject, but only a person; also the one whose name is all of a line.
  bool main_person(std::uint32_t s, ActorIndex& out) const;

  void has_spoken(ActorIndex speaker, std::uint32_t sentence) {
    recent_ = speaker;
    recent_sentence_ = sentence;
  }

 private:
  [[nodiscard]] std::uint32_t past_relay(std::uint32_t s, std::uint32_t phrase) const;
  [[nodiscard]] std::uint32_t subject_phrase(std::uint32_t s, std::uint32_t c) const;
  [[nodiscard]] bool one_says(std::uint32_t s, std::uint32_t c) const;
  bool people_there(std::uint32_t s, std::uint32_t c, ActorIndex& out);
  [[nodiscard]] bool is_source(std::uint32_t s, std::uint32_t p) const;
  bool publisher(std::uint32_t s, std::uint32_t p, ActorIndex& out);
  [[nodiscard]] bool is_kind_of(RoleId role, RoleId wider) const;
  [[nodiscard]] bool fits(std::uint32_t s, std::uint32_t p, ActorIndex actor) const;
  bool fitting_person(std::uint32_t said, std::uint32_t s, std::uint32_t p, ActorIndex& out) const;
  [[nodiscard]] bool is_one_of(std::uint32_t s, std::uint32_t p) const;
  [[nodiscard]] bool is_first_name(std::uint32_t s, std::uint32_t p, std::uint32_t name) const;
  [[nodiscard]] bool is_national(std::uint32_t s, std::uint32_t p) const;
  bool by_label(std::uint32_t s, std::uint32_t p, ActorIndex& out);
  bool last_person(std::uint32_t s, ActorIndex& out) const;
  bool before_colon(std::uint32_t s, std::uint32_t p, ActorIndex& out) const;
  bool bearer_of_rank(std::uint32_t s, std::uint32_t p, ActorIndex& out) const;
  bool compatriot(std::uint32_t s, std::uint32_t p, ActorIndex& out) const;
  [[nodiscard]] bool is_of_nation(std::uint32_t s, std::uint32_t p, ActorIndex actor) const;
  bool head_of_office(std::uint32_t s, std::uint32_t p, ActorIndex& out) const;
  bool byname(std::uint32_t s, std::uint32_t p, ActorIndex& out) const;
  bool named_in_complement(std::uint32_t s, std::uint32_t p, ActorIndex& out) const;
  bool apposed_person(std::uint32_t s, std::uint32_t p, ActorIndex& out) const;
  bool described_person(std::uint32_t s, std::uint32_t p, ActorIndex& out) const;
  bool named_outlet(std::uint32_t s, std::uint32_t p, ActorIndex& out);
  [[nodiscard]] bool colon_between(std::uint32_t s, std::uint32_t pronoun) const;
  [[nodiscard]] bool in_relative(std::uint32_t s, std::uint32_t pronoun) const;
  bool person_before_mark(std::uint32_t s, std::uint32_t pronoun, ActorIndex& out) const;
  bool only_stranger(std::uint32_t s, const Reading& pronoun, ActorIndex& out) const;
  bool only_person(std::uint32_t s, const Reading& pronoun, ActorIndex& out) const;
  [[nodiscard]] ActorIndex person_among(const Fillers& fillers) const;
  [[nodiscard]] bool is_person(ActorIndex actor) const;
  [[nodiscard]] bool agrees(ActorIndex actor, const Reading& pronoun) const;
  [[nodiscard]] std::string generic_label(std::uint32_t s, std::uint32_t p) const;
  [[nodiscard]] std::string label_of(std::uint32_t s, std::uint32_t begin, std::uint32_t end) const;

  std::unordered_map<ActorIndex, std::uint8_t> numbers_;  ///< of who is known by a description alone; bits of Inflection
  ActorIndex recent_ = none;                              ///< who spoke last
  std::uint32_t recent_sentence_ = 0;
};

/// Finds the verbs of saying, the phrases after "selon" and the names before a colon, with their speakers.
class SpeechEventFinder : QuoteStage {
 public:
  explicit SpeechEventFinder(const QuoteStage& stage) : QuoteStage(stage), speakers_(stage) {}
  void run();

 private:
  void clauses(std::uint32_t s);
  void clause(std::uint32_t s, std::uint32_t c);
  void phrases(std::uint32_t s);
  void phrase(std::uint32_t s, std::uint32_t p);
  void pronoun_source(std::uint32_t s, std::uint32_t w);
  void heading(std::uint32_t s);
  [[nodiscard]] std::uint32_t first_colon(std::uint32_t s) const;
  [[nodiscard]] bool opens_line(std::uint32_t s, std::uint32_t at) const;
  void colon(std::uint32_t s);
  bool relative_source(std::uint32_t s, std::uint32_t c);
  bool finds_speaker(std::uint32_t s, std::uint32_t c, const SpeechEvent& event, ActorIndex& speaker);
  bool as_said(std::uint32_t s, std::uint32_t c, SpeechEvent& event);
  bool late_subject(std::uint32_t s, std::uint32_t c, SpeechEvent& event);
  [[nodiscard]] std::uint32_t pronoun_behind(std::uint32_t s, const Clause& clause) const;
  [[nodiscard]] bool parted_from(std::uint32_t s, const NounPhrase& np, std::uint32_t verb) const;
  bool subject_behind_remark(std::uint32_t s, std::uint32_t c, SpeechEvent& event);
  bool speaks_of_himself(std::uint32_t s, SpeechEvent& event) const;
  bool put_in_before(std::uint32_t s, const Clause& clause, ActorIndex& speaker) const;
  [[nodiscard]] bool is_spokesman(std::uint32_t s, const Clause& clause, std::uint32_t oblique) const;
  [[nodiscard]] std::uint32_t end_of_remark(std::uint32_t s, std::uint32_t begin) const;
  [[nodiscard]] bool named_behind(std::uint32_t s, std::uint32_t p) const;
  [[nodiscard]] std::uint32_t first_of_verb(std::uint32_t s, const Clause& clause) const;
  [[nodiscard]] EntryId speech_entry(std::uint32_t s, std::uint32_t c) const;
  [[nodiscard]] bool goes_on(std::uint32_t s, std::uint32_t c, ActorIndex& speaker) const;
  [[nodiscard]] bool is_voice(const NounPhrase& np) const;
  void by_voice_of(std::uint32_t s, const Clause& clause, ActorIndex& speaker);
  [[nodiscard]] bool quoted_next(std::uint32_t s, std::uint32_t at) const;
  [[nodiscard]] bool said_before(std::uint32_t s, const Clause& clause, ActorIndex& speaker) const;
  void citing(std::uint32_t s, std::uint32_t c, ActorIndex& speaker);
  bool cited_to_say(std::uint32_t s, const Clause& clause, ActorIndex& speaker);
  [[nodiscard]] bool relays(std::uint32_t s, const Clause& clause) const;
  void cited_by(std::uint32_t s, std::uint32_t p, ActorIndex& speaker);
  [[nodiscard]] bool nobody_says(std::uint32_t s, const Clause& clause) const;
  [[nodiscard]] bool names_somebody(std::uint32_t s, const Clause& clause) const;
  [[nodiscard]] bool beside_quotation(std::uint32_t s, const Clause& clause) const;
  [[nodiscard]] bool modifies(std::uint32_t s, std::uint32_t at) const;
  [[nodiscard]] bool set_off(std::uint32_t s, std::uint32_t first) const;
  void take_from_governor(std::uint32_t s, const Clause& clause, SpeechEvent& event) const;
  [[nodiscard]] bool has_complement(std::uint32_t s, std::uint32_t c) const;
  [[nodiscard]] bool before_colon(std::uint32_t s, std::uint32_t c) const;
  void add(const SpeechEvent& event);

  SpeakerFinder speakers_;
};

/// Gives what stands between quotation marks to its speaker; appends to `out`.
void find_direct_quotations(const QuoteStage& stage, std::vector<Utterance>& out);
/// Finds the clauses that verbs of saying report; appends to `out`.
void find_indirect_quotations(const QuoteStage& stage, std::vector<Utterance>& out);

}  // namespace entente
