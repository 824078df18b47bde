#include "command.hpp"

namespace entente::cli {
namespace {

/// Empty where nothing is, or where it cannot be told: what is missing then is told later.
std::string what_is_wrong_with_language(const std::string& language) {
  const auto checked = check_language(language);
  return checked || checked.error().kind != Error::Kind::usage ? "" : checked.error().message;
}

}  // namespace

void add_knowledge_options(CLI::App& command, KnowledgeOptions& options) {
  command.add_option("--ontology", options.ontology, "Turtle of your own: actors, relations, triggers; may be given again")
      ->type_name("FILE|DIR")
      ->allow_extra_args(false);
  command.add_option("--lang", options.language, "Language of texts that do not tell theirs")
      ->type_name("TAG")
      ->check(CLI::Validator(what_is_wrong_with_language, ""))
      ->capture_default_str();
}

}  // namespace entente::cli
