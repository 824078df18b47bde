#include "backoff.hpp"

#include <algorithm>

namespace entente {

std::optional<std::chrono::milliseconds> Backoff::next(std::chrono::seconds asked_for) {
  using std::chrono::milliseconds;
  if (tries_left_ == 0 || asked_for > longest) return std::nullopt;
  --tries_left_;
  std::uniform_int_distribution<milliseconds::rep> shortened(wait_.count() / 2, wait_.count());
  const milliseconds wait(shortened(random_));
  wait_ = std::min<milliseconds>(wait_ * 2, std::chrono::minutes(1));
  if (asked_for > wait) return asked_for + wait / 10;
  return wait;
}

}  // namespace entente
