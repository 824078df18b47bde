#include "charset.hpp"

#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "ascii.hpp"
#include "clean_text.hpp"

namespace entente {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  const char* encoding;
};

// The marks of UTF-32 first: that of UTF-16LE begins one of them.
constexpr std::array<Mark, 4> marks{
    {{"\xFF\xFE\0\0"sv, "UTF-32LE"}, {"\0\0\xFE\xFF"sv, "UTF-32BE"}, {"\xFF\xFE"sv, "UTF-16LE"}, {"\xFE\xFF"sv, "UTF-16BE"}}};

constexpr std::int32_t least_confidence = 15;  // ICU says 10 of what it knows nothing about

struct Close {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// False where ICU does not know the encoding.
bool convert(std::string& bytes, std::string_view text, const char* encoding) {
  const icu::UnicodeString converted(text.data(), static_cast<std::int32_t>(text.size()), encoding);
  if (converted.isBogus() != 0 || (converted.isEmpty() != 0 && !text.empty())) return false;
  std::string utf8;
  converted.toUTF8String(utf8);
  bytes = std::move(utf8);
  return true;
}

/// Whether what is not UTF-8 in `bytes` is the exception, or is a character cut off at the end.
bool is_broken_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  while (!bytes.empty()) {
    const std::size_t valid = valid_utf8_size(bytes);
    good += static_cast<std::size_t>(std::ranges::count_if(bytes.substr(0, valid), [](char c) { return (c & 0xC0) == 0xC0; }));
    bytes.remove_prefix(valid);
    if (bytes.empty()) break;
    if (bad == 0 && is_cut_character(bytes)) return true;
    ++bad;
    bytes.remove_prefix(1);
  }
  return good >= bad;
}

/// Whether Latin 9 gives sense to text in Latin 1: œ and Œ, where the other has fractions, beside letters, or a euro.
bool is_latin_9(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte >= 0x80 && byte < 0xA0) return false;
    const bool is_beside_letter =
        (i > 0 && is_ascii_letter(bytes[i - 1])) || (i + 1 < bytes.size() && is_ascii_letter(bytes[i + 1]));
    if (byte == 0xA4 || ((byte == 0xBC || byte == 0xBD) && is_beside_letter)) return true;
  }
  return false;
}

const char* detected_encoding(UCharsetDetector* detector) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector, &count, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &status);
    if (ucsdet_getConfidence(matches[i], &status) < least_confidence) return nullptr;
    if (!name.starts_with("UTF-") && !name.starts_with("IBM")) return name.data();  // neither NUL bytes nor EBCDIC come here
  }
  return nullptr;
}

/// The name for ICU; on the web the older names mean windows-1252 (Encoding Standard, 4.2).
std::string encoding_of(std::string_view declared) {
  std::string name = ascii_lower_case(declared);
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii") return "windows-1252";
  return name;
}

bool is_name_byte(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.'; }

}  // namespace

void convert_marked(std::string& bytes) {
  const auto* mark = std::ranges::find_if(marks, [&](const Mark& m) { return bytes.starts_with(m.bytes); });
  if (mark == marks.end()) return;
  convert(bytes, std::string_view(bytes).substr(mark->bytes.size()), mark->encoding);
}

bool convert_detected(std::string& bytes) {
  if (is_broken_utf8(bytes)) return false;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return false;
  const char* found = detected_encoding(detector.get());
  if (found == nullptr) return false;
  const bool is_latin_1 = found == "ISO-8859-1"sv || found == "windows-1252"sv;
  return convert(bytes, bytes, !is_latin_1 ? found : is_latin_9(bytes) ? "ISO-8859-15" : "windows-1252");
}

void convert_page(std::string& bytes, std::string_view declared) {
  convert_marked(bytes);
  if (valid_utf8_size(bytes) == bytes.size()) return;
  if (!declared.empty() && convert(bytes, bytes, encoding_of(declared).c_str())) return;
  if (!convert_detected(bytes)) convert(bytes, bytes, "UTF-8");
}

std::string_view declared_charset(std::string_view head) {
  head = head.substr(0, 1024);
  const std::string lower = ascii_lower_case(head);
  for (std::size_t at = lower.find("charset"); at != std::string::npos; at = lower.find("charset", at + 1)) {
    std::size_t begin = lower.find_first_not_of(" \t\r\n", at + sizeof "charset" - 1);
    if (begin == std::string::npos || lower[begin] != '=') continue;
    begin = lower.find_first_not_of(" \t\r\n\"'", begin + 1);
    if (begin == std::string::npos) break;
    std::size_t end = begin;
    while (end < head.size() && is_name_byte(head[end])) ++end;
    return head.substr(begin, end - begin);
  }
  return {};
}

}  // namespace entente
