#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "byte_stream.hpp"

namespace entente {

/// Compressed bytes on their way to who takes them apart, and where one is in them.
class CompressedInput {
 public:
  /// `head` are the first bytes, which were read before; `rest` brings the others. `name` is for messages.
  CompressedInput(std::string name, std::string head, std::unique_ptr<ByteStream> rest)
      : name_(std::move(name)), buffer_(std::move(head)), rest_(std::move(rest)) {}

  /// What was not taken yet: `least` bytes or more, fewer only before the end. Valid until the next call.
  Result<std::string_view> view(std::size_t least = 1);
  void take(std::size_t count) { begin_ += count; }
  /// Bytes taken since the start of the input.
  [[nodiscard]] std::uint64_t offset() const { return before_ + begin_; }

  /// That the bytes at `at` are not what `format` allows.
  [[nodiscard]] Error damaged(std::string_view format, std::string_view reason, std::uint64_t at) const;
  [[nodiscard]] Error cut_short(std::string_view format) const;

 private:
  std::string name_;
  std::string buffer_;
  std::size_t begin_ = 0;     ///< of what has not been taken from `buffer_`
  std::uint64_t before_ = 0;  ///< bytes of the input before `buffer_`
  std::unique_ptr<ByteStream> rest_;
};

}  // namespace entente
