#include "zstd_stream.hpp"

#include <zstd.h>

#include <algorithm>
#include <new>
#include <utility>

namespace entente {
namespace {

/// Bytes of a frame that the library asks for first.
constexpr std::size_t beginning = 5;

}  // namespace

void ZstdStream::Free::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }

ZstdStream::ZstdStream(CompressedInput input) : input_(std::move(input)), context_(ZSTD_createDCtx()), wanted_(beginning) {
  if (!context_) throw std::bad_alloc();
}

Result<std::size_t> ZstdStream::read(char* buffer, std::size_t size) {
  if (to_report_) return *std::exchange(to_report_, std::nullopt);
  ZSTD_outBuffer out{buffer, size, 0};
  while (!is_over_ && out.pos == 0) {
    const auto bytes = input_.view();
    if (!bytes) return bytes.error();
    if (!is_in_frame_) frame_begin_ = input_.offset();
    // No more than it asks for, a block at a time: of a call that finds damage it hands out nothing, and what stands before the
    // damage should not depend on the pieces in which the input comes.
    ZSTD_inBuffer in{bytes->data(), std::min(bytes->size(), wanted_), 0};
    const std::size_t state = ZSTD_decompressStream(context_.get(), &out, &in);
    input_.take(in.pos);
    is_over_ = bytes->empty() && out.pos == 0;
    if (ZSTD_isError(state) != 0) {
      is_over_ = true;
      auto error = input_.damaged("Zstandard", ZSTD_getErrorName(state), frame_begin_);
      if (out.pos == 0) return error;
      to_report_ = std::move(error);
      break;
    }
    if (is_over_ && is_in_frame_) return input_.cut_short("Zstandard");
    wanted_ = state == 0 ? beginning : state;
    is_in_frame_ = state != 0 && (is_in_frame_ || in.pos > 0 || out.pos > 0);
  }
  return out.pos;
}

}  // namespace entente
