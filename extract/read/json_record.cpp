#include "json_record.hpp"

#include <optional>
#include <utility>

#include "clean_text.hpp"
#include "json_members.hpp"
#include "sha256.hpp"

namespace entente {
namespace {

class Record {
 public:
  Record(std::string_view bytes, const std::string& source, std::uint64_t line) : bytes_(bytes), source_(source), line_(line) {}

  Result<Document> read(const ReaderOptions& options) {
    if (!parse()) return *std::move(error_);
    Document document;
    auto& info = document.info;
    info.id = name("id");
    document.text = clean_text(required("text"));
    info.title = clean_text(optional("title"));
    info.publisher = clean_text(optional("publisher"));
    info.url = optional("url");
    info.language = optional("lang");
    if (info.language.empty()) info.language = options.language;
    info.date = date();
    info.file = source_;
    if (!error_ && is_blank(document.text)) fail(0, "expected a text in \"text\", found none");
    if (error_) return *std::move(error_);
    info.sha256 = sha256(bytes_);
    return document;
  }

 private:
  /// Keeps the first error only.
  void fail(std::uint64_t column, std::string message) {
    if (!error_) error_ = Error{Error::Kind::syntax, source_, line_, column, std::move(message)};
  }

  bool parse() {
    auto members = read_members(bytes_);
    if (members)
      members_ = std::move(*members);
    else
      fail(members.error().column, members.error().message);
    return members.ok();
  }

  std::string optional(std::string_view key) {
    const auto at = members_.find(key);
    if (at == members_.end()) return {};
    if (at->second.type == "string") return std::move(at->second.text);
    fail(0, "expected a string in \"" + std::string(key) + "\", found " + std::string(at->second.type));
    return {};
  }

  std::string required(std::string_view key) {
    std::string value = optional(key);
    if (value.empty()) fail(0, "expected a string in \"" + std::string(key) + "\", found none");
    return value;
  }

  /// A required string; a number will do.
  std::string name(std::string_view key) {
    const auto at = members_.find(key);
    return at != members_.end() && at->second.is_integer ? at->second.text : required(key);
  }

  std::optional<Date> date() {
    const std::string text = optional("date");
    const auto value = parse_date(text);
    if (!value && !text.empty()) fail(0, "expected an ISO 8601 date in \"date\", found \"" + text + "\"");
    return value;
  }

  std::string_view bytes_;
  const std::string& source_;
  std::uint64_t line_;
  JsonMembers members_;
  std::optional<Error> error_;
};

}  // namespace

Result<Document> read_record(std::string_view record, const std::string& source, std::uint64_t line,
                             const ReaderOptions& options) {
  return Record(record, source, line).read(options);
}

}  // namespace entente
