#include "extract/story/story_keys.hpp"

#include <algorithm>

namespace entente {

void StoryKeys::add(std::uint32_t key, std::uint32_t story) {
  if (2 * ++count_ > places_.size() * Place().size() && bits_ < most_bits) grow();
  Place& place = places_[place_of(key)];
  *std::ranges::min_element(place, {}, &Entry::story) = {key, story};
}

/// What is in one place comes to be in two: there is room for all.
void StoryKeys::grow() {
  const std::vector<Place> old = std::exchange(places_, std::vector<Place>(std::size_t{1} << ++bits_));
  for (const Place& place : old) {
    for (const Entry& entry : place)
      if (entry.story != 0) *std::ranges::min_element(places_[place_of(entry.key)], {}, &Entry::story) = entry;
  }
}

}  // namespace entente
