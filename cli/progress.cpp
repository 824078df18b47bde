#include "progress.hpp"

#include <unistd.h>

#include <cstdio>
#include <string>

namespace entente::cli {
namespace {

constexpr std::size_t width = 30;

}  // namespace

Progress::Progress(std::size_t total, bool is_wanted)
    : total_(total), is_shown_(is_wanted && total > 1 && ::isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() { clear(); }

void Progress::reach(std::size_t input) {
  if (!is_shown_ || current_ == input + 1) return;
  current_ = input + 1;
  const std::size_t filled = width * (current_ - 1) / total_;
  const std::string bar = std::string(filled, '#') + std::string(width - filled, '.');
  std::fprintf(stderr, "\r[%s] %zu of %zu", bar.c_str(), current_, total_);
}

void Progress::clear() {
  if (is_shown_) std::fprintf(stderr, "\r\033[K");
}

}  // namespace entente::cli
