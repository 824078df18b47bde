#include "gzip_stream.hpp"

#define ZLIB_CONST
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>
#include <utility>

namespace entente {
namespace {

constexpr int gzip_with_largest_window = 16 + MAX_WBITS;
constexpr std::size_t header_size = 10;

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Whether a member may begin here: stricter than the format, so that it is hardly ever true of other bytes.
bool looks_like_member(std::string_view bytes) {
  if (bytes.size() < header_size || !bytes.starts_with(GzipStream::signature)) return false;
  const unsigned flags = byte_at(bytes, 3);
  const unsigned level = byte_at(bytes, 8);
  const unsigned system = byte_at(bytes, 9);
  return byte_at(bytes, 2) == Z_DEFLATED && flags < 0x20 && (level == 0 || level == 2 || level == 4) &&
         (system <= 13 || system == 255);
}

}  // namespace

void GzipStream::Free::operator()(z_stream_s* inflater) const {
  inflateEnd(inflater);
  delete inflater;
}

GzipStream::GzipStream(CompressedInput input) : input_(std::move(input)), inflater_(new z_stream{}) {
  if (inflateInit2(inflater_.get(), gzip_with_largest_window) != Z_OK) throw std::bad_alloc();
}

Result<std::size_t> GzipStream::read(char* buffer, std::size_t size) {
  if (to_report_) return *std::exchange(to_report_, std::nullopt);
  for (;;) {
    if (!is_in_member_) {
      const auto found = find_member();
      if (!found) return found.error();
      if (!*found) return std::size_t{0};
    }
    const auto count = inflate_piece(buffer, size);
    if (!count || *count > 0) return count;
  }
}

Result<bool> GzipStream::find_member() { return is_lost_ ? skip_to_member() : begin_member(); }

Result<bool> GzipStream::skip_to_member() {
  for (;;) {
    const auto bytes = input_.view(header_size);
    if (!bytes) return bytes.error();
    if (bytes->size() < header_size) return false;
    if (looks_like_member(*bytes)) break;
    const auto next = bytes->find(signature[0], 1);
    input_.take(next == std::string_view::npos ? bytes->size() : next);
  }
  is_lost_ = false;
  return begin_member();
}

Result<bool> GzipStream::begin_member() {
  for (;;) {
    const auto bytes = input_.view(signature.size());
    if (!bytes) return bytes.error();
    if (bytes->empty()) return false;
    if (bytes->starts_with(signature)) break;
    const auto zeros = std::min(bytes->find_first_not_of('\0'), bytes->size());
    if (zeros == 0) return give_up(input_.damaged("gzip", "no member begins there", input_.offset()));
    input_.take(zeros);
  }
  inflateReset(inflater_.get());
  is_in_member_ = true;
  return true;
}

Result<std::size_t> GzipStream::inflate_piece(char* buffer, std::size_t size) {
  const auto bytes = input_.view();
  if (!bytes) return give_up(bytes.error());
  if (bytes->empty()) return give_up(input_.cut_short("gzip"));
  inflater_->next_in = reinterpret_cast<const Bytef*>(bytes->data());
  inflater_->avail_in = static_cast<uInt>(bytes->size());
  inflater_->next_out = reinterpret_cast<Bytef*>(buffer);
  inflater_->avail_out = static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
  const auto room = inflater_->avail_out;
  const int state = inflate(inflater_.get(), Z_NO_FLUSH);
  if (state == Z_MEM_ERROR) throw std::bad_alloc();
  input_.take(bytes->size() - inflater_->avail_in);
  const std::size_t count = room - inflater_->avail_out;
  if (state == Z_STREAM_END) is_in_member_ = false;
  if (state == Z_OK || state == Z_STREAM_END || state == Z_BUF_ERROR) return count;
  auto error =
      give_up(input_.damaged("gzip", inflater_->msg != nullptr ? inflater_->msg : "a dictionary is asked for", input_.offset()));
  if (count == 0) return error;
  to_report_ = std::move(error);
  return count;
}

Error GzipStream::give_up(Error error) {
  is_in_member_ = false;
  is_lost_ = true;
  return error;
}

}  // namespace entente
