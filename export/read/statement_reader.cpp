#include "statement_reader.hpp"

#include <algorithm>
#include <cstring>

#include "../name_characters.hpp"
#include "../utf8.hpp"
#include "blank_labels.hpp"

namespace entente {
namespace {

const char* end_of_line(const char* at, const char* end) {
  const auto* feed = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
  const char* last = feed == nullptr ? end : feed;
  const auto* feeds_back = static_cast<const char*>(std::memchr(at, '\r', static_cast<std::size_t>(last - at)));
  return feeds_back == nullptr ? last : feeds_back;
}

}  // namespace

StatementReader::StatementReader(ByteSource& source, const QuadReaderOptions& options, QuadSink& sink)
    : options_(options), sink_(sink), window_(source) {}

bool StatementReader::skip_space() {
  bool is_in_comment = false;
  while (true) {
    const char* at = window_.at;
    const char* const end = window_.end();
    while (at != end) {
      if (is_in_comment) {
        at = end_of_line(at, end);
        is_in_comment = at == end;
      } else if (is_of_class(*at, space_character)) {
        ++at;
      } else if (*at == '#') {
        is_in_comment = true;
      } else {
        break;
      }
    }
    window_.at = at;
    if (at != end) return true;
    if (window_.is_at_end()) return false;
    window_.read_more();
  }
}

bool StatementReader::mistake(const char* place, std::string_view message, Error::Kind kind) {
  ++count_.mistakes;
  if (!options_.on_mistake) return false;
  ReadMistake told;
  told.error.kind = kind;
  told.error.source = options_.source;
  told.error.message = message;
  window_.locate(place, told);
  options_.on_mistake(told);
  return false;
}

bool StatementReader::expected(const char* place, std::string_view wanted) {
  return mistake(place, "expected " + std::string(wanted) + ", found " + found_at(place));
}

/// A word, or a character, in quotation marks.
std::string StatementReader::found_at(const char* place) const {
  const std::string_view rest(place, static_cast<std::size_t>(window_.end() - place));
  if (rest.empty()) return "the end of the input";
  if (rest[0] == '\n' || rest[0] == '\r') return "the end of the line";
  if (rest.starts_with("<<") || rest.starts_with("{|"))
    return "\"" + std::string(rest.substr(0, 2)) + "\", which is RDF 1.2 and is not read";
  std::size_t length = 0;
  while (length < std::min<std::size_t>(rest.size(), 24) && continues_name(static_cast<unsigned char>(rest[length])) &&
         static_cast<unsigned char>(rest[length]) < 0x80)
    ++length;
  if (length == 0 && next_code_point(rest, length) == ill_formed) return "a byte that belongs to no character";
  if (static_cast<unsigned char>(rest[0]) < 0x20 || rest[0] == 0x7f) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(rest[0]);
    return std::string("the control character U+00") + digits[byte >> 4] + digits[byte & 0xf];
  }
  return "\"" + std::string(rest.substr(0, length)) + "\"";
}

std::string_view StatementReader::blank_label(std::string_view label, bool has_anonymous_nodes, std::string& storage) const {
  return fit_blank_label(label, options_.blank_prefix, has_anonymous_nodes, storage);
}

std::string StatementReader::anonymous_label() { return anonymous_blank_label(options_.blank_prefix, ++anonymous_nodes_); }

Result<ReadCount> StatementReader::outcome() const {
  if (window_.failure()) return *window_.failure();
  return count_;
}

}  // namespace entente
