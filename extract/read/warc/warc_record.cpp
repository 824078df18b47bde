#include "warc_record.hpp"

#include <utility>

namespace entente {
namespace {

constexpr std::size_t longest_line = std::size_t{1} << 16;
constexpr std::size_t most_lines = 1000;

std::string_view without_brackets(std::string_view iri) {
  if (iri.starts_with('<') && iri.ends_with('>')) return iri.substr(1, iri.size() - 2);
  return iri;
}

/// The first line that is not empty.
Result<std::string_view> first_line(InputBytes& input, std::uint64_t& begin) {
  for (;;) {
    begin = input.offset();
    const auto line = input.next_line(longest_line);
    if (!line || line->empty() || !trimmed(*line).empty()) return line;
  }
}

}  // namespace

std::string_view WarcRecord::id() const { return without_brackets(fields["warc-record-id"]); }

std::string_view WarcRecord::target() const { return without_brackets(fields["warc-target-uri"]); }

bool begins_warc_record(std::string_view line) { return line.starts_with("WARC/1."); }

Error warc_error(const std::string& source, std::uint64_t begin, std::string message, Error::Kind kind) {
  return {kind, source, 0, 0, "record at byte " + std::to_string(begin) + ": " + std::move(message)};
}

Result<std::optional<WarcRecord>> next_warc_record(InputBytes& input, const std::string& source) {
  WarcRecord record;
  const auto first = first_line(input, record.begin);
  if (!first) return first.error();
  if (first->empty()) return std::optional<WarcRecord>();
  if (!begins_warc_record(*first)) return warc_error(source, record.begin, "expected WARC/1.0 or WARC/1.1, found something else");
  for (std::size_t count = 0;; ++count) {
    const auto line = input.next_line(longest_line);
    if (!line) return line.error();
    if (line->empty() || count == most_lines) return warc_error(source, record.begin, "expected the end of its head, found none");
    const auto field = line->substr(0, line->find_last_not_of("\r\n") + 1);
    if (field.empty()) break;
    record.fields.add_line(field);
  }
  const auto length = parse_number(record.fields["content-length"]);
  if (!length) return warc_error(source, record.begin, "expected a number in Content-Length, found none");
  record.length = *length;
  return std::optional(std::move(record));
}

}  // namespace entente
