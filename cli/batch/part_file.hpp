#pragma once

#include <cstdint>
#include <string>

#include "content_digest.hpp"
#include "entente/export/writer.hpp"

namespace entente::cli {

/// A file on its way: written under a name that nobody looks at.
class PartFile final : public ByteSink {
 public:
  /// What was there under that name goes. Fails with Error::Kind::io.
  static Result<PartFile> create(const std::string& path);

  PartFile(PartFile&& other) noexcept;
  PartFile& operator=(PartFile&&) = delete;
  ~PartFile() override;

  Result<Done> write(std::string_view bytes) override;
  /// All is with the operating system, if not yet on the disk.
  Result<Done> close();
  /// Closes, and makes sure that all is on the disk.
  Result<Done> close_durably();

  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
  /// Of what was written.
  [[nodiscard]] std::string digest() const { return digest_.text(); }

 private:
  PartFile(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  [[nodiscard]] Error failure() const;

  std::string path_;
  int descriptor_;
  std::uint64_t bytes_ = 0;
  ContentDigest digest_;
};

}  // namespace entente::cli
