#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "command.hpp"
#include "entente/export/format.hpp"
#include "extraction_run.hpp"
#include "graph_options.hpp"
#include "input_list.hpp"
#include "messages.hpp"
#include "output_plan.hpp"
#include "size.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::vector<std::string> inputs;
  std::string list;  ///< file that names further inputs; empty where there is none
  bool is_null_separated = false;
  OutputRequest output;
  std::string shard_size;
  RunOptions run;
  bool writes_records = false;
};

Error usage(std::string message) { return {Error::Kind::usage, "", 0, 0, std::move(message)}; }

/// A folder of outputs must not grow below what is read.
Result<Done> check_folder(const std::string& folder, const std::vector<std::string>& inputs) {
  namespace fs = std::filesystem;
  if (folder.empty()) return usage("--out-dir: expected the name of a folder, found nothing");
  std::error_code unknown;
  const fs::path out = fs::weakly_canonical(folder, unknown);
  for (const auto& input : inputs) {
    if (input == "-" || !fs::is_directory(input, unknown)) continue;
    const fs::path in = fs::canonical(input, unknown);
    if (std::mismatch(in.begin(), in.end(), out.begin(), out.end()).first == in.end())
      return usage("--out-dir: " + folder + " lies in the input " + input);
  }
  return Done{};
}

/// A number of documents, or of bytes where it ends in K, M or G.
Result<PartLimits> parse_shard_size(const std::string& text) {
  if (text.empty()) return PartLimits{};
  const auto number = parse_size(text);
  if (!number) return usage("--shard-size: expected a number of documents, or a size such as 64M, found " + text);
  const bool is_size = text.back() < '0' || text.back() > '9';
  return is_size ? PartLimits{0, *number} : PartLimits{*number, 0};
}

Result<std::vector<PlannedOutput>> plan(Options& options, bool has_folder) {
  if (!has_folder) return plan_outputs(options.output, options.inputs);
  const auto limits = parse_shard_size(options.shard_size);
  if (!limits) return limits.error();
  options.run.parts = *limits;
  if (const auto checked = check_folder(options.run.out_dir, options.inputs); !checked) return checked.error();
  return plan_formats(options.output.formats);
}

/// Which document told a story first is nothing that networks or claims could say by itself.
Result<Done> check_formats(const std::vector<PlannedOutput>& outputs, Stories stories) {
  for (const auto& output : outputs) {
    const auto& format = format_info(output.format);
    if (stories == Stories::only && !format.is_rdf)
      return usage("--stories only: expected a format of RDF, found " + std::string(format.name));
  }
  return Done{};
}

ExitStatus extract(Options& options, bool has_folder) {
  if (options.writes_records) tell_as_records();
  if (!options.list.empty()) {
    if (auto read = read_input_list(options.list, options.is_null_separated, options.inputs); !read) {
      tell(read.error());
      return some_failed;
    }
  }
  const auto outputs = plan(options, has_folder);
  if (!outputs) {
    tell(outputs.error());
    return wrong_usage;
  }
  if (const auto checked = check_formats(*outputs, options.run.stories); !checked) {
    tell(checked.error());
    return wrong_usage;
  }
  return run_extraction(std::move(options.inputs), *outputs, options.run);
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

CLI::callback_t stories_into(Stories& stories) {
  return [&stories](const CLI::results_t& words) {
    const std::string& word = words.front();
    if (word == "link")
      stories = Stories::link;
    else if (word == "none")
      stories = Stories::none;
    else if (word == "only")
      stories = Stories::only;
    else
      throw CLI::ValidationError("--stories", "expected one of link, none, only, found " + word);
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
  command->add_option("INPUT", options->inputs,
                      "Text, web pages, JSON Lines, WARC, also compressed; folders of these; - is standard input");
  command->add_option("--files-from", options->list, "File that names further inputs, one on a line; - is standard input")
      ->type_name("FILE");
  command->add_flag("--null", options->is_null_separated, "The names in that file end with NUL, not with the line")
      ->needs("--files-from");
  auto* output = command
                     ->add_option("-o,--output", options->output.path,
                                  "Where to write; with several formats, the name without extension; - is standard output")
                     ->type_name("OUT");
  auto* folder = command
                     ->add_option("--out-dir", options->run.out_dir,
                                  "Folder to write into: an output for each input, or for each shard, and manifest.json")
                     ->type_name("DIR")
                     ->excludes(output);
  command
      ->add_option("--shard-size", options->shard_size,
                   "Documents in each output of --out-dir; with K, M or G, the size of their texts")
      ->type_name("N|SIZE")
      ->needs(folder);
  command->add_flag("--resume", options->run.resumes, "Go on with the run in --out-dir that was stopped or killed")
      ->needs(folder);
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
      ->check(CLI::Validator(check_share, ""))
      ->capture_default_str();
  command->add_option("-j,--jobs", options->run.jobs, "Documents to work on at the same time; as many as processors by default")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U));
  command
      ->add_option("--max-document", size_into("--max-document", options->run.max_document),
                   "Longest document, in bytes, or with K, M or G; a longer one is reported and left out; 10M by default")
      ->type_name("SIZE");
  command
      ->add_option(
          "--stories", stories_into(options->run.stories),
          "Documents that carry the story of an earlier one: link (name it, by default), none (do not look), only (write "
          "nothing else)")
      ->type_name("NAME");
  add_graph_options(*command, options->run.graph);
  command->add_flag("-q,--quiet", options->run.is_quiet, "Tell failures only: no progress, no summary");
  command->add_flag("--json-log", options->writes_records, "Messages and progress as JSON Lines");
  command->callback([options, folder, &status] {
    if (options->inputs.empty() && options->list.empty()) throw CLI::RequiredError("INPUT");
    status = extract(*options, folder->count() > 0);
  });
}

}  // namespace entente::cli
