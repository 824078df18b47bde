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

  /// The work is at the input with this place, from 0, of `total`.
  void reach(std::size_t input);
  /// Makes room for a message.
  void clear();

 private:
  std::size_t total_;
  std::size_t current_ = 0;  ///< from 1; 0 where nothing is shown yet
  bool is_shown_;
};

}  // namespace entente::cli
