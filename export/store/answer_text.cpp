#include "answer_text.hpp"

#include <algorithm>

#include "../utf8.hpp"

namespace entente {
namespace {

constexpr std::size_t longest = 240;  // bytes

bool begins_tag(std::string_view text) {
  if (text.size() < 2 || text[0] != '<') return false;
  const char c = text[1];
  return c == '/' || c == '!' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_printable(char32_t c) { return c > 0x20 && !(c >= 0x7f && c <= 0xa0) && c != ill_formed; }

/// Behind the tag that begins at `position`. An IRI in angle brackets is none: it has a colon before any space.
std::size_t behind_tag(std::string_view text, std::size_t position) {
  const auto end = text.find('>', position);
  if (end == std::string_view::npos) return position;
  const auto name = text.substr(position, text.find_first_of(" >", position) - position);
  return name.find(':') == std::string_view::npos ? end + 1 : position;
}

/// A space in the place of each tag.
std::string without_markup(std::string_view text) {
  std::string plain;
  for (std::size_t position = 0; position < text.size();) {
    const auto end = begins_tag(text.substr(position)) ? behind_tag(text, position) : position;
    plain.push_back(end == position ? text[position] : ' ');
    position = std::max(end, position + 1);
  }
  return plain;
}

}  // namespace

std::string one_line(std::string_view text) {
  const std::string plain = without_markup(text);
  std::string line;
  bool is_apart = false;
  for (std::size_t position = 0; position < plain.size() && line.size() < longest;) {
    const auto start = position;
    const bool is_shown = is_printable(next_code_point(plain, position));
    if (is_shown && is_apart && !line.empty()) line.push_back(' ');
    if (is_shown) line.append(plain, start, position - start);
    is_apart = !is_shown;
  }
  return line.size() < longest ? line : line + "…";
}

}  // namespace entente
