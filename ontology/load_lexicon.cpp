#include <algorithm>
#include <tuple>

#include "loader.hpp"

namespace entente {
namespace {

bool is_same(const FrameEnd& a, const FrameEnd& b) {
  return std::tie(a.slot, a.prepositions, a.classes) == std::tie(b.slot, b.prepositions, b.classes);
}

bool is_same(const std::vector<FrameEnd>& a, const std::vector<FrameEnd>& b) {
  return std::ranges::equal(a, b, [](const FrameEnd& x, const FrameEnd& y) { return is_same(x, y); });
}

bool is_same(const Frame& a, const Frame& b) {
  return std::tie(a.relation, a.polarity, a.modality, a.not_with, a.only_with) ==
             std::tie(b.relation, b.polarity, b.modality, b.not_with, b.only_with) &&
         is_same(a.source, b.source) && is_same(a.target, b.target) && is_same(a.requires_slots, b.requires_slots);
}

template <typename T>
void add_once(std::vector<T>& list, T value) {
  if (std::ranges::find(list, value) == list.end()) list.push_back(std::move(value));
}

/// One entry, from its statements.
class EntryReader {
 public:
  EntryReader(Loader& loader, Node node, LexicalEntry& entry)
      : loader_(loader), about_(loader.graph.about(node)), entry_(entry) {}

  void read() {
    // The form tells the language, which the frames are checked against.
    for (const Triple& statement : about_) read_form(statement);
    for (const Triple& statement : about_) {
      read_word(statement);
      read_effect(statement);
    }
    expect(entry_.words.empty() && !has_form_, "an ontolex:canonicalForm with an ontolex:writtenRep");
    expect(!has_part_of_speech_, "a lexinfo:partOfSpeech");
  }

 private:
  void read_form(const Triple& link) {
    if (link.term != Term::canonical_form && link.term != Term::other_form) return;
    const bool is_canonical = link.term == Term::canonical_form;
    bool is_empty = true;
    for (const Triple& statement : loader_.graph.about(link.object)) {
      if (statement.term != Term::written_rep || !is_literal(statement.object)) continue;
      is_empty = false;
      std::vector<std::string> words = split_words(text_of(statement.object));
      if (words.empty()) loader_.diagnostics.wrong(statement, "expected words, found an empty string");
      check_language(statement);
      if (is_canonical)
        set_words(statement, std::move(words));
      else
        add_once(entry_.other_forms, std::move(words));
    }
    has_form_ = has_form_ || is_canonical;
    if (is_empty) loader_.diagnostics.missing(link, "expected an ontolex:writtenRep in this form, found none");
  }

  void set_words(const Triple& statement, std::vector<std::string> words) {
    if (!entry_.words.empty() && entry_.words != words) {
      loader_.diagnostics.wrong(statement, "expected one canonical form, found " + loader_.name(statement.object) +
                                               " beside another (an ontolex:otherForm may stand there)");
      return;
    }
    entry_.words = std::move(words);
  }

  void check_language(const Triple& statement) {
    const std::string language = language_of(statement.object);
    if (language.empty()) {
      loader_.diagnostics.wrong(statement, "expected a language tag, found none");
    } else if (entry_.language.empty()) {
      entry_.language = language;
    } else if (entry_.language != language) {
      loader_.diagnostics.wrong(
          statement, "expected the language \"" + entry_.language + "\" of the entry's other forms, found \"" + language + "\"");
    }
  }

  void read_word(const Triple& statement) {
    switch (statement.term) {
      case Term::part_of_speech:
        return set_part_of_speech(statement);
      case Term::names_class:
        return set_class(statement);
      case Term::names_role:
        entry_.names_role = loader_.resolve(statement, Subject::role);
        return;
      case Term::feature:
        if (is_iri(statement.object)) add_once(entry_.features, local_name(statement.object));
        return;
      case Term::example:
        if (is_literal(statement.object)) add_once(entry_.examples, normalized(text_of(statement.object)));
        return;
      case Term::frame:
        return add_frame(statement);
      default:
        return;
    }
  }

  void read_effect(const Triple& statement) {
    switch (statement.term) {
      case Term::commitment:
        entry_.commitment = choose(loader_, statement, std::span(choices::commitment)).value_or(entry_.commitment);
        return;
      case Term::says:
        entry_.says = text_of(statement.object) == "true" || text_of(statement.object) == "1";
        return;
      case Term::takes:
        entry_.takes |= choose(loader_, statement, std::span(choices::takes)).value_or(std::uint8_t{0});
        return;
      case Term::control:
        entry_.control = choose(loader_, statement, choices::control).value_or(entry_.control);
        return;
      case Term::complementizer:
        if (is_literal(statement.object)) add_once(entry_.complementizers, normalized(text_of(statement.object)));
        return;
      default:
        return;
    }
  }

  void set_part_of_speech(const Triple& statement) {
    const std::optional<PartOfSpeech> found = choose(loader_, statement, std::span(choices::part_of_speech));
    if (found && has_part_of_speech_ && *found != entry_.part_of_speech) {
      loader_.diagnostics.wrong(statement, "expected one part of speech, found a second (make it an entry of its own)");
    }
    has_part_of_speech_ = true;
    if (found) entry_.part_of_speech = *found;
  }

  void set_class(const Triple& statement) {
    if (!is_iri(statement.object) || loader_.unknown.contains(statement.object)) return;
    const std::optional<ActorClass> found = loader_.classes.nearest(statement.object);
    if (!found) {
      loader_.diagnostics.missing(statement, "expected a class of actors, found " + loader_.name(statement.object));
      return;
    }
    entry_.names_class = *found;
    entry_.has_class = true;
  }

  void add_frame(const Triple& link) {
    std::optional<Frame> frame = load_frame(loader_, link, entry_);
    const auto is_frame = [&](const Frame& other) { return is_same(other, *frame); };
    if (frame && std::ranges::none_of(entry_.frames, is_frame)) entry_.frames.push_back(std::move(*frame));
  }

  void expect(bool is_missing, const std::string& what) {
    if (!is_missing) return;
    const Node entry = about_.front().subject;
    loader_.diagnostics.missing(about_.front(), entry, "expected " + what + " for " + loader_.name(entry) + ", found none");
  }

  [[nodiscard]] static std::string local_name(Node node) {
    const std::string_view iri = text_of(node);
    return std::string(iri.substr(iri.find_last_of("#/") + 1));
  }

  Loader& loader_;
  std::span<const Triple> about_;
  LexicalEntry& entry_;
  bool has_form_ = false;
  bool has_part_of_speech_ = false;
};

}  // namespace

void load_lexicon(Loader& loader) {
  for (const std::span<const Triple> about : loader.graph.subjects()) {
    const Node node = about.front().subject;
    if (!is_iri(node) || loader.subject(node) != Subject::entry) continue;
    EntryReader(loader, node, loader.ontology.entries[loader.ids.at(node)]).read();
  }
}

}  // namespace entente
