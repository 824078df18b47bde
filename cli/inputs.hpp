#pragma once

#include <string>
#include <vector>

#include "entente/ontology/result.hpp"

namespace entente::cli {

/// The inputs that the arguments stand for: each as it is, a folder as the .txt and .jsonl files in it and below, in byte
/// order. Appends to `errors` the folders without any, and those that cannot be listed.
std::vector<std::string> expand_inputs(const std::vector<std::string>& arguments, std::vector<Error>& errors);

}  // namespace entente::cli
