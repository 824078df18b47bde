#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/export/quad_reader.hpp"

namespace entente {

/// A part of the input that moves over it. A scanner reads from `at` to `end()`, where a few NUL bytes stand; what it needs
/// whole it keeps by asking for more from where that begins.
class InputWindow {
 public:
  /// `end()` is this many bytes away from the end of what a scanner may look at: the longest look ahead.
  static constexpr std::size_t margin = 16;
  /// A term that is longer is taken for a string without an end.
  static constexpr std::size_t longest_term = std::size_t{1} << 30;

  /// Reads the beginning, without a byte order mark. `source` must outlive it.
  explicit InputWindow(ByteSource& source);

  const char* at = nullptr;  ///< where the reader stands

  [[nodiscard]] const char* end() const { return end_; }
  [[nodiscard]] bool is_at_end() const { return at == end_ && is_last_; }
  /// Whether a scan that stopped at `stop` might have gone on had there been more.
  [[nodiscard]] bool is_cut_short(const char* stop) const {
    return !is_last_ && end_ - stop < static_cast<std::ptrdiff_t>(margin);
  }
  /// Moves on so that at least one more byte stands behind `end()`, or it is the last; keeps all from `at` on. All pointers
  /// but `at` and `end()` are void. False where a term would become too long.
  bool read_more();

  /// The first byte at or behind `at` that is no UTF-8; `end()` where there is none.
  [[nodiscard]] const char* first_bad() const { return first_bad_; }
  /// What is before `from` is given up, bad bytes and all.
  void forget_bad_before(const char* from);

  /// What went wrong with the source.
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

  /// Fills in line, column, excerpt and caret for `place`, between the last `at` that was read on from and `end()`.
  void locate(const char* place, ReadMistake& mistake) const;
  /// Excerpt and caret only, at little cost.
  void show(const char* place, ReadMistake& mistake) const;

 private:
  void leave_behind(const char* until);
  void append_from_source();
  void check_utf8();

  ByteSource& source_;
  std::vector<char> buffer_;
  char* end_ = nullptr;       ///< of whole characters
  char* read_end_ = nullptr;  ///< of what was read
  std::string cut_;           ///< what was read of the character at `end_`
  const char* first_bad_ = nullptr;
  bool is_last_ = false;
  std::uint64_t line_ = 1;    ///< at the beginning of the buffer
  std::uint64_t column_ = 1;  ///< likewise
  std::string line_start_;    ///< of that line, as far as it lies before the buffer: its last bytes
  std::optional<Error> failure_;
};

}  // namespace entente
