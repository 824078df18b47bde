#pragma once

#include <string>
#include <vector>

#include "exit_status.hpp"
#include "graph_options.hpp"
#include "knowledge.hpp"
#include "output_plan.hpp"

namespace entente::cli {

struct RunOptions {
  KnowledgeOptions knowledge;
  std::string base = "https://w3id.org/entente/";
  double min_confidence = 0.5;
  GraphRequest graph;
  bool shows_progress = true;
};

/// Reads all inputs, writes what they say to all outputs, and tells the user what failed. Outputs appear only if all of
/// them could be written; an input that fails is named, and the others are written all the same.
ExitStatus run_extraction(const std::vector<std::string>& arguments, const std::vector<PlannedOutput>& outputs,
                          const RunOptions& options);

}  // namespace entente::cli
