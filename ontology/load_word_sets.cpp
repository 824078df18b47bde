#include <algorithm>

#include "loader.hpp"

namespace entente {
namespace {

void add_word(Loader& loader, const Triple& statement, WordSet& made) {
  if (!is_literal(statement.object)) return;
  const std::string language = language_of(statement.object);
  if (language.empty()) {
    loader.diagnostics.wrong(statement, "expected a language tag, found none");
  } else if (!made.language.empty() && made.language != language) {
    loader.diagnostics.wrong(
        statement, "expected the language \"" + made.language + "\" of the class's other words, found \"" + language + "\"");
  }
  made.language = language;
  made.words.push_back(normalized(text_of(statement.object)));
}

void add_relation(Loader& loader, const Triple& statement, std::vector<RelationId>& relations) {
  const RelationId id = loader.resolve(statement, Subject::relation);
  if (id != no_id && std::ranges::find(relations, id) == relations.end()) relations.push_back(id);
}

}  // namespace

void load_word_sets(Loader& loader) {
  for (const auto& [node, id] : loader.ids) {
    if (loader.subject(node) != Subject::word_set) continue;
    WordSet& made = loader.ontology.word_sets[id];
    for (const Triple& statement : loader.graph.about(node)) {
      if (statement.term == Term::word) add_word(loader, statement, made);
      if (statement.term == Term::speaks_for) add_relation(loader, statement, made.speaks_for);
      if (statement.term == Term::speaks_against) add_relation(loader, statement, made.speaks_against);
    }
  }
}

}  // namespace entente
