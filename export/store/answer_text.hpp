#pragma once

#include <string>
#include <string_view>

namespace entente {

/// What a server says, fit for a line on a terminal: without markup and control characters, white space run together, cut to
/// some two hundred characters.
std::string one_line(std::string_view text);

}  // namespace entente
