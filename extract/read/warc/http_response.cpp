#include "http_response.hpp"

#include "../ascii.hpp"
#include "content_coding.hpp"

namespace entente {
namespace {

Error damaged_chunks() { return {Error::Kind::syntax, {}, 0, 0, "expected a chunk of the HTTP body, found none"}; }

/// Up to the line feed, which is taken off too.
std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::optional<std::uint64_t> chunk_size(std::string_view line) {
  return parse_number(trimmed(line.substr(0, line.find(';'))), 16);
}

/// RFC 9112, section 7.1. A body that was cut off in a chunk gives what there is of it.
Result<std::string> without_chunks(std::string_view body) {
  std::string content;
  while (!body.empty()) {
    const auto size = chunk_size(take_line(body));
    if (!size) return damaged_chunks();
    if (*size == 0) break;
    const auto chunk = body.substr(0, *size);
    content += chunk;
    body.remove_prefix(chunk.size());
    if (!body.empty() && !take_line(body).empty()) return damaged_chunks();
  }
  return content;
}

bool is_chunked(const HttpResponse& response) {
  if (ascii_lower_case(response.fields["transfer-encoding"]).find("chunked") == std::string::npos) return false;
  auto body = response.body;
  return chunk_size(take_line(body)).has_value();
}

}  // namespace

std::optional<HttpResponse> read_http_response(std::string_view bytes) {
  HttpResponse response;
  const auto status_line = take_line(bytes);
  const auto space = status_line.find(' ');
  if (!status_line.starts_with("HTTP/") || space == std::string_view::npos) return std::nullopt;
  const auto status = parse_number(status_line.substr(space + 1, 3));
  if (!status) return std::nullopt;
  response.status = static_cast<unsigned>(*status);
  while (!bytes.empty()) {
    const auto line = take_line(bytes);
    if (line.empty()) break;
    response.fields.add_line(line);
  }
  response.body = bytes;
  return response;
}

Result<std::string> http_content(const HttpResponse& response, std::size_t most) {
  std::string content(response.body);
  if (is_chunked(response)) {
    auto joined = without_chunks(response.body);
    if (!joined) return joined.error();
    content = std::move(*joined);
  }
  return without_content_coding(std::move(content), response.fields["content-encoding"], most);
}

}  // namespace entente
