#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "byte_stream.hpp"

namespace entente {

/// The bytes of a file, a pipe, or standard input. Owns its descriptor.
class FileStream final : public ByteStream {
 public:
  /// "-" is standard input. Fails with Error::Kind::io where `path` is missing, a directory, or may not be read.
  static Result<FileStream> open(const std::string& path);

  FileStream(FileStream&& other) noexcept;
  FileStream& operator=(FileStream&&) = delete;
  ~FileStream() override;

  /// Fails also where a file became shorter than it was when it was opened: what was read of it is not what it held.
  Result<std::size_t> read(char* buffer, std::size_t size) override;

 private:
  FileStream(std::string name, int descriptor) : name_(std::move(name)), descriptor_(descriptor) {}

  [[nodiscard]] Error unreadable(const std::string& reason) const;
  [[nodiscard]] Error unreadable() const;

  std::string name_;
  int descriptor_ = -1;
  std::uint64_t expected_ = 0;  ///< bytes that are still to come, as far as that is known
};

}  // namespace entente
