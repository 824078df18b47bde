#pragma once

#include "extract/quote/speech_events.hpp"

namespace entente {

/// Tells words that somebody said from names and titles between quotation marks.
class QuotedWords : QuoteStage {
 public:
  explicit QuotedWords(const QuoteStage& stage) : QuoteStage(stage) {}

  /// Whether tokens [first, last) are words of somebody's. A known name, a title or a single word that nobody is said to have
  /// said (`attributed`) are not.
  [[nodiscard]] bool is_utterance(std::uint32_t first, std::uint32_t last, bool attributed) const;

 private:
  [[nodiscard]] bool only_names(std::uint32_t s, std::uint32_t first, std::uint32_t last) const;
  /// "« La Marseillaise »": a second capital after an article.
  [[nodiscard]] bool capitals_inside(std::uint32_t s, std::uint32_t at, std::uint32_t last) const;
  /// "l'opération « Mur de feu »", "le film « Le Siège »": a capital and no verb, after a noun or its determiner.
  [[nodiscard]] bool is_title(std::uint32_t s, std::uint32_t first, std::uint32_t last) const;
};

}  // namespace entente
