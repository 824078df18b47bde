#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include "command.hpp"
#include "messages.hpp"
#include "unfinished_files.hpp"

namespace {

using entente::cli::ExitStatus;

/// What is wrong with the command line. A missing subcommand is mostly a misspelt one.
std::string what_is_wrong(const CLI::Error& error, const CLI::App& app, int argc, char** argv) {
  if (error.get_name() != "RequiredError" || !app.get_subcommands().empty()) return error.what();
  std::string commands;
  for (const CLI::App* command : app.get_subcommands(nullptr)) commands += (commands.empty() ? "" : ", ") + command->get_name();
  return "expected a command (" + commands + "), found " + (argc > 1 ? argv[1] : "none");
}

int run(int argc, char** argv) {
  CLI::App app{"Reads news and writes who supports, attacks, controls and is quoted by whom.", "entente"};
  app.set_version_flag("--version", "entente " ENTENTE_VERSION);
  app.set_help_flag("-h,--help", "Print this help");
  app.require_subcommand(1);
  app.failure_message([=](const CLI::App* asked, const CLI::Error& error) {
    return "entente: " + what_is_wrong(error, *asked, argc, argv) + "\nTry 'entente --help'.\n";
  });
  ExitStatus status = entente::cli::all_done;
  entente::cli::add_extract(app, status);
  entente::cli::add_convert(app, status);
  entente::cli::add_push(app, status);
  entente::cli::add_check(app, status);
  entente::cli::add_explain(app, status);
  entente::cli::add_eval(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (app.exit(error) != 0) return entente::cli::wrong_usage;
    return entente::cli::flush_standard_output() ? entente::cli::all_done : entente::cli::some_failed;
  }
  return status;
}

/// In whatever thread and place memory ends: as at a signal, since to go back to `main` takes memory and time of all threads.
void end_without_memory() {
  constexpr std::string_view message = "entente: out of memory\n";
  constexpr std::string_view record = "{\"event\": \"message\", \"message\": \"out of memory\"}\n";
  const std::string_view told = entente::cli::writes_records() ? record : message;
  entente::cli::unfinished_files::remove_all();
  (void)!::write(STDERR_FILENO, told.data(), told.size());
  std::_Exit(entente::cli::some_failed);
}

/// Of the memory that the allocator will hand out first, in pages of 2 MiB where the system has such: what is known of the
/// language takes some ten megabytes, and in small pages a fault for each four kilobytes.
void take_large_pages() {
  constexpr std::uintptr_t page = std::uintptr_t{2} << 20;
  constexpr std::size_t enough = 8 * page;
  const auto first = std::make_unique<char>();
  const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(first.get()) + page - 1) / page * page;
  (void)::madvise(reinterpret_cast<void*>(begin), enough, MADV_HUGEPAGE);  // no more than advice, also where nothing is mapped
}

}  // namespace

int main(int argc, char** argv) {
  take_large_pages();
  std::set_new_handler(end_without_memory);
  try {
    entente::cli::unfinished_files::watch_signals();
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    entente::cli::tell(std::string("out of memory"));
  } catch (const std::exception& error) {
    entente::cli::tell(std::string("internal error: ") + error.what());
  }
  return entente::cli::some_failed;
}
