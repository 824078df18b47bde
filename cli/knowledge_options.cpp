#include "command.hpp"

namespace entente::cli {

void add_knowledge_options(CLI::App& command, KnowledgeOptions& options) {
  command.add_option("--ontology", options.ontology, "Turtle of your own: actors, relations, triggers; may be given again")
      ->type_name("FILE|DIR")
      ->allow_extra_args(false);
  command.add_option("--lang", options.language, "Language of texts that do not tell theirs")
      ->type_name("TAG")
      ->capture_default_str();
}

}  // namespace entente::cli
