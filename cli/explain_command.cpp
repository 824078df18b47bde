#include <memory>
#include <string>

#include "command.hpp"
#include "entente/extract/extractor.hpp"
#include "entente/extract/reader.hpp"
#include "messages.hpp"
#include "output.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::string input;
  KnowledgeOptions knowledge;
};

ExitStatus explain(const Options& options) {
  auto output = Output::open("-");
  const auto knowledge = Knowledge::load(options.knowledge);
  if (!knowledge) return some_failed;
  Extractor extractor(knowledge->language());
  ExitStatus status = all_done;
  const auto report = [&](const Error& error) {
    tell(error);
    status = some_failed;
  };
  const auto take = [&](const Document& document) {
    std::string text;
    extractor.explain(document, text);
    const auto written = output->write(text);
    if (!written && !output->reader_is_gone()) report(written.error());
    return written.ok();
  };
  const auto done = read_documents(options.input, {options.knowledge.language}, take, report);
  if (!done) report(done.error());
  return status;
}

}  // namespace

void add_explain(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("explain", "The analysis of a text, stage by stage");
  command->add_option("INPUT", options->input, "Text or JSON Lines; - is standard input")->required();
  add_knowledge_options(*command, options->knowledge);
  command->callback([options, &status] { status = explain(*options); });
}

}  // namespace entente::cli
