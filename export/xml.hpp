#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Appends `text` as it must stand in an XML 1.0 attribute value between double quotes, or in content: markup escaped, white
/// space kept as it is by character references, U+FFFD for what XML cannot hold.
void append_xml(std::string_view text, std::string& out);

/// Appends ` name="value"`.
void append_attribute(std::string_view name, std::string_view value, std::string& out);

}  // namespace entente
