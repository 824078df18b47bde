#include <cstdlib>
#include <exception>
#include <new>

#include "command.hpp"
#include "messages.hpp"
#include "unfinished_files.hpp"

namespace {

using entente::cli::ExitStatus;

int run(int argc, char** argv) {
  CLI::App app{"Reads news and writes who supports, attacks, controls and is quoted by whom.", "entente"};
  app.set_version_flag("--version", "entente " ENTENTE_VERSION);
  app.set_help_flag("-h,--help", "Print this help");
  app.require_subcommand(1);
  app.failure_message([](const CLI::App* asked, const CLI::Error& error) {
    return "entente: " + std::string(error.what()) + "\nTry '" + asked->get_name() + " --help'.\n";
  });
  ExitStatus status = entente::cli::all_done;
  entente::cli::add_extract(app, status);
  entente::cli::add_check(app, status);
  entente::cli::add_explain(app, status);
  entente::cli::add_eval(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? entente::cli::all_done : entente::cli::wrong_usage;
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  entente::cli::unfinished_files::watch_signals();
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    entente::cli::tell(std::string("out of memory"));
  } catch (const std::exception& error) {
    entente::cli::tell(std::string("internal error: ") + error.what());
  }
  return entente::cli::some_failed;
}
