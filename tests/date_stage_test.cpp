// The times that a text speaks of, and the dates of its claims: cases/dates/<name>.in beside <name>.out, as
// support/golden.hpp explains. A case may begin with the day on which it was published: a line such as "# 2024-11-30".

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "extract/pipeline.hpp"
#include "tests/support/french.hpp"

namespace entente {
namespace {

std::string day(std::optional<Date> date) { return date ? to_string(*date) : "none"; }

/// The date of publication, then sentence by sentence its times and the dates of its claims.
class TimesPrinter {
 public:
  TimesPrinter(const Document& document, const Pipeline& pipeline) : document_(document), pipeline_(pipeline) {}

  std::string print() {
    out_ = "published " + day(pipeline_.discourse.date()) + '\n';
    for (std::uint32_t s = 0; s < pipeline_.sentences.size(); ++s) {
      out_ += '\n';
      for (const TimeMention& time : pipeline_.times)
        if (time.sentence == s)
          out_ +=
              "time " + words(s, time.begin, time.end) + ": " + day(time.date) + (time.noun == none ? "\n" : " (of a noun)\n");
      for (const Statement& statement : pipeline_.statements)
        if (statement.sentence == s) claim(statement);
    }
    return std::move(out_);
  }

 private:
  void claim(const Statement& statement) {
    const auto label = [&](ActorIndex index) { return pipeline_.discourse.entity(index).node.label; };
    out_ += "claim " + label(statement.subject) + ", " +
            words(statement.sentence, statement.first_word, statement.last_word + 1) + ", " + label(statement.object) + ": " +
            day(statement.date) + '\n';
  }

  [[nodiscard]] std::string words(std::uint32_t sentence, std::uint32_t begin, std::uint32_t end) const {
    const auto& all = pipeline_.analysed[sentence].words;
    const Span span{pipeline_.tokens[all[begin].first].span.begin, pipeline_.tokens[all[end - 1].last - 1].span.end};
    return std::string(span.of(document_.text));
  }

  const Document& document_;
  const Pipeline& pipeline_;
  std::string out_;
};

class Dates : public testing::TestWithParam<std::string> {};

TEST_P(Dates, AreAsExpected) {
  const Document document = read_case("dates", GetParam());
  Pipeline pipeline(*french());
  pipeline.explains = true;  // times are looked for even where nothing is dated
  pipeline.run(document);
  golden::expect("dates", GetParam(), TimesPrinter(document, pipeline).print());
}

std::string case_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, Dates, testing::ValuesIn(golden::names("dates")), case_name);

TEST(KnownDateFailures, AreCases) { golden::expect_known_failures_exist("dates"); }

}  // namespace
}  // namespace entente
