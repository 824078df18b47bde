// Every example in the lexicon is a test: that of a trigger evokes the trigger's relation, that of a word of saying yields a
// quotation with its speaker. Entries of which an example does not are listed, each with the reason, in
// cases/lexicon/known_failures.txt (local name, tab, reason), and must fail: once all their examples pass, the test says so.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/extract/extractor.hpp"
#include "entente/extract/morphology.hpp"
#include "entente/ontology/ontology.hpp"

namespace entente {
namespace {

/// A trigger of many senses needs the company of words that tell which it is.
constexpr const char* company = "\n\nLe cessez-le-feu n'a pas tenu sur la ligne de front.";

std::string local_name(const std::string& iri) { return iri.substr(iri.find_last_of("/#") + 1); }

/// The reasons why entries fail, by local name.
std::map<std::string, std::string> known_failures() {
  std::ifstream in(std::filesystem::path(ENTENTE_TEST_CASES) / "lexicon" / "known_failures.txt");
  std::map<std::string, std::string> reasons;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    EXPECT_TRUE(tab != std::string::npos && tab + 1 < line.size()) << "expected a reason after a tab: " << line;
    EXPECT_TRUE(reasons.emplace(line.substr(0, tab), line.substr(tab == std::string::npos ? tab : tab + 1)).second)
        << "listed twice: " << line;
  }
  return reasons;
}

/// Whether the entry does something beside evoking a relation, so that an example may show that instead.
bool has_another_job(const LexicalEntry& entry) {
  return entry.commitment != Commitment::none || entry.says || entry.has_class || entry.names_role != no_id;
}

/// Whether a clause after it is somebody's words, rather than a wish or a fear.
bool passes_words_on(const LexicalEntry& entry) {
  const bool states =
      entry.commitment == Commitment::reports || entry.commitment == Commitment::claims || entry.commitment == Commitment::denies;
  return states && (entry.takes & takes_que_clause) != 0;
}

bool holds_quotation_mark(std::string_view text) { return text.find("«") != std::string_view::npos; }
bool holds_clause(std::string_view text) {
  return text.find(" que ") != std::string_view::npos || text.find(" qu'") != std::string_view::npos;
}

class LexiconExamples : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::vector<Error> errors;
    ASSERT_TRUE(load_ontology(ontology_files(ENTENTE_ONTOLOGY_DIR), ontology_, errors)) << to_string(errors.front());
    auto morphology = Morphology::open(ENTENTE_MORPHOLOGY_FILE);
    ASSERT_TRUE(morphology.ok()) << to_string(morphology.error());
    morphology_ = std::make_unique<Morphology>(std::move(*morphology));
    extractor_ = std::make_unique<Extractor>(make_language(ontology_, *morphology_, "fr"));
  }

  static void TearDownTestSuite() {
    extractor_.reset();
    morphology_.reset();
  }

  static bool is_weak(const LexicalEntry& entry) { return std::ranges::find(entry.features, "weak") != entry.features.end(); }

  static Extraction extract(const LexicalEntry& entry, const std::string& example) {
    Document document;
    document.info.id = "example";
    document.info.language = entry.language;
    document.info.date = parse_date("2024-12-01");
    document.text = example + (is_weak(entry) ? company : "");
    Extraction extraction;
    extractor_->extract(document, extraction);
    return extraction;
  }

  /// Whether `iri` names the entry, or one that is written alike: "allié", noun and adjective.
  static bool is_homograph(const std::string& iri, const LexicalEntry& entry) {
    if (iri == entry.iri) return true;
    return std::ranges::any_of(ontology_.entries,
                               [&](const LexicalEntry& other) { return other.iri == iri && other.words == entry.words; });
  }

  /// Whether the trigger evokes its relation. Nothing where the example shows another job of the entry.
  static std::optional<bool> evokes_relation(const LexicalEntry& entry, const Extraction& extraction) {
    if (entry.frames.empty()) return std::nullopt;
    std::set<ActorIndex> actors;
    for (const Mention& mention : extraction.mentions) actors.insert(mention.actor);
    if (actors.size() < 2 && has_another_job(entry)) return std::nullopt;
    return std::ranges::any_of(extraction.claims, [&](const Claim& claim) {
      return is_homograph(claim.trigger, entry) && std::ranges::any_of(entry.frames, [&](const Frame& frame) {
               return claim.predicate == ontology_.relations[frame.relation].iri;
             });
    });
  }

  /// Whether the word of saying yields a quotation. Nothing where the example shows no words that somebody said.
  static std::optional<bool> yields_quotation(const LexicalEntry& entry, const std::string& example,
                                              const Extraction& extraction) {
    const bool direct = holds_quotation_mark(example);
    const bool reported = passes_words_on(entry) && holds_clause(example);
    if (!entry.says || !(direct || reported)) return std::nullopt;
    return std::ranges::any_of(extraction.quotations,
                               [&](const Quotation& quotation) { return (quotation.kind == QuotationKind::direct) == direct; });
  }

  /// The names of the entries whose examples say something that can be checked, and of those that fail.
  static void check_all(std::set<std::string>& checked, std::map<std::string, std::string>& failing) {
    for (const LexicalEntry& entry : ontology_.entries) {
      if (entry.language != "fr") continue;
      const std::string name = local_name(entry.iri);
      for (const std::string& example : entry.examples) {
        const Extraction extraction = extract(entry, example);
        const auto evokes = evokes_relation(entry, extraction);
        const auto quotes = yields_quotation(entry, example, extraction);
        if (evokes || quotes) checked.insert(name);
        if (!evokes.value_or(true) || !quotes.value_or(true)) failing.emplace(name, example);
      }
    }
  }

  inline static Ontology ontology_;
  inline static std::unique_ptr<Morphology> morphology_;
  inline static std::unique_ptr<Extractor> extractor_;
};

TEST_F(LexiconExamples, EveryTriggerHasOne) {
  for (const LexicalEntry& entry : ontology_.entries) EXPECT_TRUE(entry.frames.empty() || !entry.examples.empty()) << entry.iri;
}

TEST_F(LexiconExamples, DoTheirWork) {
  std::set<std::string> checked;
  std::map<std::string, std::string> failing;
  check_all(checked, failing);
  EXPECT_FALSE(checked.empty());
  const auto known = known_failures();
  for (const auto& [name, example] : failing)
    EXPECT_TRUE(known.contains(name)) << name << " does not do its work in: " << example;
  for (const auto& [name, reason] : known)
    EXPECT_TRUE(failing.contains(name)) << name << " does its work, and is still listed: " << reason;
}

TEST_F(LexiconExamples, KnownFailuresAreEntries) {
  std::set<std::string> names;
  for (const LexicalEntry& entry : ontology_.entries) names.insert(local_name(entry.iri));
  for (const auto& [name, reason] : known_failures()) EXPECT_TRUE(names.contains(name)) << "no such entry: " << name;
}

}  // namespace
}  // namespace entente
