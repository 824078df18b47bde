#include "compressed_input.hpp"

namespace entente {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 16;

}  // namespace

Result<std::string_view> CompressedInput::view(std::size_t least) {
  while (buffer_.size() - begin_ < least) {
    buffer_.erase(0, begin_);
    before_ += begin_;
    begin_ = 0;
    const std::size_t size = buffer_.size();
    buffer_.resize(size + chunk);
    const auto count = rest_->read(buffer_.data() + size, chunk);
    buffer_.resize(size + (count ? *count : 0));
    if (!count) return count.error();
    if (*count == 0) break;
  }
  return std::string_view(buffer_).substr(begin_);
}

Error CompressedInput::damaged(std::string_view format, std::string_view reason, std::uint64_t at) const {
  return {Error::Kind::syntax, name_, 0, 0,
          "expected " + std::string(format) + " data, found damage at byte " + std::to_string(at) + ": " + std::string(reason)};
}

Error CompressedInput::cut_short(std::string_view format) const {
  return {Error::Kind::syntax, name_, 0, 0,
          "expected more " + std::string(format) + " data, found the end at byte " + std::to_string(offset())};
}

}  // namespace entente
