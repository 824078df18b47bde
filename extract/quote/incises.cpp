#include "extract/quote/incises.hpp"

namespace entente {

const SpeechEvent* Incises::split(const QuotedSpan& span, std::vector<TokenRange>& parts) const {
  const SpeechEvent* inside = nullptr;
  std::uint32_t begin = span.first_token;
  std::uint32_t end = span.last_token;
  for (const SpeechEvent& event : events_in(sentence_of_[span.first_token], sentence_of_[span.last_token - 1])) {
    if (!put_into(event, span) || event.first_token <= begin) continue;
    std::uint32_t before = event.first_token;
    while (before > begin && token(before - 1).kind == TokenKind::punctuation && token(before - 1).mark == ',') --before;
    if (before > begin) parts.emplace_back(begin, before);
    begin = event.last_token;
    while (begin < end && !ends_incise(event, begin)) ++begin;
    if (begin < end) ++begin;
    if (begin < end && (span.repaired || said_of_speaker(event.sentence, begin))) begin = end;
    inside = &event;
  }
  if (begin < end) parts.emplace_back(begin, end);
  return inside;
}

bool Incises::ends_incise(const SpeechEvent& event, std::uint32_t at) const {
  const char32_t mark = token(at).mark;
  if (mark != ',') return mark == '.' || mark == ':' || mark == ';';
  const std::uint32_t next = word_at(event.sentence, at + 1);
  const auto& syntax = document_.syntax[event.sentence];
  const std::uint32_t phrase = next < syntax.phrase_of.size() ? syntax.phrase_of[next] : none;
  const std::uint32_t said_of = phrase == none ? none : syntax.phrases[phrase].apposition_to;
  const auto& words = document_.sentences[event.sentence].words;
  if (said_of != none && syntax.phrases[phrase].end < words.size() && words[syntax.phrases[phrase].end].tag() == Tag::verb)
    return true;  // "dit X, la paix viendra": the subject of what goes on
  return said_of == none || word(event.sentence, syntax.phrases[said_of].end - 1).last != event.last_token;
}

bool Incises::said_of_speaker(std::uint32_t s, std::uint32_t after) const {
  const std::uint32_t at = word_at(s, after);
  if (sentence_of_[after] != s || at >= document_.sentences[s].words.size()) return false;
  const Tag tag = word(s, at).tag();
  return tag == Tag::relative || tag == Tag::present_participle;
}

bool Incises::put_into(const SpeechEvent& event, const QuotedSpan& span) const {
  return event.kind == SpeechEvent::Kind::clause && event.inverted && event.entry != no_id && language_.entry(event.entry).says &&
         event.first_token > span.first_token && event.last_token <= span.last_token &&
         quotation_of_[event.verb_token] == static_cast<std::uint32_t>(&span - quoted_.data()) && set_off(event);
}

bool Incises::set_off(const SpeechEvent& event) const { return token(event.first_token - 1).kind == TokenKind::punctuation; }

}  // namespace entente
