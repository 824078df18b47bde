#pragma once

#include "extract/quote/speech_events.hpp"

namespace entente {

/// Where what somebody is reported to have said ends, and the writer goes on.
class ReportEnd : protected QuoteStage {
 protected:
  explicit ReportEnd(const QuoteStage& stage) : QuoteStage(stage) {}

  /// One past the last token of a sentence, the marks at its end left out.
  [[nodiscard]] std::uint32_t content_end(std::uint32_t s) const;
  /// A complement runs to the end of its sentence, or to what the writer adds to it: a source, a further verb of the
  /// speaker's, a clause of its own.
  [[nodiscard]] std::uint32_t content_end(std::uint32_t s, const SpeechEvent& event, std::uint32_t complement) const;
  /// Where a remark of the writer's, ", ce que X dément", begins between `begin` and `end`; else `end`.
  [[nodiscard]] std::uint32_t before_remark(std::uint32_t s, std::uint32_t begin, std::uint32_t end) const;
  /// A semicolon or a colon outside of quoted words.
  [[nodiscard]] std::uint32_t before_mark(std::uint32_t from, std::uint32_t to) const;
  /// What follows the last semicolon or colon outside of quoted words.
  [[nodiscard]] std::uint32_t after_mark(std::uint32_t from, std::uint32_t to) const;
  /// "…, ce que X dément".
  [[nodiscard]] bool after_this(std::uint32_t s, const Clause& clause) const;

 private:
  /// ", comme l'en accuse X": a remark of the writer's.
  [[nodiscard]] std::uint32_t comparison(std::uint32_t s, std::uint32_t begin, std::uint32_t end) const;
  /// "X dit que A, mais Y jure que B", "ils disent que A et se disent B": another who speaks, or the same one going on.
  [[nodiscard]] bool says_besides(std::uint32_t s, const SpeechEvent& other, const SpeechEvent& event, std::uint32_t complement,
                                  std::uint32_t begin) const;
  /// "X, qui dit A, est parti": where the clause that the relative stands in goes on.
  [[nodiscard]] std::uint32_t resumption(std::uint32_t s, const SpeechEvent& event, std::uint32_t begin, std::uint32_t end) const;
  /// ", sans préciser", ", avant d'ajouter": what the writer adds.
  [[nodiscard]] bool comments(std::uint32_t s, std::uint32_t c) const;
  /// "X promet d'aider Y, tandis que Z attaque W": beside an infinitive a fact set against it is the writer's.
  [[nodiscard]] bool sets_against(std::uint32_t s, std::uint32_t c) const;
  /// "X promet de tenir, mais l'aide tarde": no infinitive is joined to a clause with a subject; what follows is the writer's.
  [[nodiscard]] bool opposed_to_infinitive(std::uint32_t s, std::uint32_t c, std::uint32_t complement) const;
  /// "X dit avoir tué Y, une affirmation que Z conteste": where the writer takes up what was said in a noun of his own.
  [[nodiscard]] std::uint32_t before_resumption(std::uint32_t s, std::uint32_t begin, std::uint32_t end) const;
  /// A clause beside that of the verb of saying: with its subject, or of the same speaker.
  [[nodiscard]] bool added(std::uint32_t s, std::uint32_t c, std::uint32_t saying) const;
  [[nodiscard]] bool sits_before_coordinator(std::uint32_t end) const;
};

}  // namespace entente
