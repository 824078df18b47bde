#include "input_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace entente::cli {

Error InputFile::failure() const {
  return {Error::Kind::io, path_, 0, 0, "cannot be read: " + std::generic_category().message(errno)};
}

Result<InputFile> InputFile::open(const std::string& path) {
  if (path == "-") return InputFile(path, STDIN_FILENO);
  InputFile file(path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.descriptor_ < 0) return file.failure();
  if (::read(file.descriptor_, nullptr, 0) < 0) return file.failure();  // a directory opens, and cannot be read
  return file;
}

InputFile::InputFile(InputFile&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

InputFile::~InputFile() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

Result<std::size_t> InputFile::read(char* buffer, std::size_t size) {
  while (true) {
    const ssize_t count = ::read(descriptor_, buffer, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) return failure();
  }
}

}  // namespace entente::cli
