#include "content_hash.hpp"

#include <array>
#include <new>

#include <openssl/evp.h>

namespace entente {

ContentHash::ContentHash() : algorithm_(EVP_MD_fetch(nullptr, "SHA256", nullptr)), context_(EVP_MD_CTX_new()) {
  if (algorithm_ == nullptr || context_ == nullptr) {
    EVP_MD_CTX_free(context_);
    EVP_MD_free(algorithm_);
    throw std::bad_alloc();
  }
}

ContentHash::~ContentHash() {
  EVP_MD_CTX_free(context_);
  EVP_MD_free(algorithm_);
}

ContentHash& ContentHash::add(std::string_view part) {
  parts_.append(part);
  parts_.push_back('\x1f');
  return *this;
}

ContentHash& ContentHash::add(std::uint32_t number) { return add(std::to_string(number)); }

std::string ContentHash::take() {
  constexpr std::size_t bytes_kept = 16;
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  if (EVP_DigestInit_ex2(context_, algorithm_, nullptr) != 1 || EVP_DigestUpdate(context_, parts_.data(), parts_.size()) != 1 ||
      EVP_DigestFinal_ex(context_, digest.data(), nullptr) != 1) {
    throw std::bad_alloc();
  }
  parts_.clear();
  std::string name;
  name.reserve(2 * bytes_kept);
  for (std::size_t i = 0; i < bytes_kept; ++i) {
    name.push_back(digits[digest[i] >> 4]);
    name.push_back(digits[digest[i] & 0xf]);
  }
  return name;
}

}  // namespace entente
