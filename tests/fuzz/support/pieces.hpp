#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "entente/export/quad_reader.hpp"
#include "extract/read/byte_stream.hpp"

namespace entente::fuzz {

/// The same bytes in pieces of at most some size, as a pipe may bring them. It does not own them.
class Pieces final : public ByteStream, public ByteSource {
 public:
  Pieces(std::string_view bytes, std::size_t most) : bytes_(bytes), most_(most) {}

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    const std::size_t count = bytes_.copy(buffer, std::min(size, most_));
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
  std::size_t most_;
};

/// Sizes of pieces to hold against `whole`.
inline constexpr std::size_t whole = std::size_t{1} << 30;
inline constexpr std::size_t small_pieces[] = {1, 7, 61};

}  // namespace entente::fuzz
