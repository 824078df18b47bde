// Long texts are read section by section: nothing is lost at a border, places are those of the document, and who was named before
// it is known behind it.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "entente/extract/extractor.hpp"
#include "extract/text/sections.hpp"
#include "extract/text/utf8.hpp"
#include "tests/support/french.hpp"

namespace entente {
namespace {

std::vector<std::string> cut(std::string_view text) {
  std::vector<std::string> sections;
  while (!text.empty()) {
    const std::size_t size = first_section(text);
    sections.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return sections;
}

std::string repeat(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

void expect_sections(const std::string& text, std::string_view ending) {
  const auto sections = cut(text);
  ASSERT_GT(sections.size(), 2u);
  std::string joined;
  for (const std::string& section : sections) {
    EXPECT_LE(section.size(), longest_section);
    EXPECT_TRUE(section.ends_with(ending)) << section.substr(section.size() - 20);
    joined += section;
  }
  EXPECT_EQ(joined, text);
}

TEST(Sections, AShortTextIsOne) {
  EXPECT_EQ(first_section(""), 0u);
  const std::string text = repeat("à l'aube\n", longest_section - 20);
  EXPECT_EQ(first_section(text), text.size());
}

TEST(Sections, EndAtTheBestBorderThereIs) {
  const std::size_t size = 3 * longest_section;
  expect_sections(repeat("Été. Hiver, 3.5 km\n", size), "\n");
  expect_sections(repeat("L'été fut long. ", size), ". ");
  expect_sections(repeat("été ", size), " ");
  expect_sections(repeat("é", size), "é");
  expect_sections("\n" + repeat("été ", size), " ");  // a line break far from the end is no border
}

Extraction extract(const std::string& text) {
  Document document;
  document.info.id = "long";
  document.info.language = "fr";
  document.text = text;
  Extraction extraction;
  Extractor(french()).extract(document, extraction);
  return extraction;
}

std::string part(const std::string& text, CodePoints place) {
  std::size_t at = 0;
  std::string found;
  for (std::uint32_t count = 0; at < text.size() && count < place.end; ++count) {
    const CodePoint c = code_point_at(text, at);
    if (count >= place.begin) found += text.substr(at, c.length);
    at += c.length;
  }
  return found;
}

TEST(LongText, LosesNothingAtItsBorders) {
  const std::string paragraph = "À l'aube, la Russie a bombardé Idlib.\n\n";
  const std::string text = repeat(paragraph, 2 * longest_section + 1000);
  const Extraction extraction = extract(text);
  EXPECT_EQ(extraction.claims.size(), text.size() / paragraph.size());
  ASSERT_FALSE(extraction.claims.empty());
  for (const std::size_t i : {std::size_t{0}, extraction.claims.size() / 2, extraction.claims.size() - 1}) {
    const Claim& claim = extraction.claims[i];
    EXPECT_EQ(part(text, claim.evidence.place), claim.evidence.exact);
    EXPECT_EQ(claim.evidence.exact, "À l'aube, la Russie a bombardé Idlib.");
  }
  EXPECT_EQ(part(text, extraction.mentions.back().place), "Idlib");
}

TEST(LongText, KnowsBehindABorderWhoWasNamedBefore) {
  const std::string filler = repeat("Il a beaucoup plu sur la région pendant la nuit.\n", longest_section);
  const Extraction extraction =
      extract("Gaspard Delorme a rencontré la presse.\n" + filler + "« Nous ne céderons pas », a déclaré M. Delorme.\n");
  ASSERT_EQ(extraction.quotations.size(), 1u);
  EXPECT_EQ(extraction.actors[extraction.quotations.front().speaker].label, "Gaspard Delorme");
}

}  // namespace
}  // namespace entente
