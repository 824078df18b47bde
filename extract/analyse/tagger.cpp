#include <array>
#include <limits>

#include "extract/analyse/tag_costs.hpp"
#include "extract/analyse/words_in_text.hpp"

namespace entente {
namespace {

/// How many finite verbs the words so far still ask for. A sentence asks for one, and each relative or conjunction for one more;
/// a coordinator or a mark may bring another; any other that comes is one too many.
enum Pending : std::uint8_t { no_verb, perhaps_one, one, two };
constexpr std::size_t pending_count = 4;

constexpr unsigned verb_too_many = 2;
constexpr unsigned verb_missing = 2;

Pending after(Pending pending, Tag tag) {
  switch (tag) {
    case Tag::verb:
      return pending == two ? one : no_verb;
    case Tag::relative:
    case Tag::subordinator:
      return pending >= one ? two : one;
    case Tag::coordinator:
    case Tag::punctuation:
      return pending == no_verb ? perhaps_one : pending;
    default:
      return pending;
  }
}

/// The cheapest way to a reading of a word with so many verbs pending.
struct Step {
  unsigned cost = std::numeric_limits<unsigned>::max();
  std::uint8_t candidate = 0;  ///< of the word before
  Pending pending = one;       ///< there
};
using Steps = std::array<std::array<Step, pending_count>, Word::most_candidates>;

void take_step(const Steps& before, std::uint8_t from, std::uint8_t to, const Reading& reading, unsigned cost, Steps& here) {
  for (std::uint8_t state = 0; state < pending_count; ++state) {
    const Step& last = before[from][state];
    if (last.cost == std::numeric_limits<unsigned>::max()) continue;
    const auto pending = static_cast<Pending>(state);
    const unsigned extra = reading.tag == Tag::verb && pending == no_verb ? verb_too_many : 0;
    Step& step = here[to][after(pending, reading.tag)];
    if (last.cost + cost + extra < step.cost) step = {last.cost + cost + extra, from, pending};
  }
}

/// Headlines may do without a verb, what ends in a full stop seldom.
bool wants_verb(const AnalysedSentence& sentence) { return sentence.words.back().mark == '.'; }

}  // namespace

void choose_readings(AnalysedSentence& sentence) {
  auto& words = sentence.words;
  if (words.empty()) return;
  static thread_local std::vector<Steps> steps;
  steps.assign(words.size() + 1, {});
  const Reading start{.tag = Tag::start};
  steps[0][0][one].cost = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    for (std::uint8_t c = 0; c < words[i].candidate_count; ++c) {
      const Reading& candidate = words[i].candidates[c];
      for (std::uint8_t p = 0; p < (i == 0 ? 1 : words[i - 1].candidate_count); ++p) {
        const Reading& before = i == 0 ? start : words[i - 1].candidates[p];
        take_step(steps[i], p, c, candidate, transition(before, candidate) + candidate.cost, steps[i + 1]);
      }
    }
  Step best;
  for (std::uint8_t c = 0; c < words.back().candidate_count; ++c)
    for (std::uint8_t state = 0; state < pending_count; ++state) {
      const Step& last = steps.back()[c][state];
      if (last.cost == std::numeric_limits<unsigned>::max()) continue;
      const unsigned cost = last.cost + (state >= one && wants_verb(sentence) ? verb_missing : 0);
      if (cost < best.cost) best = {cost, c, static_cast<Pending>(state)};
    }
  for (std::size_t i = words.size(); i-- > 0;) {
    words[i].reading = words[i].candidates[best.candidate];
    best = steps[i + 1][best.candidate][best.pending];
  }
}

}  // namespace entente
