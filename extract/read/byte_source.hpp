#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "entente/ontology/result.hpp"

namespace entente {

/// An input's bytes, whole or line by line: a file, a pipe, or standard input ("-"). Owns its descriptor.
class ByteSource {
 public:
  /// Fails with Error::Kind::io where `path` is missing, a directory, or may not be read.
  static Result<ByteSource> open(const std::string& path);

  ByteSource(ByteSource&& other) noexcept;
  ByteSource& operator=(ByteSource&&) = delete;
  ~ByteSource();

  /// The first bytes, as far as one read brings them; they stay to be read. Empty only at the end of the input.
  Result<std::string_view> peek();
  /// Appends all that is left to `out`; of more than `most` bytes, some bytes more than these.
  Result<Done> read_all(std::string& out, std::size_t most);
  /// The next line, with its line feed if it has one; empty at the end. Of a line of more than `most` bytes some bytes more than
  /// these; the rest is skipped. Valid until the next call.
  Result<std::string_view> next_line(std::size_t most);

 private:
  ByteSource(std::string name, int descriptor) : name_(std::move(name)), descriptor_(descriptor) {}

  /// Skips all up to the next line feed, and this.
  Result<Done> skip_line();
  /// Reads more behind what is left; false at the end.
  Result<bool> fill();
  [[nodiscard]] std::string_view left() const { return std::string_view(buffer_).substr(begin_); }

  std::string name_;
  int descriptor_ = -1;
  std::string buffer_;
  std::size_t begin_ = 0;  ///< of what has not been taken from `buffer_`
  std::string cut_line_;   ///< what was kept of a line that was too long
};

}  // namespace entente
