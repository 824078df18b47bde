#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct evp_md_ctx_st;
struct evp_md_st;

namespace entente {

/// Names a thing by its parts: the first 128 bits of SHA-256 over them, each ended by U+001F, as 32 lower-case hexadecimal
/// digits. Reusable; keep one per thread.
class ContentHash {
 public:
  ContentHash();
  ContentHash(const ContentHash&) = delete;
  ContentHash& operator=(const ContentHash&) = delete;
  ~ContentHash();

  ContentHash& add(std::string_view part);
  ContentHash& add(std::uint32_t number);
  /// The name; the next `add` begins another.
  std::string take();

 private:
  evp_md_st* algorithm_;
  evp_md_ctx_st* context_;
  std::string parts_;
};

}  // namespace entente
