#include "extract/story/story_keys.hpp"

#include <algorithm>
#include <new>

namespace entente {

// What calloc hands out is zero without having been written, which matters to who reads one article.
StoryKeys::StoryKeys() : places_(static_cast<Place*>(std::calloc(std::size_t{1} << place_bits, sizeof(Place)))) {
  if (!places_) throw std::bad_alloc();
}

void StoryKeys::add(std::uint32_t key, std::uint32_t story) {
  Place& place = places_[place_of(key)];
  *std::ranges::min_element(place, {}, &Entry::story) = {key, story};
}

}  // namespace entente
