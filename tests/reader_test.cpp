#include "entente/extract/reader.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "../extract/read/clean_text.hpp"
#include "../extract/read/sha256.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

TEST(CleanText, DropsTheMarkAndComposes) {
  EXPECT_EQ(clean_text("\xEF\xBB\xBF"
                       "Alep"),
            "Alep");
  EXPECT_EQ(clean_text("e\u0301te\u0301"), "été");
  EXPECT_EQ(clean_text("« été »\r\n"), "« été »\r\n");
  EXPECT_EQ(clean_text(""), "");
}

TEST(ValidUtf8, EndsBeforeTheFirstIllFormedSequence) {
  EXPECT_EQ(valid_utf8_size("Homs, été \U0001F600"), std::string("Homs, été \U0001F600").size());
  for (const char* bad : {"\x80", "\xC0\xAF", "\xC3", "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80"}) {
    EXPECT_EQ(valid_utf8_size(std::string("0123456789") + bad + "x"), 10U) << testing::PrintToString(bad);
  }
}

TEST(PlaceOf, CountsLinesAndCodePoints) {
  const std::string text = "un\ndeux é\nété";
  EXPECT_EQ(place_of(text, 0).line, 1U);
  EXPECT_EQ(place_of(text, 0).column, 1U);
  EXPECT_EQ(place_of(text, text.size()).line, 3U);
  EXPECT_EQ(place_of(text, text.size()).column, 4U);
}

TEST(Sha256, IsTheOneOfTheStandard) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

class Reading : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "entente-reader-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  Result<Done> read(const std::string& name, const std::string& bytes) {
    const fs::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return read_documents(
        path.string(), {}, [this](Document&& document) { return documents_.push_back(std::move(document)), goes_on_; },
        [this](Error error) { errors_.push_back(std::move(error)); });
  }

  fs::path folder_;
  std::vector<Document> documents_;
  std::vector<Error> errors_;
  bool goes_on_ = true;
};

TEST_F(Reading, TakesIdAndDateOfPlainText) {
  ASSERT_TRUE(read("le.soir.txt", "Titre\n\n  2024-11-30 \r\nEn 2024-11-29, rien.\n").ok());
  ASSERT_EQ(documents_.size(), 1U);
  EXPECT_EQ(documents_[0].info.id, "le.soir");
  EXPECT_EQ(documents_[0].info.date, (Date{2024, 11, 30}));
  EXPECT_EQ(documents_[0].info.language, "fr");
}

TEST_F(Reading, TakesTheFieldsOfARecord) {
  ASSERT_TRUE(read("b.jsonl", R"(
{"id":7,"text":"T","title":"t","date":"2024-11-30T10:00:00Z","publisher":"p","url":"u","lang":"en","x":[1]}
)")
                  .ok());
  ASSERT_EQ(documents_.size(), 1U);
  const DocumentInfo& info = documents_[0].info;
  EXPECT_EQ(info.id + info.title + info.publisher + info.url + info.language, "7tpuen");
  EXPECT_EQ(info.date, (Date{2024, 11, 30}));
}

TEST_F(Reading, RecognisesJsonLinesByContent) {
  ASSERT_TRUE(read("records", " {\"id\": \"a\", \"text\": \"T\"}\n{\"id\": \"b\", \"text\": \"U\"}").ok());
  EXPECT_EQ(documents_.size(), 2U);
}

TEST_F(Reading, HashesTheBytesAsTheyAre) {
  ASSERT_TRUE(read("a.txt", "abc").ok());
  EXPECT_EQ(documents_[0].info.sha256, sha256("abc"));
  ASSERT_TRUE(read("a.jsonl", "{\"id\":\"a\",\"text\":\"T\"}\r\n").ok());
  EXPECT_EQ(documents_[1].info.sha256, sha256("{\"id\":\"a\",\"text\":\"T\"}"));
}

TEST_F(Reading, StopsWhenAsked) {
  goes_on_ = false;
  ASSERT_TRUE(read("a.jsonl", "{\"id\":\"a\",\"text\":\"T\"}\n{\"id\":\"b\",\"text\":\"U\"}\n").ok());
  EXPECT_EQ(documents_.size(), 1U);
}

TEST_F(Reading, ReadsLinesLongerThanItsBuffer) {
  const std::string text(1'000'000, 'x');
  ASSERT_TRUE(read("a.jsonl", "{\"id\":\"a\",\"text\":\"" + text + "\"}\n{\"id\":\"b\",\"text\":\"" + text + "\"}").ok());
  ASSERT_EQ(documents_.size(), 2U);
  EXPECT_EQ(documents_[1].text, text);
}

}  // namespace
}  // namespace entente
