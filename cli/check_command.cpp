#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "command.hpp"
#include "data_directory.hpp"
#include "messages.hpp"

namespace entente::cli {
namespace {

ExitStatus check(const std::vector<std::string>& user) {
  const auto data = find_data_directory();
  if (!data) {
    tell(data.error());
    return some_failed;
  }
  Ontology ontology;
  std::vector<Error> errors;
  const bool is_right = load_ontology(knowledge_files(*data, user), ontology, errors);
  for (const Error& error : errors) std::printf("%s\n", to_string(error).c_str());
  if (is_right) std::printf("no mistakes\n");
  return flush_standard_output() && is_right ? all_done : some_failed;
}

}  // namespace

void add_check(CLI::App& app, ExitStatus& status) {
  auto files = std::make_shared<std::vector<std::string>>();
  CLI::App* command = app.add_subcommand("check", "Check Turtle of your own: actors, relations, triggers");
  command->add_option("FILE", *files, "Turtle files, or folders of them")->required();
  command->callback([files, &status] { status = check(*files); });
}

}  // namespace entente::cli
