#include "printable.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>

namespace entente::cli {
namespace {

constexpr std::uint32_t shown_as_escapes = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;

void append_escape(const char* form, unsigned number, std::string& out) {
  char escape[16];
  std::snprintf(escape, sizeof escape, form, number);
  out += escape;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c < 0) {
      at = begin + 1;
      append_escape("\\x%02X", bytes[begin], out);
    } else if (c == '\n') {
      out += "\\n";
    } else if ((U_GET_GC_MASK(c) & shown_as_escapes) != 0) {
      append_escape("\\u{%X}", static_cast<unsigned>(c), out);
    } else {
      out.append(text, begin, at - begin);
    }
  }
  return out;
}

}  // namespace entente::cli
