// The W3C's cases for fromRdf (JSON-LD 1.1 API, 8.3), in ../shared/w3c/json-ld; skipped where they are not there.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "entente/export/quad_reader.hpp"
#include "entente/export/quad_writer.hpp"
#include "support/byte_streams.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const fs::path suite = fs::path(ENTENTE_ONTOLOGY_DIR).parent_path().parent_path() / "shared/w3c/json-ld";

/// Cases of JSON-LD 1.1 that fail, and why. Each must fail.
const std::map<std::string, std::string> known_failures{
    {"#t0016", "a list whose cells have types is kept as nodes: a conversion loses nothing"},
    {"#tdi11", "compound literals are kept as the blank nodes that they are"},
    {"#tdi12", "compound literals are kept as the blank nodes that they are"},
    {"#tjs08", "rdf:JSON that is no JSON is kept as a string: a conversion loses nothing"},
    {"#tjs09", "rdf:JSON that is no JSON is kept as a string: a conversion loses nothing"},
};

std::string read_bytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Arrays but those of lists have no order.
Json without_order(const Json& json, bool is_list = false) {
  if (!json.is_structured()) return json;
  Json made = json.is_array() ? Json::array() : Json::object();
  for (const auto& [key, value] : json.items()) {
    auto part = without_order(value, key == "@list");
    if (json.is_array())
      made.push_back(std::move(part));
    else
      made[key] = std::move(part);
  }
  if (json.is_array() && !is_list) std::sort(made.begin(), made.end());
  return made;
}

Json expanded(const Json& test) {
  const auto option = test.value("option", Json::object());
  RdfWriterOptions options;
  options.is_expanded = true;
  options.has_native_types = option.value("useNativeTypes", false);
  options.has_rdf_type = option.value("useRdfType", false);
  options.has_i18n_directions = option.value("rdfDirection", "") == "i18n-datatype";
  StringSource source(read_bytes(suite / test["input"].get<std::string>()));
  StringSink sink;
  const auto writer = make_rdf_writer(Format::json_ld, options, sink);
  const auto count = read_quads(Format::n_quads, source, {}, *writer);
  EXPECT_TRUE(count && count->mistakes == 0) << test["@id"];
  EXPECT_TRUE(writer->finish().ok());
  return Json::parse(sink.text, nullptr, false);
}

bool is_of_version_1_0(const Json& test) {
  return test.contains("option") && test["option"].value("specVersion", "") == "json-ld-1.0";
}

TEST(W3cJsonLd, FromRdf) {
  if (!fs::exists(suite)) GTEST_SKIP() << "W3C JSON-LD suite: ../shared/w3c/json-ld is not there";
  const auto manifest = Json::parse(read_bytes(suite / "fromRdf-manifest.jsonld"));
  std::size_t passed = 0;
  std::size_t cases = 0;
  for (const auto& test : manifest["sequence"]) {
    const auto id = test["@id"].get<std::string>();
    if (is_of_version_1_0(test)) continue;
    ++cases;
    const auto made = expanded(test);
    const auto wanted = test.contains("expect") ? Json::parse(read_bytes(suite / test["expect"].get<std::string>())) : Json();
    const bool is_right = without_order(made) == without_order(wanted);
    passed += is_right ? 1 : 0;
    EXPECT_EQ(is_right, !known_failures.contains(id)) << id << " " << test["name"] << "\n"
                                                      << made.dump(1) << "\nexpected " << wanted.dump(1);
  }
  EXPECT_EQ(passed + known_failures.size(), cases);
  EXPECT_EQ(cases, 53U);
}

}  // namespace
}  // namespace entente
