#pragma once

#include <cstdint>

namespace entente::cli {

/// What extractions say, in numbers.
struct ContentCounts {
  std::uint64_t documents = 0;
  std::uint64_t stories = 0;  ///< documents that carry no other one's
  std::uint64_t claims = 0;
  std::uint64_t quotations = 0;
  std::uint64_t mentions = 0;

  ContentCounts& operator+=(const ContentCounts& other) {
    documents += other.documents;
    stories += other.stories;
    claims += other.claims;
    quotations += other.quotations;
    mentions += other.mentions;
    return *this;
  }
};

}  // namespace entente::cli
