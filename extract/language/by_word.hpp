#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/language/words.hpp"

namespace entente {

/// Lists of what is known of a word. Words are numbered from 1 on, so that finding a list is reading an index.
template <typename T>
class ByWord {
 public:
  /// The list of `word`, made if need be.
  std::vector<T>& operator[](WordId word) {
    if (word >= numbers_.size()) numbers_.resize(word + 1);
    if (numbers_[word] == 0) {
      lists_.emplace_back();
      numbers_[word] = static_cast<std::uint32_t>(lists_.size());
    }
    return lists_[numbers_[word] - 1];
  }

  /// Empty where there is none, and for word 0.
  [[nodiscard]] std::span<const T> find(WordId word) const {
    if (word == 0 || word >= numbers_.size() || numbers_[word] == 0) return {};
    return lists_[numbers_[word] - 1];
  }

 private:
  std::vector<std::uint32_t> numbers_;  ///< by word: of its list, from 1 on; 0 where it has none
  std::vector<std::vector<T>> lists_;
};

}  // namespace entente
