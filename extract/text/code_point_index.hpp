#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/text/utf8.hpp"

namespace entente {

/// Turns byte offsets of a text into code point offsets: a count every `stride` bytes, and counting from there.
class CodePointIndex {
 public:
  void build(std::string_view text) {
    text_ = text;
    counts_.clear();
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += stride) {
      counts_.push_back(count);
      count += count_code_points(text.substr(at, stride));
    }
    counts_.push_back(count);
  }

  /// `byte` is the first byte of a code point, or the size of the text.
  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const {
    return counts_[byte / stride] + count_code_points(text_.substr(byte - byte % stride, byte % stride));
  }

 private:
  static constexpr std::uint32_t stride = 64;

  std::string_view text_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace entente
