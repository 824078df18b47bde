#include "input_kind.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "ascii.hpp"
#include "entente/extract/reader.hpp"
#include "warc/warc_record.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

struct Extension {
  std::string_view name;
  InputKind kind;
};

constexpr std::array extensions{
    Extension{".txt", InputKind::plain_text},    Extension{".jsonl", InputKind::json_lines},
    Extension{".ndjson", InputKind::json_lines}, Extension{".html", InputKind::web_page},
    Extension{".htm", InputKind::web_page},      Extension{".xhtml", InputKind::web_page},
    Extension{".warc", InputKind::web_archive},
};

std::string extension_of(const fs::path& path) {
  std::string extension = path.extension();
  std::ranges::transform(extension, extension.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return extension;
}

fs::path without_compression(const fs::path& path) {
  const std::string extension = extension_of(path);
  return extension == ".gz" || extension == ".zst" ? path.stem() : path.filename();
}

bool begins_page(std::string_view head) {
  const std::string lower = ascii_lower_case(head.substr(0, 16));
  constexpr std::array<std::string_view, 4> beginnings{"<!doctype html", "<html", "<head", "<?xml"};
  return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return lower.starts_with(beginning); });
}

}  // namespace

std::optional<InputKind> kind_by_name(const std::string& path) {
  const std::string extension = extension_of(without_compression(path));
  const auto* found = std::ranges::find(extensions, extension, &Extension::name);
  return found == extensions.end() ? std::nullopt : std::optional(found->kind);
}

InputKind kind_by_content(std::string_view head) {
  head.remove_prefix(std::min(head.find_first_not_of("\xEF\xBB\xBF \t\r\n"), head.size()));
  if (head.starts_with('{')) return InputKind::json_lines;
  if (begins_warc_record(head)) return InputKind::web_archive;
  return begins_page(head) ? InputKind::web_page : InputKind::plain_text;
}

std::string name_without_extension(const std::string& path) {
  return path == "-" ? "stdin" : without_compression(path).stem().string();
}

bool is_input_name(const std::string& path) { return kind_by_name(path).has_value(); }

}  // namespace entente
