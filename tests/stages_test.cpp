// What each stage of the extractor makes of a text: cases/<stage>/<name>.in beside <name>.out, as support/golden.hpp explains.
// A case may begin with the day on which it was published: a line such as "# 2024-11-30".

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "extract/pipeline.hpp"
#include "tests/support/french.hpp"
#include "tests/support/print_stages.hpp"

namespace entente {
namespace {

class Stage : public testing::TestWithParam<std::tuple<std::string, std::string>> {};

TEST_P(Stage, IsAsExpected) {
  const auto& [stage, name] = GetParam();
  const Document document = read_case(stage, name);
  Pipeline pipeline(*french());
  pipeline.run(document);
  golden::expect(stage, name, StagePrinter(document, pipeline).print(stage));
}

const std::vector<std::string> stages = {"tokens",    "sentences", "readings",   "phrases", "clauses",
                                         "referents", "names",     "statements", "quoted",  "quotations"};

std::vector<std::tuple<std::string, std::string>> all_cases() {
  std::vector<std::tuple<std::string, std::string>> cases;
  for (const std::string& stage : stages)
    for (const std::string& name : golden::names(stage)) cases.emplace_back(stage, name);
  return cases;
}

std::string case_name(const testing::TestParamInfo<Stage::ParamType>& info) {
  std::string name = std::get<0>(info.param) + '_' + std::get<1>(info.param);
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, Stage, testing::ValuesIn(all_cases()), case_name);

TEST(KnownFailures, AreCases) {
  for (const std::string& stage : stages) golden::expect_known_failures_exist(stage);
}

}  // namespace
}  // namespace entente
