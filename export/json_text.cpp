#include "json_text.hpp"

#include <array>

namespace entente {
namespace {

/// What stands behind the backslash; 'u' for a number, 0 where none is needed.
constexpr auto escapes = [] {
  std::array<char, 256> table{};
  for (std::size_t i = 0; i < 0x20; ++i) table[i] = 'u';
  table['"'] = '"';
  table['\\'] = '\\';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  table['\b'] = 'b';
  table['\f'] = 'f';
  return table;
}();

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  constexpr std::string_view digits = "0123456789abcdef";
  out.push_back('"');
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const char escape = escapes[byte];
    if (escape == 0) continue;
    out.append(text, done, i - done).append({'\\', escape});
    if (escape == 'u') out.append({'0', '0', digits[byte >> 4], digits[byte & 0xf]});
    done = i + 1;
  }
  out.append(text, done).push_back('"');
}

}  // namespace entente
