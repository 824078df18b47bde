#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "exit_status.hpp"
#include "knowledge.hpp"

namespace entente::cli {

/// Each adds its subcommand to `app`; `status`, which must outlive `app`, is set when the subcommand runs.
void add_extract(CLI::App& app, ExitStatus& status);
void add_convert(CLI::App& app, ExitStatus& status);
void add_push(CLI::App& app, ExitStatus& status);
void add_check(CLI::App& app, ExitStatus& status);
void add_explain(CLI::App& app, ExitStatus& status);
void add_eval(CLI::App& app, ExitStatus& status);

/// The options `--ontology` and `--lang`, which several subcommands take.
void add_knowledge_options(CLI::App& command, KnowledgeOptions& options);

}  // namespace entente::cli
