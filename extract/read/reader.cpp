#include "entente/extract/reader.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "byte_source.hpp"
#include "clean_text.hpp"
#include "json_record.hpp"
#include "sha256.hpp"

namespace entente {
namespace {

enum class Kind : std::uint8_t { plain, json_lines, unknown };

Kind kind_by_name(const std::string& path) {
  const std::string extension = std::filesystem::path(path).extension();
  if (extension == ".txt") return Kind::plain;
  return extension == ".jsonl" || extension == ".ndjson" ? Kind::json_lines : Kind::unknown;
}

Kind kind_by_content(std::string_view head) {
  const auto first = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != std::string_view::npos && head[first] == '{' ? Kind::json_lines : Kind::plain;
}

Error empty_input(const std::string& path) { return {Error::Kind::syntax, path, 0, 0, "expected text, found an empty file"}; }

std::string name_without_extension(const std::string& path) {
  return path == "-" ? "stdin" : std::filesystem::path(path).stem().string();
}

/// The date on the first line that holds nothing else.
std::optional<Date> date_on_own_line(std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    if (line.size() < sizeof "2024-11-30" - 1) continue;
    if (auto date = parse_date(line)) return date;
  }
  return std::nullopt;
}

/// One input on its way to documents.
class Input {
 public:
  Input(const std::string& path, const ReaderOptions& options, ByteSource& source)
      : path_(path), options_(options), most_(std::min<std::uint64_t>(options.max_document, largest)), source_(source) {}

  Result<Done> read_plain(const DocumentHandler& handle) {
    std::string bytes;
    if (auto read = source_.read_all(bytes, most_); !read) return read;
    if (bytes.size() > most_) return too_long(0);
    if (is_blank(bytes)) return empty_input(path_);
    if (auto checked = check_text(bytes, path_); !checked) return checked;
    Document document;
    document.info.id = name_without_extension(path_);
    document.info.file = path_;
    document.info.language = options_.language;
    document.info.sha256 = sha256(bytes);
    document.text = clean_text(std::move(bytes));
    document.info.date = date_on_own_line(document.text);
    handle(std::move(document));
    return Done{};
  }

  Result<Done> read_json_lines(const DocumentHandler& handle, const ReadErrorHandler& report) {
    bool has_records = false;
    for (std::uint64_t number = 1;; ++number) {
      const auto line = source_.next_line(most_);
      if (!line) return line.error();
      if (line->empty()) break;
      if (number == 1 && !binary_kind(*line).empty()) return check_text(*line, path_);
      if (is_blank(*line)) continue;
      has_records = true;
      auto document = line->size() > most_ ? too_long(number) : record(*line, number);
      if (!document) {
        report(document.error());
      } else if (!handle(std::move(*document))) {
        return Done{};
      }
    }
    if (!has_records) return empty_input(path_);
    return Done{};
  }

 private:
  [[nodiscard]] Error too_long(std::uint64_t line) const {
    return {Error::Kind::value, path_, line, 0,
            "expected a document of at most " + std::to_string(most_) + " bytes, found a longer one (--max-document)"};
  }

  Result<Document> record(std::string_view line, std::uint64_t number) const {
    if (auto checked = check_text(line, path_, number); !checked) return checked.error();
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    auto document = read_record(line, path_, number, options_);
    if (document) document->line = number;
    return document;
  }

  static constexpr std::uint64_t largest = std::numeric_limits<std::int32_t>::max();  // ICU counts so far

  const std::string& path_;
  const ReaderOptions& options_;
  std::size_t most_;  // bytes of a document
  ByteSource& source_;
};

}  // namespace

Result<Done> read_documents(const std::string& path, const ReaderOptions& options, const DocumentHandler& handle,
                            const ReadErrorHandler& report) {
  auto source = ByteSource::open(path);
  if (!source) return source.error();
  Kind kind = kind_by_name(path);
  if (kind == Kind::unknown) {
    const auto head = source->peek();
    if (!head) return head.error();
    kind = kind_by_content(*head);
  }
  Input input(path, options, *source);
  return kind == Kind::plain ? input.read_plain(handle) : input.read_json_lines(handle, report);
}

}  // namespace entente
