#include "entente/ontology/advice.hpp"

#include <algorithm>
#include <cctype>
#include <unordered_map>
#include <utility>

#include "loader.hpp"
#include "turtle.hpp"

namespace entente {
namespace {

bool is_name(Term term) {
  return term == Term::pref_label || term == Term::alt_label || term == Term::hidden_label || term == Term::acronym ||
         term == Term::metonym;
}

/// A language of two or three letters, and subtags of up to eight letters and digits (BCP 47, 2.1), private ones left aside.
bool is_language_tag(std::string_view tag) {
  bool first = true;
  while (true) {
    const std::string_view part = tag.substr(0, tag.find('-'));
    const bool fits = std::ranges::all_of(part, [&](unsigned char c) { return first ? std::isalpha(c) : std::isalnum(c); });
    if (!fits || part.empty() || part.size() > (first ? 3U : 8U) || (first && part.size() < 2)) return false;
    if (part.size() == tag.size()) return true;
    tag.remove_prefix(part.size() + 1);
    first = false;
  }
}

class Adviser {
 public:
  Adviser(const Loader& loader, std::uint32_t first_own, const WordKnowledge& words, Diagnostics& out)
      : loader_(loader), first_own_(first_own), words_(words), out_(out) {}

  void run() {
    for (const Triple& statement : loader_.graph.statements())
      if (is_name(statement.term) && is_actor(statement.subject))
        names_[normalized(text_of(statement.object))].push_back(&statement);
    for (const std::span<const Triple> about : loader_.graph.subjects()) {
      if (is_actor(about.front().subject)) actor(about);
      if (loader_.subject(about.front().subject) == Subject::entry) entry(about);
      for (const Triple& statement : about) language_tag(statement);
    }
  }

 private:
  [[nodiscard]] bool is_own(const Triple& statement) const { return statement.after_object.file >= first_own_; }
  [[nodiscard]] bool is_actor(Node node) const { return loader_.subject(node) == Subject::actor; }

  void actor(std::span<const Triple> about) {
    const bool named = std::ranges::any_of(about, [](const Triple& one) { return is_name(one.term); });
    if (!named && is_own(about.front()))
      out_.wrong(about.front(), about.front().subject,
                 "expected a name (skos:prefLabel) for " + loader_.name(about.front().subject) + ", found none");
    for (const Triple& statement : about) {
      if (!is_own(statement)) continue;
      if (is_name(statement.term)) shared_name(statement);
      if (statement.term == Term::demonym) demonym(statement);
    }
  }

  void shared_name(const Triple& statement) {
    for (const Triple* other : names_[normalized(text_of(statement.object))]) {
      if (other->subject == statement.subject) continue;
      out_.wrong(statement, "expected a name of its own, found " + loader_.name(statement.object) + ", which " +
                                loader_.name(other->subject) + " has too");
      return;
    }
  }

  void demonym(const Triple& statement) {
    const std::string form = words_.dictionary_form(language_of(statement.object), text_of(statement.object));
    if (!form.empty())
      out_.wrong(statement, "expected a masculine singular, found " + loader_.name(statement.object) + ", which is a form of \"" +
                                form + '"');
  }

  void entry(std::span<const Triple> about) {
    const bool is_verb = std::ranges::any_of(
        about, [](const Triple& one) { return one.term == Term::part_of_speech && text_of(one.object).ends_with("#verb"); });
    if (!is_verb) return;
    for (const Triple& link : about)
      if (link.term == Term::canonical_form && is_own(link))
        for (const Triple& form : loader_.graph.about(link.object))
          if (form.term == Term::written_rep) verb(form);
  }

  void verb(const Triple& form) {
    const auto words = split_words(text_of(form.object));
    const std::string language = language_of(form.object);
    if (!std::ranges::any_of(words, [&](const std::string& word) { return words_.is_verb(language, word); }))
      out_.wrong(form, "expected the infinitive of a verb that the dictionary has, found " + loader_.name(form.object));
  }

  void language_tag(const Triple& statement) {
    if (!is_literal(statement.object) || !is_own(statement)) return;
    const std::string tag = language_of(statement.object);
    if (!tag.empty() && !is_language_tag(tag))
      out_.wrong(statement, "expected a language tag such as \"fr\", found \"" + tag + '"');
  }

  const Loader& loader_;
  std::uint32_t first_own_;
  const WordKnowledge& words_;
  Diagnostics& out_;
  std::unordered_map<std::string, std::vector<const Triple*>> names_;
};

}  // namespace

std::vector<Error> advise(const std::vector<std::filesystem::path>& files, std::size_t first_own, const WordKnowledge& words) {
  Graph graph;
  Diagnostics mistakes;
  for (const std::filesystem::path& path : files) read_turtle_file(path, graph, mistakes);
  graph.group();
  Ontology made;
  Loader loader(graph, mistakes, made);
  declare_subjects(loader);
  Diagnostics found;
  Adviser(loader, static_cast<std::uint32_t>(first_own), words, found).run();
  std::vector<Error> advice;
  found.write(graph, advice);
  return advice;
}

}  // namespace entente
