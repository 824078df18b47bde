#include "xml.hpp"

#include <array>

#include "utf8.hpp"

namespace entente {
namespace {

/// What stands for a character; empty where it stands for itself.
constexpr auto references = [] {
  std::array<std::string_view, 256> table{};
  table['&'] = "&amp;";
  table['<'] = "&lt;";
  table['>'] = "&gt;";
  table['"'] = "&quot;";
  table['\t'] = "&#9;";
  table['\n'] = "&#10;";
  table['\r'] = "&#13;";
  return table;
}();

}  // namespace

void append_xml(std::string_view text, std::string& out) {
  std::string storage;
  const auto portable = portable_text(text, storage);
  std::size_t done = 0;
  for (std::size_t i = 0; i < portable.size(); ++i) {
    const auto reference = references[static_cast<unsigned char>(portable[i])];
    if (reference.empty()) continue;
    out.append(portable, done, i - done).append(reference);
    done = i + 1;
  }
  out.append(portable, done);
}

void append_attribute(std::string_view name, std::string_view value, std::string& out) {
  out.append(" ").append(name).append("=\"");
  append_xml(value, out);
  out.push_back('"');
}

}  // namespace entente
