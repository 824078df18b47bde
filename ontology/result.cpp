#include "entente/ontology/result.hpp"

namespace entente {

std::string to_string(const Error& error) {
  std::string place = error.source;
  for (const std::uint64_t number : {error.line, error.line == 0 ? 0 : error.column}) {
    if (number == 0) break;
    if (!place.empty()) place += ':';
    place += std::to_string(number);
  }
  return place.empty() ? error.message : place + ": " + error.message;
}

}  // namespace entente
