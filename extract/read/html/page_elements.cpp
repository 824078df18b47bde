#include "page_elements.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "../ascii.hpp"

namespace entente {
namespace {

using enum ElementRole;
using Row = std::pair<std::string_view, ElementRole>;

constexpr std::array elements = std::to_array<Row>({
    {"a", link},
    {"address", block},
    {"article", article},
    {"aside", furniture},
    {"audio", furniture},
    {"blockquote", block},
    {"br", line_break},
    {"button", furniture},
    {"canvas", furniture},
    {"caption", block},
    {"center", block},
    {"dd", item},
    {"details", block},
    {"dialog", furniture},
    {"dir", block},
    {"div", block},
    {"dl", block},
    {"dt", item},
    {"fieldset", block},
    {"figcaption", block},
    {"figure", block},
    {"footer", furniture},
    {"form", form},
    {"h1", headline},
    {"h2", heading},
    {"h3", heading},
    {"h4", heading},
    {"h5", heading},
    {"h6", heading},
    {"header", header},
    {"hgroup", block},
    {"hr", block},
    {"iframe", furniture},
    {"input", furniture},
    {"label", furniture},
    {"legend", block},
    {"li", item},
    {"main", main_part},
    {"map", furniture},
    {"menu", furniture},
    {"nav", furniture},
    {"noframes", furniture},
    {"noscript", furniture},
    {"object", furniture},
    {"ol", block},
    {"option", furniture},
    {"p", block},
    {"pre", block},
    {"script", furniture},
    {"section", block},
    {"select", furniture},
    {"style", furniture},
    {"summary", block},
    {"svg", furniture},
    {"table", block},
    {"tbody", block},
    {"td", item},
    {"template", furniture},
    {"textarea", furniture},
    {"tfoot", block},
    {"th", item},
    {"thead", block},
    {"title", furniture},
    {"tr", block},
    {"ul", block},
    {"video", furniture},
});
static_assert(std::ranges::is_sorted(elements, {}, &Row::first));

constexpr std::array furniture_words = std::to_array<std::string_view>({
    "ad",       "ads",     "advert", "advertisement", "banner",          "breadcrumb", "breadcrumbs",  "comment",
    "comments", "consent", "cookie", "cookies",       "disqus",          "footer",     "gdpr",         "login",
    "menu",     "modal",   "nav",    "navbar",        "navigation",      "newsletter", "outbrain",     "pagination",
    "paywall",  "popup",   "promo",  "recommended",   "recommendations", "related",    "rgpd",         "share",
    "sharing",  "sidebar", "signup", "social",        "sponsored",       "subscribe",  "subscription", "taboola",
    "tags",     "toolbar", "widget",
});

constexpr std::array content_words =
    std::to_array<std::string_view>({"article", "body", "content", "main", "page", "post", "story", "text"});

template <typename Words>
bool has(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

ElementRole role_of_element(std::string_view name) {
  const auto* found = std::ranges::lower_bound(elements, name, {}, &Row::first);
  return found != elements.end() && found->first == name ? found->second : inline_text;
}

bool names_furniture(std::string_view class_names) {
  bool is_furniture = false;
  std::string word;
  for (std::size_t at = 0; at <= class_names.size(); ++at) {
    if (at < class_names.size() && is_ascii_letter(class_names[at])) {
      word += static_cast<char>(class_names[at] | 0x20);
      continue;
    }
    if (has(content_words, word)) return false;
    is_furniture = is_furniture || has(furniture_words, word);
    word.clear();
  }
  return is_furniture;
}

}  // namespace entente
