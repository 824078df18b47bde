#include <algorithm>
#include <array>
#include <bit>
#include <span>

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

constexpr Pending after(Pending pending, Tag tag) {
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

/// A way to a reading of a word, with so many verbs pending, as one number: what it costs, then which reading of the word before
/// it comes from, then what was pending there. So the least way is the cheapest, and of equal ones the first.
using Way = std::int32_t;             // vectors of signed numbers are quick to compare
constexpr Way no_way = Way{1} << 30;  // dearer than any
constexpr Way cost_unit = Way{1} << 8;
constexpr Way candidate_unit = Way{1} << 2;
static_assert(std::has_single_bit(Readings::most) && pending_count == candidate_unit &&
              Readings::most * candidate_unit <= cost_unit);

constexpr Way way(unsigned cost, unsigned candidate, unsigned pending) {
  return static_cast<Way>(cost) * cost_unit + static_cast<Way>(candidate) * candidate_unit + static_cast<Way>(pending);
}
constexpr Way cost_of(Way way) { return way & -cost_unit; }
constexpr std::size_t candidate_of(Way way) { return static_cast<std::size_t>(way / candidate_unit) % Readings::most; }
constexpr std::size_t pending_of(Way way) { return static_cast<std::size_t>(way) % pending_count; }

/// The cheapest ways to a candidate, by what is pending.
using Ways = std::array<Way, pending_count>;
using WordWays = std::array<Ways, Readings::most>;

constexpr auto states_after = [] {
  std::array<std::array<Pending, pending_count>, tag_count> table{};
  for (std::size_t tag = 0; tag < tag_count; ++tag)
    for (std::size_t state = 0; state < pending_count; ++state)
      table[tag][state] = after(static_cast<Pending>(state), static_cast<Tag>(tag));
  return table;
}();

/// The ways to a candidate, by what was pending before it: those to all candidates of the word before, and on from there.
/// Where neither word can be read in several ways, what they cost together decides nothing.
Ways ways_before(const WordWays& before, std::span<const Reading> left, const Reading& right, bool is_settled) {
  Ways best;
  best.fill(no_way);
  for (unsigned from = 0; from < left.size(); ++from) {
    const Way added = way(is_settled ? 0 : transition(left[from], right) + right.cost, from, 0);
    for (unsigned state = 0; state < pending_count; ++state)
      best[state] = std::min(best[state], cost_of(before[from][state]) + added + static_cast<Way>(state));
  }
  return best;
}

/// The ways to the candidates of a word from those to the candidates of the word before.
void step(const WordWays& before, std::span<const Reading> left, std::span<const Reading> right, WordWays& here) {
  const bool is_settled = left.size() == 1 && right.size() == 1;
  for (std::size_t to = 0; to < right.size(); ++to) {
    Ways ways = ways_before(before, left, right[to], is_settled);
    if (right[to].tag == Tag::verb) ways[no_verb] += way(verb_too_many, 0, 0);
    here[to].fill(no_way);
    const auto& states = states_after[static_cast<std::size_t>(right[to].tag)];
    for (std::size_t state = 0; state < pending_count; ++state)
      here[to][states[state]] = std::min(here[to][states[state]], ways[state]);
  }
}

/// Headlines may do without a verb, what ends in a full stop seldom.
bool wants_verb(const AnalysedSentence& sentence) { return sentence.words.back().mark == '.'; }

/// Reads all words so that together they cost least.
void choose_cheapest(std::vector<Word>& words, unsigned cost_without_verb) {
  static thread_local std::vector<WordWays> ways;
  if (ways.size() <= words.size()) ways.resize(words.size() + 1);
  static constexpr Reading start{.tag = Tag::start};
  ways[0][0].fill(no_way);
  ways[0][0][one] = 0;
  std::span<const Reading> left(&start, 1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    step(ways[i], left, words[i].candidates, ways[i + 1]);
    left = words[i].candidates;
  }
  Way best = no_way;
  for (unsigned c = 0; c < left.size(); ++c)
    for (unsigned state = 0; state < pending_count; ++state)
      best = std::min(best, cost_of(ways[words.size()][c][state]) + way(state >= one ? cost_without_verb : 0, c, state));
  for (std::size_t i = words.size(); i-- > 0;) {
    words[i].reading = words[i].candidates[candidate_of(best)];
    best = ways[i + 1][candidate_of(best)][pending_of(best)];
  }
}

}  // namespace

void choose_readings(AnalysedSentence& sentence) {
  auto& words = sentence.words;
  if (words.empty()) return;
  choose_cheapest(words, wants_verb(sentence) ? verb_missing : 0);
  correct_readings(words);
  align_coordinated_verbs(sentence);
}

}  // namespace entente
