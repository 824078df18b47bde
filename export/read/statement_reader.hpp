#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "entente/export/quad_reader.hpp"
#include "input_window.hpp"
#include "term_scanner.hpp"

namespace entente {

/// What the readers of all textual formats do alike: move through the input, tell mistakes, count.
class StatementReader {
 protected:
  StatementReader(ByteSource& source, const QuadReaderOptions& options, QuadSink& sink);

  /// Moves over white space and comments. False at the end of the input.
  bool skip_space();

  /// Runs `scan` on `scanner_` from where the reader stands, again with more of the input while it may have been cut short,
  /// and moves behind what it recognised. Where it fails, the mistake is told. `scan` must not do anything for good.
  template <typename Scan>
  bool scan_whole(Scan scan) {
    while (true) {
      scanner_.at = window_.at;
      scanner_.end = window_.end();
      scanner_.furthest = nullptr;
      const bool is_right = scan();
      const char* stop = std::max(scanner_.at, scanner_.furthest);
      if (window_.is_cut_short(stop)) {
        if (window_.read_more()) continue;
        return mistake(window_.at, "expected a shorter term: this one does not end within 1 GiB");
      }
      if (window_.first_bad() < scanner_.at)
        return mistake(window_.first_bad(), "expected UTF-8, found a byte that belongs to no character");
      if (!is_right) return expected(scanner_.at, scanner_.expected);
      window_.at = scanner_.at;
      return true;
    }
  }

  /// Each tells the mistake and returns false.
  bool mistake(const char* place, std::string_view message, Error::Kind kind = Error::Kind::syntax);
  bool expected(const char* place, std::string_view wanted);

  /// As in blank_labels.hpp.
  std::string_view blank_label(std::string_view label, bool has_anonymous_nodes, std::string& storage) const;
  std::string anonymous_label();

  /// Whether to stop for good: the source failed, or the sink takes no more.
  [[nodiscard]] bool is_over() const { return window_.failure().has_value() || !sink_.takes_more(); }
  Result<ReadCount> outcome() const;

  const QuadReaderOptions& options_;
  QuadSink& sink_;
  InputWindow window_;
  TermScanner scanner_;
  ReadCount count_;

 private:
  std::string found_at(const char* place) const;

  std::uint64_t anonymous_nodes_ = 0;
};

}  // namespace entente
