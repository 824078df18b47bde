#include "entente/ontology/vocabulary.hpp"
#include "loader.hpp"

namespace entente {
namespace {

namespace v = vocabulary;

/// What the types of a thing make of it. An actor of two classes, one below the other, has the narrower one.
class Declaration {
 public:
  Declaration(Loader& loader, std::span<const Triple> about) {
    for (const Triple& statement : about) {
      if (statement.term == Term::type && is_iri(statement.object)) add(loader, statement);
      if (statement.term == Term::sub_class_of || statement.term == Term::union_of) become(Subject::other);
    }
  }

  [[nodiscard]] std::optional<Subject> subject() const { return subject_; }
  [[nodiscard]] ActorClass actor_class() const { return class_; }

 private:
  void add(Loader& loader, const Triple& statement) {
    const std::string_view type = text_of(statement.object);
    if (type == v::ent::Relation) return become(Subject::relation);
    if (type == v::ent::Role) return become(Subject::role);
    if (type == v::ontolex::LexicalEntry) return become(Subject::entry);
    if (type == v::ent::WordSet) return become(Subject::word_set);
    if (type == v::ent::Tenure) return become(Subject::tenure);
    const std::optional<ActorClass> actor_class = loader.classes.nearest(statement.object);
    if (!actor_class) return become(Subject::other);
    if (subject_ == Subject::actor && !loader.classes.is_below(*actor_class, class_)) {
      if (!loader.classes.is_below(class_, *actor_class)) {
        loader.diagnostics.wrong(statement, "expected one class, found " + loader.name(statement.object) + " beside " +
                                                loader.graph.shorten(class_iri(class_)));
      }
      return;
    }
    become(Subject::actor);
    class_ = *actor_class;
  }

  void become(Subject subject) {
    if (!subject_ || *subject_ == Subject::other) subject_ = subject;
  }

  std::optional<Subject> subject_;
  ActorClass class_ = ActorClass::actor;
};

/// Appends a new `T` with the IRI of `node`, and returns its index.
template <typename T>
std::uint32_t append(std::vector<T>& things, Node node) {
  things.emplace_back().iri = text_of(node);
  return static_cast<std::uint32_t>(things.size() - 1);
}

void give_place(Loader& loader, Node node, const Declaration& declaration) {
  Ontology& made = loader.ontology;
  const std::string iri(text_of(node));
  switch (*declaration.subject()) {
    case Subject::actor:
      loader.ids[node] = made.actor_by_iri[iri] = append(made.actors, node);
      made.actors.back().actor_class = declaration.actor_class();
      return;
    case Subject::relation:
      loader.ids[node] = made.relation_by_iri[iri] = append(made.relations, node);
      return;
    case Subject::role:
      loader.ids[node] = made.role_by_iri[iri] = append(made.roles, node);
      return;
    case Subject::entry:
      loader.ids[node] = append(made.entries, node);
      return;
    case Subject::word_set:
      loader.ids[node] = append(made.word_sets, node);
      return;
    default:
      return;
  }
}

/// The blank nodes that hang on others are what the property makes of them.
void declare_parts(Loader& loader) {
  for (const Triple& statement : loader.graph.statements()) {
    switch (statement.term) {
      case Term::holds:
        loader.subjects[statement.object] = Subject::tenure;
        break;
      case Term::frame:
        loader.subjects[statement.object] = Subject::frame;
        break;
      case Term::canonical_form:
      case Term::other_form:
        loader.subjects[statement.object] = Subject::form;
        break;
      default:
        break;
    }
  }
}

}  // namespace

void declare_subjects(Loader& loader) {
  declare_parts(loader);
  for (const std::span<const Triple> about : loader.graph.subjects()) {
    const Node node = about.front().subject;
    const Declaration declaration(loader, about);
    if (!declaration.subject() || !loader.subjects.emplace(node, *declaration.subject()).second) continue;
    if (is_iri(node)) give_place(loader, node, declaration);
  }
}

}  // namespace entente
