#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "entente/export/graph_store.hpp"

namespace entente::cli {

/// How far the sending is, on standard error where that is a terminal; and what the user wishes: one signal to stop lets the
/// request under way end, a second one breaks it off.
class PushProgress final : public PutObserver {
 public:
  PushProgress(std::uint64_t graphs, std::uint64_t bytes, bool is_wanted);

  /// The next graph, of so many bytes, is about to be sent.
  void advance(std::uint64_t bytes);
  /// Makes room for a message.
  void clear();

  void sent(std::uint64_t bytes) override;
  void waits(const std::string& reason, std::chrono::milliseconds wait) override;
  [[nodiscard]] Wish wish() override;

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] std::string line(std::uint64_t bytes) const;

  std::uint64_t graphs_;
  std::uint64_t bytes_;
  std::uint64_t graph_ = 0;
  std::uint64_t bytes_before_ = 0;  // of the graphs before the one under way
  std::uint64_t bytes_now_ = 0;     // of the one under way
  Clock::time_point last_sent_;     // when the one under way was not yet all sent
  std::string shown_;
  bool is_shown_;
  bool has_told_ = false;  // that it is about to stop
};

}  // namespace entente::cli
