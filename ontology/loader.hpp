#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "actor_classes.hpp"
#include "choices.hpp"
#include "diagnostics.hpp"
#include "entente/ontology/ontology.hpp"
#include "graph.hpp"

namespace entente {

/// What the passes of load_ontology share, from the statements read to the ontology made of them.
struct Loader {
  explicit Loader(Graph& read, Diagnostics& found, Ontology& made)
      : graph(read), diagnostics(found), ontology(made), classes(read) {}

  Graph& graph;
  Diagnostics& diagnostics;
  Ontology& ontology;
  ActorClasses classes;
  std::unordered_map<Node, Subject> subjects;  ///< what each thing was declared as
  std::unordered_map<Node, std::uint32_t>
      ids;                           ///< index of each actor, relation, role, entry and set of words, each in its vector
  std::unordered_set<Node> unknown;  ///< terms already reported as unknown

  /// What `node` was declared as; nothing if no file declares it.
  [[nodiscard]] std::optional<Subject> subject(Node node) const;
  /// The id of a statement's object, which should be declared as `wanted`: no_id after reporting that it is not.
  [[nodiscard]] std::uint32_t resolve(const Triple& statement, Subject wanted);
  [[nodiscard]] std::string name(Node node) const;
};

/// Gives every actor, relation, role, entry and set of words its place in the ontology, in the order of the files.
void declare_subjects(Loader& loader);
/// Reports terms that do not exist, and properties that do not fit their subject or their value.
void check_statements(Loader& loader);
void load_relations(Loader& loader);
void load_actors(Loader& loader);
/// Before load_lexicon, whose frames name them.
void load_word_sets(Loader& loader);
void load_lexicon(Loader& loader);
/// Reads the frame that `link` attaches to `entry`; nothing if it is not fit for use.
[[nodiscard]] std::optional<Frame> load_frame(Loader& loader, const Triple& link, const LexicalEntry& entry);

/// What kind of label a property of SKOS gives.
std::optional<LabelKind> skos_label_kind(Term term);
/// Adds the label that `statement` gives, once.
void add_label(Loader& loader, const Triple& statement, LabelKind kind, std::vector<Label>& labels);
/// The text of a literal in Unicode normalisation form C.
[[nodiscard]] std::string normalized(std::string_view text);
/// The form of words split at spaces and after apostrophes.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

/// " (did you mean …?)" for the name of `candidates` at most two edits from `name`; empty if there is none.
[[nodiscard]] std::string suggestion(std::string_view name, std::span<const std::string_view> candidates, const Graph& graph);

[[nodiscard]] std::string choice_message(const Loader& loader, const Triple& statement, std::span<const std::string_view> iris);

/// The value that a statement chooses from a closed list; nothing after reporting what could have been chosen.
template <typename T, std::size_t N>
std::optional<T> choose(Loader& loader, const Triple& statement, std::span<const choices::Choice<T>, N> list) {
  if (!is_iri(statement.object) || loader.unknown.contains(statement.object)) return std::nullopt;
  std::vector<std::string_view> iris;
  for (const choices::Choice<T>& choice : list) {
    if (choice.iri == text_of(statement.object)) return choice.value;
    iris.push_back(choice.iri);
  }
  loader.diagnostics.wrong(statement, choice_message(loader, statement, iris));
  return std::nullopt;
}

}  // namespace entente
