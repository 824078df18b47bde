#include "push_progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "../messages.hpp"
#include "../stop_requests.hpp"

namespace entente::cli {
namespace {

constexpr std::uint64_t width = 30;

std::string in_seconds(std::chrono::milliseconds duration) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f s", static_cast<double>(duration.count()) / 1000);
  return text;
}

}  // namespace

PushProgress::PushProgress(std::uint64_t graphs, std::uint64_t bytes, bool is_wanted)
    : graphs_(graphs), bytes_(std::max<std::uint64_t>(bytes, 1)), is_shown_(is_wanted && ::isatty(STDERR_FILENO) != 0) {}

void PushProgress::advance(std::uint64_t bytes) {
  ++graph_;
  bytes_before_ += bytes_now_;
  bytes_now_ = bytes;
  sent(0);
}

void PushProgress::clear() {
  if (is_shown_) std::fprintf(stderr, "\r\033[K");
  shown_.clear();
}

std::string PushProgress::line(std::uint64_t bytes) const {
  const auto filled = static_cast<std::size_t>(width * std::min(bytes_before_ + bytes, bytes_) / bytes_);
  const auto waited = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - last_sent_);
  std::string line = "[" + std::string(filled, '#') + std::string(width - filled, '.') + "] graph " + std::to_string(graph_) +
                     " of " + std::to_string(graphs_);
  if (waited.count() > 0) line += ", the store is at work for " + std::to_string(waited.count()) + " s";
  return line;
}

void PushProgress::sent(std::uint64_t bytes) {
  if (!is_shown_) return;
  if (bytes < bytes_now_) last_sent_ = Clock::now();
  const std::string now = line(bytes);
  if (now == shown_) return;
  std::fprintf(stderr, "\r%s\033[K", now.c_str());
  shown_ = now;
}

void PushProgress::waits(const std::string& reason, std::chrono::milliseconds wait) {
  clear();
  tell(reason + ": trying again in " + in_seconds(wait));
}

PutObserver::Wish PushProgress::wish() {
  const int requests = StopRequests::count();
  if (requests == 0) return Wish::go_on;
  if (requests > 1) return Wish::break_off;
  if (!has_told_) {
    clear();
    tell(std::string("stopping after this graph; interrupt again to break it off"));
    has_told_ = true;
  }
  return Wish::finish;
}

}  // namespace entente::cli
