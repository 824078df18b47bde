#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace entente {

/// Which stories have a key: a fixed table of 16 MiB, of which only what is used takes memory. Keys that share a place push out
/// that of the oldest story there.
class StoryKeys {
 public:
  StoryKeys();

  /// `story` is not 0, and greater than those before.
  void add(std::uint32_t key, std::uint32_t story);

  /// Has what belongs to a key brought near, for a call of `find` soon.
  void prepare(std::uint32_t key) const { __builtin_prefetch(&places_[place_of(key)]); }

  /// Hands over the stories that have the key, in no order.
  template <typename Handler>
  void find(std::uint32_t key, Handler handle) const {
    for (const Entry& entry : places_[place_of(key)]) {
      if (entry.story != 0 && entry.key == key) handle(entry.story);
    }
  }

 private:
  static constexpr unsigned place_bits = 18;

  struct Entry {
    std::uint32_t key;
    std::uint32_t story;  ///< 0: free
  };
  using Place = std::array<Entry, 8>;  // a line of the processor's cache

  static constexpr std::size_t size_of_all = sizeof(Place) << place_bits;

  struct Unmap {
    void operator()(Place* places) const;
  };

  /// Keys are the least of many hashes, so that all their first bits are 0 (Knuth's multiplicative hashing: The Art of Computer
  /// Programming 3, 6.4).
  static std::size_t place_of(std::uint32_t key) { return (key * UINT32_C(0x9e3779b1)) >> (32 - place_bits); }

  std::unique_ptr<Place[], Unmap> places_;
};

}  // namespace entente
