#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "../export/content_hash.hpp"
#include "../export/iri.hpp"
#include "../export/lexical_form.hpp"
#include "../export/prefix_map.hpp"
#include "../export/turtle_terms.hpp"
#include "../export/utf8.hpp"
#include "../export/xml.hpp"

namespace entente {
namespace {

TEST(Iris, OfIdsAreSegments) {
  const auto segment = [](std::string_view id) { return segment_iri("http://e.org/", id); };
  EXPECT_EQ(segment("a b/c?d#e%41"), "http://e.org/a%20b%2Fc%3Fd%23e%2541");
  EXPECT_EQ(segment("<>\"{}|^`\\"), "http://e.org/%3C%3E%22%7B%7D%7C%5E%60%5C");
  EXPECT_EQ(segment("été’\U0001F600"), "http://e.org/été’\U0001F600");
  EXPECT_EQ(segment("\xEE\x80\x80\xEF\xBF\xBE\x7f\xff"), "http://e.org/%EE%80%80%EF%BF%BE%7F%FF");
  EXPECT_EQ(segment(".."), "http://e.org/%2E%2E");
  EXPECT_EQ(segment("..."), "http://e.org/...");
  EXPECT_EQ(path_iri("http://e.org/", "actor/name/a b"), "http://e.org/actor/name/a%20b");
}

TEST(Iris, ThatAreTooLongKeepTheirBeginning) {
  for (const std::string part : {"a", "é", "%", "\U0001F600"}) {
    for (std::size_t shift = 0; shift < 4; ++shift) {
      std::string id(shift, 'x');
      for (int i = 0; i < 3000; ++i) id += part;
      const auto iri = segment_iri("http://e.org/", id);
      EXPECT_LE(iri.size(), longest_iri);
      EXPECT_GT(iri.size(), longest_iri - 8);
      EXPECT_EQ(clean_iri(iri), iri);
      EXPECT_NE(iri, segment_iri("http://e.org/", id + "x"));
    }
  }
}

TEST(Iris, OfPagesAreMadeStrict) {
  EXPECT_EQ(clean_iri("https://a.fr/b c?d=[e]#f#g"), "https://a.fr/b%20c?d=%5Be%5D#f%23g");
  EXPECT_EQ(clean_iri("https://a.fr/\u202etxt\u2028\u00a0\u00e9"), "https://a.fr/%E2%80%AEtxt%E2%80%A8%C2%A0\u00e9");
  EXPECT_EQ(clean_iri("https://a.fr/../b/./c?../d"), "https://a.fr/b/c?../d");
  EXPECT_EQ(clean_iri("http://u:p@[::1]:80"), "http://u:p@[::1]:80");
  EXPECT_EQ(clean_iri("http://a.fr/100%"), "http://a.fr/100%25");
  EXPECT_EQ(clean_iri("http://a.fr:http/"), std::nullopt);
  EXPECT_EQ(clean_iri("http:///x"), std::nullopt);
  EXPECT_EQ(clean_iri("www.a.fr/x"), std::nullopt);
  EXPECT_EQ(clean_iri("1ttp://a.fr/"), std::nullopt);
  EXPECT_EQ(clean_iri("http://a.fr/" + std::string(2000, 'x')), std::nullopt);
  EXPECT_EQ(clean_iri(""), std::nullopt);
}

TEST(Text, ThatNoFormatCanCarryIsReplaced) {
  std::string storage;
  const std::string_view clean = "été\t\r\n\U0001F600\xC2\x85";
  EXPECT_EQ(portable_text(clean, storage).data(), clean.data());
  EXPECT_EQ(portable_text(std::string_view("a\0b\x1f", 4), storage), "a\uFFFDb\uFFFD");
  EXPECT_EQ(portable_text("\xEF\xBF\xBF|\xEF\xB7\x90|\xF0\x9F\xBF\xBE", storage), "\uFFFD|\uFFFD|\uFFFD");
  EXPECT_EQ(portable_text("\xC0\x80\xED\xA0\x80\xC3", storage), "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(portable_text("aéé", storage, 4), "aé");
  EXPECT_EQ(portable_text("\x01\x01", storage, 4), "\uFFFD");
}

TEST(Confidence, IsCanonicalAndBounded) {
  EXPECT_EQ(decimal_from_hundredths(confidence_hundredths(0.934)), "0.93");
  EXPECT_EQ(decimal_from_hundredths(confidence_hundredths(0.5)), "0.5");
  EXPECT_EQ(decimal_from_hundredths(confidence_hundredths(0.07)), "0.07");
  EXPECT_EQ(decimal_from_hundredths(confidence_hundredths(1.5)), "1");
  EXPECT_EQ(decimal_from_hundredths(confidence_hundredths(-1)), "0");
  EXPECT_EQ(confidence_hundredths(std::nan("")), 0);
}

TEST(LanguageTags, AreLowerCaseOrNone) {
  EXPECT_EQ(language_tag("fr-FR"), "fr-fr");
  EXPECT_EQ(language_tag("zh-Hant-x-a"), "zh-hant-x-a");
  for (const auto* bad : {"", "f", "fr-", "fr_FR", "1r", "fr--a", "francophone"}) EXPECT_EQ(language_tag(bad), "") << bad;
}

TEST(Xml, ValuesAreEscaped) {
  std::string out;
  append_attribute("a", "<&>\"'\n\t\r\x01é", out);
  EXPECT_EQ(out, " a=\"&lt;&amp;&gt;&quot;'&#10;&#9;&#13;\uFFFDé\"");
}

TEST(ContentHash, NamesPartsApart) {
  ContentHash hash;
  EXPECT_EQ(hash.add("abc").take().size(), 32U);
  EXPECT_NE(hash.add("a").add("b").take(), hash.add("ab").take());
  EXPECT_EQ(hash.add("a").take(), ContentHash().add("a").take());
}

std::string turtle(const TermView& term) {
  PrefixMap prefixes;
  prefixes.add("ex", "http://example.org/");
  prefixes.add("deep", "http://example.org/deep/");
  prefixes.add("xsd", "http://www.w3.org/2001/XMLSchema#");
  std::string out;
  append_turtle_term(term, prefixes, out);
  return out;
}

TEST(TurtleNames, AreAsShortAsTheGrammarAllows) {
  const auto name = [](std::string_view local) {
    return turtle(TermView::iri(std::string("http://example.org/").append(local)));
  };
  EXPECT_EQ(name("Alep"), "ex:Alep");
  EXPECT_EQ(name(""), "ex:");
  EXPECT_EQ(name("deep/er"), "deep:er");
  EXPECT_EQ(name("deep"), "ex:deep");
  EXPECT_EQ(name("prendre-contrôle"), "ex:prendre-contrôle");
  EXPECT_EQ(name("1a"), "ex:1a");
  EXPECT_EQ(name("-a-"), "ex:\\-a-");
  EXPECT_EQ(name(".a.b."), "ex:\\.a.b\\.");
  EXPECT_EQ(name("a/b#c"), "ex:a\\/b\\#c");
  EXPECT_EQ(name("a%20b"), "ex:a%20b");
  EXPECT_EQ(name("a%2"), "ex:a\\%2");
  EXPECT_EQ(name("a:b"), "ex:a:b");
  EXPECT_EQ(name("d’un"), "<http://example.org/d’un>");
  EXPECT_EQ(name("a[b]"), "<http://example.org/a[b]>");
  EXPECT_EQ(name("a b"), "<http://example.org/a%20b>");
  EXPECT_EQ(turtle(TermView::iri("http://example.com/a")), "<http://example.com/a>");
}

TEST(TurtleLiterals, StandBareOnlyWhereTheyReadBackTheSame) {
  const auto xsd = [](std::string_view text, std::string_view type) {
    const auto datatype = std::string("http://www.w3.org/2001/XMLSchema#").append(type);
    return turtle(TermView::typed(text, datatype));
  };
  EXPECT_EQ(xsd("12", "integer"), "12");
  EXPECT_EQ(xsd("-012", "integer"), "-012");
  EXPECT_EQ(xsd("", "integer"), "\"\"^^xsd:integer");
  EXPECT_EQ(xsd("1", "boolean"), "\"1\"^^xsd:boolean");
  EXPECT_EQ(xsd("true", "boolean"), "true");
  EXPECT_EQ(xsd("0.93", "decimal"), "0.93");
  EXPECT_EQ(xsd(".5", "decimal"), ".5");
  EXPECT_EQ(xsd("1", "decimal"), "\"1\"^^xsd:decimal");
  EXPECT_EQ(xsd("1.", "decimal"), "\"1.\"^^xsd:decimal");
  EXPECT_EQ(xsd("1e0", "double"), "1e0");
  EXPECT_EQ(xsd("1.5", "double"), "\"1.5\"^^xsd:double");
  EXPECT_EQ(xsd("INF", "double"), "\"INF\"^^xsd:double");
  EXPECT_EQ(xsd("12", "nonNegativeInteger"), "\"12\"^^xsd:nonNegativeInteger");
  EXPECT_EQ(xsd("a", "string"), "\"a\"");
  EXPECT_EQ(turtle(TermView::tagged("a\"\\\n\r\t\x01\x7f", "fr")), R"("a\"\\\n\r\t\u0001\u007F"@fr)");
}

}  // namespace
}  // namespace entente
