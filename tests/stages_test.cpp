// What each stage of the extractor makes of a text: cases/<stage>/<name>.in beside <name>.out, as support/golden.hpp explains.
// A case may begin with the day on which it was published: a line such as "# 2024-11-30".

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include "entente/extract/morphology.hpp"
#include "entente/ontology/date.hpp"
#include "entente/ontology/ontology.hpp"
#include "extract/pipeline.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/print_stages.hpp"

namespace entente {
namespace {

/// The French of the program, loaded once for all cases.
struct French {
  French() : morphology(Morphology::open(ENTENTE_MORPHOLOGY_FILE)) {
    std::vector<Error> errors;
    if (!load_ontology(ontology_files(ENTENTE_ONTOLOGY_DIR), ontology, errors))
      throw std::runtime_error(to_string(errors.front()));
    if (!morphology.ok()) throw std::runtime_error(to_string(morphology.error()));
  }
  Ontology ontology;
  Result<Morphology> morphology;
};

const Language& french() {
  static const French data;
  static const Language language(data.ontology, *data.morphology, "fr");
  return language;
}

Document read_case(const std::string& stage, const std::string& name) {
  Document document;
  document.info.id = name;
  document.info.language = "fr";
  document.text = golden::read_text(golden::directory(stage) / (name + ".in"));
  if (document.text.starts_with("# ")) {
    const std::size_t end = document.text.find('\n');
    document.info.date = parse_date(std::string_view(document.text).substr(2, end - 2));
    document.text.erase(0, end + 1);
  }
  return document;
}

class Stage : public testing::TestWithParam<std::tuple<std::string, std::string>> {};

TEST_P(Stage, IsAsExpected) {
  const auto& [stage, name] = GetParam();
  const Document document = read_case(stage, name);
  Pipeline pipeline(french());
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
