#pragma once

#include <cstddef>

namespace entente::cli {

/// A line on standard error that says how far the work is; only on a terminal, and gone at the end.
class Progress {
 public:
  Progress(std::size_t total, bool is_wanted);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  /// Another of `total` inputs is about to be read.
  void advance();
  /// Makes room for a message.
  void clear();

 private:
  std::size_t total_;
  std::size_t current_ = 0;
  bool is_shown_;
};

}  // namespace entente::cli
