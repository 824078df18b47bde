#include "source_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

namespace entente {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Error io_error(const std::filesystem::path& path, const std::string& reason) {
  return {Error::Kind::io, path.string(), 0, 0, "cannot be read: " + reason};
}

/// The length of the UTF-8 sequence at the head of `text`; 0 if there is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || text.size() < length) return 0;
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

bool is_escaped(std::string_view text, std::size_t at) {
  std::size_t backslashes = 0;
  while (backslashes < at && text[at - 1 - backslashes] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

/// Where the string begins whose closing quotation mark stands at `close`.
std::size_t string_start(std::string_view text, std::size_t close) {
  const std::string triple(3, text[close]);
  const bool is_long = close >= 5 && text.substr(close - 2, 3) == triple;
  const std::string_view mark = is_long ? std::string_view(triple) : text.substr(close, 1);
  std::size_t at = close + 1 - mark.size();
  while (at >= mark.size()) {
    at = text.rfind(mark, at - mark.size());
    if (at == std::string_view::npos) return close;
    if (!is_escaped(text, at)) return at;
  }
  return close;
}

constexpr std::string_view white_space = " \t\r\n";

bool ends_name(char c) { return std::strchr(" \t\r\n[](),;\"'<>", c) != nullptr; }

}  // namespace

Result<std::string> read_bytes(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return io_error(path, "it is a directory");
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file) return io_error(path, std::generic_category().message(errno));
  std::string bytes;
  const std::uintmax_t size = std::filesystem::file_size(path, ignored);
  if (!ignored) bytes.reserve(size);
  char buffer[1 << 16];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file.get())) bytes.append(buffer, count);
  if (std::ferror(file.get()) != 0) return io_error(path, std::generic_category().message(errno));
  if (bytes.size() > UINT32_MAX) return io_error(path, "it is larger than 4 GiB");
  return bytes;
}

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t eight = 0;
    if (text.size() - at >= sizeof eight) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if ((eight & 0x8080808080808080) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const std::size_t length = sequence_length(text.substr(at));
    if (length == 0) break;
    at += length;
  }
  return at;
}

Result<SourceFile> read_source_file(const std::filesystem::path& path) {
  Result<std::string> bytes = read_bytes(path);
  if (!bytes) return bytes.error();
  if (bytes->starts_with("\xEF\xBB\xBF")) bytes->erase(0, 3);
  const std::size_t valid = valid_utf8_prefix(*bytes);
  if (valid < bytes->size()) {
    const LineColumn place = line_column(*bytes, valid);
    return Error{Error::Kind::syntax, path.string(), place.line, place.column,
                 "expected UTF-8, found a byte that belongs to no character"};
  }
  return SourceFile{path.string(), std::move(*bytes)};
}

LineColumn line_column(std::string_view text, std::size_t offset) {
  LineColumn place;
  for (const char c : text.substr(0, offset)) {
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++place.column;
    }
  }
  return place;
}

std::size_t term_start(std::string_view text, std::size_t end) {
  const std::size_t last = text.substr(0, end).find_last_not_of(white_space);
  if (last == std::string_view::npos) return end;
  std::size_t at = last;
  if (text[at] == '[' || text[at] == '(') return at;  // the callback came before what is inside
  if (text[at] == '>') {
    at = text.rfind('<', at);
    if (at == std::string_view::npos) return last;
  } else if (text[at] != '"' && text[at] != '\'') {
    while (at > 0 && !ends_name(text[at - 1])) --at;
  }
  if (at >= 2 && text[at - 1] == '^' && text[at - 2] == '^') at -= 2;
  const bool has_suffix = text[at] == '@' || text[at] == '^';
  if (has_suffix && at > 0) --at;
  return text[at] == '"' || text[at] == '\'' ? string_start(text, at) : at;
}

std::size_t name_before(std::string_view text, std::size_t end, std::string_view local) {
  for (std::size_t at = end; at > 0 && !local.empty();) {
    at = text.rfind(local, at - 1);
    if (at == std::string_view::npos) break;
    const std::size_t behind = at + local.size();
    const bool is_last_part = at > 0 && std::strchr(":/#", text[at - 1]) != nullptr;
    if (is_last_part && behind <= end && (behind == text.size() || ends_name(text[behind]))) {
      return term_start(text, text[behind] == '>' ? behind + 1 : behind);
    }
  }
  return end;
}

}  // namespace entente
