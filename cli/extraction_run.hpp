#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "batch/part_limits.hpp"
#include "exit_status.hpp"
#include "graph_options.hpp"
#include "knowledge.hpp"
#include "output_plan.hpp"

namespace entente::cli {

/// What is done about documents that carry the same story.
enum class Stories : std::uint8_t {
  link,  ///< a document names the one that told its story first
  none,  ///< documents are not compared: what is written of one does not depend on the others
  only,  ///< as `link`, and nothing is written but what documents are
};

struct RunOptions {
  KnowledgeOptions knowledge;
  std::string base = "https://w3id.org/entente/";
  double min_confidence = 0.5;
  GraphRequest graph;
  unsigned jobs = 1;                                     ///< documents at the same time
  std::uint64_t max_document = std::uint64_t{10} << 20;  ///< bytes
  std::string out_dir;                                   ///< of outputs in parts; empty: one output for all
  PartLimits parts;
  Stories stories = Stories::link;
  bool resumes = false;
  bool is_quiet = false;
};

/// As many as the processors that this program may use.
unsigned default_jobs();

/// Reads all inputs, writes what they say to all outputs (whose paths are not used with `out_dir`), and tells the user what
/// failed. Outputs appear only if all of them could be written; an input that fails is named, and the others are written all the
/// same. A signal to stop lets the documents end that are under way, and then ends the program: with 128 and the signal's number,
/// as a shell has it.
ExitStatus run_extraction(std::vector<std::string>&& arguments, const std::vector<PlannedOutput>& outputs,
                          const RunOptions& options);

}  // namespace entente::cli
