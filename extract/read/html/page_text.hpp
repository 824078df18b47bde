#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "page_parts.hpp"

namespace entente {

/// The text of one block on its way: white space as browsers show it, and its words counted.
class PageText {
 public:
  void add(std::string_view characters, bool is_link);
  /// Whether this is the second break in a row: pages without paragraphs part them so.
  [[nodiscard]] bool break_line();
  /// Appends what was added since the last call, if there is anything to read, as a block like `model`.
  void end_block(std::vector<PageBlock>& out, const PageBlock& model);

 private:
  void add_byte(char byte, bool is_link);

  std::string text_;
  std::size_t words_ = 0;
  std::size_t link_words_ = 0;
  bool is_in_word_ = false;
};

/// Runs of white space as one space, none at the ends.
[[nodiscard]] std::string collapse_white_space(std::string_view text);

}  // namespace entente
