#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "extract/quote/quotes.hpp"
#include "extract/relate/clause_frame.hpp"

namespace entente {

/// Somebody says something: a clause with a verb of saying, or a phrase after "selon".
struct SpeechEvent {
  std::uint32_t sentence = 0;
  std::uint32_t clause = none;  ///< none for a phrase
  std::uint32_t phrase = none;  ///< after a preposition of attribution
  EntryId entry = no_id;
  ActorIndex speaker = 0;
  std::uint32_t first_token = 0;  ///< of the verb or preposition
  std::uint32_t last_token = 0;   ///< one past the attribution
  bool used = false;
};

/// Verbs whose clause or infinitive is what somebody says. Others only say where they are put into a quotation
/// ("…, continue-t-il").
[[nodiscard]] bool reports_speech(const LexicalEntry& entry);

/// What the stages of finding quotations share: the document, and who says something where.
class QuoteStage {
 public:
  QuoteStage(const DocumentView& document, const Language& language, Discourse& discourse,
             const std::vector<std::uint32_t>& sentence_of, std::vector<SpeechEvent>& events)
      : document_(document),
        language_(language),
        discourse_(discourse),
        quoted_(document.quoted),
        sentence_of_(sentence_of),
        events_(events) {}

 protected:
  [[nodiscard]] SentenceView view(std::uint32_t s) const {
    return {document_.sentences[s], document_.syntax[s], document_.referents[s], s};
  }

  [[nodiscard]] const Word& word(std::uint32_t s, std::uint32_t at) const { return document_.sentences[s].words[at]; }

  [[nodiscard]] std::uint32_t phrase_end(std::uint32_t s, std::uint32_t p) const {
    return word(s, document_.syntax[s].phrases[p].end - 1).last;
  }

  /// The events of sentences first to last, both included.
  [[nodiscard]] std::span<SpeechEvent> events_in(std::uint32_t first, std::uint32_t last) const {
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
  const std::vector<std::uint32_t>& sentence_of_;  ///< by token
  std::vector<SpeechEvent>& events_;               ///< in text order
};

/// Finds the verbs of saying and the phrases after "selon", with their speakers.
class SpeechEventFinder : QuoteStage {
 public:
  using QuoteStage::QuoteStage;
  void run();

 private:
  void clauses(std::uint32_t s);
  void phrases(std::uint32_t s);
  [[nodiscard]] ActorIndex again(std::uint32_t s, std::uint32_t pronoun, ActorIndex otherwise) const;
  bool subject_speaker(std::uint32_t s, ActorIndex& out);
  [[nodiscard]] EntryId speech_entry(std::uint32_t s, std::uint32_t c) const;
  bool speaker(std::uint32_t s, std::uint32_t c, ActorIndex& out);
  [[nodiscard]] ActorIndex person_among(const Fillers& fillers);
  bool phrase_speaker(std::uint32_t s, std::uint32_t p, ActorIndex& out);
  [[nodiscard]] std::string generic_label(std::uint32_t s, std::uint32_t p) const;
  [[nodiscard]] bool put_in(std::uint32_t s, std::uint32_t c) const;
  void add(const SpeechEvent& event);

  ActorIndex recent_ = none;  ///< who spoke last
  std::uint32_t recent_sentence_ = 0;
};

/// Gives what stands between quotation marks to its speaker; appends to `out`.
void find_direct_quotations(QuoteStage stage, std::vector<Utterance>& out);
/// Finds the clauses that verbs of saying report; appends to `out`.
void find_indirect_quotations(QuoteStage stage, std::vector<Utterance>& out);

}  // namespace entente
