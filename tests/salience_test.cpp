// Whom a word that points back means, given who was spoken of where: extract/resolve/salience.hpp. Cases with whole
// sentences stand in cases/referents.

#include "extract/resolve/salience.hpp"

#include <gtest/gtest.h>

#include "entente/extract/morphology.hpp"
#include "entente/ontology/ontology.hpp"

namespace entente {
namespace {

class Salience : public testing::Test {
 protected:
  void SetUp() override {
    discourse_.begin(std::nullopt, "salience");
    state_ = discourse_.discover("Examplie", ActorClass::state, false);
    group_ = discourse_.discover("Front", ActorClass::armed_group, false);
    town_ = discourse_.discover("Exampleville", ActorClass::place, false);
  }

  void speak_of(std::vector<ActorIndex> who, std::uint32_t sentence, GrammaticalRole role, std::uint8_t gender = 0) {
    Trace trace;
    trace.entities = std::move(who);
    trace.sentence = sentence;
    trace.clause = 0;
    trace.role = role;
    trace.gender = gender;
    trace.thing = trace.entities.empty();
    discourse_.trace(std::move(trace));
  }

  static Anaphor in_sentence(std::uint32_t sentence) {
    Anaphor anaphor;
    anaphor.sentence = sentence;
    anaphor.clause = 1;
    anaphor.role = GrammaticalRole::subject;
    return anaphor;
  }

  using Actors = std::vector<ActorIndex>;
  Ontology nothing_;
  Result<Morphology> morphology_ = Morphology::open(ENTENTE_MORPHOLOGY_FILE);
  Language language_{nothing_, *morphology_, "fr"};
  Discourse discourse_{language_};
  ActorIndex state_ = 0, group_ = 0, town_ = 0;
};

TEST_F(Salience, SubjectsComeBeforeObjects) {
  speak_of({state_}, 0, GrammaticalRole::subject);
  speak_of({group_}, 0, GrammaticalRole::object);
  EXPECT_EQ(most_salient(discourse_, in_sentence(1)), Actors{state_});
}

TEST_F(Salience, WhatDoesNotAgreeIsNotMeant) {
  speak_of({state_}, 0, GrammaticalRole::subject, Inflection::feminine);
  speak_of({group_}, 0, GrammaticalRole::oblique, Inflection::masculine);
  Anaphor anaphor = in_sentence(1);
  anaphor.gender = Inflection::masculine;
  EXPECT_EQ(most_salient(discourse_, anaphor), Actors{group_});
}

TEST_F(Salience, TheSubjectOfManySentencesStaysWhenOneNamesAnother) {
  speak_of({state_}, 0, GrammaticalRole::subject);
  speak_of({state_}, 1, GrammaticalRole::subject);
  speak_of({group_}, 2, GrammaticalRole::oblique);
  speak_of({state_}, 2, GrammaticalRole::object);
  EXPECT_EQ(most_salient(discourse_, in_sentence(3)), Actors{state_});
}

TEST_F(Salience, NobodyIsMeantWhereTwoAreEquallyLikely) {
  speak_of({state_}, 0, GrammaticalRole::object);
  speak_of({group_}, 0, GrammaticalRole::object);
  EXPECT_TRUE(most_salient(discourse_, in_sentence(1)).empty());
}

TEST_F(Salience, AThingMayBeMeantUnlessSomebodyActs) {
  speak_of({group_}, 0, GrammaticalRole::oblique);
  speak_of({}, 0, GrammaticalRole::subject);
  Anaphor anaphor = in_sentence(1);
  EXPECT_TRUE(most_salient(discourse_, anaphor).empty());
  anaphor.somebody = true;
  EXPECT_EQ(most_salient(discourse_, anaphor), Actors{group_});
}

TEST_F(Salience, TheClassesAskedForDecide) {
  speak_of({town_}, 0, GrammaticalRole::subject);
  speak_of({group_}, 0, GrammaticalRole::oblique);
  Anaphor anaphor = in_sentence(1);
  anaphor.classes = ~place_classes;
  EXPECT_EQ(most_salient(discourse_, anaphor), Actors{group_});
}

TEST_F(Salience, ThoseInTheSameClauseAreOthers) {
  speak_of({state_}, 0, GrammaticalRole::subject);
  speak_of({group_}, 0, GrammaticalRole::object);
  Anaphor anaphor = in_sentence(1);
  const Actors doers{state_};
  anaphor.others = doers;
  EXPECT_EQ(most_salient(discourse_, anaphor), Actors{group_});
}

TEST_F(Salience, PronounsDoNotReachFar) {
  speak_of({state_}, 0, GrammaticalRole::subject);
  EXPECT_FALSE(most_salient(discourse_, in_sentence(3)).empty());
  EXPECT_TRUE(most_salient(discourse_, in_sentence(4)).empty());
}

}  // namespace
}  // namespace entente
