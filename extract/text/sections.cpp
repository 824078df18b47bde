#include "extract/text/sections.hpp"

#include "extract/text/utf8.hpp"

namespace entente {

std::size_t first_section(std::string_view text) {
  if (text.size() <= longest_section) return text.size();
  const std::string_view longest = text.substr(0, longest_section);
  for (const std::string_view border : {"\n", ". ", " "}) {
    const std::size_t at = longest.rfind(border);
    if (at != std::string_view::npos && at >= longest_section / 2) return at + border.size();
  }
  std::size_t end = longest_section;
  while (!begins_code_point(text[end])) --end;
  return end;
}

}  // namespace entente
