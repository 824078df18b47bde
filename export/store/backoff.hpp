#pragma once

#include <chrono>
#include <optional>
#include <random>

namespace entente {

/// How long to wait before each new try: from one second, doubled each time up to a minute, of which a random part of up to a
/// half is taken off, so that many who wait for one store do not come back together.
class Backoff {
 public:
  Backoff(unsigned tries, std::minstd_rand::result_type seed) : tries_left_(tries), random_(seed) {}

  /// At least as long as the store asks for. Nothing when no try is left, or when the store asks for more than `longest`.
  std::optional<std::chrono::milliseconds> next(std::chrono::seconds asked_for);

  static constexpr std::chrono::minutes longest{5};  ///< that a store may ask for

 private:
  unsigned tries_left_;
  std::chrono::milliseconds wait_{1000};
  std::minstd_rand random_;
};

}  // namespace entente
