#include "part_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace entente::cli {

Error PartFile::failure() const {
  return {Error::Kind::io, path_, 0, 0, "cannot be written: " + std::generic_category().message(errno)};
}

Result<PartFile> PartFile::create(const std::string& path) {
  // Whatever stood there is removed first: a link would lead elsewhere.
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return PartFile(path, -1).failure();
  PartFile file(path, ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (file.descriptor_ < 0) return file.failure();
  return file;
}

PartFile::PartFile(PartFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      bytes_(other.bytes_),
      digest_(std::move(other.digest_)) {}

PartFile::~PartFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<Done> PartFile::write(std::string_view bytes) {
  bytes_ += bytes.size();
  digest_.add(bytes);
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure();
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return Done{};
}

Result<Done> PartFile::close() {
  if (::close(std::exchange(descriptor_, -1)) != 0) return failure();
  return Done{};
}

Result<Done> PartFile::close_durably() {
  if (::fsync(descriptor_) != 0) return failure();
  return close();
}

}  // namespace entente::cli
