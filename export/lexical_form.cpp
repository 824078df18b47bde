#include "lexical_form.hpp"

#include <algorithm>
#include <cmath>

#include "terms.hpp"

namespace entente {
namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

bool is_subtag(std::string_view subtag) {
  return !subtag.empty() && subtag.size() <= 8 && std::ranges::all_of(subtag, is_letter_or_digit);
}

/// `tag` in lower case.
bool is_language_tag(std::string_view tag) {
  const auto primary = tag.substr(0, tag.find('-'));
  if (primary.size() < 2 || !is_subtag(primary) || !std::ranges::all_of(primary, is_letter)) return false;
  auto rest = tag.substr(primary.size());
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const auto subtag = rest.substr(0, rest.find('-'));
    if (!is_subtag(subtag)) return false;
    rest.remove_prefix(subtag.size());
  }
  return true;
}

}  // namespace

int confidence_hundredths(double confidence) {
  if (!(confidence > 0)) return 0;
  return static_cast<int>(std::lround(std::min(confidence, 1.0) * 100));
}

std::string decimal_from_hundredths(int hundredths) {
  std::string decimal = std::to_string(hundredths / 100);
  const int rest = hundredths % 100;
  if (rest == 0) return decimal;
  decimal.append({'.', static_cast<char>('0' + rest / 10)});
  if (rest % 10 != 0) decimal.push_back(static_cast<char>('0' + rest % 10));
  return decimal;
}

std::string_view date_datatype(Date date) {
  if (date.day != 0) return terms::xsd::date;
  return date.month != 0 ? terms::xsd::gYearMonth : terms::xsd::gYear;
}

std::string language_tag(std::string_view tag) {
  std::string lowered(tag);
  std::ranges::transform(lowered, lowered.begin(), lower);
  if (!is_language_tag(lowered)) lowered.clear();
  return lowered;
}

}  // namespace entente
