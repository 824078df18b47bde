#include "content_coding.hpp"

#include <brotli/decode.h>
#define ZLIB_CONST
#include <zlib.h>

#include <cstdint>
#include <memory>
#include <new>
#include <utility>

#include "../ascii.hpp"
#include "../input_bytes.hpp"
#include "../string_stream.hpp"
#include "header_fields.hpp"

namespace entente {
namespace {

constexpr std::size_t piece = std::size_t{1} << 16;

Error damaged(std::string_view coding) {
  return {Error::Kind::syntax, {}, 0, 0, "expected an HTTP body in the coding " + std::string(coding) + ", found damage"};
}

/// gzip and zstd, which their first bytes tell: a body without these has been decoded before.
Result<std::string> by_signature(const std::string& content, std::size_t most) {
  auto bytes = InputBytes::open("HTTP body", std::make_unique<StringStream>(content));
  if (!bytes) return bytes.error();
  std::string decoded;
  if (auto read = bytes->read_all(decoded, most); !read) return Error{Error::Kind::syntax, {}, 0, 0, read.error().message};
  return decoded;
}

struct EndInflate {
  void operator()(z_stream* stream) const { inflateEnd(stream); }
};

/// False where the content is not in this format ("zlib" of RFC 1950, or bare as some servers send it).
bool inflate_all(std::string_view content, int window, std::size_t most, std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, EndInflate> end(&stream);
  stream.next_in = reinterpret_cast<const Bytef*>(content.data());
  stream.avail_in = static_cast<uInt>(content.size());
  out.clear();
  int state = Z_OK;
  while (state == Z_OK && out.size() <= most) {
    const std::size_t size = out.size();
    out.resize(size + piece);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + size);
    stream.avail_out = static_cast<uInt>(piece);
    state = inflate(&stream, Z_NO_FLUSH);
    out.resize(size + piece - stream.avail_out);
  }
  return state == Z_STREAM_END || state == Z_OK;
}

Result<std::string> from_deflate(std::string_view content, std::size_t most) {
  std::string decoded;
  if (inflate_all(content, MAX_WBITS, most, decoded) || inflate_all(content, -MAX_WBITS, most, decoded)) return decoded;
  return damaged("deflate");
}

struct EndBrotli {
  void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
};

Result<std::string> from_brotli(std::string_view content, std::size_t most) {
  const std::unique_ptr<BrotliDecoderState, EndBrotli> decoder(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
  if (!decoder) throw std::bad_alloc();
  std::string decoded;
  const auto* in = reinterpret_cast<const std::uint8_t*>(content.data());
  std::size_t left = content.size();
  auto result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && decoded.size() <= most) {
    const std::size_t size = decoded.size();
    decoded.resize(size + piece);
    auto* out = reinterpret_cast<std::uint8_t*>(decoded.data() + size);
    std::size_t room = piece;
    result = BrotliDecoderDecompressStream(decoder.get(), &left, &in, &room, &out, nullptr);
    decoded.resize(size + piece - room);
  }
  if (result == BROTLI_DECODER_RESULT_ERROR || result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) return damaged("br");
  return decoded;
}

}  // namespace

Result<std::string> without_content_coding(std::string&& content, std::string_view coding, std::size_t most) {
  const std::string name = ascii_lower_case(trimmed(coding));
  if (name.empty() || name == "identity" || name == "none") return std::move(content);
  if (name == "gzip" || name == "x-gzip" || name == "zstd") return by_signature(content, most);
  const bool is_plain = trimmed(content).starts_with('<');  // no compressed body begins with an element
  if (name == "deflate") return is_plain ? std::move(content) : from_deflate(content, most);
  if (name == "br") return is_plain ? std::move(content) : from_brotli(content, most);
  return Error{Error::Kind::value, {}, 0, 0, "expected an HTTP body in gzip, deflate, br or zstd, found the coding " + name};
}

}  // namespace entente
