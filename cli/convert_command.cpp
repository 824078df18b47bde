#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "command.hpp"
#include "conversion_run.hpp"
#include "entente/export/format.hpp"
#include "messages.hpp"
#include "output_plan.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::vector<std::string> inputs;
  std::string output = "-";
  std::string from;
  std::string to;
  ConversionOptions conversion;
};

ExitStatus wrong(const Error& error) {
  tell(error);
  return wrong_usage;
}

Error usage(std::string message) { return {Error::Kind::usage, "", 0, 0, std::move(message)}; }

ExitStatus convert(Options& options) {
  if (!options.from.empty()) {
    options.conversion.from = format_from_name(options.from);
    if (!options.conversion.from)
      return wrong(usage("--from: expected one of " + rdf_format_names() + ", found " + options.from));
  }
  if (std::ranges::count(options.inputs, "-") > 1) return wrong(usage("standard input can be read only once"));
  const auto inputs = plan_inputs(options.inputs, options.conversion);
  if (!inputs) return wrong(inputs.error());
  OutputRequest request{options.output, {}};
  if (!options.to.empty()) request.formats = {options.to};
  const auto outputs = plan_outputs(request, options.inputs);
  if (!outputs) return wrong(outputs.error());
  const PlannedOutput& output = outputs->front();
  const FormatInfo& info = format_info(output.format);
  if (!info.is_rdf && !info.is_network) {
    return wrong(usage("--to: expected one of " + convertible_format_names() + ", found " + std::string(info.name)));
  }
  if (options.conversion.is_expanded && output.format != Format::json_ld)
    return wrong(usage("--expanded: only JSON-LD is expanded"));
  return run_conversion(*inputs, output, options.conversion);
}

std::string check_base(const std::string& base) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const auto scheme = base.find_first_not_of(std::string(letters) + "0123456789+-.");
  const bool has_scheme = scheme != std::string::npos && scheme > 0 && base[scheme] == ':' &&
                          letters.find(base[0]) != std::string_view::npos;  // RFC 3986, 3.1
  const bool is_absolute = has_scheme && base.find_first_of(" <>\"{}|\\^`") == std::string::npos;
  return is_absolute ? "" : "expected an absolute IRI, found " + base;
}

}  // namespace

void add_convert(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("convert", "RDF from one format to another");
  command->add_option("INPUT", options->inputs, "RDF files; - is standard input")->required();
  command->add_option("-o,--output", options->output, "Where to write; - is standard output")->type_name("OUT");
  command->add_option("--from", options->from, "Format of the inputs, where their extensions do not tell: " + rdf_format_names())
      ->type_name("FORMAT");
  command
      ->add_option("--to", options->to, "Format of the output, where its extension does not tell: " + convertible_format_names())
      ->type_name("FORMAT");
  command->add_option("--base", options->conversion.base, "IRI against which relative IRIs are resolved")
      ->type_name("IRI")
      ->check(CLI::Validator(check_base, ""));
  command->add_flag("--lax", options->conversion.skips_mistakes, "Skip statements with mistakes, and exit with 1");
  command->add_flag("--unique", options->conversion.removes_duplicates, "Write each statement once, sorted");
  command->add_flag("--expanded", options->conversion.is_expanded, "JSON-LD without a context");
  NetworkRequest& network = options->conversion.network;
  command->add_option("--lang", network.language, "Graphs (gexf, graphml, csv): language of labels")
      ->type_name("TAG")
      ->capture_default_str();
  command->add_option("--ontology", network.ontology, "Graphs: Turtle of your own relations and actors; may be given again")
      ->type_name("FILE|DIR")
      ->allow_extra_args(false);
  add_graph_options(*command, network.graph);
  command->callback([options, &status] { status = convert(*options); });
}

}  // namespace entente::cli
