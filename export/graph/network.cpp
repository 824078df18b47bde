#include "network.hpp"

#include <algorithm>

namespace entente {

std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

std::vector<std::string_view> list_items(std::string_view value) {
  std::vector<std::string_view> items;
  while (!value.empty()) {
    const auto end = std::min(value.find('\n'), value.size());
    items.push_back(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return items;
}

std::string quoted_list(std::string_view value) {
  if (value.empty()) return {};
  std::string list = "[";
  for (const auto item : list_items(value)) {
    if (list.size() > 1) list.append(", ");
    list.push_back('"');
    for (const char c : item) {
      if (c == '"' || c == '\\') list.push_back('\\');
      list.push_back(c);
    }
    list.push_back('"');
  }
  return list.append("]");
}

}  // namespace entente
