#include "json_members.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <simdjson.h>
#include <nlohmann/json.hpp>

#include "clean_text.hpp"

namespace entente {
namespace {

using Json = nlohmann::json;
namespace dom = simdjson::dom;

std::optional<JsonMember> member_of(const dom::element& value) {
  switch (value.type()) {
    case dom::element_type::STRING:
      return JsonMember{"string", std::string(value.get_string().value_unsafe())};
    case dom::element_type::INT64:
      return JsonMember{"number", std::to_string(value.get_int64().value_unsafe()), true};
    case dom::element_type::UINT64:
      return JsonMember{"number", std::to_string(value.get_uint64().value_unsafe()), true};
    case dom::element_type::DOUBLE:
      return JsonMember{"number", ""};
    case dom::element_type::BOOL:
      return JsonMember{"boolean", ""};
    case dom::element_type::ARRAY:
      return JsonMember{"array", ""};
    case dom::element_type::OBJECT:
      return JsonMember{"object", ""};
    case dom::element_type::NULL_VALUE:
      break;
  }
  return std::nullopt;
}

/// Some versions of simdjson let halves of a pair through.
bool has_surrogates(std::string_view bytes) {
  return bytes.find("\\ud") != std::string_view::npos || bytes.find("\\uD") != std::string_view::npos;
}

/// With simdjson, which is many times as fast as the other, and tells less of what is wrong: nothing where anything is.
std::optional<JsonMembers> read_fast(std::string_view bytes) {
  static thread_local dom::parser parser;
  dom::object object;
  if (parser.parse(bytes.data(), bytes.size()).get_object().get(object) != simdjson::SUCCESS) return std::nullopt;
  JsonMembers members;
  for (const auto& [name, value] : object) {
    members.erase(std::string(name));
    if (auto member = member_of(value)) members.emplace(name, std::move(*member));
  }
  return members;
}

/// The part of nlohmann's message that says what is wrong, without its own idea of the place.
std::string reason_of(const Json::parse_error& error) {
  const std::string_view what = error.what();
  const auto place = what.find("column ");
  const auto colon = place == std::string_view::npos ? place : what.find(": ", place);
  return std::string(colon == std::string_view::npos ? what : what.substr(colon + 2));
}

Error syntax(std::uint64_t column, std::string message) { return {Error::Kind::syntax, "", 0, column, std::move(message)}; }

JsonMember member_of(const Json& value) {
  JsonMember member{value.type_name(), ""};
  member.is_integer = value.is_number_integer();
  if (value.is_string()) member.text = value.get<std::string>();
  if (member.is_integer) member.text = value.dump();
  return member;
}

Result<JsonMembers> read_exactly(std::string_view bytes) {
  JsonMembers members;
  try {
    const Json json = Json::parse(bytes);
    if (!json.is_object()) return syntax(1, std::string("expected a JSON object, found ") + json.type_name());
    for (const auto& [name, value] : json.items())
      if (!value.is_null()) members.emplace(name, member_of(value));
  } catch (const Json::parse_error& error) {
    const std::size_t at = error.byte == 0 ? 0 : error.byte - 1;
    return syntax(place_of(bytes, std::min(at, bytes.size())).column, "expected a JSON object on one line: " + reason_of(error));
  }
  return members;
}

}  // namespace

Result<JsonMembers> read_members(std::string_view bytes) {
  if (!has_surrogates(bytes))
    if (auto members = read_fast(bytes)) return std::move(*members);
  return read_exactly(bytes);
}

}  // namespace entente
