#include "sha256.hpp"

#include <nettle/sha2.h>

#include <array>

namespace entente {

std::string sha256(std::string_view bytes) {
  sha256_ctx state{};
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_init(&state);
  sha256_update(&state, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  sha256_digest(&state, digest.size(), digest.data());
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const auto byte : digest) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

}  // namespace entente
