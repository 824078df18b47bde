#pragma once

#include <string>
#include <string_view>

namespace entente {

[[nodiscard]] constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// With the letters of ASCII in lower case, as the names of extensions, elements, header fields and encodings are compared.
[[nodiscard]] inline std::string ascii_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

}  // namespace entente
