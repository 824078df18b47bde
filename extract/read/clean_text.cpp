#include "clean_text.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>
#include <cstring>
#include <utility>

namespace entente {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Signature {
  std::string_view bytes;
  std::string_view kind;
};

constexpr std::array<Signature, 10> signatures{{
    {"\x89PNG"sv, "a PNG image"},
    {"\xFF\xD8\xFF"sv, "a JPEG image"},
    {"GIF8"sv, "a GIF image"},
    {"%PDF-"sv, "a PDF file"},
    {"PK\x03\x04"sv, "a ZIP archive or office document"},
    {"\x1F\x8B"sv, "a file compressed with gzip"},
    {"BZh"sv, "a file compressed with bzip2"},
    {"\xFD"
     "7zXZ"sv,
     "a file compressed with xz"},
    {"\x7F"
     "ELF"sv,
     "a program"},
    {"\x28\xB5\x2F\xFD"sv, "a file compressed with Zstandard"},
}};

bool starts_a_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80; }

/// ASCII bytes from `at` on, eight at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  for (; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & 0x8080808080808080U) != 0) break;
  }
  return at;
}

std::string in_hexadecimal(char byte) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(byte)));
  return text.data();
}

Error syntax(const std::string& source, std::string message) { return {Error::Kind::syntax, source, 0, 0, std::move(message)}; }

/// Everything below U+0300 is in Form C as it stands; U+0300 begins with the byte 0xCC.
bool is_plainly_normal(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0xCC; });
}

}  // namespace

TextPlace place_of(std::string_view text, std::size_t at) {
  const auto before = text.substr(0, at);
  const auto line_end = before.rfind('\n');
  const auto line = before.substr(line_end == std::string_view::npos ? 0 : line_end + 1);
  return {1 + static_cast<std::uint64_t>(std::ranges::count(before, '\n')),
          1 + static_cast<std::uint64_t>(std::ranges::count_if(line, starts_a_character))};
}

std::size_t valid_utf8_size(std::string_view text) {
  std::size_t at = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  while ((at = skip_ascii(text, at)) < text.size()) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c < 0) return begin;
  }
  return at;
}

bool is_cut_character(std::string_view bytes) {
  if (bytes.empty() || bytes.size() > 3) return false;
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  return lead >= 0xC2 && lead < 0xF5 && bytes.size() < size &&
         std::ranges::none_of(bytes.substr(1), [](char c) { return starts_a_character(c); });
}

std::string_view binary_kind(std::string_view bytes) {
  const auto* found = std::ranges::find_if(signatures, [&](const Signature& s) { return bytes.starts_with(s.bytes); });
  return found == signatures.end() ? std::string_view() : found->kind;
}

Result<Done> check_text(std::string_view bytes, const std::string& source, std::uint64_t first_line) {
  if (const auto kind = binary_kind(bytes); !kind.empty()) {
    return syntax(source, "expected text in UTF-8, found a binary file: " + std::string(kind));
  }
  if (bytes.find('\0') != std::string_view::npos) {
    return syntax(source, "expected text in UTF-8, found a binary file (it has NUL bytes)");
  }
  const std::size_t valid = valid_utf8_size(bytes);
  if (valid == bytes.size()) return Done{};
  auto error = syntax(source, "expected text in UTF-8, found the byte " + in_hexadecimal(bytes[valid]));
  const TextPlace place = place_of(bytes, valid);
  error.line = first_line + place.line - 1;
  error.column = place.column;
  return error;
}

std::string clean_text(std::string&& text) {
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  if (is_plainly_normal(text)) return std::move(text);
  UErrorCode status = U_ZERO_ERROR;
  const auto* form_c = icu::Normalizer2::getNFCInstance(status);
  assert(U_SUCCESS(status));  // the form is compiled into ICU
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (form_c->isNormalizedUTF8(piece, status) != 0) return std::move(text);
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  form_c->normalizeUTF8(0, piece, sink, nullptr, status);
  assert(U_SUCCESS(status));
  return normal;
}

std::string well_formed(std::string_view bytes) {
  std::string text;
  for (;;) {
    const std::size_t good = valid_utf8_size(bytes);
    text += bytes.substr(0, good);
    if (good == bytes.size()) return text;
    text += replacement;
    bytes.remove_prefix(good + 1);
  }
}

bool is_blank(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

}  // namespace entente
