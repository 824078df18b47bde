#include "extract/text/sections.hpp"

#include "extract/text/utf8.hpp"

namespace entente {

std::size_t first_section(std::string_view text, std::size_t longest) {
  if (text.size() <= longest) return text.size();
  const std::string_view reach = text.substr(0, longest);
  for (const std::string_view border : {"\n", ". ", " "}) {
    const std::size_t at = reach.rfind(border);
    if (at != std::string_view::npos && at >= longest / 2) return at + border.size();
  }
  std::size_t end = longest;
  while (!begins_code_point(text[end])) --end;
  return end;
}

}  // namespace entente
