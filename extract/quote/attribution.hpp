#pragma once

#include "extract/quote/speech_events.hpp"

namespace entente {

/// Finds the words of the writer's that give a quotation to its speaker.
class Attribution : QuoteStage {
 public:
  explicit Attribution(const QuoteStage& stage) : QuoteStage(stage) {}

  /// Whose words a quotation is: the verb of saying or the source that stands nearest to it, by structure first;
  /// nullptr where none has to do with it.
  [[nodiscard]] const SpeechEvent* of(const QuotedSpan& span) const;

 private:
  /// "…, rapporte l'agence X", "selon la chaîne Y": an outlet named beside the words.
  [[nodiscard]] bool passes_on(const SpeechEvent& event) const;
  /// "X salue « … », rapporte l'agence Y": the verb of saying on which the words depend; nullptr where there is none.
  [[nodiscard]] const SpeechEvent* governor(const QuotedSpan& span) const;
  /// From 0, not at all, to 100, directly behind the words.
  [[nodiscard]] int closeness(const SpeechEvent& event, const QuotedSpan& span) const;
  /// How far up from the quoted words the verb of saying stands on which they depend; -1 where they do not.
  [[nodiscard]] int governed(const SpeechEvent& event, const QuotedSpan& span) const;
  /// Whether a quotation in the clause of a verb is near enough to be its complement: "s'est réjoui, au nom de Y, de « … »".
  [[nodiscard]] bool stands_near(const SpeechEvent& event, const QuotedSpan& span) const;
  /// "que X juge « A » : « … »": whose words stand before the colon already.
  [[nodiscard]] bool quoted_before_colon(const SpeechEvent& event, const QuotedSpan& span) const;
  /// "a déclaré X." or "C'est ce qu'a déclaré X." after a quotation that fills its sentence.
  [[nodiscard]] const SpeechEvent* next_sentence(const QuotedSpan& span, std::uint32_t last) const;
  /// "X parle à la radio : « … »" where a sentence was seen to end at the colon.
  [[nodiscard]] const SpeechEvent* sentence_before_colon(std::uint32_t first) const;
};

}  // namespace entente
