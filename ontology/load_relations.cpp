#include <utility>

#include "entente/ontology/vocabulary.hpp"
#include "loader.hpp"

namespace entente {
namespace {

namespace v = vocabulary;

void load_labels(Loader& loader, Node node, std::vector<Label>& labels) {
  for (const Triple& statement : loader.graph.about(node)) {
    const auto kind = statement.term == Term::label ? LabelKind::preferred : skos_label_kind(statement.term);
    if (kind) add_label(loader, statement, *kind, labels);
  }
}

bool is_everything(Node node) { return text_of(node) == v::owl::Thing || text_of(node) == v::rdfs::Resource; }

/// Sets `classes` to what a domain or range names. RDF Schema would intersect several: that is hardly ever meant.
void load_end(Loader& loader, const Triple& statement, std::vector<ActorClass>& classes) {
  if (is_literal(statement.object) || loader.unknown.contains(statement.object)) return;
  if (is_everything(statement.object)) return;
  std::vector<ActorClass> below = loader.classes.below(statement.object);
  if (below.empty()) {
    loader.diagnostics.missing(statement, "expected a class of actors, found " + loader.name(statement.object));
  } else if (!classes.empty() && classes != below) {
    loader.diagnostics.wrong(
        statement, "expected one " + loader.name(statement.predicate) + " (an owl:unionOf for several classes), found a second");
  } else {
    classes = std::move(below);
  }
}

void load_relation(Loader& loader, Node node, Relation& relation) {
  load_labels(loader, node, relation.labels);
  for (const Triple& statement : loader.graph.about(node)) {
    if (statement.term == Term::domain) load_end(loader, statement, relation.domain);
    if (statement.term == Term::range) load_end(loader, statement, relation.range);
    const bool is_symmetric = statement.term == Term::type && text_of(statement.object) == v::owl::SymmetricProperty;
    if (is_symmetric) relation.symmetric = true;
  }
}

}  // namespace

void load_relations(Loader& loader) {
  for (const auto& [node, id] : loader.ids) {
    const std::optional<Subject> subject = loader.subject(node);
    if (subject == Subject::relation) load_relation(loader, node, loader.ontology.relations[id]);
    if (subject == Subject::role) load_labels(loader, node, loader.ontology.roles[id].labels);
  }
}

}  // namespace entente
