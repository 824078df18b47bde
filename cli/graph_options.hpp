#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "entente/export/writer.hpp"

namespace entente::cli {

/// What the user asks of graph formats, in the words of the command line.
struct GraphRequest {
  GraphOptions options;
  std::vector<std::string> relations;  ///< names (attacks) or absolute IRIs

  /// The options with the relations that `ontology` has by these names. Fails with Error::Kind::usage where it has none such.
  [[nodiscard]] Result<GraphOptions> resolve(const Ontology& ontology) const;
};

/// What is wrong with a number that should be from 0 to 1; empty where nothing is.
std::string check_share(const std::string& text);

/// The options `--graph-min-confidence`, `--polarity`, `--modality`, `--relation` and `--roll-up`, which all subcommands that
/// write graph formats take.
void add_graph_options(CLI::App& command, GraphRequest& request);

}  // namespace entente::cli
