#include "entente/ontology/ontology.hpp"

#include <algorithm>
#include <utility>

#include "compiled.hpp"
#include "diagnostics.hpp"
#include "graph.hpp"
#include "loader.hpp"
#include "turtle.hpp"

namespace entente {
namespace {

/// How well a label serves as the actor's name in `language`: the higher, the better; 0 if it does not.
int rank(const Label& label, std::string_view language) {
  if (label.kind != LabelKind::preferred) return 0;
  if (label.language == language) return 4;
  if (label.language == "en") return 3;
  return label.language.empty() ? 2 : 1;
}

}  // namespace

std::string_view Ontology::preferred_label(ActorId actor, std::string_view language) const {
  const Actor& named = actors[actor];
  const Label* best = nullptr;
  for (const Label& label : named.labels) {
    const int worth = rank(label, language);
    if (worth > (best == nullptr ? 0 : rank(*best, language))) best = &label;
  }
  if (best != nullptr) return best->text;
  const std::string_view iri = named.iri;
  return iri.substr(iri.find_last_of("/#") + 1);
}

std::vector<std::filesystem::path> ontology_files(const std::filesystem::path& directory) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (at->path().extension() == ".ttl" && at->is_regular_file(ignored)) files.push_back(at->path());
  }
  std::ranges::sort(files, {}, [](const std::filesystem::path& path) { return path.native(); });
  return files;
}

bool load_ontology(const std::vector<std::filesystem::path>& files, Ontology& out, std::vector<Error>& errors) {
  Graph graph;
  Diagnostics diagnostics;
  for (const std::filesystem::path& path : files) read_turtle_file(path, graph, diagnostics);
  graph.group();
  Ontology made;
  Loader loader(graph, diagnostics, made);
  declare_subjects(loader);
  check_statements(loader);
  load_relations(loader);
  load_actors(loader);
  load_word_sets(loader);
  load_lexicon(loader);
  out = std::move(made);
  const bool is_right = diagnostics.empty();
  diagnostics.write(graph, errors);
  return is_right;
}

bool load_ontology(const std::vector<std::filesystem::path>& files, const std::filesystem::path& compiled, Ontology& out,
                   std::vector<Error>& errors) {
  const auto key = content_key(files);
  return (key && read_compiled(compiled, *key, out)) || load_ontology(files, out, errors);
}

bool compile_ontology(const std::vector<std::filesystem::path>& files, const std::filesystem::path& compiled,
                      std::vector<Error>& errors) {
  Ontology ontology;
  const auto key = content_key(files);
  if (!load_ontology(files, ontology, errors)) return false;
  const auto written = write_compiled(std::move(ontology), key.value_or(0), compiled);
  if (!written) errors.push_back(written.error());
  return written.ok();
}

}  // namespace entente
