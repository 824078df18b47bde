#include "extract/analyse/first_names.hpp"

#include <algorithm>
#include <string>

#include "extract/text/utf8.hpp"

namespace entente {
namespace {

/// Without vowels, without h, which transliterations add and drop, and without doubled letters.
std::string consonants(std::string_view folded) {
  constexpr std::string_view silent = "aeiouyhw'-";
  std::string out;
  for (const char c : folded)
    if (silent.find(c) == std::string_view::npos && (out.empty() || out.back() != c)) out.push_back(c);
  return out;
}

/// Calls `use` with each word of a label but the last, until it says true.
template <typename Use>
bool any_first_name(const Actor& person, const Use& use) {
  return std::ranges::any_of(person.labels, [&](const Label& label) {
    std::string_view rest = label.text;
    for (auto space = rest.find(' '); space != std::string_view::npos; space = rest.find(' ')) {
      if (use(rest.substr(0, space))) return true;
      rest.remove_prefix(space + 1);
    }
    return false;
  });
}

}  // namespace

bool has_first_name(const Actor& person) {
  return any_first_name(person, [](std::string_view) { return true; });
}

bool bears(const Actor& person, std::string_view name) {
  const std::string wanted = fold(name);
  return any_first_name(person, [&](std::string_view word) {
    const std::string known = fold(word);
    return known.substr(0, 2) == wanted.substr(0, 2) || consonants(known) == consonants(wanted);
  });
}

}  // namespace entente
