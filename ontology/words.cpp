#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <numeric>

#include "loader.hpp"

namespace entente {
namespace {

constexpr std::size_t most_edits = 2;
constexpr std::string_view curly_apostrophe = "\xE2\x80\x99";

/// The Levenshtein distance of two strings.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

bool is_close_in_length(std::string_view a, std::string_view b) {
  return std::max(a.size(), b.size()) - std::min(a.size(), b.size()) <= most_edits;
}

/// Below U+0300 all characters are in normalisation form C and stay so beside each other.
bool is_surely_normalized(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0xCC || (c & 0x40) == 0; });
}

}  // namespace

std::string normalized(std::string_view text) {
  std::string out(text);
  if (is_surely_normalized(text)) return out;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form_c = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return out;
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (form_c->isNormalizedUTF8(piece, status) || U_FAILURE(status)) return out;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  form_c->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_FAILURE(status) ? out : composed;
}

std::vector<std::string> split_words(std::string_view text) {
  std::string plain = normalized(text);
  for (std::size_t at = plain.find(curly_apostrophe); at != std::string::npos; at = plain.find(curly_apostrophe, at)) {
    plain.replace(at, curly_apostrophe.size(), "'");
  }
  std::vector<std::string> words(1);
  for (const char c : plain) {
    if (c != ' ') words.back() += c;
    if ((c == ' ' || c == '\'') && !words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string suggestion(std::string_view name, std::span<const std::string_view> candidates, const Graph& graph) {
  std::string_view best;
  std::size_t fewest = most_edits + 1;
  for (const std::string_view candidate : candidates) {
    if (!is_close_in_length(candidate, name)) continue;
    const std::size_t same = common_prefix(candidate, name);
    const std::size_t edits = edit_distance(candidate.substr(same), name.substr(same));
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best.empty() ? "" : " (did you mean " + graph.shorten(best) + "?)";
}

}  // namespace entente
