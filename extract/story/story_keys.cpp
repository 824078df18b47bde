#include "extract/story/story_keys.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <new>

namespace entente {
namespace {

// Zero without having been written, which matters to who reads one article: not every allocator's calloc does so.
void* map_zeros(std::size_t size) {
  void* const mapped = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) throw std::bad_alloc();
  return mapped;
}

}  // namespace

StoryKeys::StoryKeys() : places_(static_cast<Place*>(map_zeros(size_of_all))) {}

void StoryKeys::Unmap::operator()(Place* places) const { ::munmap(places, size_of_all); }

void StoryKeys::add(std::uint32_t key, std::uint32_t story) {
  Place& place = places_[place_of(key)];
  *std::ranges::min_element(place, {}, &Entry::story) = {key, story};
}

}  // namespace entente
