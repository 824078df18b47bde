#pragma once

#include "extract/quote/speech_events.hpp"

namespace entente {

/// Knows whose turn it is in a dialogue or an interview. Must be asked in text order and told of each turn.
class Dialogue : QuoteStage {
 public:
  /// Asks `speakers`, which must outlive it, who is interviewed.
  Dialogue(const QuoteStage& stage, const SpeakerFinder& speakers) : QuoteStage(stage), speakers_(speakers) {}

  /// The name before the colon; nullptr where there is none, or but its initials.
  [[nodiscard]] const SpeechEvent* heading_of(const QuotedSpan& turn) const;
  /// Whoever is interviewed answers; of two who talk, each takes every other turn. `last_speaker`: who was quoted last, or none.
  [[nodiscard]] bool takes_turn(const QuotedSpan& span, ActorIndex last_speaker, ActorIndex& speaker);
  /// `speaker`: whose turn it was; none where unknown.
  void remember(const QuotedSpan& span, ActorIndex speaker);
  /// Who answers the questions of a text: the same one all through it. Who spoke last where nobody is introduced.
  [[nodiscard]] bool interviewee(std::uint32_t question, ActorIndex last_speaker, ActorIndex& speaker);
  [[nodiscard]] bool knows_interviewee() const { return interviewee_given_; }

 private:
  /// "J. D. :".
  [[nodiscard]] bool initials(const SpeechEvent& event) const;

  const SpeakerFinder& speakers_;
  ActorIndex speaker_ = none;  ///< of the turn before; none where unknown
  ActorIndex before_ = none;   ///< of the one before that, if no other line stands between
  std::uint32_t end_ = none;   ///< of the turn before
  ActorIndex interviewee_ = 0;
  bool interviewee_given_ = false;
};

}  // namespace entente
