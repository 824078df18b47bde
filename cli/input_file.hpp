#pragma once

#include <string>

#include "entente/export/quad_reader.hpp"

namespace entente::cli {

/// Bytes of a file, or of standard input.
class InputFile final : public ByteSource {
 public:
  /// "-" is standard input. Fails with Error::Kind::io where `path` cannot be opened or is a directory.
  static Result<InputFile> open(const std::string& path);

  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&&) = delete;
  ~InputFile() override;

  Result<std::size_t> read(char* buffer, std::size_t size) override;

 private:
  InputFile(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  [[nodiscard]] Error failure() const;

  std::string path_;
  int descriptor_;
};

}  // namespace entente::cli
