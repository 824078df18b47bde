#pragma once

#include <string>
#include <vector>

#include "../extraction_run.hpp"
#include "entente/ontology/result.hpp"

namespace entente::cli {

/// All that the outputs of a run depend on, as a JSON object on one line: options by their names, digests of program, ontology
/// and dictionary, and the list of inputs, but not what these hold. Fails with Error::Kind::io.
Result<std::string> describe_request(const std::vector<PlannedOutput>& outputs, const RunOptions& options,
                                     const std::vector<std::string>& inputs);

}  // namespace entente::cli
