#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "byte_stream.hpp"

namespace entente {

/// Bytes that are in memory, which it does not own.
class StringStream final : public ByteStream {
 public:
  explicit StringStream(std::string_view bytes) : bytes_(bytes) {}

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    const std::size_t count = bytes_.copy(buffer, size);
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

}  // namespace entente
