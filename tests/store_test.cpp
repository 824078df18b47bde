// What `entente push` rests on: addresses of stores, waits, graphs on disk, and what is made of a store's answers.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "../export/store/answer_text.hpp"
#include "../export/store/backoff.hpp"
#include "../export/store/store_address.hpp"
#include "entente/export/graph_spool.hpp"

namespace entente {
namespace {

TEST(StoreAddress, NamesGraphsInTheQuery) {
  const auto plain = StoreAddress::parse("http://localhost:3030/ds/data");
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->of_graph("http://e/a b&c=é#d"), "http://localhost:3030/ds/data?graph=http%3A%2F%2Fe%2Fa%20b%26c%3D%C3%A9%23d");
  EXPECT_EQ(plain->of_graph(""), "http://localhost:3030/ds/data?default");
  const auto with_query = StoreAddress::parse("https://example.org/store?key=1&graphic=2");
  ASSERT_TRUE(with_query);
  EXPECT_EQ(with_query->of_graph("urn:g"), "https://example.org/store?key=1&graphic=2&graph=urn%3Ag");
}

TEST(StoreAddress, RefusesWhatIsNoStore) {
  for (const char* text : {"", "localhost", "ftp://localhost/", "file:///etc", "http://", "http://h/#f", "http://h/?default",
                           "http://h/?a=1&graph=x"}) {
    EXPECT_FALSE(StoreAddress::parse(text)) << text;
  }
}

TEST(StoreAddress, KeepsPasswordsOutOfMessages) {
  for (const char* text : {"http://me:geheim@h/", "ftp://me:geheim@h/", "http://me:geheim@h:port/"}) {
    const auto parsed = StoreAddress::parse(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.error().message.find("geheim"), std::string::npos) << parsed.error().message;
  }
}

TEST(StoreAddress, CoversItsOwnServerOnly) {
  const auto address = StoreAddress::parse("http://example.org:80/data");
  ASSERT_TRUE(address);
  EXPECT_TRUE(address->covers("http://example.org/other?x"));
  EXPECT_TRUE(address->covers("https://example.org/data"));
  for (const char* other : {"http://example.org:81/", "http://example.com/", "http://www.example.org/", "http://u:p@example.org/",
                            "ftp://example.org/", ""}) {
    EXPECT_FALSE(address->covers(other)) << other;
  }
  const auto encrypted = StoreAddress::parse("https://example.org/data");
  ASSERT_TRUE(encrypted);
  EXPECT_FALSE(encrypted->covers("http://example.org/data"));
}

TEST(StoreAddress, KnowsItsOwnMachine) {
  for (const char* text : {"http://localhost/", "http://127.0.0.1:80/", "http://[::1]/"})
    EXPECT_TRUE(StoreAddress::parse(text)->is_loopback()) << text;
  for (const char* text : {"http://127.example.org/", "http://10.0.0.1/"})
    EXPECT_FALSE(StoreAddress::parse(text)->is_loopback()) << text;
}

TEST(Backoff, DoublesUpToAMinute) {
  Backoff backoff(10, 1);
  for (const int most : {1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000, 60000}) {
    const auto wait = backoff.next(std::chrono::seconds(0));
    ASSERT_TRUE(wait);
    EXPECT_LE(wait->count(), most);
    EXPECT_GE(wait->count(), most / 2);
  }
  EXPECT_FALSE(backoff.next(std::chrono::seconds(0)));
}

TEST(Backoff, WaitsAsLongAsTheStoreAsksFor) {
  Backoff backoff(3, 1);
  EXPECT_GE(backoff.next(std::chrono::seconds(20)), std::chrono::seconds(20));
  EXPECT_FALSE(backoff.next(std::chrono::hours(1)));
}

TEST(AnswerText, IsOneLineWithoutMarkup) {
  EXPECT_EQ(one_line("<html><body class=\"x\"><h1>Not\r\n found</h1>: <http://e/g></body></html>"), "Not found : <http://e/g>");
  EXPECT_EQ(one_line("a\x1b[31m < b\xff"), "a [31m < b");
  EXPECT_LE(one_line(std::string(5000, 'x')).size(), 250U);
}

std::string text_of(GraphBody& body) {
  std::string text;
  char piece[7];
  while (true) {
    const auto size = body.read(piece, sizeof piece);
    EXPECT_TRUE(size);
    if (*size == 0) return text;
    text.append(piece, *size);
  }
}

TEST(GraphSpool, SortsByGraph) {
  auto spool = GraphSpool::create(std::filesystem::temp_directory_path());
  ASSERT_TRUE(spool);
  const auto s = TermView::iri("http://e/s");
  for (const char* graph : {"http://e/1", "http://e/2", "http://e/1", ""}) {
    spool->quad({s, s, TermView::string("é\n\"" + std::string(graph)), TermView::iri(graph)});
  }
  ASSERT_TRUE(spool->finish());
  ASSERT_EQ(spool->graphs().size(), 3U);
  EXPECT_EQ(spool->graphs()[0].name, "http://e/1");
  EXPECT_EQ(spool->graphs()[0].statements, 2U);
  EXPECT_EQ(spool->graphs()[2].name, "");
  const auto body = spool->body(0);
  const std::string text = text_of(*body);
  EXPECT_EQ(text.size(), body->size());
  EXPECT_EQ(text.substr(text.find('\n') + 1),
            "<http://e/s> <http://e/s> \"é\\n\\\"http://e/1\" .\n<http://e/s> <http://e/s> \"é\\n\\\"http://e/1\" .\n");
  body->rewind();
  EXPECT_EQ(text_of(*body), text);
}

TEST(GraphSpool, CountsWhatStoresDoNotTake) {
  auto spool = GraphSpool::create(std::filesystem::temp_directory_path());
  ASSERT_TRUE(spool);
  const std::string iri = "http://e/" + std::string(1800, 'x');
  const std::string literal(1'000'001, 'x');
  const auto s = TermView::iri("http://e/s");
  spool->quad({s, s, TermView::iri(iri), s});
  spool->quad({s, s, TermView::string(literal), s});
  spool->quad({s, s, TermView::string("x"), s});
  EXPECT_EQ(spool->oversized(), 2U);
}

TEST(GraphSpool, NeedsAFolder) { EXPECT_FALSE(GraphSpool::create("/nowhere")); }

}  // namespace
}  // namespace entente
