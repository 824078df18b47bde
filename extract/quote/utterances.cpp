#include <algorithm>
#include <set>
#include <utility>

#include "extract/quote/quotes.hpp"
#include "extract/relate/clause_frame.hpp"
#include "extract/relate/modality.hpp"
#include "extract/text/utf8.hpp"

namespace entente {
namespace {

/// Somebody says something: a clause with a verb of saying, or a phrase after "selon".
struct SpeechEvent {
  std::uint32_t sentence = 0;
  std::uint32_t clause = none;   ///< none for a phrase
  std::uint32_t phrase = none;   ///< after a preposition of attribution
  EntryId entry = no_id;
  ActorIndex speaker = 0;
  std::uint32_t first_token = 0;  ///< of the verb or preposition
  std::uint32_t last_token = 0;   ///< one past the attribution
  bool used = false;
};

/// Verbs whose clause or infinitive is what somebody says. Others only say where they are put into a quotation
/// ("…, continue-t-il").
bool reports_speech(const LexicalEntry& entry) {
  switch (entry.commitment) {
    case Commitment::reports:
    case Commitment::claims:
    case Commitment::denies:
    case Commitment::promises:
    case Commitment::asks: return true;
    default: return false;
  }
}

bool has_feature(const LexicalEntry& entry, std::string_view name) {
  return std::find(entry.features.begin(), entry.features.end(), name) != entry.features.end();
}

class UtteranceFinder {
 public:
  UtteranceFinder(const DocumentView& document, const Language& language, Discourse& discourse, std::vector<Utterance>& out)
      : document_(document), language_(language), discourse_(discourse), out_(out), quoted_(document.quoted) {}

  void run() {
    sentence_of_.assign(document_.tokens.size(), 0);
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s)
      for (std::uint32_t t = document_.sentences[s].sentence.begin; t < document_.sentences[s].sentence.end; ++t) sentence_of_[t] = s;
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) events(s);
    for (const QuotedSpan& span : quoted_) direct(span);
    for (const SpeechEvent& event : events_) indirect(event);
    forget_repeats();
    for (Utterance& utterance : out_) relays(utterance);
    std::stable_sort(out_.begin(), out_.end(), [](const Utterance& a, const Utterance& b) { return a.span.begin < b.span.begin; });
  }

 private:
  [[nodiscard]] SentenceView view(std::uint32_t s) const {
    return {document_.sentences[s], document_.syntax[s], document_.referents[s], s};
  }
  [[nodiscard]] const Word& word(std::uint32_t s, std::uint32_t at) const { return document_.sentences[s].words[at]; }

  // Who speaks where

  void events(std::uint32_t s) {
    const Syntax& syntax = document_.syntax[s];
    const std::size_t first = events_.size();
    for (std::uint32_t c = 0; c < syntax.clauses.size(); ++c) {
      const Clause& clause = syntax.clauses[c];
      if (!clause.has_verb()) continue;
      const EntryId entry = speech_entry(s, c);
      if (entry == no_id) continue;
      SpeechEvent event{s, c, none, entry, 0, 0, 0, false};
      if (!speaker(s, c, event.speaker)) continue;
      event.first_token = word(s, clause.first).first;
      event.last_token = word(s, clause.verb).last;
      if (clause.incise && clause.subject != none) event.last_token = std::max(event.last_token, phrase_end(s, clause.subject));
      const bool inverted = clause.subject_clitic != none && clause.subject_clitic > clause.finite;
      if (inverted && recent_ != none && recent_sentence_ + 3 >= s) event.speaker = again(s, clause.subject_clitic, event.speaker);
      recent_ = event.speaker;
      recent_sentence_ = s;
      events_.push_back(event);
    }
    for (std::uint32_t p = 0; p < syntax.phrases.size(); ++p) {
      const NounPhrase& np = syntax.phrases[p];
      if (np.preposition == none) continue;
      const auto& features = word(s, np.preposition).reading.features;
      if (!features.has(Feature::Attributive)) continue;
      SpeechEvent event{s, none, p, no_id, 0, word(s, np.preposition).first, phrase_end(s, p), false};
      const auto entries = language_.prepositions(np.preposition_lemma);
      if (!entries.empty()) event.entry = entries.front().entry;
      const bool pronoun = word(s, np.head).has(Feature::StrongPronoun);
      if (pronoun && recent_ != none && recent_sentence_ + 3 >= s) {
        event.speaker = again(s, np.head, recent_);
      } else if (!phrase_speaker(s, p, event.speaker)) {
        const bool speech = language_.lemma_features(word(s, np.head).lemma()).has(Feature::SpeechNoun);
        if (!speech || !subject_speaker(s, event.speaker)) continue;
      }
      recent_ = event.speaker;
      recent_sentence_ = s;
      events_.push_back(event);
    }
    std::stable_sort(events_.begin() + static_cast<std::ptrdiff_t>(first), events_.end(),
                     [](const SpeechEvent& a, const SpeechEvent& b) { return a.first_token < b.first_token; });
  }

  /// Who speaks on when a pronoun stands for the speaker: the last one, if the pronoun agrees.
  [[nodiscard]] ActorIndex again(std::uint32_t s, std::uint32_t pronoun, ActorIndex otherwise) const {
    const Entity& last = discourse_.entity(recent_);
    const std::uint8_t gender = word(s, pronoun).reading.gender;
    const bool masculine = last.gender != Gender::feminine;
    const bool fits = last.gender == Gender::unknown || gender == 0 || (gender & (masculine ? Inflection::masculine : Inflection::feminine)) != 0;
    const bool speaks = last.node.actor_class == ActorClass::person || last.gender == Gender::unknown;
    return fits && speaks ? recent_ : otherwise;
  }

  /// "X s'est retiré, selon un communiqué": its own.
  bool subject_speaker(std::uint32_t s, ActorIndex& out) {
    for (const Clause& clause : document_.syntax[s].clauses)
      if (clause.kind == ClauseKind::main && clause.has_verb() && clause.subject != none && !document_.referents[s].phrases[clause.subject].who.empty()) {
        out = as_actor(discourse_, language_, document_.referents[s].phrases[clause.subject].who.front());
        return true;
      }
    return false;
  }

  /// The verb's entry where it says something here: it has a clause, an infinitive or a quotation as complement, or is put in.
  [[nodiscard]] EntryId speech_entry(std::uint32_t s, std::uint32_t c) const {
    const SentenceView sentence = view(s);
    const EntryId entry = governing_entry(sentence, language_, c);
    const Clause& clause = sentence.syntax.clauses[c];
    if (entry != no_id && clause.passive && has_feature(language_.entry(entry), "Relays")) return no_id;
    EntryId said = no_id;
    if (entry != no_id && reports_speech(language_.entry(entry))) said = entry;
    if (said == no_id)
      for (const Phrase& phrase : language_.verbs(word(s, clause.verb).lemma()))
        if (language_.entry(phrase.entry).says && phrase.rest.empty() && (!phrase.pronominal || clause.pronominal)) said = phrase.entry;
    return said;
  }

  bool speaker(std::uint32_t s, std::uint32_t c, ActorIndex& out) {
    const SentenceView sentence = view(s);
    Fillers fillers;
    ClauseArguments(sentence, language_, discourse_).agent(c, fillers);
    const Clause& clause = sentence.syntax.clauses[c];
    if (!fillers.empty() && !fillers.front().by_owner) {
      out = person_among(fillers);
      return true;
    }
    std::uint32_t phrase = clause.subject;
    if (clause.passive) return false;
    for (std::uint32_t other = c; phrase == none && other != none; other = sentence.syntax.clauses[other].shares_with != none
                                                                                 ? sentence.syntax.clauses[other].shares_with
                                                                                 : (sentence.syntax.clauses[other].kind == ClauseKind::gerund
                                                                                        ? sentence.syntax.clauses[other].parent
                                                                                        : none))
      phrase = sentence.syntax.clauses[other].subject;
    return phrase != none && phrase_speaker(s, phrase, out);
  }

  [[nodiscard]] ActorIndex person_among(const Fillers& fillers) {
    for (const Filler& filler : fillers)
      if (discourse_.entity(filler.actor).node.actor_class == ActorClass::person) return filler.actor;
    return as_actor(discourse_, language_, fillers.front().actor);
  }

  bool phrase_speaker(std::uint32_t s, std::uint32_t p, ActorIndex& out) {
    const NounPhrase& np = document_.syntax[s].phrases[p];
    const Referents& referents = document_.referents[s].phrases[p];
    const Features head = language_.lemma_features(word(s, np.head).lemma());
    if (head.has(Feature::SpeechNoun) && !referents.owners.empty()) {
      out = as_actor(discourse_, language_, referents.owners.front());
      return true;
    }
    if (!referents.who.empty()) {
      out = as_actor(discourse_, language_, referents.who.front());
      return true;
    }
    const Tag tag = word(s, np.head).tag();
    if (tag != Tag::noun && tag != Tag::name) return false;
    if (head.has(Feature::SpeechNoun)) return false;
    const std::string label = generic_label(s, p);
    if (label.empty()) return false;
    out = discourse_.discover(label, np.role != no_id ? ActorClass::person : ActorClass::actor, true);
    return true;
  }

  /// The words of a phrase and of its complements, from the first that is no determiner or number.
  [[nodiscard]] std::string generic_label(std::uint32_t s, std::uint32_t p) const {
    const NounPhrase& np = document_.syntax[s].phrases[p];
    std::uint32_t begin = np.begin;
    while (begin < np.head && (word(s, begin).tag() == Tag::determiner || word(s, begin).tag() == Tag::numeral)) ++begin;
    std::uint32_t end = np.end;
    for (std::uint32_t i = p + 1; i < document_.syntax[s].phrases.size(); ++i) {
      const NounPhrase& next = document_.syntax[s].phrases[i];
      if (next.preposition != end || next.preposition_lemma != language_.genitive()) break;
      end = next.end;
    }
    std::string label;
    const Span span{document_.tokens[word(s, begin).first].span.begin, document_.tokens[word(s, end - 1).last - 1].span.end};
    for (const char c : span.of(document_.text)) label.push_back(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    return label;
  }

  [[nodiscard]] std::uint32_t phrase_end(std::uint32_t s, std::uint32_t p) const {
    return word(s, document_.syntax[s].phrases[p].end - 1).last;
  }

  // Direct quotations

  void direct(const QuotedSpan& span) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> parts;
    SpeechEvent* inside = nullptr;
    split_at_incises(span, parts, inside);
    if (parts.empty()) return;
    SpeechEvent* event = inside != nullptr ? inside : attribution(span);
    const std::uint32_t s = sentence_of_[span.first_token];
    ActorIndex speaker = 0;
    if (event != nullptr) {
      speaker = event->speaker;
      event->used = true;
    } else if (!continued(span, s, speaker)) {
      return;
    }
    for (const auto& [first, last] : parts) {
      if (!is_utterance(first, last, event != nullptr)) continue;
      Utterance utterance;
      utterance.span = {document_.tokens[first].span.begin, document_.tokens[last - 1].span.end};
      utterance.kind = QuotationKind::direct;
      utterance.speaker = speaker;
      utterance.sentence = s;
      if (event != nullptr && event->entry != no_id) utterance.commitment = language_.entry(event->entry).commitment;
      out_.push_back(utterance);
      last_speaker_ = speaker;
      last_direct_ = s;
    }
  }

  /// ", a-t-il dit." between the marks belongs to the writer.
  void split_at_incises(const QuotedSpan& span, std::vector<std::pair<std::uint32_t, std::uint32_t>>& parts, SpeechEvent*& inside) {
    std::uint32_t begin = span.first_token;
    for (SpeechEvent& event : events_) {
      if (event.first_token < span.first_token || event.last_token > span.last_token || event.clause == none) continue;
      const Clause& clause = document_.syntax[event.sentence].clauses[event.clause];
      const bool inverted = clause.subject_clitic != none && clause.subject_clitic > clause.finite;
      const bool noun_after = clause.incise && clause.subject != none && document_.syntax[event.sentence].phrases[clause.subject].begin > clause.verb;
      if (!clause.incise && !inverted) continue;
      if (!(inverted || noun_after) || !language_.entry(event.entry).says || event.first_token == span.first_token) continue;
      std::uint32_t end = event.first_token;
      while (end > begin && document_.tokens[end - 1].kind == TokenKind::punctuation && document_.tokens[end - 1].mark == ',') --end;
      if (end > begin) parts.emplace_back(begin, end);
      begin = event.last_token;
      while (begin < span.last_token && document_.tokens[begin].mark != '.' && document_.tokens[begin].mark != ',' && document_.tokens[begin].mark != ':') ++begin;
      if (begin < span.last_token) ++begin;
      inside = &event;
    }
    if (begin < span.last_token) parts.emplace_back(begin, span.last_token);
  }

  /// A known name, a title or a single word that nobody is said to have said is none.
  [[nodiscard]] bool is_utterance(std::uint32_t first, std::uint32_t last, bool attributed) const {
    std::uint32_t words = 0;
    std::uint32_t capitals = 0;
    for (std::uint32_t t = first; t < last; ++t) {
      words += document_.tokens[t].kind == TokenKind::word;
      capitals += document_.tokens[t].kind == TokenKind::word && document_.tokens[t].capitalised;
    }
    if (words == 0) return false;
    if (!attributed && words < 4) return false;
    const std::uint32_t s = sentence_of_[first];
    for (const Word& w : document_.sentences[s].words)
      if (w.is_name() && w.first <= first && w.last >= last) return false;
    return !(words <= 3 && capitals == words);
  }

  [[nodiscard]] bool within(const SpeechEvent& event, const QuotedSpan& span) const {
    return event.first_token >= span.first_token && event.first_token < span.last_token;
  }

  /// Whose words a quotation is: the verb of saying that governs it, stands before or after it, or the phrase that names
  /// its source, in its own sentence or at its edge.
  SpeechEvent* attribution(const QuotedSpan& span) {
    const std::uint32_t first_sentence = sentence_of_[span.first_token];
    const std::uint32_t last_sentence = sentence_of_[span.last_token - 1];
    SpeechEvent* best = nullptr;
    int best_score = 0;
    const auto begin = std::lower_bound(events_.begin(), events_.end(), first_sentence,
                                        [](const SpeechEvent& event, std::uint32_t s) { return event.sentence < s; });
    for (auto event = begin; event != events_.end() && event->sentence <= last_sentence; ++event) {
      if (within(*event, span)) continue;
      const int score = closeness(*event, span);
      if (score > best_score) {
        best = &*event;
        best_score = score;
      }
    }
    return best != nullptr ? best : neighbour(span, first_sentence, last_sentence);
  }

  [[nodiscard]] int closeness(const SpeechEvent& event, const QuotedSpan& span) const {
    const bool before = event.first_token < span.first_token;
    if (event.clause != none && before) {
      // The clause that the quoted words belong to.
      const std::uint32_t s = event.sentence;
      if (s == sentence_of_[span.first_token]) {
        std::uint32_t clause = clause_at(s, span.first_token);
        for (unsigned depth = 0; clause != none && depth < 8; ++depth) {
          if (clause == event.clause) return depth > 0 || span.first_token - event.last_token <= 4 ? 90 - static_cast<int>(depth) : 30;
          const Clause& inner = document_.syntax[s].clauses[clause];
          if (inner.kind == ClauseKind::main || inner.kind == ClauseKind::relative) break;
          clause = inner.parent;
        }
      }
    }
    const std::uint32_t distance = before ? span.first_token - event.last_token : event.first_token - span.last_token;
    const int near = std::max(1, 60 - static_cast<int>(std::min<std::uint32_t>(distance, 58)));
    if (!before && distance <= 3 && event.clause != none) return 95;
    return event.clause == none ? near - 8 : near;
  }

  [[nodiscard]] std::uint32_t clause_at(std::uint32_t s, std::uint32_t token) const {
    const auto& words = document_.sentences[s].words;
    const auto at = std::lower_bound(words.begin(), words.end(), token, [](const Word& w, std::uint32_t t) { return w.last <= t; });
    if (at == words.end()) return none;
    return document_.syntax[s].clause_of[static_cast<std::size_t>(at - words.begin())];
  }

  /// A quotation that fills its sentence: attributed by the next one ("a déclaré X."), or by the one before with its colon.
  SpeechEvent* neighbour(const QuotedSpan& span, std::uint32_t first_sentence, std::uint32_t last_sentence) {
    for (SpeechEvent& event : events_) {
      if (event.clause == none) continue;
      const Clause& clause = document_.syntax[event.sentence].clauses[event.clause];
      if (event.sentence == last_sentence + 1 && event.first_token <= span.last_token + 4 && (clause.incise || clause.subject_clitic != none || clause.subject != none) &&
          event.first_token == document_.sentences[event.sentence].sentence.begin)
        return &event;
    }
    if (first_sentence == 0) return nullptr;
    const Sentence& before = document_.sentences[first_sentence - 1].sentence;
    if (document_.tokens[before.end - 1].mark != ':') return nullptr;
    SpeechEvent* last = nullptr;
    for (SpeechEvent& event : events_)
      if (event.sentence == first_sentence - 1) last = &event;
    return last;
  }

  /// No attribution of its own: the speaker of the quotation just before goes on.
  [[nodiscard]] bool continued(const QuotedSpan& span, std::uint32_t s, ActorIndex& speaker) const {
    if (last_direct_ == none || s > last_direct_ + 2) return false;
    if (span.last_token - span.first_token < 6) return false;
    speaker = last_speaker_;
    return true;
  }

  // Indirect quotations

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
        const bool que = clause.kind == ClauseKind::complement && clause.marked(Feature::Complementizer) && clause.first > syntax.clauses[event.clause].verb;
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
    if (clause.kind != ClauseKind::infinitive || clause.parent != event.clause || clause.marker != none || event.entry == no_id) return false;
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
  [[nodiscard]] std::uint32_t complement_end(std::uint32_t s, const SpeechEvent& event, std::uint32_t complement, std::uint32_t sentence_end) const {
    std::uint32_t end = sentence_end;
    const Syntax& syntax = document_.syntax[s];
    const std::uint32_t begin = word(s, syntax.clauses[complement].first).first;
    for (const SpeechEvent& other : events_) {
      if (other.sentence != s || &other == &event || other.first_token <= begin) continue;
      const bool put_in = other.clause == none || syntax.clauses[other.clause].incise ||
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

  void incise_extent(std::uint32_t s, const SpeechEvent& event, std::uint32_t& first, std::uint32_t& last, std::uint32_t sentence_end) const {
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
                         std::none_of(document_.tokens.begin() + begin, document_.tokens.begin() + sentence_end, [](const Token& t) { return t.quoted; });
    last = goes_on ? sentence_end : event.first_token;
  }

  /// "Selon X, A" and "A, selon X".
  void phrase_extent(std::uint32_t s, const SpeechEvent& event, std::uint32_t& first, std::uint32_t& last, std::uint32_t sentence_end) const {
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
    return std::any_of(events_.begin(), events_.end(), [&](const SpeechEvent& other) {
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
      outside += std::none_of(quoted_.begin(), quoted_.end(), [&](const QuotedSpan& q) { return t >= q.first_token && t < q.last_token; });
    }
    return outside == 0 || words < 2;
  }

  /// Pages repeat their title and their standfirst; what is said there is said once.
  void forget_repeats() {
    std::set<std::pair<std::string_view, QuotationKind>> seen;
    std::erase_if(out_, [&](const Utterance& utterance) {
      return utterance.span.end - utterance.span.begin > 12 && !seen.emplace(utterance.span.of(document_.text), utterance.kind).second;
    });
  }

  // Who passes the words on

  void relays(Utterance& utterance) {
    const Syntax& syntax = document_.syntax[utterance.sentence];
    for (std::uint32_t p = 0; p < syntax.phrases.size(); ++p)
      for (const ActorIndex actor : document_.referents[utterance.sentence].phrases[p].who) {
        if (discourse_.entity(actor).node.actor_class != ActorClass::media_outlet || actor == utterance.speaker) continue;
        if (std::find(utterance.relays.begin(), utterance.relays.end(), actor) == utterance.relays.end()) utterance.relays.push_back(actor);
      }
  }

  const DocumentView& document_;
  const Language& language_;
  Discourse& discourse_;
  std::vector<Utterance>& out_;
  const std::vector<QuotedSpan>& quoted_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<SpeechEvent> events_;
  ActorIndex last_speaker_ = 0;
  std::uint32_t last_direct_ = none;
  ActorIndex recent_ = none;
  std::uint32_t recent_sentence_ = 0;
};

}  // namespace

void find_utterances(const DocumentView& document, const Language& language, Discourse& discourse, std::vector<Utterance>& out) {
  UtteranceFinder(document, language, discourse, out).run();
}

}  // namespace entente
