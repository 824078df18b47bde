#include "entente/extract/story_index.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "../extract/story/shingles.hpp"
#include "../extract/story/text_sketch.hpp"

namespace entente {
namespace {

std::vector<std::uint32_t> shingles(std::string_view text) {
  std::vector<std::uint32_t> all;
  for (Shingles next(text); next.next();) all.push_back(next.hash());
  return all;
}

/// So many words that nobody else has.
std::string words(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "mot" + std::to_string(random()) + (i % 12 == 11 ? ". " : " ");
  return text;
}

Document document(const std::string& id, const std::string& text) {
  Document made;
  made.info.id = id;
  made.text = text;
  return made;
}

TEST(Shingles, AreAllRunsOfFourWords) {
  EXPECT_TRUE(shingles("").empty());
  EXPECT_TRUE(shingles("un deux trois").empty());
  EXPECT_EQ(shingles("un deux trois quatre").size(), 1U);
  EXPECT_EQ(shingles("... un, deux ; trois « quatre » cinq !").size(), 2U);
  EXPECT_EQ(shingles("a b c d a b c d").front(), shingles("a b c d a b c d").back());
}

TEST(Shingles, DependOnOrder) { EXPECT_NE(shingles("un deux trois quatre"), shingles("deux un trois quatre")); }

TEST(Shingles, HaveNoCaseAccentsAndPunctuation) {
  const auto plain = shingles("l'Etat a declare son coeur leger ou 12 oeuvres");
  EXPECT_EQ(plain, shingles("L’ÉTAT a déclaré « son cœur léger » : où 12 ŒUVRES…"));
  EXPECT_NE(plain, shingles("l'Etat a declare son coeur leger ou 13 oeuvres"));
}

TEST(Shingles, TellLettersOfOtherScripts) {
  EXPECT_EQ(shingles("слава слава слава слава").size(), 1U);
  EXPECT_NE(shingles("слава слава слава слава"), shingles("слово слово слово слово"));
  EXPECT_TRUE(shingles("😀 😀 😀 😀").empty());
}

TEST(TextSketch, HoldsTheLeastHashes) {
  const std::string text = words(5000, 1);
  const auto all = shingles(text);
  const std::set<std::uint32_t> sorted(all.begin(), all.end());
  const TextSketch sketch = Sketcher().sketch(text);
  ASSERT_EQ(sketch.count, TextSketch::most);
  EXPECT_TRUE(std::equal(sketch.hashes.begin(), sketch.hashes.end(), sorted.begin()));
}

TEST(TextSketch, OfAShortTextHoldsAll) {
  const TextSketch sketch = Sketcher().sketch(words(40, 1) + words(40, 1));
  EXPECT_EQ(sketch.count, 40U);  // 37, and three across the seam
  EXPECT_EQ(sketch.reach(), UINT32_MAX);
}

TEST(TextSketch, EstimatesWhatTextsHaveInCommon) {
  Sketcher sketcher;
  for (unsigned seed = 0; seed < 20; ++seed) {
    const std::string whole = words(600, seed);
    const TextSketch long_one = sketcher.sketch(whole + words(600, seed + 100));
    const TextSketch short_one = sketcher.sketch(whole);
    const auto [common, first, second] = compare(long_one, short_one);
    EXPECT_EQ(common, second);
    EXPECT_NEAR(static_cast<double>(common) / static_cast<double>(first), 0.5, 4 * 0.045);
  }
}

TEST(StoryIndex, NamesTheFirst) {
  StoryIndex index;
  const std::string story = words(300, 1);
  EXPECT_EQ(index.add(document("a", story)), "");
  EXPECT_EQ(index.add(document("b", words(300, 2))), "");
  EXPECT_EQ(index.add(document("c", story)), "a");
  EXPECT_EQ(index.add(document("d", words(30, 3) + story)), "a");
  EXPECT_EQ(index.add(document("e", story.substr(0, story.size() / 3))), "a");
}

TEST(StoryIndex, TakesALongerVersionForTheSame) {
  StoryIndex index;
  const std::string story = words(300, 1);
  EXPECT_EQ(index.add(document("brief", story)), "");
  EXPECT_EQ(index.add(document("longer", story + words(250, 2))), "brief");
  EXPECT_EQ(index.add(document("of another", story + words(1000, 3))), "");
}

TEST(StoryIndex, KeepsApartWhatSharesABackground) {
  StoryIndex index;
  const std::string background = words(120, 1);
  for (unsigned day = 0; day < 50; ++day)
    EXPECT_EQ(index.add(document(std::to_string(day), words(220, 10 + day) + background)), "");
}

TEST(StoryIndex, StoriesDoNotRunIntoOneAnother) {
  StoryIndex index;
  std::vector<std::string> parts;
  for (unsigned i = 0; i < 30; ++i) parts.push_back(words(60, i));
  std::set<std::string> told;
  for (std::size_t i = 0; i + 10 <= parts.size(); ++i) {
    std::string text;
    for (std::size_t k = i; k < i + 10; ++k) text += parts[k];
    const std::string id = std::to_string(i);
    const std::string first = index.add(document(id, text));
    if (first.empty()) {
      told.insert(id);
    } else {
      EXPECT_TRUE(told.contains(first));
    }
  }
  EXPECT_GE(told.size(), 4U);
}

TEST(StoryIndex, DoesNotCompareWhatIsTooShort) {
  StoryIndex index;
  for (const char* id : {"a", "b"}) {
    EXPECT_EQ(index.add(document(id, "Article réservé aux abonnés.")), "");
    EXPECT_EQ(index.add(document(id, "")), "");
    std::string same;
    for (int i = 0; i < 1000; ++i) same += "le ";
    EXPECT_EQ(index.add(document(id, same)), "");
  }
}

TEST(StoryIndex, ForgetsTheOldest) {
  StoryIndex index;
  const std::string story = words(40, 0);
  EXPECT_EQ(index.add(document("a", story)), "");
  EXPECT_EQ(index.add(document("b", story)), "a");
  for (unsigned i = 1; i <= StoryIndex::most_stories; ++i) {
    if (i == 1000) {
      EXPECT_EQ(index.add(document("c", story)), "a");
    }
    index.add(document("x", words(40, i)));
  }
  EXPECT_EQ(index.add(document("d", story)), "");
  EXPECT_EQ(index.add(document("e", story)), "d");
}

TEST(StoryIndex, ForgetsTheOldestWhereIdsAreLong) {
  StoryIndex index;
  EXPECT_EQ(index.add(document(std::string(10'000'000, 'a'), words(100, 1))), "");
  EXPECT_EQ(index.add(document("a", words(100, 1))).size(), 10'000'000U);
  EXPECT_EQ(index.add(document(std::string(10'000'000, 'b'), words(100, 2))), "");
  EXPECT_EQ(index.add(document("b", words(100, 1))), "");
}

}  // namespace
}  // namespace entente
