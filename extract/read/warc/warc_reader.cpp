#include "warc_reader.hpp"

#include <algorithm>
#include <utility>

#include "../charset.hpp"
#include "../clean_text.hpp"
#include "../html/web_page.hpp"
#include "../plain_text.hpp"

namespace entente {
namespace {

constexpr std::string_view first_line = "WARC/1.";
constexpr std::size_t longest_head = std::size_t{1} << 16;

bool is_html(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

bool is_readable(std::string_view content_type) {
  const std::string type = media_type(content_type);
  return is_html(type) || type == "text/plain";
}

bool has_document(const WarcRecord& record) {
  const auto type = record.type();
  const bool is_for_robots = record.target().ends_with("/robots.txt");
  return record.length > 0 && !is_for_robots && (type == "response" || type == "resource" || type == "conversion");
}

bool is_http(const WarcRecord& record) {
  return record.type() == "response" && media_type(record.fields["content-type"]) == "application/http";
}

/// Whether the response that a block begins with may be an article.
bool is_wanted(const HttpResponse& response) {
  return response.status >= 200 && response.status < 300 && is_readable(response.fields["content-type"]);
}

}  // namespace

Result<Done> WarcReader::read(const DocumentHandler& handle, const ReadErrorHandler& report) {
  for (;;) {
    auto record = next_warc_record(input_, source_);
    if (record && !*record) return Done{};
    auto document = record ? read_block(**record) : record.error();
    if (document) {
      if (*document && !handle(std::move(**document))) return Done{};
      continue;
    }
    if (document.error().kind == Error::Kind::io) return document.error();
    report(document.error());
    if (auto found = find_record(report); !found) return found;
  }
}

/// Damage on the way is reported too.
Result<Done> WarcReader::find_record(const ReadErrorHandler& report) {
  for (;;) {
    auto found = input_.find_line(first_line);
    if (found || found.error().kind == Error::Kind::io) return found;
    report(found.error());
  }
}

Result<std::optional<Document>> WarcReader::read_block(const WarcRecord& record) {
  if (!has_document(record)) {
    if (auto skipped = input_.skip(record.length); !skipped) return skipped.error();
    return std::optional<Document>();
  }
  if (record.length > most_) return read_long_block(record);
  const auto block = input_.next_block(record.length);
  if (!block) return block.error();
  if (block->size() < record.length) {
    return warc_error(
        source_, record.begin,
        "expected " + std::to_string(record.length) + " bytes, found the end after " + std::to_string(block->size()));
  }
  return document_of(record, *block);
}

Result<std::optional<Document>> WarcReader::read_long_block(const WarcRecord& record) {
  const auto head = input_.next_block(std::min<std::uint64_t>(record.length, longest_head));
  if (!head) return head.error();
  const std::size_t size = head->size();
  bool is_text = is_readable(record.fields["content-type"]);
  if (is_http(record)) {
    const auto response = read_http_response(*head);
    is_text = response && is_wanted(*response);
  }
  if (auto skipped = input_.skip(record.length - size); !skipped) return skipped.error();
  if (is_text) return too_long(record);
  return std::optional<Document>();
}

Error WarcReader::too_long(const WarcRecord& record) const {
  return warc_error(source_, record.begin,
                    "expected a document of at most " + std::to_string(most_) + " bytes, found a longer one (--max-document)",
                    Error::Kind::value);
}

Result<std::optional<Document>> WarcReader::document_of(const WarcRecord& record, std::string_view block) const {
  if (!is_http(record)) {
    const auto type = record.fields["content-type"];
    if (!is_readable(type)) return std::optional<Document>();
    return document_of(record, std::string(block), type);
  }
  const auto response = read_http_response(block);
  if (!response) return warc_error(source_, record.begin, "expected an HTTP response, found none");
  if (!is_wanted(*response)) return std::optional<Document>();
  auto content = http_content(*response, most_);
  if (!content) return warc_error(source_, record.begin, content.error().message);
  if (content->size() > most_) return too_long(record);
  return document_of(record, std::move(*content), response->fields["content-type"]);
}

Result<std::optional<Document>> WarcReader::document_of(const WarcRecord& record, std::string&& content,
                                                        std::string_view type) const {
  if (is_blank(content)) return std::optional<Document>();
  const auto charset = declared_charset(type);
  const bool is_page = is_html(media_type(type));
  auto document =
      is_page ? read_web_page(std::move(content), charset, source_) : read_plain_text(std::move(content), charset, source_);
  if (!document) {
    if (is_page) return std::optional<Document>();
    return warc_error(source_, record.begin, document.error().message);
  }
  describe(*document, record);
  return std::optional(std::move(*document));
}

void WarcReader::describe(Document& document, const WarcRecord& record) const {
  auto& info = document.info;
  info.id = well_formed(record.id().empty() ? record.target() : record.id());
  info.url = well_formed(record.target());
  if (info.language.empty()) info.language = options_.language;
  if (!info.date) info.date = parse_date(record.fields["warc-date"]);
}

}  // namespace entente
