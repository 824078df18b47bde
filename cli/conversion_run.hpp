#pragma once

#include <optional>
#include <string>
#include <vector>

#include "conversion_output.hpp"
#include "entente/export/format.hpp"
#include "exit_status.hpp"
#include "output_plan.hpp"

namespace entente::cli {

struct ConversionOptions {
  std::optional<Format> from;  ///< of all inputs; else each is told by its extension
  std::string base;            ///< against which relative IRIs are resolved; empty: none
  bool skips_mistakes = false;
  bool removes_duplicates = false;
  NetworkRequest network;
  bool is_expanded = false;  ///< JSON-LD without a context
};

/// An input and its format.
struct PlannedInput {
  std::string path;
  Format format;
};

/// Fails with Error::Kind::usage where the format of an input is not known or cannot be read.
Result<std::vector<PlannedInput>> plan_inputs(const std::vector<std::string>& paths, const ConversionOptions& options);

/// Reads all inputs into one output and tells the user each mistake with its line and a caret below it. The output appears only
/// if all inputs were read, mistakes skipped or none.
ExitStatus run_conversion(const std::vector<PlannedInput>& inputs, const PlannedOutput& output, const ConversionOptions& options);

}  // namespace entente::cli
