// ENTENTE_TEST_CASES: tests/cases. ENTENTE_ONTOLOGY_DIR: the folder of context.jsonld.
// ENTENTE_REWRITE=1 in the environment rewrites the expected files instead of comparing; read the diff.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../export/content_hash.hpp"
#include "../export/identity.hpp"
#include "../export/json_ld_context.hpp"
#include "../export/lexical_form.hpp"
#include "entente/export/describe.hpp"
#include "entente/export/format.hpp"
#include "entente/export/network_sink.hpp"
#include "entente/export/quad_writer.hpp"
#include "entente/export/writer.hpp"
#include "support/byte_streams.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

const fs::path cases = fs::path(ENTENTE_TEST_CASES) / "export";
const fs::path context_file = fs::path(ENTENTE_ONTOLOGY_DIR) / "context.jsonld";

std::string read_bytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void expect_golden(const std::string& name, const std::string& actual) {
  if (std::getenv("ENTENTE_REWRITE") != nullptr) std::ofstream(cases / name, std::ios::binary) << actual;
  EXPECT_EQ(actual, read_bytes(cases / name)) << name;
}

class FullDisk final : public ByteSink {
 public:
  Result<Done> write(std::string_view) override {
    ++calls;
    Error error;
    error.kind = Error::Kind::io;
    error.message = "no space left on device";
    return error;
  }
  int calls = 0;
};

// The actors of the cases.

enum Known : ActorId { russia, syria, hts, government, aleppo, sana, known_count };

Actor actor(std::string name, ActorClass actor_class, std::string french, std::string english) {
  Actor made;
  made.iri = "https://w3id.org/entente/actor/" + name;
  made.actor_class = actor_class;
  made.labels = {{std::move(french), "fr", LabelKind::preferred},
                 {std::move(english), "en", LabelKind::preferred},
                 {"autre nom", "fr", LabelKind::alternative}};
  return made;
}

Ontology small_ontology() {
  Ontology ontology;
  ontology.actors = {actor("Russia", ActorClass::state, "Russie", "Russia"),
                     actor("Syria", ActorClass::state, "Syrie", "Syria"),
                     actor("HTS", ActorClass::armed_group, "Hayat Tahrir al-Cham", "Hayat Tahrir al-Sham"),
                     actor("SyrianGovernment", ActorClass::government, "gouvernement syrien", "Syrian government"),
                     actor("Aleppo", ActorClass::place, "Alep", "Aleppo"),
                     actor("SANA", ActorClass::media_outlet, "Sana", "SANA")};
  ontology.actors[government].acts_for = {syria};
  ontology.actors[aleppo].located_in = {syria};
  ontology.actors[sana].acts_for = {government};
  for (ActorId id = 0; id < known_count; ++id) ontology.actor_by_iri[ontology.actors[id].iri] = id;
  Relation controls;
  controls.iri = "https://w3id.org/entente/ns#controls";
  controls.labels = {{"contrôle", "fr", LabelKind::preferred}, {"controls", "en", LabelKind::preferred}};
  ontology.relations = {controls};
  ontology.relation_by_iri[controls.iri] = 0;
  return ontology;
}

ActorNode node(const Ontology& ontology, Known known) {
  const auto& of = ontology.actors[known];
  return {of.iri, of.labels.front().text, of.actor_class, false};
}

std::uint32_t code_points(std::string_view text) {
  const auto begins_one = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
  return static_cast<std::uint32_t>(std::ranges::count_if(text, begins_one));
}

Evidence evidence(std::uint32_t begin, std::string exact) {
  return {{begin, begin + code_points(exact)}, std::move(exact), "avant ", " après"};
}

/// An article with one of everything, and with characters that formats escape.
Extraction article(const Ontology& ontology) {
  Extraction made;
  auto& document = made.document;
  document.id = "alep 30/11 été#1";
  document.title = "Les rebelles \"prennent\" Alep\\";
  document.publisher = "Agence d'essai";
  document.url = "https://example.org/une page?q={1}&r=[2]#haut";
  document.file = "articles/alep 30.txt";
  document.language = "fr-FR";
  document.date = Date{2024, 11, 30};
  document.sha256 = std::string(64, 'a');
  made.actors = {node(ontology, hts),
                 node(ontology, aleppo),
                 node(ontology, government),
                 node(ontology, russia),
                 {"actor/name/jean-d'ormesson-(2)", "Jean d'Ormesson (2)", ActorClass::person, true},
                 node(ontology, sana)};
  made.mentions = {{0, {0, 3}}, {1, {10, 14}}, {0, {20, 23}}, {4, {40, 50}}};

  Claim taken;
  taken.subject = 0;
  taken.predicate = "https://w3id.org/entente/ns#controls";
  taken.object = 1;
  taken.confidence = 0.934;
  taken.date = Date{2024, 11, 29};
  taken.trigger = "https://w3id.org/entente/lexicon/fr/prendre-contrôle-v";
  taken.trigger_words = "ont pris le contrôle";
  taken.evidence = evidence(0, "HTS a dit \"INFORMER\":\n\tAlep\\ \U0001F600!");
  Claim denied = taken;
  denied.subject = 2;
  denied.polarity = Polarity::negative;
  denied.attributed_to = 4;
  denied.date = Date{2024, 11, 0};
  denied.confidence = 1;
  Claim perhaps = taken;
  perhaps.modality = Modality::unconfirmed;
  perhaps.confidence = 0.5;
  perhaps.date.reset();
  Claim weak = taken;
  weak.subject = 3;
  weak.predicate = "https://example.org/relation#seeks";
  weak.confidence = 0.07;
  weak.date = Date{2023, 0, 0};
  Claim other = weak;
  other.confidence = 0.8;
  other.evidence = evidence(50, "La Russie veut Alep.");
  made.claims = {taken, denied, perhaps, weak, other, taken};

  Quotation said;
  said.speaker = 4;
  said.relays = {5};
  said.evidence = evidence(70, "« Nous tiendrons »\r\n");
  Quotation told = said;
  told.kind = QuotationKind::indirect;
  told.relays.clear();
  told.evidence = evidence(90, "qu'il part");
  told.evidence.prefix.clear();
  made.quotations = {said, told};
  return made;
}

/// Another one, which has a publisher that is an actor, and shares actors with the first.
Extraction second_article(const Ontology& ontology) {
  Extraction made;
  made.document.id = "deux";
  made.document.file = "deux.txt";
  made.document.language = "fr";
  made.document.date = Date{2024, 12, 0};
  made.document.sha256 = std::string(64, 'b');
  made.actors = {node(ontology, sana), node(ontology, hts), node(ontology, aleppo)};
  made.publisher = 0;
  made.mentions = {{1, {0, 3}}, {2, {9, 13}}};
  Claim claim;
  claim.subject = 1;
  claim.predicate = "https://w3id.org/entente/ns#controls";
  claim.object = 2;
  claim.confidence = 0.9;
  claim.evidence = evidence(0, "HTS a pris Alep");
  made.claims = {claim};
  Quotation quotation;
  quotation.speaker = 1;
  quotation.evidence = evidence(20, "Victoire !");
  made.quotations = {quotation};
  return made;
}

WriterOptions options_with_context() {
  WriterOptions options;
  options.context = read_bytes(context_file);
  return options;
}

/// What stands in each file of the format.
std::vector<std::string> written_files(Format format, const std::vector<Extraction>& extractions, const WriterOptions& options,
                                       const Ontology& ontology = small_ontology()) {
  std::vector<StringSink> files(files_of(format_info(format)).size());
  std::vector<ByteSink*> sinks;
  for (auto& file : files) sinks.push_back(&file);
  const auto writer = make_writer(format, ontology, options, sinks);
  for (const auto& extraction : extractions) EXPECT_TRUE(writer->write(extraction));
  EXPECT_TRUE(writer->finish());
  std::vector<std::string> texts;
  for (const auto& file : files) texts.push_back(file.text);
  return texts;
}

std::string written(Format format, const std::vector<Extraction>& extractions, const WriterOptions& options,
                    const Ontology& ontology = small_ontology()) {
  return written_files(format, extractions, options, ontology).front();
}

std::vector<Extraction> both_articles() {
  const auto ontology = small_ontology();
  return {article(ontology), second_article(ontology)};
}

class Written : public testing::TestWithParam<Format> {};

std::string format_name(const testing::TestParamInfo<Format>& info) { return std::string(format_info(info.param).name); }

std::vector<Format> all_formats() {
  std::vector<Format> all;
  for (const auto& info : formats()) all.push_back(info.format);
  return all;
}

void expect_golden_files(std::string_view stem, Format format, const std::vector<std::string>& texts) {
  const auto& info = format_info(format);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto name = std::string(stem).append(".").append(files_of(info)[i]);
    if (!info.files.empty()) name.push_back('.');
    expect_golden(name.append(info.extensions.substr(0, info.extensions.find(' '))), texts[i]);
  }
}

TEST_P(Written, AsExpected) {
  expect_golden_files("articles", GetParam(), written_files(GetParam(), both_articles(), options_with_context()));
}

TEST_P(Written, AnEmptyBatch) { expect_golden_files("empty", GetParam(), written_files(GetParam(), {}, {})); }

TEST_P(Written, SameBytesAgain) {
  EXPECT_EQ(written_files(GetParam(), both_articles(), {}), written_files(GetParam(), both_articles(), {}));
}

TEST_P(Written, AFailureOfTheSinkIsReported) {
  FullDisk disk;
  const auto ontology = small_ontology();
  const std::vector<ByteSink*> sinks(files_of(format_info(GetParam())).size(), &disk);
  const auto writer = make_writer(GetParam(), ontology, {}, sinks);
  (void)writer->write(article(ontology));
  const auto finished = writer->finish();
  ASSERT_FALSE(finished);
  EXPECT_EQ(finished.error().message, "no space left on device");
  EXPECT_EQ(disk.calls, 1);
}

INSTANTIATE_TEST_SUITE_P(Formats, Written, testing::ValuesIn(all_formats()), format_name);

class Networks : public testing::TestWithParam<Format> {};

/// RDF does not say how often a document mentions an actor: here, once.
std::vector<Extraction> both_articles_with_single_mentions() {
  auto articles = both_articles();
  for (auto& one : articles) {
    std::ranges::sort(one.mentions, {}, &Mention::actor);
    const auto repeated = std::ranges::unique(one.mentions, {}, &Mention::actor);
    one.mentions.erase(repeated.begin(), repeated.end());
  }
  return articles;
}

TEST_P(Networks, OfRdfAreThoseOfItsExtractions) {
  const auto ontology = small_ontology();
  const auto articles = both_articles_with_single_mentions();
  std::vector<StringSink> files(files_of(format_info(GetParam())).size());
  std::vector<ByteSink*> sinks;
  for (auto& file : files) sinks.push_back(&file);
  const auto network = make_network_sink(GetParam(), ontology, {}, sinks);
  Describer describer(ontology, {}, Graphs::per_document);
  for (const auto& one : articles) ASSERT_TRUE(describer.describe(one, *network));
  ASSERT_TRUE(network->finish());
  const auto wanted = written_files(GetParam(), articles, {}, ontology);
  for (std::size_t i = 0; i < files.size(); ++i) EXPECT_EQ(files[i].text, wanted[i]);
}

INSTANTIATE_TEST_SUITE_P(Formats, Networks, testing::Values(Format::gexf, Format::graphml, Format::csv), format_name);

TEST(Formats, AreFoundByNameAndExtension) {
  EXPECT_EQ(format_from_name("Turtle"), Format::turtle);
  EXPECT_EQ(format_from_name("TTL"), Format::turtle);
  EXPECT_EQ(format_from_name("ndjson"), Format::claims);
  EXPECT_EQ(format_from_name(""), std::nullopt);
  EXPECT_EQ(format_from_path("out.d/graph.NQ"), Format::n_quads);
  EXPECT_EQ(format_from_path("out.nq/graph"), std::nullopt);
  EXPECT_EQ(format_from_path("out.nodes.csv"), Format::csv);
  EXPECT_EQ(files_of(format_info(Format::csv)), (std::vector<std::string_view>{"nodes", "edges"}));
  EXPECT_EQ(files_of(format_info(Format::gexf)), std::vector<std::string_view>{""});
  for (const auto& info : formats()) {
    EXPECT_EQ(&format_info(info.format), &info);
    EXPECT_EQ(format_from_name(info.name), info.format);
  }
}

TEST(Base, ThatEndsInAFragmentGivesIrisWithOneFragment) {
  WriterOptions options;
  options.base = "https://example.org/news#";
  expect_golden("fragment_base.ttl", written(Format::turtle, {second_article(small_ontology())}, options));
  options.context = read_bytes(context_file);
  expect_golden("fragment_base.jsonld", written(Format::json_ld, {second_article(small_ontology())}, options));
}

TEST(PlainTriples, OnlyOfWhatIsPositiveAssertedAndSureEnough) {
  WriterOptions options;
  options.min_confidence = 0.94;
  const std::string plain = "<https://w3id.org/entente/actor/HTS> <https://w3id.org/entente/ns#controls> ";
  EXPECT_EQ(written(Format::n_triples, {article(small_ontology())}, options).find(plain), std::string::npos);
  options.min_confidence = 0.93;
  EXPECT_NE(written(Format::n_triples, {article(small_ontology())}, options).find(plain), std::string::npos);
}

TEST(JsonLd, WithoutAContextHasCompactIris) {
  expect_golden("without_context.jsonld", written(Format::json_ld, both_articles(), {}));
}

TEST(JsonLd, TheTermOfALiteralFollowsItsTypeAndLanguage) {
  WriterOptions options;
  options.context = R"({"@context": {
    "@vocab": "http://e.org/v#", "@language": "fr",
    "xsd": "http://www.w3.org/2001/XMLSchema#", "e": {"@id": "http://e.org/", "@prefix": true},
    "key": "@id", "p": {"@id": "http://e.org/v#p"}, "day": {"@id": "http://e.org/v#p", "@type": "xsd:date"},
    "plain": {"@id": "http://e.org/v#p", "@language": null}, "kind": {"@id": "e:kind", "@type": "@vocab", "@container": "@set"},
    "ordered": {"@id": "http://e.org/v#o", "@container": "@list"}
  }})";
  StringSink sink;
  const auto writer = make_quad_writer(Format::json_ld, options, sink);
  const auto say = [&](std::string_view property, const TermView& object) {
    writer->quad({TermView::iri("http://e.org/s"), TermView::iri(std::string("http://e.org/").append(property)), object, {}});
  };
  say("v#p", TermView::tagged("oui", "fr"));
  say("v#p", TermView::tagged("yes", "en"));
  say("v#p", TermView::string("oc"));
  say("v#p", TermView::typed("2024-11-30", "http://www.w3.org/2001/XMLSchema#date"));
  say("v#p", TermView::typed("7", "http://www.w3.org/2001/XMLSchema#integer"));
  say("v#p", TermView::iri("http://e.org/o"));
  say("kind", TermView::iri("http://e.org/v#sort"));
  say("v#o", TermView::string("x"));
  ASSERT_TRUE(writer->finish());
  expect_golden("choice_of_terms.jsonld", sink.text);
}

TEST(JsonLd, AContextThatIsNoneIsRefused) {
  const auto ontology = small_ontology();
  for (const std::string_view context : {"{", "[]", R"({"@context": "http://example.org/"})"}) {
    WriterOptions options;
    options.context = context;
    StringSink sink;
    const auto writer = make_writer(Format::json_ld, ontology, options, sink);
    EXPECT_FALSE(writer->write(article(ontology))) << context;
    EXPECT_FALSE(writer->finish()) << context;
    EXPECT_EQ(sink.text, "") << context;
  }
}

TEST(JsonLd, CyclesOfBlankNodesLoseNothing) {
  StringSink sink;
  const auto writer = make_quad_writer(Format::json_ld, {}, sink);
  const auto p = TermView::iri("http://example.org/p");
  for (const auto& [from, to] : {std::pair("a", "b"), {"b", "c"}, {"c", "a"}, {"d", "d"}, {"c", "e"}}) {
    writer->quad({TermView::blank(from), p, TermView::blank(to), {}});
  }
  ASSERT_TRUE(writer->finish());
  const auto graph = sink.text.substr(sink.text.find("\"@graph\""));
  EXPECT_EQ(graph, R"("@graph": [
{"@id":"_:a","http://example.org/p":{"@id":"_:b","http://example.org/p":{"@id":"_:c","http://example.org/p":[{"@id":"_:a"},{"@id":"_:e"}]}}},
{"@id":"_:d","http://example.org/p":{"@id":"_:d"}}
]}
)");
}

TEST(JsonLd, ALongChainIsCutIntoLines) {
  StringSink sink;
  const auto writer = make_quad_writer(Format::json_ld, {}, sink);
  for (int i = 0; i < 100'000; ++i) {
    const auto from = std::to_string(i), to = std::to_string(i + 1);
    writer->quad({TermView::blank(from), TermView::iri("http://example.org/p"), TermView::blank(to), {}});
  }
  ASSERT_TRUE(writer->finish());
  EXPECT_NE(sink.text.find("\"_:100000\""), std::string::npos);
}

TEST(NQuads, AreCanonical) {
  StringSink sink;
  const auto writer = make_quad_writer(Format::n_quads, {}, sink);
  const auto p = TermView::iri("http://example.org/p");
  writer->quad({TermView::blank("b"), p, TermView::tagged("\t\"\\\n\r\x7fé", "fr"), TermView::iri("http://example.org/g")});
  writer->quad({p, p, TermView::typed("a", "http://www.w3.org/2001/XMLSchema#string"), {}});
  writer->quad({p, p, TermView::typed("01", "http://www.w3.org/2001/XMLSchema#integer"), {}});
  ASSERT_TRUE(writer->finish());
  EXPECT_EQ(sink.text,
            "_:b <http://example.org/p> \"\t\\\"\\\\\\n\\r\x7fé\"@fr <http://example.org/g> .\n"
            "<http://example.org/p> <http://example.org/p> \"a\" .\n"
            "<http://example.org/p> <http://example.org/p> \"01\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
}

TEST(TriG, GraphsOpenAndClose) {
  StringSink sink;
  const auto writer = make_quad_writer(Format::trig, {}, sink);
  const auto x = TermView::iri("http://example.org/x");
  writer->quad({x, x, x, {}});
  writer->quad({x, x, x, TermView::iri("http://example.org/g")});
  writer->quad({x, x, x, TermView::blank("h")});
  writer->quad({x, x, x, {}});
  ASSERT_TRUE(writer->finish());
  EXPECT_EQ(sink.text.substr(sink.text.find("\n\n") + 1), R"(
<http://example.org/x> <http://example.org/x> <http://example.org/x> .

<http://example.org/g> {
    <http://example.org/x> <http://example.org/x> <http://example.org/x> .
}

_:h {
    <http://example.org/x> <http://example.org/x> <http://example.org/x> .
}

<http://example.org/x> <http://example.org/x> <http://example.org/x> .
)");
}

TEST(Identities, DoNotDependOnTheOrderOfActorsOrClaims) {
  const auto ontology = small_ontology();
  auto forward = article(ontology);
  auto backward = forward;
  std::ranges::reverse(backward.claims);
  ContentHash hash;
  auto names = identify(forward, "http://e.org/", hash);
  auto reversed = identify(backward, "http://e.org/", hash);
  EXPECT_EQ(names.claims.back(), "") << "a repeated claim has no second name";
  std::ranges::sort(names.claims);
  std::ranges::sort(reversed.claims);
  EXPECT_EQ(names.claims, reversed.claims);
}

}  // namespace
}  // namespace entente
