#include "content_digest.hpp"

#include <array>
#include <cstdio>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace entente::cli {

struct ContentDigest::State {
  XXH3_state_t hash;
};

ContentDigest::ContentDigest() : state_(std::make_unique<State>()) { XXH3_128bits_reset(&state_->hash); }
ContentDigest::ContentDigest(ContentDigest&&) noexcept = default;
ContentDigest& ContentDigest::operator=(ContentDigest&&) noexcept = default;
ContentDigest::~ContentDigest() = default;

void ContentDigest::add(std::string_view bytes) { XXH3_128bits_update(&state_->hash, bytes.data(), bytes.size()); }

void ContentDigest::add(std::uint64_t number) {
  std::array<char, 8> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(number >> (8 * i) & 0xff);
  add(std::string_view(bytes.data(), bytes.size()));
}

std::string ContentDigest::text() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(&state_->hash);
  std::array<char, 33> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return digits.data();
}

std::uint64_t short_digest(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace entente::cli
