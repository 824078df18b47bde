// Every example of a trigger that names two actors must evoke it. Those that do not yet are listed, with nothing else, in
// cases/lexicon/not_yet_<language>.txt; one that does and is still listed fails too.
// ENTENTE_REWRITE=1 in the environment rewrites the list; read the diff.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "entente/extract/extractor.hpp"
#include "entente/extract/morphology.hpp"
#include "entente/ontology/ontology.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

const fs::path list_file = fs::path(ENTENTE_TEST_CASES) / "lexicon" / "not_yet_fr.txt";

std::set<std::string> read_list() {
  std::ifstream in(list_file);
  std::set<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.insert(line);
  return lines;
}

void write_list(const std::set<std::string>& lines) {
  fs::create_directories(list_file.parent_path());
  std::ofstream out(list_file);
  for (const std::string& line : lines) out << line << '\n';
}

/// Whether the example shows the trigger at work; nothing where it names fewer than two actors, so that it cannot.
std::optional<bool> evokes(const LexicalEntry& entry, const std::string& example, Extractor& extractor) {
  Document document;
  document.info.id = "example";
  document.info.language = entry.language;
  document.text = example;
  Extraction extraction;
  extractor.extract(document, extraction);
  std::set<ActorIndex> actors;
  for (const Mention& mention : extraction.mentions) actors.insert(mention.actor);
  if (actors.size() < 2) return std::nullopt;
  return std::ranges::any_of(extraction.claims, [&](const Claim& claim) { return claim.trigger == entry.iri; });
}

/// The examples of triggers that do not evoke them, each behind the last part of its entry's IRI.
std::set<std::string> silent_examples(const Ontology& ontology, Extractor& extractor) {
  std::set<std::string> silent;
  for (const LexicalEntry& entry : ontology.entries) {
    if (entry.frames.empty() || entry.language != "fr") continue;
    for (const std::string& example : entry.examples) {
      if (!evokes(entry, example, extractor).value_or(true))
        silent.insert(entry.iri.substr(entry.iri.rfind('/') + 1) + "\t" + example);
    }
  }
  return silent;
}

TEST(Lexicon, EveryTriggerHasAnExample) {
  Ontology ontology;
  std::vector<Error> errors;
  ASSERT_TRUE(load_ontology(ontology_files(ENTENTE_ONTOLOGY_DIR), ontology, errors)) << to_string(errors.front());
  for (const LexicalEntry& entry : ontology.entries) EXPECT_TRUE(entry.frames.empty() || !entry.examples.empty()) << entry.iri;
}

TEST(Lexicon, EveryExampleEvokesItsTrigger) {
  Ontology ontology;
  std::vector<Error> errors;
  ASSERT_TRUE(load_ontology(ontology_files(ENTENTE_ONTOLOGY_DIR), ontology, errors)) << to_string(errors.front());
  const auto morphology = Morphology::open(ENTENTE_MORPHOLOGY_FILE);
  ASSERT_TRUE(morphology.ok()) << to_string(morphology.error());
  Extractor extractor(make_language(ontology, *morphology, "fr"));

  const auto silent = silent_examples(ontology, extractor);
  if (std::getenv("ENTENTE_REWRITE") != nullptr) write_list(silent);
  const auto listed = read_list();
  for (const std::string& line : silent) EXPECT_TRUE(listed.contains(line)) << "evokes nothing: " << line;
  for (const std::string& line : listed)
    EXPECT_TRUE(silent.contains(line)) << "evokes its trigger, and is still listed: " << line;
}

}  // namespace
}  // namespace entente
