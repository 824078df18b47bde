#include "sha256.hpp"

#include <nettle/base16.h>
#include <nettle/sha2.h>

#include <array>

namespace entente {

std::string sha256(std::string_view bytes) {
  sha256_ctx state{};
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_init(&state);
  sha256_update(&state, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  sha256_digest(&state, digest.size(), digest.data());
  std::string text(BASE16_ENCODE_LENGTH(digest.size()), '0');
  base16_encode_update(text.data(), digest.size(), digest.data());
  return text;
}

}  // namespace entente
