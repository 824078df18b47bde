#include <algorithm>
#include <iterator>

#include "entente/ontology/vocabulary.hpp"
#include "loader.hpp"

namespace entente {
namespace {

namespace v = vocabulary;

/// A frame as it is read, its classes not yet given to its ends.
struct Draft {
  Frame frame;
  std::vector<ActorClass> source_classes;
  std::vector<ActorClass> target_classes;
  bool has_relation = false;
  bool has_source = false;
  bool has_target = false;
};

/// The slot or preposition that a statement names.
std::optional<FrameEnd> frame_end(Loader& loader, const Triple& statement, const LexicalEntry& entry) {
  if (is_literal(statement.object)) {
    const std::string language = language_of(statement.object);
    if (!language.empty() && language != entry.language) {
      loader.diagnostics.wrong(statement, "expected a preposition in the entry's language \"" + entry.language + "\", found " +
                                              loader.name(statement.object) + "@" + language);
    }
    return FrameEnd{Slot::oblique, {normalized(text_of(statement.object))}, {}};
  }
  const std::optional<Slot> slot = choose(loader, statement, std::span(choices::slot));
  return slot ? std::optional(FrameEnd{*slot, {}, {}}) : std::nullopt;
}

/// Adds an alternative; prepositions beside each other make one end.
void add_alternative(Loader& loader, const Triple& statement, const LexicalEntry& entry, std::vector<FrameEnd>& ends) {
  std::optional<FrameEnd> end = frame_end(loader, statement, entry);
  if (!end) return;
  if (end->slot == Slot::oblique && !ends.empty() && ends.back().slot == Slot::oblique) {
    ends.back().prepositions.push_back(std::move(end->prepositions.front()));
  } else {
    ends.push_back(std::move(*end));
  }
}

void add_classes(Loader& loader, const Triple& statement, std::vector<ActorClass>& classes) {
  if (!is_iri(statement.object) || loader.unknown.contains(statement.object)) return;
  const std::vector<ActorClass> below = loader.classes.below(statement.object);
  if (below.empty()) {
    loader.diagnostics.missing(statement, "expected a class of actors, found " + loader.name(statement.object));
  }
  std::vector<ActorClass> both;
  std::ranges::set_union(classes, below, std::back_inserter(both));
  classes = std::move(both);
}

/// A word, or all of a class.
void add_words(Loader& loader, const Triple& statement, std::vector<std::string>& words) {
  if (is_literal(statement.object)) return words.push_back(normalized(text_of(statement.object)));
  const std::uint32_t id = loader.resolve(statement, Subject::word_set);
  if (id == no_id) return;
  const std::vector<std::string>& members = loader.ontology.word_sets[id].words;
  words.insert(words.end(), members.begin(), members.end());
}

void set_relation(Loader& loader, const Triple& statement, Draft& draft) {
  if (draft.has_relation) {
    loader.diagnostics.wrong(statement,
                             "expected one relation in a frame, found " + loader.name(statement.object) + " as another");
  }
  draft.has_relation = true;
  draft.frame.relation = loader.resolve(statement, Subject::relation);
}

void read_statement(Loader& loader, const Triple& statement, const LexicalEntry& entry, Draft& draft) {
  Frame& frame = draft.frame;
  switch (statement.term) {
    case Term::evokes:
      return set_relation(loader, statement, draft);
    case Term::source:
      draft.has_source = true;
      return add_alternative(loader, statement, entry, frame.source);
    case Term::target:
      draft.has_target = true;
      return add_alternative(loader, statement, entry, frame.target);
    case Term::polarity:
      frame.polarity = choose(loader, statement, std::span(choices::polarity)).value_or(frame.polarity);
      return;
    case Term::modality:
      frame.modality = choose(loader, statement, std::span(choices::modality)).value_or(frame.modality);
      return;
    case Term::source_class:
      return add_classes(loader, statement, draft.source_classes);
    case Term::target_class:
      return add_classes(loader, statement, draft.target_classes);
    case Term::requires_slot:
      if (std::optional<FrameEnd> end = frame_end(loader, statement, entry)) frame.requires_slots.push_back(*end);
      return;
    case Term::not_with:
      return add_words(loader, statement, frame.not_with);
    case Term::only_with:
      return add_words(loader, statement, frame.only_with);
    default:
      return;
  }
}

/// Gives the ends what is left of `classes` within what the relation allows.
void give_classes(Loader& loader, const Triple& link, const std::vector<ActorClass>& classes,
                  const std::vector<ActorClass>& allowed, std::string_view property, std::vector<FrameEnd>& ends) {
  if (classes.empty()) return;
  std::vector<ActorClass> both;
  std::ranges::set_intersection(classes, allowed, std::back_inserter(both));
  if (allowed.empty()) both = classes;
  if (both.empty()) {
    loader.diagnostics.wrong(
        link, "expected an " + loader.graph.shorten(property) + " that the relation allows there, found one that it does not");
  }
  for (FrameEnd& end : ends) end.classes = both;
}

void report_missing(Loader& loader, const Triple& link, const Draft& draft) {
  const auto expect = [&](bool is_there, std::string_view property) {
    if (is_there) return;
    loader.diagnostics.missing(link, "expected an " + loader.graph.shorten(property) + " in this frame, found none");
  };
  expect(draft.has_relation, v::ent::evokes);
  expect(draft.has_source, v::ent::source);
  expect(draft.has_target, v::ent::target);
}

}  // namespace

std::optional<Frame> load_frame(Loader& loader, const Triple& link, const LexicalEntry& entry) {
  if (is_literal(link.object)) return std::nullopt;
  Draft draft;
  for (const Triple& statement : loader.graph.about(link.object)) read_statement(loader, statement, entry, draft);
  report_missing(loader, link, draft);
  Frame& frame = draft.frame;
  if (frame.relation == no_id || frame.source.empty() || frame.target.empty()) return std::nullopt;
  const Relation& relation = loader.ontology.relations[frame.relation];
  give_classes(loader, link, draft.source_classes, relation.domain, v::ent::sourceClass, frame.source);
  give_classes(loader, link, draft.target_classes, relation.range, v::ent::targetClass, frame.target);
  return std::move(frame);
}

}  // namespace entente
