#include "text_lines.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <utility>

namespace entente::hunspell {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view curly_apostrophe = "\xE2\x80\x99";

bool is_utf8(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t needed = 0;
  u_strFromUTF8(nullptr, 0, &needed, text.data(), static_cast<std::int32_t>(text.size()), &status);
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR;  // without a buffer, all text but the empty overflows
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

std::string composed(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  if (U_FAILURE(status)) return std::string(word);
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())), sink, nullptr, status);
  return U_FAILURE(status) ? std::string(word) : out;
}

bool read_all(const std::filesystem::path& file, std::string& text) {
  std::ifstream in(file, std::ios::binary);
  std::array<char, 65536> block{};
  while (in.read(block.data(), block.size()) || in.gcount() > 0) {
    text.append(block.data(), static_cast<std::size_t>(in.gcount()));
  }
  return in.eof() && !in.bad();
}

Error not_utf8(const std::string& source, std::uint64_t line) {
  return {Error::Kind::syntax, source, line, 0, "expected UTF-8, found bytes that are not"};
}

}  // namespace

Result<TextLines> TextLines::read(const std::filesystem::path& file) {
  TextLines lines;
  lines.source_ = file.string();
  if (!read_all(file, lines.text_)) return Error{Error::Kind::io, lines.source_, 0, 0, "cannot be read"};
  if (lines.text_.starts_with(byte_order_mark)) lines.text_.erase(0, byte_order_mark.size());
  std::string_view line;
  while (lines.next(line)) {
    if (!is_utf8(line)) return not_utf8(lines.source_, lines.line_);
  }
  lines.position_ = 0;
  lines.line_ = 0;
  return lines;
}

bool TextLines::next(std::string_view& line) {
  if (position_ >= text_.size()) return false;
  const std::size_t end = std::min(text_.find('\n', position_), text_.size());
  line = std::string_view(text_).substr(position_, end - position_);
  if (line.ends_with('\r')) line.remove_suffix(1);
  position_ = end + 1;
  ++line_;
  return true;
}

Error TextLines::error(std::string message) const { return {Error::Kind::syntax, source_, line_, 0, std::move(message)}; }

std::vector<std::string_view> split_blanks(std::string_view line) {
  constexpr std::string_view blanks = " \t";
  std::vector<std::string_view> parts;
  for (std::size_t begin = line.find_first_not_of(blanks); begin != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(blanks, begin), line.size());
    parts.push_back(line.substr(begin, end - begin));
    begin = line.find_first_not_of(blanks, end);
  }
  return parts;
}

bool is_field(std::string_view part) {
  const auto is_lower = [](char letter) { return letter >= 'a' && letter <= 'z'; };
  return part.size() > 3 && is_lower(part[0]) && is_lower(part[1]) && part[2] == ':';
}

std::string normalized(std::string_view word) {
  if (is_ascii(word)) return std::string(word);
  std::string out = composed(word);
  for (auto at = out.find(curly_apostrophe); at != std::string::npos; at = out.find(curly_apostrophe, at)) {
    out.replace(at, curly_apostrophe.size(), 1, '\'');
  }
  return out;
}

}  // namespace entente::hunspell
