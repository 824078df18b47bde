#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente {

/// Words in a row that make a shingle. Of three, set phrases of the press would count; of five, a changed word would cost more
/// than it says.
inline constexpr std::size_t words_of_shingle = 4;

/// Goes through the shingles of a text as hashes: words are runs of letters and digits, without regard to case and accents.
/// The same on every machine.
class Shingles {
 public:
  /// `text` is valid UTF-8 and must outlive this.
  explicit Shingles(std::string_view text) : text_(text) {}

  /// Goes on to the next one; false behind the last.
  bool next();
  [[nodiscard]] std::uint32_t hash() const { return hash_; }

 private:
  /// The hash of the next word; false behind the last.
  bool next_word(std::uint64_t& hash);

  std::string_view text_;
  std::size_t at_ = 0;
  std::array<std::uint64_t, words_of_shingle> words_{};  ///< the last ones, as a ring
  std::size_t count_ = 0;                                ///< of words so far
  std::uint64_t sum_ = 0;                                ///< of the last words, each times a power by its place
  std::uint32_t hash_ = 0;
};

}  // namespace entente
