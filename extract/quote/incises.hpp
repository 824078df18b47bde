#pragma once

#include <utility>
#include <vector>

#include "extract/quote/speech_events.hpp"

namespace entente {

using TokenRange = std::pair<std::uint32_t, std::uint32_t>;  ///< [first, second)

/// Takes out of quoted words what the writer has put into them.
class Incises : QuoteStage {
 public:
  explicit Incises(const QuoteStage& stage) : QuoteStage(stage) {}

  /// Appends to `parts` the words of the speaker's: ", a-t-il dit." between the marks belongs to the writer.
  /// Returns the last verb of saying put in, or nullptr.
  [[nodiscard]] const SpeechEvent* split(const QuotedSpan& span, std::vector<TokenRange>& parts) const;

 private:
  /// A mark behind who said so, and behind what he is: "dit X, officier de Y ;".
  [[nodiscard]] bool ends_incise(const SpeechEvent& event, std::uint32_t at) const;
  /// "…, a dit X, qui promet": no more of his words. Where the closing mark was lost, nobody knows whose the rest is.
  [[nodiscard]] bool said_of_speaker(std::uint32_t s, std::uint32_t after) const;
  [[nodiscard]] bool put_into(const SpeechEvent& event, const QuotedSpan& span) const;
  [[nodiscard]] bool set_off(const SpeechEvent& event) const;
};

}  // namespace entente
