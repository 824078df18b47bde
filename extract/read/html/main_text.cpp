#include "main_text.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

namespace entente {
namespace {

using Blocks = std::vector<const PageBlock*>;
using Test = std::function<bool(const PageBlock&)>;

constexpr std::size_t words_of_an_article = 40;
constexpr std::size_t few_words = 16;
constexpr double few_links = 1.0 / 3;

Blocks select(const Blocks& blocks, const Test& test) {
  Blocks selected;
  std::ranges::copy_if(blocks, std::back_inserter(selected), [&](const PageBlock* block) { return test(*block); });
  return selected;
}

std::size_t text_words(const Blocks& blocks) {
  std::size_t words = 0;
  for (const PageBlock* block : blocks) words += block->words - block->link_words;
  return words;
}

std::uint32_t longest_article(const Blocks& blocks) {
  std::map<std::uint32_t, std::size_t> words;
  for (const PageBlock* block : blocks) words[block->article] += block->words - block->link_words;
  words.erase(0);
  const auto longest = std::ranges::max_element(words, {}, &std::pair<const std::uint32_t, std::size_t>::second);
  return longest == words.end() ? 0 : longest->first;
}

struct Scope {
  Blocks blocks;
  bool is_marked = false;  ///< as an article, by the page itself
};

/// The narrowest part that the page marks and that holds enough to be an article.
Scope scope_of(const Blocks& blocks) {
  const auto longest = longest_article(blocks);
  const std::array<Test, 3> marks{[](const PageBlock& block) { return block.is_in_article_body; },
                                  [&](const PageBlock& block) { return longest != 0 && block.article == longest; },
                                  [](const PageBlock& block) { return block.is_in_main; }};
  for (const Test& mark : marks) {
    Blocks marked = select(blocks, mark);
    if (text_words(marked) >= words_of_an_article) return {std::move(marked), true};
  }
  return {blocks, false};
}

/// The published tree. What stands beside the first and the last block is empty.
bool is_text_by_neighbours(const PageBlock& previous, const PageBlock& block, const PageBlock& next) {
  if (block.link_density() > 0.333333) return false;
  if (previous.link_density() > 0.555556) return block.words > 40 || next.words > 17;
  return block.words > 16 || next.words > 15 || previous.words > 4;
}

bool ends_as_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 8> ends{".", "!", "?", "…", "»", "”", "\"", ":"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

bool is_heading(const PageBlock& block) { return block.role == ElementRole::heading; }

const PageBlock& nothing() {
  static const PageBlock empty{.text = {}, .words = 1, .link_words = 0};
  return empty;
}

/// Whether there is a number of four digits in it, as in the year of a date.
bool has_year(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (std::exchange(digits, 0) == 4) {
      return true;
    }
  }
  return digits == 4;
}

/// The lines above the text that tell its day stay with it: not every page says it elsewhere.
void keep_dates_above(const Blocks& blocks, std::vector<bool>& is_text) {
  const auto first = static_cast<std::size_t>(std::ranges::find(is_text, true) - is_text.begin());
  for (std::size_t i = 0; i < first && first < blocks.size(); ++i) {
    const PageBlock& block = *blocks[i];
    if (block.words <= few_words && block.link_density() <= few_links && has_year(block.text)) is_text[i] = true;
  }
}

std::vector<bool> texts_of(const Scope& scope) {
  const auto& blocks = scope.blocks;
  std::vector<bool> is_text(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const PageBlock& block = *blocks[i];
    const PageBlock& previous = i == 0 ? nothing() : *blocks[i - 1];
    const PageBlock& next = i + 1 == blocks.size() ? nothing() : *blocks[i + 1];
    const bool is_sentence = block.link_density() <= few_links && ends_as_sentence(block.text);
    const bool is_likely = is_text_by_neighbours(previous, block, next) && (block.words > few_words || is_sentence);
    is_text[i] = !is_heading(block) && (is_likely || (scope.is_marked && is_sentence));
  }
  for (std::size_t i = blocks.size(); i-- > 0;) {
    if (is_heading(*blocks[i])) is_text[i] = i + 1 < blocks.size() && is_text[i + 1] && blocks[i]->link_density() <= few_links;
  }
  keep_dates_above(blocks, is_text);
  return is_text;
}

Blocks article_of(const Blocks& blocks) {
  const Scope scope = scope_of(blocks);
  const auto is_text = texts_of(scope);
  Blocks article;
  for (std::size_t i = 0; i < is_text.size(); ++i) {
    if (is_text[i]) article.push_back(scope.blocks[i]);
  }
  return article;
}

}  // namespace

std::string main_text(const std::vector<PageBlock>& blocks) {
  Blocks all;
  for (const PageBlock& block : blocks) all.push_back(&block);
  const Blocks rest = select(all, [](const PageBlock& block) { return block.role != ElementRole::headline; });
  Blocks article = article_of(select(rest, [](const PageBlock& block) { return !block.is_named_furniture; }));
  if (text_words(article) < words_of_an_article) {
    Blocks other = article_of(rest);
    if (text_words(other) > 2 * text_words(article)) article = std::move(other);
  }
  std::string text;
  for (const PageBlock* block : article) {
    if (!text.empty()) text += "\n\n";
    text += block->text;
  }
  return text;
}

std::string headline(const std::vector<PageBlock>& blocks) {
  const auto is_headline = [](const PageBlock& block) {
    return block.role == ElementRole::headline && !block.is_named_furniture;
  };
  auto found =
      std::ranges::find_if(blocks, [&](const PageBlock& b) { return is_headline(b) && (b.article != 0 || b.is_in_main); });
  if (found == blocks.end()) found = std::ranges::find_if(blocks, is_headline);
  return found == blocks.end() ? std::string() : found->text;
}

}  // namespace entente
