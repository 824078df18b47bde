#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// A word (or fixed phrase) that the lexicon knows, in lower case; 0 for all others.
using WordId = std::uint32_t;

/// Gives words numbers while the lexicon is compiled, and finds them afterwards.
class Words {
 public:
  Words() : texts_(1) {}

  /// Makes room for so many words.
  void reserve(std::size_t count) {
    ids_.reserve(count);
    texts_.reserve(count + 1);
  }

  WordId intern(std::string_view word) {
    if (const WordId known = find(word); known != 0) return known;
    ids_.emplace(word, static_cast<WordId>(texts_.size()));
    texts_.emplace_back(word);
    return static_cast<WordId>(texts_.size() - 1);
  }

  [[nodiscard]] WordId find(std::string_view word) const {
    const auto at = ids_.find(word);
    return at == ids_.end() ? 0 : at->second;
  }

  [[nodiscard]] std::string_view text(WordId word) const { return texts_[word]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> ids_;
  std::vector<std::string> texts_;
};

}  // namespace entente
