#include "gold.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
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

Error unreadable(const std::string& path) { return {Error::Kind::io, path, 0, 0, "cannot be read"}; }

}  // namespace

Result<std::vector<GoldDocument>> read_gold(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path)) return unreadable(path);
  std::vector<GoldDocument> documents;
  std::string line;
  for (std::uint64_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      documents.push_back(document(Json::parse(line), std::filesystem::path(path).parent_path()));
      documents.back().line = number;
    } catch (const Json::exception& error) {
      return Error{Error::Kind::syntax, path, number, 0, std::string("expected a gold document: ") + error.what()};
    }
  }
  if (in.bad()) return unreadable(path);
  if (documents.empty()) return Error{Error::Kind::syntax, path, 0, 0, "expected gold documents, found an empty file"};
  return documents;
}

Result<Ids> read_catalogue(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string line;
  if (!std::getline(in, line)) return unreadable(path);
  Ids found;
  while (std::getline(in, line)) found.push_back(line.substr(0, line.find('\t')));
  return found;
}

}  // namespace entente::cli::eval
