#include <algorithm>
#include <utility>

#include "extract/quote/speech_events.hpp"

namespace entente {
namespace {

class DirectQuotations : QuoteStage {
 public:
  DirectQuotations(const QuoteStage& stage, std::vector<Utterance>& out) : QuoteStage(stage), out_(out) {}

  void run() {
    for (const QuotedSpan& span : quoted_) direct(span);
  }

 private:
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
  void split_at_incises(const QuotedSpan& span, std::vector<std::pair<std::uint32_t, std::uint32_t>>& parts,
                        SpeechEvent*& inside) {
    std::uint32_t begin = span.first_token;
    for (SpeechEvent& event : events_in(sentence_of_[span.first_token], sentence_of_[span.last_token - 1])) {
      if (event.first_token < span.first_token || event.last_token > span.last_token || event.clause == none) continue;
      const Clause& clause = document_.syntax[event.sentence].clauses[event.clause];
      const bool inverted = clause.subject_clitic != none && clause.subject_clitic > clause.finite;
      const bool noun_after =
          clause.incise && clause.subject != none && document_.syntax[event.sentence].phrases[clause.subject].begin > clause.verb;
      if (!clause.incise && !inverted) continue;
      if (!(inverted || noun_after) || !language_.entry(event.entry).says || event.first_token == span.first_token) continue;
      std::uint32_t end = event.first_token;
      while (end > begin && document_.tokens[end - 1].kind == TokenKind::punctuation && document_.tokens[end - 1].mark == ',')
        --end;
      if (end > begin) parts.emplace_back(begin, end);
      begin = event.last_token;
      while (begin < span.last_token && document_.tokens[begin].mark != '.' && document_.tokens[begin].mark != ',' &&
             document_.tokens[begin].mark != ':')
        ++begin;
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
    if (!attributed && words < 2) return false;
    const std::uint32_t s = sentence_of_[first];
    for (const Word& w : document_.sentences[s].words)
      if (w.is_name() && w.first <= first && w.last >= last) return false;
    return !(words <= 3 && capitals == words && only_names(s, first, last));
  }

  [[nodiscard]] bool only_names(std::uint32_t s, std::uint32_t first, std::uint32_t last) const {
    for (const Word& w : document_.sentences[s].words)
      if (w.first >= first && w.last <= last && w.tag() != Tag::name && w.tag() != Tag::determiner && w.tag() != Tag::punctuation)
        return false;
    return true;
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
          if (clause == event.clause)
            return depth > 0 || span.first_token - event.last_token <= 4 ? 90 - static_cast<int>(depth) : 30;
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
    const auto at =
        std::lower_bound(words.begin(), words.end(), token, [](const Word& w, std::uint32_t t) { return w.last <= t; });
    if (at == words.end()) return none;
    return document_.syntax[s].clause_of[static_cast<std::size_t>(at - words.begin())];
  }

  /// A quotation that fills its sentence: attributed by the next one ("a déclaré X."), or by the one before with its colon.
  SpeechEvent* neighbour(const QuotedSpan& span, std::uint32_t first_sentence, std::uint32_t last_sentence) {
    for (SpeechEvent& event : events_in(last_sentence + 1, last_sentence + 1)) {
      if (event.clause == none) continue;
      const Clause& clause = document_.syntax[event.sentence].clauses[event.clause];
      if (event.sentence == last_sentence + 1 && event.first_token <= span.last_token + 4 &&
          (clause.incise || clause.subject_clitic != none || clause.subject != none) &&
          event.first_token == document_.sentences[event.sentence].sentence.begin)
        return &event;
    }
    if (first_sentence == 0) return nullptr;
    const Sentence& before = document_.sentences[first_sentence - 1].sentence;
    if (document_.tokens[before.end - 1].mark != ':') return nullptr;
    SpeechEvent* last = nullptr;
    for (SpeechEvent& event : events_in(first_sentence - 1, first_sentence - 1)) last = &event;
    return last;
  }

  /// No attribution of its own: the speaker of the quotation just before goes on.
  [[nodiscard]] bool continued(const QuotedSpan& span, std::uint32_t s, ActorIndex& speaker) const {
    if (last_direct_ == none || s > last_direct_ + 2) return false;
    const Sentence& sentence = document_.sentences[s].sentence;
    const bool alone = span.first_token <= sentence.begin + 1 && span.last_token + 2 >= sentence.end;
    if (!alone && span.last_token - span.first_token < 6) return false;
    speaker = last_speaker_;
    return true;
  }

  std::vector<Utterance>& out_;
  ActorIndex last_speaker_ = 0;
  std::uint32_t last_direct_ = none;
};

}  // namespace

void find_direct_quotations(QuoteStage stage, std::vector<Utterance>& out) { DirectQuotations(stage, out).run(); }

}  // namespace entente
