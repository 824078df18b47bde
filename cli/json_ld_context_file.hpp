#pragma once

#include <string>

#include "entente/ontology/result.hpp"

namespace entente::cli {

/// The text of the JSON-LD context that comes with the program. Fails with Error::Kind::io.
Result<std::string> read_context();

}  // namespace entente::cli
