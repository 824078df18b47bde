#pragma once

#include <string>
#include <string_view>

namespace entente::cli {

/// `text` on one line, for a terminal: controls, separators of lines, and what changes the direction of text (Unicode's
/// categories Cc, Cf, Zl and Zp) as escapes such as \u{1B}, bytes that are no UTF-8 as \xFF. File names and found words may
/// hold any of it.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace entente::cli
