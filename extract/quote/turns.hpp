#pragma once

#include <string_view>
#include <vector>

#include "extract/text/tokens.hpp"

namespace entente {

/// What somebody says in a dialogue without quotation marks: tokens [first, last) of a line.
struct Turn {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Finds the lines that a dash opens where somebody asks in them or before them, and, after a question, those that a name or its
/// initials open with a colon. The dash and the name are left out. In text order, appended to `out`; linear.
void find_turns(std::string_view text, const std::vector<Token>& tokens, std::vector<Turn>& out);

}  // namespace entente
