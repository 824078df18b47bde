#include "xml.hpp"

#include "utf8.hpp"

namespace entente {
namespace {

/// What stands for a character; empty where it stands for itself.
std::string_view reference(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    case '\r': return "&#13;";
    default: return {};
  }
}

}  // namespace

void append_xml(std::string_view text, std::string& out) {
  std::string storage;
  for (const char c : portable_text(text, storage)) {
    const auto escaped = reference(c);
    if (escaped.empty()) out.push_back(c);
    else out.append(escaped);
  }
}

void append_attribute(std::string_view name, std::string_view value, std::string& out) {
  out.append(" ").append(name).append("=\"");
  append_xml(value, out);
  out.push_back('"');
}

}  // namespace entente
