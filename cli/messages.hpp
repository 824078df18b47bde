#pragma once

#include <string>
#include <vector>

#include "entente/ontology/result.hpp"

namespace entente::cli {

/// Tells the user something on standard error, behind the program's name.
void tell(const std::string& message);
void tell(const Error& error);
void tell(const std::vector<Error>& errors);

}  // namespace entente::cli
