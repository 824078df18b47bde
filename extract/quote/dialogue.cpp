#include "extract/quote/dialogue.hpp"

#include "extract/text/utf8.hpp"

namespace entente {

const SpeechEvent* Dialogue::heading_of(const QuotedSpan& turn) const {
  const std::uint32_t s = sentence_of_[turn.first_token];
  for (const SpeechEvent& event : events_in(s, s))
    if (event.kind == SpeechEvent::Kind::heading && event.last_token <= turn.first_token && !initials(event)) return &event;
  return nullptr;
}

bool Dialogue::initials(const SpeechEvent& event) const {
  for (std::uint32_t t = event.first_token; t < event.last_token; ++t)
    if (token(t).kind == TokenKind::word && count_code_points(token(t).span.of(document_.text)) > 1) return false;
  return true;
}

bool Dialogue::takes_turn(const QuotedSpan& span, ActorIndex last_speaker, ActorIndex& speaker) {
  const std::uint32_t s = sentence_of_[span.first_token];
  const bool dash = document_.sentences[s].sentence.begin + 1 == span.first_token;
  const bool follows = dash && end_ != none && end_ + 1 == span.first_token;
  if (follows && before_ != none) return speaker = before_, true;
  const char32_t mark = s > 0 ? token(document_.sentences[s - 1].sentence.end - 1).mark : 0;
  const bool asked = mark == '?' || mark == 0x2026;
  if (!asked || (follows && speaker_ != none)) return false;
  return interviewee(s - 1, last_speaker, speaker);
}

void Dialogue::remember(const QuotedSpan& span, ActorIndex speaker) {
  const bool follows = end_ != none && end_ + 1 == span.first_token;
  before_ = follows ? speaker_ : none;
  speaker_ = speaker;
  end_ = span.last_token;
}

bool Dialogue::interviewee(std::uint32_t question, ActorIndex last_speaker, ActorIndex& speaker) {
  if (!interviewee_given_) interviewee_given_ = speakers_.interviewed(question, interviewee_);
  speaker = interviewee_given_ ? interviewee_ : last_speaker;
  return speaker != none;
}

}  // namespace entente
