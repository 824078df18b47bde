#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "messages.hpp"
#include "output_plan.hpp"
#include "push/credentials.hpp"
#include "push/push_run.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  std::string from;
  std::string graph;
  bool is_default_graph = false;
  std::string netrc_file;
  bool is_quiet = false;
  PushOptions push;
};

Error usage(std::string message) { return {Error::Kind::usage, "", 0, 0, std::move(message)}; }

/// The inputs with their formats, and where those of formats without graphs go.
Result<Done> plan(Options& options) {
  if (std::ranges::count(options.files, "-") > 1) return usage("standard input can be read only once");
  ConversionOptions reading;
  if (!options.from.empty()) {
    reading.from = format_from_name(options.from);
    if (!reading.from) return usage("--from: expected one of " + rdf_format_names() + ", found " + options.from);
  }
  auto inputs = plan_inputs(options.files, reading);
  if (!inputs) return inputs.error();
  options.push.inputs = std::move(*inputs);
  if (options.is_default_graph) options.push.target = "";
  if (!options.graph.empty()) options.push.target = options.graph;
  for (const PlannedInput& input : options.push.inputs) {
    if (options.push.target || format_info(input.format).names_graphs) continue;
    return usage("expected --graph or --default-graph: " + std::string(format_info(input.format).label) + " names no graphs (" +
                 input.path + ")");
  }
  return Done{};
}

ExitStatus push(Options& options) {
  auto done = plan(options);
  auto credentials = find_credentials(options.netrc_file);
  if (!done || !credentials) {
    tell(done ? credentials.error() : done.error());
    return wrong_usage;
  }
  options.push.store.credentials = std::move(*credentials);
  options.push.shows_progress = !options.is_quiet;
  return run_push(options.push);
}

std::string check_iri(const std::string& iri) {
  const auto colon = iri.find_first_of(":/?#");
  const bool has_scheme = colon != 0 && colon != std::string::npos && iri[colon] == ':';
  const bool is_clean = std::ranges::none_of(iri, [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos;
  });
  return has_scheme && is_clean ? "" : "expected an absolute IRI, found " + iri;
}

void add_sending_options(CLI::App& command, Options& options) {
  GraphStoreOptions& store = options.push.store;
  command.add_option("--endpoint", store.endpoint, "Where the store speaks the Graph Store Protocol")
      ->type_name("URL")
      ->required();
  command
      .add_option("--netrc-file", options.netrc_file,
                  "Where user and password stand, if not in the environment; ~/.netrc by default")
      ->type_name("FILE");
  command.add_option("--cacert", store.ca_file, "Certificates to trust instead of the system's, PEM")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  command.add_option("--retries", store.retries, "Tries after the first when the store is busy or the connection breaks")
      ->type_name("N")
      ->check(CLI::Range(0, 100))
      ->capture_default_str();
  command
      .add_option_function<unsigned>(
          "--timeout", [&store](unsigned seconds) { store.patience = std::chrono::seconds(seconds); },
          "Longest silence of the store while it takes a graph, in seconds; 300 by default")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  command.add_flag("--dry-run", options.push.is_dry_run, "Read and list, but send nothing");
}

}  // namespace

void add_push(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("push", "RDF into a store, graph by graph, replacing");
  command->add_option("FILE", options->files, "RDF files; - is standard input")->required();
  command->add_option("--from", options->from, "Format of the files, where their extensions do not tell: " + rdf_format_names())
      ->type_name("FORMAT");
  command->add_option("--base", options->push.base, "IRI against which relative IRIs are resolved")
      ->type_name("IRI")
      ->check(CLI::Validator(check_iri, ""));
  auto* graph = command->add_option("--graph", options->graph, "Graph for statements outside named graphs")
                    ->type_name("IRI")
                    ->check(CLI::Validator(check_iri, ""));
  command->add_flag("--default-graph", options->is_default_graph, "The store's default graph for them")->excludes(graph);
  add_sending_options(*command, *options);
  command->add_flag("-q,--quiet", options->is_quiet, "No progress bar");
  command->footer("User and password, or token: ENTENTE_USER and ENTENTE_PASSWORD, or ENTENTE_TOKEN, in the environment.");
  command->callback([options, &status] { status = push(*options); });
}

}  // namespace entente::cli
