#include "extract/story/shingles.hpp"

#include <string>
#include <utility>

#include "extract/text/utf8.hpp"

namespace entente {
namespace {

// FNV-1a of 64 bits (draft-eastlake-fnv, section 5).
constexpr std::uint64_t fnv_basis = 0xcbf29ce484222325;
constexpr std::uint64_t fnv_prime = 0x100000001b3;

/// An odd number with its bits well mixed: 2^64 divided by the golden ratio (D. E. Knuth, The Art of Computer Programming
/// 3, 6.4).
constexpr std::uint64_t golden = 0x9e3779b97f4a7c15;
constexpr std::uint64_t golden_cubed = golden * golden * golden;
static_assert(words_of_shingle == 4, "the first word of a shingle counts times the third power");

/// The finalizer of SplitMix64 (G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014, variant
/// 13).
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

/// What the letters of Latin-1 and Latin Extended-A, U+00C0 to U+017F, are without case and accent: one letter or two (œ).
struct PlainLetters {
  static constexpr char32_t first = 0xc0;
  static constexpr char32_t last = 0x17f;

  std::array<std::array<std::uint8_t, 2>, last - first + 1> letters{};  ///< 0 where there is none

  PlainLetters() {
    for (char32_t c = first; c <= last; ++c) {
      std::string letter;
      append_utf8(c, letter);
      letter = is_letter(c) ? fold(letter) : "";
      for (std::size_t i = 0; i < letter.size() && i < 2; ++i) letters[c - first][i] = static_cast<std::uint8_t>(letter[i]);
    }
  }
};

/// What a byte counts as: a letter or digit in lower case, or one of these.
constexpr std::uint8_t between_words = 0;
constexpr std::uint8_t beyond_ascii = 1;

constexpr std::array<std::uint8_t, 256> make_plain_bytes() {
  std::array<std::uint8_t, 256> plain{};
  for (std::size_t c = '0'; c <= '9'; ++c) plain[c] = static_cast<std::uint8_t>(c);
  for (std::size_t c = 'a'; c <= 'z'; ++c) plain[c] = plain[c - 'a' + 'A'] = static_cast<std::uint8_t>(c);
  for (std::size_t c = 0x80; c < plain.size(); ++c) plain[c] = beyond_ascii;
  return plain;
}
constexpr auto plain_bytes = make_plain_bytes();

void add(std::uint8_t byte, std::uint64_t& hash) { hash = (hash ^ byte) * fnv_prime; }

/// Adds a character beyond ASCII; false where it is neither letter nor digit.
bool add_beyond_ascii(char32_t c, std::uint64_t& hash) {
  static const PlainLetters plain;
  if (c >= PlainLetters::first && c <= PlainLetters::last) {
    const auto& letters = plain.letters[c - PlainLetters::first];
    if (letters[0] == 0) return false;
    add(letters[0], hash);
    if (letters[1] != 0) add(letters[1], hash);
    return true;
  }
  if (!is_letter(c)) return false;
  for (unsigned shift = 0; shift < 24; shift += 8) add(static_cast<std::uint8_t>(c >> shift & 0xffU), hash);
  return true;
}

/// What a word that begins at byte `at` hashes to, and where it ends: at `at` where there is none.
struct Word {
  std::uint64_t hash;
  std::size_t end;
};

Word word_at(std::string_view text, std::size_t at) {
  std::uint64_t hash = fnv_basis;
  for (;;) {
    std::uint8_t plain = between_words;
    for (; at < text.size() && (plain = plain_bytes[static_cast<unsigned char>(text[at])]) > beyond_ascii; ++at) add(plain, hash);
    if (at >= text.size() || plain == between_words) return {hash, at};
    const CodePoint point = code_point_at(text, at);
    if (!add_beyond_ascii(point.value, hash)) return {hash, at};
    at += point.length;
  }
}

}  // namespace

bool Shingles::next_word(std::uint64_t& hash) {
  std::size_t at = at_;
  while (at < text_.size()) {
    const Word word = word_at(text_, at);
    if (word.end > at) {
      hash = word.hash;
      at_ = word.end;
      return true;
    }
    at += code_point_at(text_, at).length;
  }
  at_ = at;
  return false;
}

bool Shingles::next() {
  do {
    std::uint64_t word = 0;
    if (!next_word(word)) return false;
    sum_ = (sum_ - std::exchange(words_[count_ % words_of_shingle], word) * golden_cubed) * golden + word;
  } while (++count_ < words_of_shingle);
  hash_ = static_cast<std::uint32_t>(mixed(sum_) >> 32);
  return true;
}

}  // namespace entente
