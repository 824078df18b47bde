#include "entente/extract/story_index.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "extract/story/story_keys.hpp"
#include "extract/story/text_sketch.hpp"

namespace entente {
namespace {

constexpr std::size_t keys_of_story = 16;                     // the least hashes lead to it
constexpr std::uint32_t fewest_shingles = 32;                 // of a text that can be told from others
constexpr std::size_t fewest_compared = 16;                   // hashes: fewer say nothing about a share
constexpr std::size_t most_candidates = 4;                    // to look at closely: those with most keys in common
constexpr std::size_t most_id_bytes = std::size_t{16} << 20;  // of all ids

/// `part` is at least so many tenths of `whole`.
bool is_share(std::size_t part, std::size_t whole, std::size_t tenths) { return 10 * part >= tenths * whole; }

bool is_same_story(const Overlap& overlap) {
  if (std::min(overlap.first, overlap.second) < fewest_compared) return false;
  const auto& [common, earlier, later] = overlap;
  return is_share(common, later, 6) || (is_share(common, later, 4) && is_share(common, earlier, 8));
}

}  // namespace

struct StoryIndex::State {
  struct Story {
    TextSketch sketch;
    std::string id;  ///< of the document that told it first
  };
  struct Candidate {
    std::uint32_t story;
    std::uint32_t keys;  ///< in common
  };

  /// The stories that may have most in common with the sketch; the most promising first.
  void find_candidates(const TextSketch& sketch);
  [[nodiscard]] const Story* find(const TextSketch& sketch);
  void remember(Story&& story);
  void forget_oldest();

  [[nodiscard]] const Story& story(std::uint32_t number) const { return stories[number - first]; }

  Sketcher sketcher;
  StoryKeys keys;
  std::deque<Story> stories;
  std::uint32_t first = 1;  ///< the number of the first one there
  std::size_t id_bytes = 0;
  std::vector<std::uint32_t> hits;
  std::vector<Candidate> candidates;
};

void StoryIndex::State::find_candidates(const TextSketch& sketch) {
  hits.clear();
  candidates.clear();
  for (const auto hash : sketch.all()) keys.prepare(hash);
  for (const auto hash : sketch.all()) {
    keys.find(hash, [&](std::uint32_t story) {
      if (story >= first) hits.push_back(story);
    });
  }
  std::ranges::sort(hits);
  for (const auto story : hits) {
    if (candidates.empty() || candidates.back().story != story) candidates.push_back({story, 0});
    ++candidates.back().keys;
  }
  std::ranges::sort(
      candidates, [](const Candidate& a, const Candidate& b) { return a.keys != b.keys ? a.keys > b.keys : a.story < b.story; });
  if (candidates.size() > most_candidates) candidates.resize(most_candidates);
}

const StoryIndex::State::Story* StoryIndex::State::find(const TextSketch& sketch) {
  find_candidates(sketch);
  std::optional<std::uint32_t> best;
  Overlap most;
  for (const auto& candidate : candidates) {
    const Overlap overlap = compare(story(candidate.story).sketch, sketch);
    if (!is_same_story(overlap)) continue;
    const auto share = overlap.common * most.second;
    const auto best_share = most.common * overlap.second;
    if (best && (share < best_share || (share == best_share && candidate.story > *best))) continue;
    best = candidate.story;
    most = overlap;
  }
  return best ? &story(*best) : nullptr;
}

void StoryIndex::State::remember(Story&& story) {
  const auto number = static_cast<std::uint32_t>(first + stories.size());
  const auto all = story.sketch.all();
  for (const auto hash : all.first(std::min(keys_of_story, all.size()))) keys.add(hash, number);
  id_bytes += story.id.size();
  stories.push_back(std::move(story));
  while (stories.size() > most_stories || id_bytes > most_id_bytes) forget_oldest();
}

void StoryIndex::State::forget_oldest() {
  id_bytes -= stories.front().id.size();
  stories.pop_front();
  ++first;
}

StoryIndex::StoryIndex() : state_(std::make_unique<State>()) {}
StoryIndex::StoryIndex(StoryIndex&&) noexcept = default;
StoryIndex& StoryIndex::operator=(StoryIndex&&) noexcept = default;
StoryIndex::~StoryIndex() = default;

std::string StoryIndex::add(const Document& document) {
  const TextSketch sketch = state_->sketcher.sketch(document.text);
  if (sketch.count < fewest_shingles) return {};
  if (const auto* known = state_->find(sketch)) return known->id;
  state_->remember({sketch, document.info.id});
  return {};
}

}  // namespace entente
