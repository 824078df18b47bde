#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "byte_stream.hpp"
#include "compressed_input.hpp"

struct ZSTD_DCtx_s;

namespace entente {

/// What Zstandard files hold (RFC 8878): the frames one after the other are one stream. A frame whose window is over 128 MiB is
/// refused, so that memory stays bounded. Nothing is read behind a damage, which is told by the byte at which its frame begins.
class ZstdStream final : public ByteStream {
 public:
  static constexpr std::string_view signature = "\x28\xB5\x2F\xFD";

  explicit ZstdStream(CompressedInput input);

  Result<std::size_t> read(char* buffer, std::size_t size) override;

 private:
  struct Free {
    void operator()(ZSTD_DCtx_s* context) const;
  };

  CompressedInput input_;
  std::unique_ptr<ZSTD_DCtx_s, Free> context_;
  std::size_t wanted_;  ///< bytes that the library can use next
  std::uint64_t frame_begin_ = 0;
  bool is_in_frame_ = false;
  bool is_over_ = false;
  std::optional<Error> to_report_;  ///< found behind bytes that were to be handed on first
};

}  // namespace entente
