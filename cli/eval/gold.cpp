#include "gold.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "code_points.hpp"

namespace entente::cli::eval {
namespace {

using Json = nlohmann::json;

Ids ids(const Json& value) {
  if (value.is_null()) return {};
  return value.is_array() ? value.get<Ids>() : Ids{value.get<std::string>()};
}

Ids ids(const Json& object, const char* key) { return object.contains(key) ? ids(object.at(key)) : Ids(); }

std::string text(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at == object.end() || at->is_null() ? std::string() : at->get<std::string>();
}

GoldClaim claim(const Json& json) {
  return {ids(json, "s"),         text(json, "p"), ids(json, "o"),         text(json, "polarity"),
          text(json, "modality"), ids(json, "by"), text(json, "evidence"), json.value("optional", false)};
}

/// The words may be given by their place in the document's text.
std::string words(const Json& json, const std::string& document) {
  if (json.contains("text")) return text(json, "text");
  const auto& span = json.at("span");
  return std::string(code_points(document, span.at(0).get<std::size_t>(), span.at(1).get<std::size_t>()));
}

GoldDocument document(const Json& json, const std::filesystem::path& folder) {
  GoldDocument made;
  made.id = json.at("id").get<std::string>();
  if (!json.contains("file")) static_cast<void>(json.at("text"));  // one of them: else the exception tells
  if (json.contains("file")) made.file = (folder / text(json, "file")).string();
  made.publisher = text(json, "publisher");
  made.date = text(json, "date");
  made.language = text(json, "lang");
  made.actors = ids(json, "actors");
  made.optional_actors = ids(json, "optionalActors");
  for (const Json& one : json.value("claims", Json::array())) made.claims.push_back(claim(one));
  for (const Json& one : json.value("quotes", Json::array())) {
    made.quotations.push_back(
        {ids(one, "speaker"), words(one, text(json, "text")), text(one, "kind"), one.value("optional", false)});
  }
  return made;
}

Error unreadable(const std::string& path, int reason) {
  return {Error::Kind::io, path, 0, 0, "cannot be read: " + std::generic_category().message(reason)};
}

/// Why a file just opened cannot be read, as in errno; 0 where it can. A folder opens, and cannot be read.
int why_closed(const std::ifstream& opened, const std::string& path) {
  if (!opened) return errno;
  std::error_code unknown;
  return std::filesystem::is_directory(path, unknown) ? EISDIR : 0;
}

/// The column, in code points from 1 on, of the byte at which parsing stopped.
std::uint64_t column_of(std::string_view line, const Json::parse_error& error) {
  const std::string_view before = line.substr(0, error.byte == 0 ? 0 : std::min(error.byte - 1, line.size()));
  return 1 + static_cast<std::uint64_t>(std::ranges::count_if(before, [](unsigned char byte) { return (byte & 0xC0U) != 0x80; }));
}

/// What the library says is wrong, without the number that it gives its exceptions.
std::string reason_of(const Json::exception& error) {
  const std::string_view what = error.what();
  const auto number = what.find("] ");
  return std::string(number == std::string_view::npos ? what : what.substr(number + 2));
}

}  // namespace

Result<std::vector<GoldDocument>> read_gold(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (const int reason = why_closed(in, path); reason != 0) return unreadable(path, reason);
  std::vector<GoldDocument> documents;
  std::string line;
  for (std::uint64_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      documents.push_back(document(Json::parse(line), std::filesystem::path(path).parent_path()));
      documents.back().line = number;
    } catch (const Json::parse_error& error) {
      return Error{Error::Kind::syntax, path, number, column_of(line, error),
                   "expected a gold document as a JSON object on one line"};
    } catch (const Json::exception& error) {
      return Error{Error::Kind::syntax, path, number, 0, "expected a gold document: " + reason_of(error)};
    }
  }
  if (in.bad()) return unreadable(path, errno);
  if (documents.empty()) return Error{Error::Kind::syntax, path, 0, 0, "expected gold documents, found an empty file"};
  return documents;
}

Result<Ids> read_catalogue(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (const int reason = why_closed(in, path); reason != 0) return unreadable(path, reason);
  std::string line;
  if (!std::getline(in, line)) return Error{Error::Kind::syntax, path, 0, 0, "expected a catalogue, found an empty file"};
  Ids found;
  while (std::getline(in, line)) found.push_back(line.substr(0, line.find('\t')));
  return found;
}

}  // namespace entente::cli::eval
