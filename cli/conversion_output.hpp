#pragma once

#include <memory>
#include <string>
#include <vector>

#include "entente/export/quad_writer.hpp"
#include "entente/export/writer.hpp"
#include "exit_status.hpp"
#include "graph_options.hpp"
#include "output.hpp"
#include "output_plan.hpp"

namespace entente::cli {

/// What the user asks of a network that is made of RDF.
struct NetworkRequest {
  GraphRequest graph;
  std::vector<std::string> ontology;  ///< Turtle files, or folders of them, beside those that come with the program
  std::string language = "fr";        ///< of labels
};

/// Where a conversion goes: all files of a format, and what writes quads into them.
class ConversionOutput {
 public:
  /// What is wrong is told to the user. `options` count for RDF, `request` for networks.
  ExitStatus open(const PlannedOutput& planned, const RdfWriterOptions& options, const NetworkRequest& request);

  /// Only after `open` said all_done.
  [[nodiscard]] QuadSink& quads() { return *quads_; }
  /// After the quads were finished: the files appear under their names.
  Result<Done> commit();
  /// Whether the reader of a pipe went away.
  [[nodiscard]] bool reader_is_gone() const;

 private:
  /// Loads the ontology, by which relations have labels and forces a state.
  ExitStatus load_ontology_for(const NetworkRequest& request);

  Ontology ontology_;  ///< of networks; before the writer, which holds on to it
  std::vector<std::unique_ptr<Output>> files_;
  std::unique_ptr<QuadSink> quads_;
};

}  // namespace entente::cli
