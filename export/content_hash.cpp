#include "content_hash.hpp"

#include <nettle/base16.h>
#include <nettle/sha2.h>

#include <array>

namespace entente {

ContentHash& ContentHash::add(std::string_view part) {
  parts_.append(part);
  parts_.push_back('\x1f');
  return *this;
}

ContentHash& ContentHash::add(std::uint32_t number) { return add(std::to_string(number)); }

std::string ContentHash::take() {
  sha256_ctx state{};
  std::array<std::uint8_t, 16> digest{};  // that many of its 32 bytes
  sha256_init(&state);
  sha256_update(&state, parts_.size(), reinterpret_cast<const std::uint8_t*>(parts_.data()));
  sha256_digest(&state, digest.size(), digest.data());
  parts_.clear();
  std::string name(BASE16_ENCODE_LENGTH(digest.size()), '0');
  base16_encode_update(name.data(), digest.size(), digest.data());
  return name;
}

}  // namespace entente
