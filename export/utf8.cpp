#include "utf8.hpp"

namespace entente {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned char byte_at(std::string_view text, std::size_t position) {
  return position < text.size() ? static_cast<unsigned char>(text[position]) : 0;
}

/// Length of the sequence that `lead` begins; 0 if it begins none.
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

constexpr char32_t smallest_of_length[] = {0, 0, 0x80, 0x800, 0x10000};

bool is_scalar_of_length(char32_t c, std::size_t length) {
  return c >= smallest_of_length[length] && c <= 0x10ffff && !(c >= 0xd800 && c <= 0xdfff);
}

std::string_view cut_at_character(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (byte_at(text, limit) & 0xc0) == 0x80) --limit;
  return text.substr(0, limit);
}

std::size_t first_not_portable(std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    const auto start = position;
    if (byte_at(text, position) >= 0x20 && byte_at(text, position) < 0x80)
      ++position;
    else if (!is_portable(next_code_point(text, position)))
      return start;
  }
  return text.size();
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto lead = byte_at(text, position);
  const auto length = sequence_length(lead);
  if (length == 1) return text[position++], lead;
  char32_t c = length == 0 ? 0 : lead & (0x7fU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = byte_at(text, position + i);
    if ((next & 0xc0) != 0x80) return ++position, ill_formed;
    c = (c << 6) | (next & 0x3fU);
  }
  if (length == 0 || !is_scalar_of_length(c, length)) return ++position, ill_formed;
  position += length;
  return c;
}

void append_code_point(char32_t c, std::string& out) {
  const auto tail = [&](unsigned shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3f)); };
  if (c < 0x80)
    out.push_back(static_cast<char>(c));
  else if (c < 0x800)
    out.append({static_cast<char>(0xc0 | (c >> 6)), tail(0)});
  else if (c < 0x10000)
    out.append({static_cast<char>(0xe0 | (c >> 12)), tail(6), tail(0)});
  else
    out.append({static_cast<char>(0xf0 | (c >> 18)), tail(12), tail(6), tail(0)});
}

std::string_view portable_text(std::string_view text, std::string& storage, std::size_t limit) {
  text = cut_at_character(text, limit);
  auto bad = first_not_portable(text);
  if (bad == text.size()) return text;
  storage.clear();
  for (; !text.empty(); bad = first_not_portable(text)) {
    storage.append(text.substr(0, bad));
    text.remove_prefix(bad);
    if (text.empty()) break;
    std::size_t length = 0;
    next_code_point(text, length);
    text.remove_prefix(length);
    storage.append(replacement);
  }
  return cut_at_character(storage, limit);
}

}  // namespace entente
