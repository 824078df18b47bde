#include <memory>
#include <string>
#include <vector>

#include "command.hpp"
#include "entente/export/format.hpp"
#include "extraction_run.hpp"
#include "graph_options.hpp"
#include "messages.hpp"
#include "output_plan.hpp"
#include "size.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::vector<std::string> inputs;
  OutputRequest output;
  RunOptions run;
  bool is_quiet = false;
};

ExitStatus extract(Options& options) {
  const auto plan = plan_outputs(options.output, options.inputs);
  if (!plan) {
    tell(plan.error());
    return wrong_usage;
  }
  options.run.shows_progress = !options.is_quiet;
  return run_extraction(options.inputs, *plan, options.run);
}

/// An option that takes a size, or a message of what is wrong with it.
CLI::callback_t size_into(const std::string& option, std::uint64_t& size) {
  return [option, &size](const CLI::results_t& words) {
    const auto parsed = parse_size(words.front());
    if (!parsed) throw CLI::ValidationError(option, parsed.error().message);
    size = *parsed;
    return true;
  };
}

std::string check_base(const std::string& base) {
  const bool is_absolute = base.find(':') != std::string::npos && base.find_first_of(" <>\"{}|\\^`") == std::string::npos;
  const bool is_namespace = base.ends_with('/') || base.ends_with('#');
  return is_absolute && is_namespace ? "" : "expected an absolute IRI that ends in / or #, found " + base;
}

}  // namespace

void add_extract(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<Options>();
  options->run.jobs = default_jobs();
  CLI::App* command = app.add_subcommand("extract", "News to graph");
  command->add_option("INPUT", options->inputs, "Text, JSON Lines, folders of these; - is standard input")->required();
  command
      ->add_option("-o,--output", options->output.path,
                   "Where to write; with several formats, the name without extension; - is standard output")
      ->type_name("OUT");
  command->add_option("--to", options->output.formats, "Format, may be given again: " + format_names())
      ->type_name("FORMAT")
      ->allow_extra_args(false);
  add_knowledge_options(*command, options->run.knowledge);
  command->add_option("--base", options->run.base, "IRI of documents, claims and quotations")
      ->type_name("IRI")
      ->check(CLI::Validator(check_base, ""))
      ->capture_default_str();
  command
      ->add_option("--min-confidence", options->run.min_confidence,
                   "Least confidence of a claim that is also stated as a plain triple")
      ->type_name("X")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command->add_option("-j,--jobs", options->run.jobs, "Documents to work on at the same time; as many as processors by default")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U));
  command
      ->add_option("--max-document", size_into("--max-document", options->run.max_document),
                   "Longest document, in bytes, or with K, M or G; a longer one is reported and left out; 10M by default")
      ->type_name("SIZE");
  add_graph_options(*command, options->run.graph);
  command->add_flag("-q,--quiet", options->is_quiet, "No progress bar");
  command->callback([options, &status] { status = extract(*options); });
}

}  // namespace entente::cli
