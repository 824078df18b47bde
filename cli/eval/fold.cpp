#include "fold.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>

namespace entente::cli::eval {
namespace {

icu::UnicodeString decomposed_lower(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFKDInstance(status);
  const auto source = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  icu::UnicodeString made = form->normalize(source, status);
  assert(U_SUCCESS(status));  // the form is compiled into ICU
  return made.toLower(icu::Locale::getRoot());
}

bool parts_words(UChar32 c) { return c == '-' || u_isUWhiteSpace(c) != 0 || (c >= 0x1C && c <= 0x1F); }

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  const icu::UnicodeString lower = decomposed_lower(text);
  std::vector<std::string> words;
  bool is_inside = false;
  for (std::int32_t at = 0; at < lower.length(); at = lower.moveIndex32(at, 1)) {
    const UChar32 c = lower.char32At(at);
    if (parts_words(c)) {
      is_inside = false;
    } else if (u_getCombiningClass(c) == 0) {
      if (!is_inside) words.emplace_back();
      is_inside = true;
      icu::UnicodeString(c == 0x2019 ? UChar32{'\''} : c).toUTF8String(words.back());
    }
  }
  return words;
}

std::string fold(std::string_view text) {
  std::string joined;
  for (const std::string& word : folded_words(text)) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

double likeness(std::string_view a, std::string_view b) {
  const auto x = folded_words(a);
  const auto y = folded_words(b);
  if (x.empty() || y.empty()) return 0;
  std::vector<std::size_t> row(y.size() + 1);
  for (const std::string& word : x) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < y.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = word == y[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return static_cast<double>(2 * row.back()) / static_cast<double>(x.size() + y.size());
}

}  // namespace entente::cli::eval
