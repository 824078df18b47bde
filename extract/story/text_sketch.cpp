#include "extract/story/text_sketch.hpp"

#include <algorithm>

#include "extract/story/shingles.hpp"

namespace entente {
namespace {

/// Hashes to gather before all but the least go.
constexpr std::size_t full = 16 * TextSketch::most;

/// Below which the least hashes of a text so long are likely to be, with room to spare: then few need to be put in order.
std::uint32_t likely_limit(std::size_t bytes) {
  constexpr std::size_t bytes_of_word = 6;
  constexpr std::uint64_t enough = TextSketch::most * 7 / 4;
  const std::uint64_t shingles = bytes / bytes_of_word;
  return shingles <= enough ? UINT32_MAX : static_cast<std::uint32_t>(UINT32_MAX * enough / shingles);
}

std::span<const std::uint32_t> up_to(std::uint32_t limit, const TextSketch& sketch) {
  const auto all = sketch.all();
  return all.first(static_cast<std::size_t>(std::ranges::upper_bound(all, limit) - all.begin()));
}

}  // namespace

Overlap compare(const TextSketch& first, const TextSketch& second) {
  const std::uint32_t limit = std::min(first.reach(), second.reach());
  const auto ours = up_to(limit, first);
  const auto theirs = up_to(limit, second);
  std::size_t common = 0;
  for (auto a = ours.begin(), b = theirs.begin(); a != ours.end() && b != theirs.end();) {
    common += *a == *b;
    const bool next_a = *a <= *b;
    const bool next_b = *b <= *a;
    a += next_a;
    b += next_b;
  }
  return {common, ours.size(), theirs.size()};
}

TextSketch Sketcher::sketch(std::string_view text) {
  const std::uint32_t limit = likely_limit(text.size());
  gather(text, limit);
  if (hashes_.size() < TextSketch::most && limit < UINT32_MAX) gather(text, UINT32_MAX);
  TextSketch made;
  std::ranges::copy(hashes_, made.hashes.begin());
  made.count = static_cast<std::uint32_t>(hashes_.size());
  return made;
}

void Sketcher::gather(std::string_view text, std::uint32_t limit) {
  hashes_.clear();
  for (Shingles shingles(text); shingles.next();) {
    if (shingles.hash() > limit) continue;
    hashes_.push_back(shingles.hash());
    if (hashes_.size() < full) continue;
    keep_least();
    if (hashes_.size() == TextSketch::most) limit = hashes_.back();
  }
  keep_least();
}

void Sketcher::keep_least() {
  std::ranges::sort(hashes_);
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
  if (hashes_.size() > TextSketch::most) hashes_.resize(TextSketch::most);
}

}  // namespace entente
