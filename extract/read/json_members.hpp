#pragma once

#include <map>
#include <string>
#include <string_view>

#include "entente/ontology/result.hpp"

namespace entente {

/// What a member of a JSON object holds.
struct JsonMember {
  std::string_view type;  ///< "string", "number", "boolean", "array" or "object"
  std::string text;       ///< of a string, or the digits of an integer; empty for all others
  bool is_integer = false;
};

/// The members of a JSON object by name, those that are null left out; of several with one name the last.
using JsonMembers = std::map<std::string, JsonMember, std::less<>>;

/// Reads a JSON object. `bytes` is valid UTF-8. Fails with Error::Kind::syntax, the column and no line or source.
Result<JsonMembers> read_members(std::string_view bytes);

}  // namespace entente
