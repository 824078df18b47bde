#include "conversion_output.hpp"

#include <algorithm>
#include <utility>

#include "data_directory.hpp"
#include "entente/export/network_sink.hpp"
#include "knowledge.hpp"
#include "messages.hpp"

namespace entente::cli {

ExitStatus ConversionOutput::open(const PlannedOutput& planned, const RdfWriterOptions& options, const NetworkRequest& request) {
  const bool is_network = format_info(planned.format).is_network;
  WriterOptions of_network;
  if (is_network) {
    if (const auto status = load_ontology_for(request); status != all_done) return status;
    auto graph = request.graph.resolve(ontology_);
    if (!graph) {
      tell(graph.error());
      return wrong_usage;
    }
    of_network.graph = std::move(*graph);
    of_network.language = request.language;
  }
  std::vector<ByteSink*> sinks;
  for (const std::string& path : planned.paths) {
    auto file = Output::open(path);
    if (!file) {
      tell(file.error());
      return some_failed;
    }
    files_.push_back(std::make_unique<Output>(std::move(*file)));
    sinks.push_back(files_.back().get());
  }
  quads_ = is_network ? make_network_sink(planned.format, ontology_, of_network, sinks)
                      : make_rdf_writer(planned.format, options, *sinks.front());
  return all_done;
}

ExitStatus ConversionOutput::load_ontology_for(const NetworkRequest& request) {
  const auto data = find_data_directory();
  if (!data) {
    tell(data.error());
    return some_failed;
  }
  std::vector<Error> errors;
  if (load_ontology(knowledge_files(*data, request.ontology), ontology_, errors)) return all_done;
  tell(errors);
  return some_failed;
}

Result<Done> ConversionOutput::commit() {
  for (const auto& file : files_) {
    if (auto done = file->commit(); !done) return done;
  }
  return Done{};
}

bool ConversionOutput::reader_is_gone() const {
  return std::ranges::any_of(files_, [](const auto& file) { return file->reader_is_gone(); });
}

}  // namespace entente::cli
