#include "json_record.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include "clean_text.hpp"
#include "sha256.hpp"

namespace entente {
namespace {

using Json = nlohmann::json;

/// The part of nlohmann's message that says what is wrong, without its own idea of the place.
std::string reason_of(const Json::parse_error& error) {
  const std::string_view what = error.what();
  const auto place = what.find("column ");
  const auto colon = place == std::string_view::npos ? place : what.find(": ", place);
  return std::string(colon == std::string_view::npos ? what : what.substr(colon + 2));
}

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
    try {
      json_ = Json::parse(bytes_);
    } catch (const Json::parse_error& error) {
      const std::size_t at = error.byte == 0 ? 0 : error.byte - 1;
      fail(place_of(bytes_, std::min(at, bytes_.size())).column, "expected a JSON object on one line: " + reason_of(error));
      return false;
    }
    if (!json_.is_object()) fail(1, std::string("expected a JSON object, found ") + json_.type_name());
    return !error_;
  }

  const Json* field(const char* key) const {
    const auto at = json_.find(key);
    return at == json_.end() || at->is_null() ? nullptr : &*at;
  }

  std::string optional(const char* key) {
    const Json* value = field(key);
    if (value == nullptr) return {};
    if (value->is_string()) return value->get<std::string>();
    fail(0, std::string("expected a string in \"") + key + "\", found " + value->type_name());
    return {};
  }

  std::string required(const char* key) {
    std::string value = optional(key);
    if (value.empty()) fail(0, std::string("expected a string in \"") + key + "\", found none");
    return value;
  }

  /// A required string; a number will do.
  std::string name(const char* key) {
    const Json* value = field(key);
    return value != nullptr && value->is_number_integer() ? value->dump() : required(key);
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
  Json json_;
  std::optional<Error> error_;
};

}  // namespace

Result<Document> read_record(std::string_view record, const std::string& source, std::uint64_t line,
                             const ReaderOptions& options) {
  return Record(record, source, line).read(options);
}

}  // namespace entente
