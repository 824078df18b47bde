#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "../extract/read/html/page_elements.hpp"
#include "../extract/read/html/page_parts.hpp"
#include "../extract/read/html/web_page.hpp"
#include "support/golden.hpp"

namespace entente {
namespace {

/// What a page is read as: its metadata, an empty line, its text.
std::string print(const Result<Document>& document) {
  if (!document) return to_string(document.error()) + "\n";
  const auto& info = document->info;
  std::ostringstream out;
  out << "title: " << info.title << "\npublisher: " << info.publisher << "\nurl: " << info.url << "\nlanguage: " << info.language
      << "\ndate: " << (info.date ? to_string(*info.date) : "") << "\n\n"
      << document->text << "\n";
  return out.str();
}

class Pages : public testing::TestWithParam<std::string> {};

TEST_P(Pages, MainTextAndMetadata) {
  std::string bytes = golden::read_text(golden::directory("pages") / (GetParam() + ".in"));
  golden::expect("pages", GetParam(), print(read_web_page(std::move(bytes), {}, "page")));
}

INSTANTIATE_TEST_SUITE_P(Golden, Pages, testing::ValuesIn(golden::names("pages")), [](const auto& test) { return test.param; });

std::string text_of(std::string page, std::string_view charset = {}) {
  const auto document = read_web_page(std::move(page), charset, "page");
  return document ? document->text : "";
}

const std::string sentence =
    "Les rebelles ont attaqué la ville d'Alep, que l'armée contrôlait depuis des années, et s'en sont emparés samedi soir. ";

TEST(WebPage, IsInTheCharsetOfHttpOrItsOwn) {
  const std::string latin =
      "Les rebelles de la province ont attaqu\xE9 la ville d'Alep, que l'arm\xE9"
      "e contr\xF4lait depuis des ann\xE9"
      "es, dit-on \x8Cuvre.";
  EXPECT_NE(text_of("<p>" + latin, "ISO-8859-1")
                .find("attaqué la ville d'Alep, que l'armée contrôlait depuis des années, dit-on Œuvre"),
            std::string::npos);
  EXPECT_NE(text_of("<meta charset='windows-1252'><p>" + latin).find("dit-on Œuvre"), std::string::npos);
  EXPECT_NE(text_of("<p>" + latin).find("attaqué"), std::string::npos);
  EXPECT_NE(text_of("<p>" + sentence + "\xFF", "utf-8").find("attaqué"), std::string::npos);
}

TEST(WebPage, GivesReferencesToControlsTheMeaningOfBrowsers) {
  EXPECT_NE(text_of("<p>&laquo;&nbsp;Le c&#156;ur&nbsp;&raquo; de l&#146;&eacute;tat, &#x20AC;. " + sentence)
                .find("«\u00A0Le cœur\u00A0» de l’état, €."),
            std::string::npos);
}

TEST(WebPage, IsReadHoweverDeepItsElements) {
  std::string deep;
  for (int i = 0; i < 500'000; ++i) deep += "<div>";
  EXPECT_EQ(text_of("<p>" + sentence + "</p>" + deep + "<p>" + sentence).find("Les rebelles"), 0U);
  deep.clear();
  for (int i = 0; i < 200'000; ++i) deep += "<b><a href=x><i>";
  EXPECT_EQ(text_of("<p>" + sentence + "</p>" + deep).find("Les rebelles"), 0U);
}

TEST(WebPage, IsReadWhereItsBytesAreNoText) {
  EXPECT_EQ(text_of("<p>" + sentence + std::string("\0\1\2<\0p>", 7)).find("Les rebelles"), 0U);
  EXPECT_EQ(text_of("<<<>><!--<p>-->"), "");
  EXPECT_EQ(text_of(""), "");
}

TEST(PageElements, AreNamedAsFurnitureByWholeWords) {
  EXPECT_TRUE(names_furniture("cookie-banner"));
  EXPECT_TRUE(names_furniture("c-share_tools"));
  EXPECT_FALSE(names_furniture("shared headline"));
  EXPECT_FALSE(names_furniture("article-body with-sidebar"));
  EXPECT_FALSE(names_furniture(""));
}

}  // namespace
}  // namespace entente
