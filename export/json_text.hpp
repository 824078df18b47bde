#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Appends `text`, which is valid UTF-8, as a JSON string (RFC 8259, 7) with as few escapes as may be.
void append_json_string(std::string_view text, std::string& out);

}  // namespace entente
