#include "byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 18;

Error unreadable(const std::string& name, const std::string& reason) {
  return {Error::Kind::io, name, 0, 0, "cannot be read: " + reason};
}

Error unreadable(const std::string& name) { return unreadable(name, std::generic_category().message(errno)); }

}  // namespace

Result<ByteSource> ByteSource::open(const std::string& path) {
  if (path == "-") return ByteSource(path, STDIN_FILENO);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return unreadable(path);
  ByteSource source(path, descriptor);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return unreadable(path);
  if (S_ISDIR(status.st_mode)) return unreadable(path, "it is a directory");
  return source;
}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : name_(std::move(other.name_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      buffer_(std::move(other.buffer_)),
      begin_(other.begin_) {}

ByteSource::~ByteSource() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

Result<bool> ByteSource::fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + chunk);
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, buffer_.data() + size, chunk);
  } while (count < 0 && errno == EINTR);
  buffer_.resize(size + (count > 0 ? static_cast<std::size_t>(count) : 0));
  if (count < 0) return unreadable(name_);
  return count > 0;
}

Result<std::string_view> ByteSource::peek() {
  if (left().empty()) {
    if (const auto more = fill(); !more) return more.error();
  }
  return left();
}

Result<Done> ByteSource::read_all(std::string& out, std::size_t most) {
  for (;;) {
    out += left();
    begin_ = buffer_.size();
    if (out.size() > most) return Done{};
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) return Done{};
  }
}

Result<std::string_view> ByteSource::next_line(std::size_t most) {
  std::size_t searched = 0;
  for (;;) {
    const auto end = left().find('\n', searched);
    if (end != std::string_view::npos) {
      const auto line = left().substr(0, end + 1);
      begin_ += line.size();
      return line;
    }
    searched = left().size();
    if (searched > most) {
      cut_line_ = left();
      begin_ = buffer_.size();
      if (const auto skipped = skip_line(); !skipped) return skipped.error();
      return std::string_view(cut_line_);
    }
    const auto more = fill();
    if (!more) return more.error();
    if (*more) continue;
    begin_ = buffer_.size();
    return std::string_view(buffer_);
  }
}

Result<Done> ByteSource::skip_line() {
  for (;;) {
    const auto end = left().find('\n');
    begin_ = end == std::string_view::npos ? buffer_.size() : begin_ + end + 1;
    if (end != std::string_view::npos) return Done{};
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) return Done{};
  }
}

}  // namespace entente
