#include "file_stream.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace entente {

Result<FileStream> FileStream::open(const std::string& path) {
  if (path == "-") return FileStream(path, STDIN_FILENO);
  FileStream file(path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (file.descriptor_ < 0 || ::fstat(file.descriptor_, &status) != 0) return file.unreadable();
  if (S_ISDIR(status.st_mode)) return file.unreadable("it is a directory");
  if (S_ISREG(status.st_mode)) file.expected_ = static_cast<std::uint64_t>(status.st_size);
  return file;
}

FileStream::FileStream(FileStream&& other) noexcept
    : name_(std::move(other.name_)), descriptor_(std::exchange(other.descriptor_, -1)), expected_(other.expected_) {}

FileStream::~FileStream() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

Error FileStream::unreadable(const std::string& reason) const {
  return {Error::Kind::io, name_, 0, 0, "cannot be read: " + reason};
}

Error FileStream::unreadable() const { return unreadable(std::generic_category().message(errno)); }

Result<std::size_t> FileStream::read(char* buffer, std::size_t size) {
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, buffer, size);
  } while (count < 0 && errno == EINTR);
  if (count < 0) return unreadable();
  const auto bytes = static_cast<std::size_t>(count);
  if (bytes == 0 && std::exchange(expected_, 0) > 0) return unreadable("it became shorter meanwhile");
  expected_ -= std::min<std::uint64_t>(expected_, bytes);
  return bytes;
}

}  // namespace entente
