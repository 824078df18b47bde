#include "extract/quote/attribution.hpp"

#include <algorithm>

namespace entente {
namespace {

constexpr int least_for_words = 50;  // a word or two are a name or a term unless the verb of saying governs them

constexpr int before_colon_score = 86;

}  // namespace

const SpeechEvent* Attribution::of(const QuotedSpan& span) const {
  const std::uint32_t first = sentence_of_[span.first_token];
  const std::uint32_t last = sentence_of_[span.last_token - 1];
  const SpeechEvent* best = nullptr;
  int best_score = 0;
  for (const SpeechEvent& event : events_in(first, last)) {
    if (event.verb_token >= span.first_token && event.verb_token < span.last_token) continue;
    const int score = closeness(event, span);
    const bool nearer = score == best_score && score == before_colon_score;  // "A que X juge « … » : « … »"
    if (score > best_score || nearer) {
      best = &event;
      best_score = score;
    }
  }
  if (best != nullptr && passes_on(*best))
    if (const SpeechEvent* own = governor(span); own != nullptr) best = own;
  const bool short_words = span.last_token - span.first_token < 3;
  if (best != nullptr && short_words && best->kind == SpeechEvent::Kind::clause && best_score < least_for_words) best = nullptr;
  if (best == nullptr && span.depth == 0) best = next_sentence(span, last);
  if (best == nullptr && span.depth == 0) best = sentence_before_colon(first);
  return best;
}

bool Attribution::passes_on(const SpeechEvent& event) const {
  return discourse_.entity(event.speaker).node.actor_class == ActorClass::media_outlet &&
         (event.inverted || event.kind == SpeechEvent::Kind::source);
}

const SpeechEvent* Attribution::governor(const QuotedSpan& span) const {
  const std::uint32_t s = sentence_of_[span.first_token];
  for (const SpeechEvent& event : events_in(s, s)) {
    const bool says = event.kind == SpeechEvent::Kind::clause && event.entry != no_id && language_.entry(event.entry).says;
    if (says && !event.inverted && event.verb_token < span.first_token && same_level(event.verb_token, span) &&
        governed(event, span) >= 0)
      return &event;
  }
  return nullptr;
}

int Attribution::closeness(const SpeechEvent& event, const QuotedSpan& span) const {
  if (!same_level(event.verb_token, span)) return 0;
  if (span.depth > 0 && quotation_of_[event.verb_token] == none) return 0;  // inside somebody's words
  const bool before = event.verb_token < span.first_token;
  if (!before && event.inverted && only_marks(span.last_token, event.first_token)) return 100;
  if (before && event.kind == SpeechEvent::Kind::clause) {
    const bool reports = event.entry != no_id && reports_speech(language_.entry(event.entry));
    if (const int depth = governed(event, span); depth >= 0) return (!event.weak ? 95 : reports ? 75 : 55) - depth;
  }
  if (before && colon_before(span))
    return event.weak && event.kind == SpeechEvent::Kind::clause && !quoted_before_colon(event, span) ? 20 : before_colon_score;
  if (event.weak && event.kind == SpeechEvent::Kind::clause) return 0;
  const std::uint32_t distance = before ? span.first_token - std::min(event.last_token, span.first_token)
                                        : event.first_token - std::min(span.last_token, event.first_token);
  if (span.last_token - span.first_token < 3 && event.kind == SpeechEvent::Kind::clause &&
      (before || parted(span.last_token, event.first_token, ':')))
    return 0;
  if (parted(std::min(event.last_token, span.last_token), std::max(event.first_token, span.first_token))) return 1;
  const int near = std::max(2, 60 - static_cast<int>(std::min<std::uint32_t>(distance, 58)));
  if (event.of_text) return std::max(2, near - 40);  // "Il a dit, selon un communiqué, « … »": the verb tells who
  return event.kind == SpeechEvent::Kind::clause ? near : event.kind == SpeechEvent::Kind::viewpoint ? near - 12 : near - 8;
}

int Attribution::governed(const SpeechEvent& event, const QuotedSpan& span) const {
  const std::uint32_t s = event.sentence;
  if (s != sentence_of_[span.first_token]) return -1;
  std::uint32_t clause = clause_at(s, span.first_token);
  if (event.inverted && clause != none && clause == document_.syntax[s].clauses[event.clause].parent) return 1;
  for (int depth = 0; clause != none && depth < 8; ++depth) {
    if (clause == event.clause) return depth > 0 || stands_near(event, span) ? depth : -1;
    const Clause& inner = document_.syntax[s].clauses[clause];
    if ((inner.kind == ClauseKind::main && inner.shares_with == none) || inner.kind == ClauseKind::relative) return -1;
    clause = inner.parent;
  }
  return -1;
}

bool Attribution::stands_near(const SpeechEvent& event, const QuotedSpan& span) const {
  constexpr std::uint32_t near = 8;  // tokens
  const std::uint32_t distance = span.first_token - event.last_token;
  const bool main = document_.syntax[event.sentence].clauses[event.clause].kind == ClauseKind::main;
  return distance <= near || (main && distance <= 2 * near && token(event.last_token).mark == ',');
}

bool Attribution::quoted_before_colon(const SpeechEvent& event, const QuotedSpan& span) const {
  const QuotedSpan* before = &span == quoted_.data() ? nullptr : &span - 1;
  return before != nullptr && before->depth == span.depth && event.last_token <= before->first_token &&
         only_marks(event.last_token, before->first_token) && only_marks(before->last_token, span.first_token);
}

const SpeechEvent* Attribution::next_sentence(const QuotedSpan& span, std::uint32_t last) const {
  if (last + 1 >= document_.sentences.size()) return nullptr;
  const Sentence& next = document_.sentences[last + 1].sentence;
  if (!only_marks(span.last_token, next.begin) || document_.sentences[last + 1].words.empty()) return nullptr;
  const Word& opening = word(last + 1, 0);
  const bool cleft = opening.has(Feature::DemonstrativePronoun) && opening.tag() == Tag::subject_clitic;
  for (const SpeechEvent& event : events_in(last + 1, last + 1)) {
    if (event.kind != SpeechEvent::Kind::clause || token(event.verb_token).quoted) continue;
    if (cleft) return &event;
    if (event.inverted && only_marks(next.begin, event.first_token)) return &event;
  }
  return nullptr;
}

const SpeechEvent* Attribution::sentence_before_colon(std::uint32_t first) const {
  if (first == 0) return nullptr;
  if (token(document_.sentences[first - 1].sentence.end - 1).mark != ':') return nullptr;
  const auto events = events_in(first - 1, first - 1);
  return events.empty() ? nullptr : &events.back();
}

}  // namespace entente
