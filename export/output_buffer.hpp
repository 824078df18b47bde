#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "entente/export/writer.hpp"

namespace entente {

/// Gathers bytes and hands them to a sink in large pieces. After a failure it takes everything and keeps nothing.
class OutputBuffer {
 public:
  explicit OutputBuffer(ByteSink& sink) : sink_(sink) { bytes_.reserve(piece + piece / 4); }

  /// Where to append. Call `flush_if_full` every now and then.
  [[nodiscard]] std::string& bytes() { return bytes_; }

  void flush_if_full() {
    if (bytes_.size() >= piece) flush();
  }

  void flush() {
    if (!failure_ && !bytes_.empty()) {
      if (auto written = sink_.write(bytes_); !written) failure_ = written.error();
    }
    bytes_.clear();
  }

  [[nodiscard]] bool is_good() const { return !failure_; }
  /// The first failure of the sink, if there was one.
  [[nodiscard]] Result<Done> state() const {
    if (failure_) return *failure_;
    return Done{};
  }

 private:
  static constexpr std::size_t piece = 256 * 1024;

  ByteSink& sink_;
  std::string bytes_;
  std::optional<Error> failure_;
};

}  // namespace entente
