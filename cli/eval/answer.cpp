#include "answer.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace entente::cli::eval {
namespace {

using Json = nlohmann::json;

std::string text(const Json& row, const std::string& key) {
  const auto at = row.find(key);
  return at == row.end() || at->is_null() ? std::string() : at->get<std::string>();
}

AnswerActor actor(const Json& row, const std::string& key) { return {text(row, key), text(row, key + "Label")}; }

void add(const Json& row, Answer& answer) {
  const std::string type = text(row, "type");
  if (type == "claim") {
    answer.claims.push_back({actor(row, "subject"), local_name(text(row, "predicate")), actor(row, "object"),
                             text(row, "polarity"), text(row, "modality"), actor(row, "attributedTo"), row.at("confidence"),
                             text(row, "evidence"), row.at("begin"), row.at("end")});
  } else if (type == "quotation") {
    answer.quotations.push_back({actor(row, "speaker"), text(row, "kind"), text(row, "text"), row.at("begin"), row.at("end")});
  } else if (type == "mention") {
    answer.mentions.push_back(text(row, "actor"));
  }
}

}  // namespace

Answer read_answer(std::string_view json_lines) {
  Answer answer;
  while (!json_lines.empty()) {
    const auto end = std::min(json_lines.find('\n'), json_lines.size());
    if (end > 0) add(Json::parse(json_lines.substr(0, end)), answer);
    json_lines.remove_prefix(std::min(end + 1, json_lines.size()));
  }
  return answer;
}

std::string local_name(std::string_view iri) {
  while (iri.ends_with('/')) iri.remove_suffix(1);
  return std::string(iri.substr(iri.find_last_of("/#") + 1));
}

}  // namespace entente::cli::eval
