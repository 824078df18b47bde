#include "input_bytes.hpp"

#include <algorithm>
#include <utility>

#include "compressed_input.hpp"
#include "file_stream.hpp"
#include "gzip_stream.hpp"
#include "zstd_stream.hpp"

namespace entente {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 18;
constexpr std::size_t longest_signature = ZstdStream::signature.size();

}  // namespace

Result<InputBytes> InputBytes::open(const std::string& path) {
  auto file = FileStream::open(path);
  if (!file) return file.error();
  return open(path, std::make_unique<FileStream>(std::move(*file)));
}

Result<InputBytes> InputBytes::open(std::string name, std::unique_ptr<ByteStream> stream) {
  InputBytes bytes(std::move(name), std::move(stream));
  if (const auto done = bytes.decompress(); !done) return done.error();
  return bytes;
}

Result<Done> InputBytes::decompress() {
  while (buffer_.size() < longest_signature) {
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) break;
  }
  const bool is_gzip = buffer_.starts_with(GzipStream::signature);
  if (!is_gzip && !buffer_.starts_with(ZstdStream::signature)) return Done{};
  CompressedInput input(name_, std::exchange(buffer_, {}), std::move(stream_));
  if (is_gzip) {
    stream_ = std::make_unique<GzipStream>(std::move(input));
  } else {
    stream_ = std::make_unique<ZstdStream>(std::move(input));
  }
  return Done{};
}

Result<bool> InputBytes::fill() {
  buffer_.erase(0, begin_);
  before_ += begin_;
  begin_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + chunk);
  const auto count = stream_->read(buffer_.data() + size, chunk);
  buffer_.resize(size + (count ? *count : 0));
  if (!count) return count.error();
  return *count > 0;
}

Result<std::string_view> InputBytes::peek() {
  if (left().empty()) {
    if (const auto more = fill(); !more) return more.error();
  }
  return left();
}

Result<Done> InputBytes::read_all(std::string& out, std::size_t most) {
  for (;;) {
    out += left();
    begin_ = buffer_.size();
    if (out.size() > most) return Done{};
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) return Done{};
  }
}

Result<std::string_view> InputBytes::next_line(std::size_t most) {
  std::size_t searched = 0;
  for (;;) {
    const auto end = left().find('\n', searched);
    if (end != std::string_view::npos) {
      const auto line = left().substr(0, end + 1);
      begin_ += line.size();
      return line;
    }
    searched = left().size();
    if (searched > most) {
      cut_line_ = left();
      begin_ = buffer_.size();
      if (const auto skipped = skip_line(); !skipped) return skipped.error();
      return std::string_view(cut_line_);
    }
    const auto more = fill();
    if (more && *more) continue;
    const auto line = left();
    begin_ = buffer_.size();
    if (!more) return more.error();
    return line;
  }
}

Result<Done> InputBytes::skip_line() {
  for (;;) {
    const auto end = left().find('\n');
    begin_ = end == std::string_view::npos ? buffer_.size() : begin_ + end + 1;
    if (end != std::string_view::npos) return Done{};
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) return Done{};
  }
}

Result<std::string_view> InputBytes::next_block(std::size_t size) {
  while (left().size() < size) {
    const auto more = fill();
    if (!more) {
      begin_ = buffer_.size();
      return more.error();
    }
    if (!*more) break;
  }
  const auto block = left().substr(0, size);
  begin_ += block.size();
  return block;
}

Result<Done> InputBytes::find_line(std::string_view prefix) {
  for (;;) {
    while (left().size() < prefix.size()) {
      const auto more = fill();
      if (!more) return more.error();
      if (!*more) return skip(left().size());
    }
    if (left().starts_with(prefix)) return Done{};
    if (auto skipped = skip_line(); !skipped) return skipped;
  }
}

Result<Done> InputBytes::skip(std::uint64_t size) {
  for (;;) {
    const std::uint64_t step = std::min<std::uint64_t>(size, left().size());
    begin_ += step;
    size -= step;
    if (size == 0) return Done{};
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) return Done{};
  }
}

}  // namespace entente
