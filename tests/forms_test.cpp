// What is remembered of word forms from document to document.

#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <string>

#include "entente/extract/morphology.hpp"
#include "extract/analyse/form_reader.hpp"
#include "tests/support/golden.hpp"

namespace entente {
namespace {

class FormsOfFrench : public testing::Test {
 protected:
  Ontology nothing_;
  Result<Morphology> morphology_ = Morphology::open(ENTENTE_MORPHOLOGY_FILE);
  Language language_{nothing_, *morphology_, "fr"};
  Forms forms_{language_};
};

TEST_F(FormsOfFrench, AreReadOnceForEachKindOfPlace) {
  Form& form = forms_.of("Marche");
  const Readings& first = read_form(form, {.first = true}, language_);
  const Readings& inside = read_form(form, {}, language_);
  EXPECT_NE(&first, &inside);
  for (int i = 0; i < 5000; ++i) forms_.of("mot" + std::to_string(i));
  EXPECT_EQ(&forms_.of("Marche"), &form);
  EXPECT_EQ(&read_form(form, {.first = true}, language_), &first);
  EXPECT_EQ(&read_form(form, {}, language_), &inside);
}

TEST_F(FormsOfFrench, MakeRoomBetweenDocuments) {
  std::string word(1 << 20, 'a');
  for (char last = 'a'; last < 'e'; ++last) {
    word.back() = last;
    EXPECT_EQ(forms_.of(word).text, word);
  }
  forms_.make_room();
  EXPECT_EQ(forms_.of("Le").lower, "le");
}

TEST_F(FormsOfFrench, HaveTheAccentsThatCapitalsGoWithout) {
  EXPECT_EQ(forms_.of("Etat").lower, "état");
  EXPECT_EQ(forms_.of("Ile").lower, "île");
  EXPECT_EQ(forms_.of("Ca").lower, "ça");
  EXPECT_EQ(forms_.of("etat").lower, "etat");          // no capital, no excuse
  EXPECT_EQ(forms_.of("Elle").lower, "elle");          // a word as it stands
  EXPECT_EQ(forms_.of("Bakhmout").lower, "bakhmout");  // none with any accent
}

TEST(Features, OfTheGrammarAreThoseOfTheProgram) {
  const std::string grammar = golden::read_text(std::filesystem::path(ENTENTE_ONTOLOGY_DIR) / "lexicon/fr/grammar.ttl");
  const std::regex declaration("ent:(\\w+) a ent:Feature ");
  std::size_t declared = 0;
  for (std::sregex_iterator one(grammar.begin(), grammar.end(), declaration), end; one != end; ++one, ++declared)
    EXPECT_TRUE(feature_from_name((*one)[1].str())) << (*one)[1];
  EXPECT_EQ(declared, feature_count);
}

}  // namespace
}  // namespace entente
