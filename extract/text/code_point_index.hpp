#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// Turns byte offsets of a text into code point offsets: a count every `stride` bytes, and counting from there.
class CodePointIndex {
 public:
  void build(std::string_view text) {
    text_ = text;
    counts_.clear();
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (at % stride == 0) counts_.push_back(count);
      count += (static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80U;
    }
    counts_.push_back(count);
  }

  /// `byte` is the first byte of a code point, or the size of the text.
  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const {
    std::uint32_t count = counts_[byte / stride];
    for (std::size_t i = byte - byte % stride; i < byte; ++i) count += (static_cast<unsigned char>(text_[i]) & 0xc0U) != 0x80U;
    return count;
  }

 private:
  static constexpr std::uint32_t stride = 64;
  std::string_view text_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace entente
