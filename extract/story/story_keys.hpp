#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace entente {

/// Which stories have a key: a table that grows with them to 16 MiB. Keys that share a full place push out that of the oldest
/// story there.
class StoryKeys {
 public:
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
  static constexpr unsigned first_bits = 8;
  static constexpr unsigned most_bits = 18;

  struct Entry {
    std::uint32_t key;
    std::uint32_t story;  ///< 0: free
  };
  struct alignas(64) Place : std::array<Entry, 8> {};  // a line of the processor's cache

  /// Keys are the least of many hashes, so that all their first bits are 0 (Knuth's multiplicative hashing: The Art of Computer
  /// Programming 3, 6.4).
  [[nodiscard]] std::size_t place_of(std::uint32_t key) const { return (key * UINT32_C(0x9e3779b1)) >> (32 - bits_); }
  void grow();

  unsigned bits_ = first_bits;
  std::size_t count_ = 0;  ///< of the keys ever added
  std::vector<Place> places_ = std::vector<Place>(std::size_t{1} << first_bits);
};

}  // namespace entente
