#include "entente/extract/reader.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "clean_text.hpp"
#include "html/web_page.hpp"
#include "input_bytes.hpp"
#include "input_documents.hpp"
#include "input_kind.hpp"
#include "json_record.hpp"
#include "plain_text.hpp"
#include "warc/warc_reader.hpp"

namespace entente {
namespace {

Error empty_input(const std::string& path) { return {Error::Kind::syntax, path, 0, 0, "expected text, found an empty file"}; }

/// One input on its way to documents.
class Input {
 public:
  Input(const std::string& path, const ReaderOptions& options, InputBytes& source)
      : path_(path), options_(options), most_(std::min<std::uint64_t>(options.max_document, largest)), source_(source) {}

  Result<Done> read(InputKind kind, const DocumentHandler& handle, const ReadErrorHandler& report) {
    switch (kind) {
      case InputKind::plain_text:
      case InputKind::web_page:
        return read_whole(kind, handle);
      case InputKind::json_lines:
        return read_json_lines(handle, report);
      case InputKind::web_archive:
        return read_web_archive(handle, report);
    }
    return Done{};
  }

 private:
  Result<Done> read_whole(InputKind kind, const DocumentHandler& handle) {
    std::string bytes;
    if (auto read = source_.read_all(bytes, most_); !read) return read;
    if (bytes.size() > most_) return too_long(0);
    if (is_blank(bytes)) return empty_input(path_);
    auto document =
        kind == InputKind::web_page ? read_web_page(std::move(bytes), {}, path_) : read_plain_text(std::move(bytes), {}, path_);
    if (!document) return document.error();
    document->info.id = name_without_extension(path_);
    if (document->info.language.empty()) document->info.language = options_.language;
    handle(std::move(*document));
    return Done{};
  }

  Result<Done> read_web_archive(const DocumentHandler& handle, const ReadErrorHandler& report) {
    const auto head = source_.peek();
    if (!head) return head.error();
    if (head->empty()) return empty_input(path_);
    return WarcReader(source_, path_, options_, most_).read(handle, report);
  }

  Result<Done> read_json_lines(const DocumentHandler& handle, const ReadErrorHandler& report) {
    bool has_records = false;
    for (std::uint64_t number = 1;; ++number) {
      const auto line = source_.next_line(most_);
      if (!line) return in_line(line.error(), number);
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

  static Error in_line(Error error, std::uint64_t line) {
    error.line = line;
    return error;
  }

  [[nodiscard]] Error too_long(std::uint64_t line) const {
    return {Error::Kind::value, path_, line, 0,
            "expected a document of at most " + std::to_string(most_) + " bytes, found a longer one (--max-document)"};
  }

  Result<Document> record(std::string_view line, std::uint64_t number) const {
    if (auto checked = check_text(line, path_, number); !checked) return in_line(checked.error(), number);
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
  InputBytes& source_;
};

}  // namespace

Result<Done> read_documents(const std::string& path, const ReaderOptions& options, const DocumentHandler& handle,
                            const ReadErrorHandler& report) {
  auto source = InputBytes::open(path);
  if (!source) return source.error();
  auto kind = kind_by_name(path);
  if (!kind) {
    const auto head = source->peek();
    if (!head) return head.error();
    kind = kind_by_content(*head);
  }
  return read_documents(*source, *kind, path, options, handle, report);
}

Result<Done> read_documents(InputBytes& source, InputKind kind, const std::string& path, const ReaderOptions& options,
                            const DocumentHandler& handle, const ReadErrorHandler& report) {
  return Input(path, options, source).read(kind, handle, report);
}

}  // namespace entente
