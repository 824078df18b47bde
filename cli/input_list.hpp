#pragma once

#include <string>
#include <vector>

#include "entente/ontology/result.hpp"

namespace entente::cli {

/// Appends the paths that a file lists to `inputs`: one on a line, empty lines left out, or any but NUL up to the next NUL. "-"
/// is standard input. Fails with Error::Kind::io where the file cannot be read.
Result<Done> read_input_list(const std::string& path, bool is_null_separated, std::vector<std::string>& inputs);

}  // namespace entente::cli
