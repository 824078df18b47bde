#pragma once

#include <cstddef>
#include <string_view>

namespace entente::cli {

/// Whether two tags (BCP 47) name the same language, be it of different countries: "fr" and "fr-CA".
[[nodiscard]] constexpr bool is_same_language(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  a = a.substr(0, a.find_first_of("-_"));
  b = b.substr(0, b.find_first_of("-_"));
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

}  // namespace entente::cli
