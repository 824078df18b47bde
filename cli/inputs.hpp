#pragma once

#include <string>
#include <vector>

#include "entente/ontology/result.hpp"

namespace entente::cli {

/// The inputs that the arguments stand for. A file stands for itself; a folder for the files in it and below whose names say that
/// they are inputs (is_input_name), in byte order, without hidden ones and without what hidden folders hold; links to folders are
/// not followed. What does not exist and has *, ? or [ in it stands for what matches it (glob(7)), in byte order: the shell's own
/// expansion fails for some ten thousand names. Appends to `errors` the folders without any input, and those that cannot be
/// listed.
std::vector<std::string> expand_inputs(std::vector<std::string>&& arguments, std::vector<Error>& errors);

}  // namespace entente::cli
