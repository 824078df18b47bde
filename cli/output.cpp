#include "output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "unfinished_files.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

/// What a new file may be used for: as `open` with 0666 would have made it.
mode_t default_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

/// Where links lead, also where nothing is there yet.
std::string target_of(const std::string& name) {
  constexpr int most_links = 40;  // as Linux has it
  std::error_code unknown;
  fs::path path = name;
  for (int i = 0; i < most_links && fs::is_symlink(path, unknown); ++i)
    path = path.parent_path() / fs::read_symlink(path, unknown);
  const fs::path target = fs::weakly_canonical(path, unknown);
  return unknown ? name : target.string();
}

}  // namespace

Error Output::failure() const {
  const std::string shown = name_ == "-" ? "standard output" : name_;
  return {Error::Kind::io, shown, 0, 0, "cannot be written: " + std::generic_category().message(errno)};
}

Result<Output> Output::open(const std::string& path) {
  Output output(path);
  struct stat status {};
  if (path == "-" || path == "/dev/stdout") {
    output.descriptor_ = STDOUT_FILENO;
  } else if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    output.descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (output.descriptor_ < 0) return output.failure();
  } else if (auto opened = output.open_beside(); !opened) {
    return opened.error();
  }
  return output;
}

Result<Done> Output::open_beside() {
  target_ = target_of(name_);
  if (::access(target_.c_str(), F_OK) == 0 && ::access(target_.c_str(), W_OK) != 0) return failure();
  std::string temporary = (fs::path(target_).parent_path() / ("." + fs::path(target_).filename().string() + ".XXXXXX")).string();
  descriptor_ = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor_ < 0) return failure();
  temporary_ = std::move(temporary);
  unfinished_files::add(temporary_);
  if (::fchmod(descriptor_, default_mode()) != 0) return failure();
  return Done{};
}

Output::Output(Output&& other) noexcept
    : name_(std::move(other.name_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)),
      reader_is_gone_(other.reader_is_gone_) {}

Output::~Output() {
  if (descriptor_ > STDOUT_FILENO) ::close(descriptor_);
  if (temporary_.empty()) return;
  ::unlink(temporary_.c_str());
  unfinished_files::remove(temporary_);
}

Result<Done> Output::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      reader_is_gone_ = errno == EPIPE;
      return failure();
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return Done{};
}

bool Output::would_replace() const { return !temporary_.empty() && ::access(target_.c_str(), F_OK) == 0; }

Result<Done> Output::commit() {
  if (temporary_.empty()) return Done{};
  if (::fsync(descriptor_) != 0) return failure();
  if (::close(std::exchange(descriptor_, -1)) != 0) return failure();
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) return failure();
  unfinished_files::remove(temporary_);
  temporary_.clear();
  return Done{};
}

}  // namespace entente::cli
