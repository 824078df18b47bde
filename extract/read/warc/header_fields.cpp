#include "header_fields.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "../ascii.hpp"

namespace entente {

void HeaderFields::add_line(std::string_view line) {
  if (line.starts_with(' ') || line.starts_with('\t')) {
    if (!fields_.empty()) fields_.back().second.append(" ").append(trimmed(line));
    return;
  }
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return;
  fields_.emplace_back(ascii_lower_case(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
}

std::string_view HeaderFields::operator[](std::string_view name) const {
  const auto found = std::ranges::find(fields_, name, &std::pair<std::string, std::string>::first);
  return found == fields_.end() ? std::string_view() : found->second;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white_space = " \t\r\n";
  const auto begin = std::min(text.find_first_not_of(white_space), text.size());
  return text.substr(begin, text.find_last_not_of(white_space) + 1 - begin);
}

std::optional<std::uint64_t> parse_number(std::string_view text, int base) {
  std::uint64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string media_type(std::string_view content_type) {
  return ascii_lower_case(trimmed(content_type.substr(0, content_type.find(';'))));
}

}  // namespace entente
