#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "byte_stream.hpp"
#include "entente/ontology/result.hpp"

namespace entente {

/// An input's bytes, whole, line by line or in blocks. What begins as gzip or Zstandard files do is decompressed on the way.
/// After a failure that tells of damage, reading may go on behind it.
class InputBytes {
 public:
  /// Of a file, a pipe, or standard input ("-"). Fails with Error::Kind::io where `path` is missing, a directory, or may not be
  /// read.
  static Result<InputBytes> open(const std::string& path);
  /// Of `stream`, which messages call `name`.
  static Result<InputBytes> open(std::string name, std::unique_ptr<ByteStream> stream);

  /// The first bytes, as far as one read brings them; they stay to be read. Empty only at the end of the input.
  Result<std::string_view> peek();
  /// Appends all that is left to `out`; of more than `most` bytes, some bytes more than these.
  Result<Done> read_all(std::string& out, std::size_t most);
  /// The next line, with its line feed if it has one; empty at the end. Of a line of more than `most` bytes some bytes more than
  /// these; the rest is skipped. Valid until the next call.
  Result<std::string_view> next_line(std::size_t most);
  /// The next `size` bytes, fewer only at the end. Valid until the next call.
  Result<std::string_view> next_block(std::size_t size);
  /// Skips lines up to one that begins with `prefix`, which stays to be read, or to the end.
  Result<Done> find_line(std::string_view prefix);
  /// Skips `size` bytes, or all that are left.
  Result<Done> skip(std::uint64_t size);
  /// Bytes taken since the start, of what was decompressed.
  [[nodiscard]] std::uint64_t offset() const { return before_ + begin_; }

 private:
  InputBytes(std::string name, std::unique_ptr<ByteStream> stream) : name_(std::move(name)), stream_(std::move(stream)) {}

  /// Puts what takes the bytes apart between the stream and the buffer, where they are compressed.
  Result<Done> decompress();
  /// Skips all up to the next line feed, and this.
  Result<Done> skip_line();
  /// Reads more behind what is left; false at the end.
  Result<bool> fill();
  [[nodiscard]] std::string_view left() const { return std::string_view(buffer_).substr(begin_); }

  std::string name_;
  std::unique_ptr<ByteStream> stream_;
  std::string buffer_;
  std::size_t begin_ = 0;     ///< of what has not been taken from `buffer_`
  std::uint64_t before_ = 0;  ///< bytes before `buffer_`
  std::string cut_line_;      ///< what was kept of a line that was too long
};

}  // namespace entente
