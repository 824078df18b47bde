#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "entente/export/quad_reader.hpp"
#include "entente/export/writer.hpp"

namespace entente {

/// Bytes from memory.
class StringSource final : public ByteSource {
 public:
  explicit StringSource(std::string text) : text_(std::move(text)) {}
  Result<std::size_t> read(char* buffer, std::size_t size) override {
    const auto count = text_.copy(buffer, size, done_);
    done_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t done_ = 0;
};

/// Bytes into memory.
class StringSink final : public ByteSink {
 public:
  Result<Done> write(std::string_view bytes) override {
    text.append(bytes);
    return Done{};
  }
  std::string text;
};

}  // namespace entente
