#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

/// Remembers names by hashes of 64 bits, in memory that grows with their number up to 8 MiB. Beyond, what has not come for long
/// is forgotten.
class RecentNames {
 public:
  /// Whether it is new, or forgotten.
  bool add(std::uint64_t name) {
    if (name == 0) name = 1;  // 0 marks a free place
    if (sets_.empty() || (count_ == 2 * sets_.size() && sets_.size() < most_sets)) grow();
    return insert(name);
  }

 private:
  static constexpr std::size_t most_sets = std::size_t{1} << 18;
  static constexpr std::size_t fewest_sets = std::size_t{1} << 8;

  /// The names that share a place, the last one first; 0 where there is none.
  using Set = std::array<std::uint64_t, 4>;

  bool insert(std::uint64_t name) {
    auto& set = sets_[name & (sets_.size() - 1)];
    const auto place = std::ranges::find(set, name);
    const bool is_new = place == set.end();
    if (is_new && set.back() == 0) ++count_;
    std::move_backward(set.begin(), is_new ? set.end() - 1 : place, is_new ? set.end() : place + 1);
    set.front() = name;
    return is_new;
  }

  void grow() {
    std::vector<Set> old(sets_.empty() ? fewest_sets : 4 * sets_.size());
    old.swap(sets_);
    count_ = 0;
    for (const Set& set : old) {
      for (auto name = set.rbegin(); name != set.rend(); ++name) {
        if (*name != 0) insert(*name);
      }
    }
  }

  std::vector<Set> sets_;  ///< as many as a power of two
  std::size_t count_ = 0;
};

}  // namespace entente
