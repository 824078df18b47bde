#include "page_text.hpp"

#include <array>
#include <utility>

namespace entente {
namespace {

bool is_white_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// What U+0080 to U+009F, which are no characters, mean on pages: the bytes of windows-1252 (HTML, "numeric character reference
/// end state"). The five that mean nothing there become spaces.
constexpr std::array<std::string_view, 32> meant{"€", " ", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", " ", "Ž", " ",
                                                 " ", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", " ", "ž", "Ÿ"};

bool is_c1_control(std::string_view text) {
  return text.size() >= 2 && text[0] == '\xC2' && static_cast<unsigned char>(text[1]) < 0xA0;
}

}  // namespace

void PageText::add(std::string_view characters, bool is_link) {
  while (!characters.empty()) {
    if (is_c1_control(characters)) {
      for (const char byte : meant[static_cast<unsigned char>(characters[1]) - 0x80U]) add_byte(byte, is_link);
      characters.remove_prefix(2);
    } else {
      add_byte(characters.front(), is_link);
      characters.remove_prefix(1);
    }
  }
}

void PageText::add_byte(char byte, bool is_link) {
  if (is_white_space(byte)) {
    is_in_word_ = false;
    if (!text_.empty() && !is_white_space(text_.back())) text_ += ' ';
    return;
  }
  if (is_control(byte)) return;
  if (!std::exchange(is_in_word_, true)) {
    ++words_;
    link_words_ += is_link ? 1 : 0;
  }
  text_ += byte;
}

bool PageText::break_line() {
  is_in_word_ = false;
  if (text_.ends_with(' ')) text_.pop_back();
  if (text_.empty() || text_.ends_with('\n')) return true;
  text_ += '\n';
  return false;
}

void PageText::end_block(std::vector<PageBlock>& out, const PageBlock& model) {
  while (!text_.empty() && is_white_space(text_.back())) text_.pop_back();
  if (words_ > 0) {
    PageBlock& block = out.emplace_back(model);
    block.text = std::exchange(text_, {});
    block.words = words_;
    block.link_words = link_words_;
  }
  *this = {};
}

std::string collapse_white_space(std::string_view text) {
  PageText collapsed;
  collapsed.add(text, false);
  std::vector<PageBlock> blocks;
  collapsed.end_block(blocks, {});
  return blocks.empty() ? std::string() : std::move(blocks.front().text);
}

}  // namespace entente
