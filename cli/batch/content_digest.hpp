#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace entente::cli {

/// XXH3 of 128 bits over bytes that come piece by piece, as `xxhsum -H128` prints it.
class ContentDigest {
 public:
  ContentDigest();
  ContentDigest(ContentDigest&&) noexcept;
  ContentDigest& operator=(ContentDigest&&) noexcept;
  ~ContentDigest();

  void add(std::string_view bytes);
  void add(std::uint64_t number);
  /// Of all so far: 32 lower-case hexadecimal digits.
  [[nodiscard]] std::string text() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A hash of 64 bits.
std::uint64_t short_digest(std::string_view bytes);

}  // namespace entente::cli
