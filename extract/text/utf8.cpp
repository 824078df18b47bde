#include "extract/text/utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace entente {
namespace {

constexpr char32_t replacement = 0xfffd;

std::uint32_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return 4;
}

/// The canonical compositions and decompositions of Unicode. ICU has them built in.
const icu::Normalizer2* canonical() {
  static const icu::Normalizer2* const forms = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status);
  }();
  assert(forms != nullptr);
  return forms;
}

/// Letters of Latin-1 and Latin Extended-A without their accents; 0 where the code point is none of these.
char32_t plain_letter(char32_t c) {
  if (c < 0xc0 || c > 0x17f) return 0;
  icu::UnicodeString decomposition;
  if (!canonical()->getDecomposition(static_cast<UChar32>(c), decomposition)) return 0;
  return static_cast<char32_t>(decomposition.char32At(0));
}

void append_folded(char32_t lower, std::string& out) {
  if (lower < 0x80) {
    out.push_back(static_cast<char>(lower));
  } else if (lower == 0x153) {
    out += "oe";
  } else if (lower == 0xe6) {
    out += "ae";
  } else if (lower == 0xdf) {
    out += "ss";
  } else if (lower == 0x131) {
    out += "i";
  } else if (is_apostrophe(lower)) {
    out.push_back('\'');
  } else if (is_hyphen(lower)) {
    out.push_back('-');
  } else if (lower < 0x300 || lower > 0x36f) {
    const char32_t plain = plain_letter(lower);
    append_utf8(plain != 0 ? plain : lower, out);
  }
}

/// Puts what stands before the first character beyond ASCII, mostly all, into lower case; how many bytes that is. ASCII's own
/// apostrophe and hyphen are those that others become.
std::size_t lower_plain_beginning(std::string& text) {
  std::size_t at = 0;
  for (; at < text.size() && static_cast<unsigned char>(text[at]) < 0x80; ++at)
    if (is_upper(static_cast<unsigned char>(text[at]))) text[at] = static_cast<char>(text[at] + ('a' - 'A'));
  return at;
}

}  // namespace

CodePoint code_point_of_three_or_four(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::uint32_t length = sequence_length(byte(at));
  if (at + length > text.size()) return {replacement, static_cast<std::uint32_t>(text.size() - at)};
  char32_t value = byte(at) & (0xffU >> (length + 1));
  for (std::uint32_t i = 1; i < length; ++i) value = (value << 6) | (byte(at + i) & 0x3fU);
  return {value, length};
}

CodePoint code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xc0U) == 0x80U) --start;
  return {code_point_at(text, start).value, static_cast<std::uint32_t>(at - start)};
}

void append_utf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xc0U | (c >> 6)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3fU)));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xe0U | (c >> 12)));
    out.push_back(static_cast<char>(0x80U | ((c >> 6) & 0x3fU)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3fU)));
  } else {
    out.push_back(static_cast<char>(0xf0U | (c >> 18)));
    out.push_back(static_cast<char>(0x80U | ((c >> 12) & 0x3fU)));
    out.push_back(static_cast<char>(0x80U | ((c >> 6) & 0x3fU)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3fU)));
  }
}

bool is_letter_beyond_latin1(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) || (c >= 0x300 && c <= 0x36f); }

bool is_upper_beyond_latin1(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)); }

bool is_dash(char32_t c) { return c >= 0x2012 && c <= 0x2015; }

std::string to_lower(std::string_view text) {
  std::string out(text);
  const std::size_t plain = lower_plain_beginning(out);
  out.resize(plain);
  for (std::size_t at = plain; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.length;
    if (c.value < 0x80) {
      out.push_back(static_cast<char>(is_upper(c.value) ? c.value + 32 : c.value));
    } else if (is_apostrophe(c.value)) {
      out.push_back('\'');
    } else if (is_hyphen(c.value)) {
      out.push_back('-');
    } else {
      append_utf8(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))), out);
    }
  }
  return out;
}

std::string fold(std::string_view text) {
  std::string out(text);
  const std::size_t plain = lower_plain_beginning(out);
  out.resize(plain);
  for (std::size_t at = plain; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.length;
    if (c.value < 0x80)
      out.push_back(static_cast<char>(is_upper(c.value) ? c.value + 32 : c.value));
    else
      append_folded(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))), out);
  }
  return out;
}

std::u32string accented(char32_t letter) {
  constexpr std::array<UChar32, 5> accents = {0x301, 0x302, 0x300, 0x308, 0x327};
  std::u32string out;
  for (const UChar32 accent : accents)
    if (const UChar32 composed = canonical()->composePair(static_cast<UChar32>(letter), accent); composed >= 0)
      out.push_back(static_cast<char32_t>(composed));
  return out;
}

std::uint32_t count_code_points(std::string_view text) {
  return static_cast<std::uint32_t>(std::ranges::count_if(text, begins_code_point));
}

}  // namespace entente
