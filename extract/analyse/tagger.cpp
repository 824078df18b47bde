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

/// The cheapest way to a reading of a word with so many verbs pending.
struct Step {
  unsigned cost = std::numeric_limits<unsigned>::max();
  std::uint8_t candidate = 0;  ///< of the word before
  Pending pending = one;       ///< there
};
using Steps = std::array<std::array<Step, pending_count>, Readings::most>;

constexpr auto states_after = [] {
  std::array<std::array<Pending, pending_count>, tag_count> table{};
  for (std::size_t tag = 0; tag < tag_count; ++tag)
    for (std::size_t state = 0; state < pending_count; ++state)
      table[tag][state] = after(static_cast<Pending>(state), static_cast<Tag>(tag));
  return table;
}();

void take_step(const Steps& before, std::uint8_t from, std::uint8_t to, const Reading& reading, unsigned cost, Steps& here) {
  const auto& states = states_after[static_cast<std::size_t>(reading.tag)];
  for (std::uint8_t state = 0; state < pending_count; ++state) {
    const Step& last = before[from][state];
    if (last.cost == std::numeric_limits<unsigned>::max()) continue;
    const auto pending = static_cast<Pending>(state);
    const unsigned extra = reading.tag == Tag::verb && pending == no_verb ? verb_too_many : 0;
    Step& step = here[to][states[state]];
    if (last.cost + cost + extra < step.cost) step = {last.cost + cost + extra, from, pending};
  }
}

/// Headlines may do without a verb, what ends in a full stop seldom.
bool wants_verb(const AnalysedSentence& sentence) { return sentence.words.back().mark == '.'; }

/// Reads the word so, where it can be read so.
void take(Word& word, Tag tag) {
  if (const Reading* reading = word.as(tag)) word.reading = *reading;
}

/// "a-t-il écrit", "a-t-elle redit": after an auxiliary and its pronoun stands the participle, not another verb.
void read_inverted_participles(std::vector<Word>& words) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i].tag() != Tag::verb || words[i - 1].tag() != Tag::subject_clitic) continue;
    const std::size_t auxiliary = words[i - 2].has(Feature::Euphonic) && i > 2 ? i - 3 : i - 2;
    if (words[auxiliary].tag() != Tag::verb || !words[auxiliary].has(Feature::Auxiliary)) continue;
    take(words[i], Tag::past_participle);
  }
}

/// "X, …, dit ne rien savoir": a participle without auxiliary governs no infinitive.
void read_verbs_over_infinitives(std::vector<Word>& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i].tag() != Tag::past_participle || words[i - 1].has(Feature::Auxiliary)) continue;
    if (words[i - 1].mark != ',' && words[i - 1].tag() != Tag::coordinator) continue;
    std::size_t next = i + 1;
    while (next < words.size() && (words[next].tag() == Tag::negation || words[next].tag() == Tag::object_clitic ||
                                   (next > i + 1 && words[next].tag() == Tag::adverb)))
      ++next;
    if (next < words.size() && words[next].tag() == Tag::infinitive) take(words[i], Tag::verb);
  }
}

/// "une colonne de rebelles venue de X": what does not agree with the noun before it is no adjective of that.
void read_participles_apart(std::vector<Word>& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const Reading& reading = words[i].reading;
    if (reading.tag != Tag::adjective || !reading.participle || words[i + 1].tag() != Tag::preposition) continue;
    std::size_t noun = i - 1;
    while (noun > 0 && words[noun].tag() == Tag::adjective) --noun;
    const Reading& head = words[noun].reading;
    const bool of_the_noun = agrees(head.gender, reading.gender) && agrees(head.number, reading.number);
    const Reading* participle = words[i].as(Tag::past_participle);  // "un raid imputé à X"
    const bool ascribes = participle != nullptr && participle->features.has(Feature::Ascribes);
    if (head.tag == Tag::noun && (!of_the_noun || ascribes)) take(words[i], Tag::past_participle);
  }
}

/// "en attaquant": a gerund, not an attacker.
void read_gerunds(std::vector<Word>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool noun = words[i].tag() == Tag::noun || words[i].tag() == Tag::adjective;
    if (!noun || words[i - 1].tag() != Tag::preposition || !words[i - 1].has(Feature::Gerundive)) continue;
    take(words[i], Tag::present_participle);
  }
}

/// "en avoir pris la moitié": the preposition governs no infinitive, the pronoun may stand before one.
void read_pronouns_before_infinitives(std::vector<Word>& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (words[i].tag() == Tag::preposition && words[i].has(Feature::Gerundive) && words[i + 1].tag() == Tag::infinitive)
      take(words[i], Tag::object_clitic);
}

/// "« … », juge X": after quoted words, a bare noun that may be a verb is one.
void read_verbs_beside_quotations(std::vector<Word>& words) {
  for (std::size_t i = 2; i + 1 < words.size(); ++i) {
    if (words[i].tag() != Tag::noun || words[i].quoted || words[i].capitalised) continue;
    const bool after = words[i - 1].mark == ',' && words[i - 2].quoted && !words[i - 1].quoted;
    const bool before = words[i + 1].tag() == Tag::name || words[i + 1].tag() == Tag::determiner;
    if (after && before) take(words[i], Tag::verb);
  }
}

}  // namespace

void choose_readings(AnalysedSentence& sentence) {
  auto& words = sentence.words;
  if (words.empty()) return;
  static thread_local std::vector<Steps> steps;
  if (steps.size() <= words.size()) steps.resize(words.size() + 1);
  const Reading start{.tag = Tag::start};
  steps[0][0].fill({});
  steps[0][0][one].cost = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    for (std::uint8_t c = 0; c < words[i].candidates.size(); ++c) {
      const Reading& candidate = words[i].candidates[c];
      steps[i + 1][c].fill({});
      for (std::uint8_t p = 0; p < (i == 0 ? 1 : words[i - 1].candidates.size()); ++p) {
        const Reading& before = i == 0 ? start : words[i - 1].candidates[p];
        take_step(steps[i], p, c, candidate, transition(before, candidate) + candidate.cost, steps[i + 1]);
      }
    }
  Step best;
  for (std::uint8_t c = 0; c < words.back().candidates.size(); ++c)
    for (std::uint8_t state = 0; state < pending_count; ++state) {
      const Step& last = steps[words.size()][c][state];
      if (last.cost == std::numeric_limits<unsigned>::max()) continue;
      const unsigned cost = last.cost + (state >= one && wants_verb(sentence) ? verb_missing : 0);
      if (cost < best.cost) best = {cost, c, static_cast<Pending>(state)};
    }
  for (std::size_t i = words.size(); i-- > 0;) {
    words[i].reading = words[i].candidates[best.candidate];
    best = steps[i + 1][best.candidate][best.pending];
  }
  read_inverted_participles(words);
  read_gerunds(words);
  read_pronouns_before_infinitives(words);
  read_participles_apart(words);
  read_verbs_over_infinitives(words);
  read_verbs_beside_quotations(words);
  align_coordinated_verbs(sentence);
}

}  // namespace entente
