// Who is related to whom over all documents, and the networks that are written of it.

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../export/graph/column_type.hpp"
#include "../export/graph/csv_writer.hpp"
#include "../export/graph/day_runs.hpp"
#include "../export/graph/document_relations.hpp"
#include "../export/graph/gexf_writer.hpp"
#include "../export/graph/network.hpp"
#include "../export/graph/relation_graph.hpp"
#include "entente/export/network_sink.hpp"
#include "support/byte_streams.hpp"

namespace entente {
namespace {

const std::string attacks = "https://w3id.org/entente/ns#attacks";
const std::string controls = "https://w3id.org/entente/ns#controls";

std::map<std::int32_t, std::int32_t> runs(const std::vector<std::pair<std::int32_t, std::int32_t>>& days) {
  DayRuns made;
  for (const auto& [first, last] : days) made.include(first, last);
  return made.runs();
}

TEST(DayRuns, ThatMeetOrTouchAreOne) {
  using Runs = std::map<std::int32_t, std::int32_t>;
  EXPECT_EQ(runs({{5, 5}, {1, 1}, {3, 3}}), (Runs{{1, 1}, {3, 3}, {5, 5}}));
  EXPECT_EQ(runs({{1, 1}, {3, 3}, {2, 2}}), (Runs{{1, 3}}));
  EXPECT_EQ(runs({{10, 20}, {12, 13}}), (Runs{{10, 20}}));
  EXPECT_EQ(runs({{1, 2}, {4, 5}, {7, 8}, {0, 9}}), (Runs{{0, 9}}));
  EXPECT_EQ(runs({{-3, -2}, {0, 1}, {-1, -1}}), (Runs{{-3, 1}}));
}

TEST(DayRuns, HoldAllOfAMonthOrYear) {
  DayRuns days;
  days.include(Date{2024, 2, 0});
  EXPECT_EQ(to_string(days.first()) + " " + to_string(days.last()), "2024-02-01 2024-02-29");
  days.include(Date{2023, 0, 0});
  days.include(Date{2024, 12, 0});
  EXPECT_EQ(to_string(days.first()) + " " + to_string(days.last()), "2023-01-01 2024-12-31");
  EXPECT_EQ(days.runs().size(), 3U);
}

/// An army, its unit, its government and its state; a group; a town.
enum Known : ActorId { army, unit, government, state, group, town };

Ontology small_ontology() {
  Ontology ontology;
  const std::pair<std::string, ActorClass> actors[] = {{"army", ActorClass::armed_forces},     {"unit", ActorClass::armed_forces},
                                                       {"government", ActorClass::government}, {"state", ActorClass::state},
                                                       {"group", ActorClass::armed_group},     {"town", ActorClass::place}};
  for (const auto& [name, actor_class] : actors) {
    Actor actor;
    actor.iri = "http://e.org/" + name;
    actor.actor_class = actor_class;
    actor.labels = {{name, "fr", LabelKind::preferred}};
    ontology.actor_by_iri[actor.iri] = static_cast<ActorId>(ontology.actors.size());
    ontology.actors.push_back(std::move(actor));
  }
  ontology.actors[army].acts_for = {government};
  ontology.actors[unit].part_of = {army};
  ontology.actors[government].acts_for = {state};
  return ontology;
}

Claim claim(Known subject, const std::string& relation, Known object, double confidence = 0.9) {
  Claim made;
  made.subject = subject;
  made.predicate = relation;
  made.object = object;
  made.confidence = confidence;
  return made;
}

/// `claims` in a document that names all of the actors once.
RelationGraph graph_of(const Ontology& ontology, const std::vector<Claim>& claims, const GraphOptions& options) {
  Extraction document;
  Identities names;
  names.document = "http://e.org/document";
  for (ActorId id = 0; id < ontology.actors.size(); ++id) {
    const auto& actor = ontology.actors[id];
    document.actors.push_back({actor.iri, actor.labels.front().text, actor.actor_class, false});
    document.mentions.push_back({id, {}});
    names.actors.push_back(actor.iri);
  }
  document.claims = claims;
  for (std::size_t i = 0; i < claims.size(); ++i) names.claims.push_back("http://e.org/claim/" + std::to_string(i));
  RelationGraph graph(options);
  graph.add(DocumentRelations(ontology, "fr", options).count(document, names));
  return graph;
}

/// Each edge as "subject relation object weight".
std::vector<std::string> edges_of(const RelationGraph& graph) {
  std::vector<std::string> edges;
  for (const auto& [ends, edge] : graph.edges()) {
    const auto name = [](std::string_view iri) { return std::string(iri.substr(iri.find_last_of("#/") + 1)) + " "; };
    edges.push_back(name(ends.subject) + name(ends.relation) + name(ends.object) + std::to_string(edge.claims));
  }
  return edges;
}

using Edges = std::vector<std::string>;

TEST(RelationGraph, CountsWhatIsAskedFor) {
  const auto ontology = small_ontology();
  auto denied = claim(group, attacks, town);
  denied.polarity = Polarity::negative;
  auto hypothetical = claim(army, attacks, group);
  hypothetical.modality = Modality::hypothetical;
  const std::vector<Claim> claims{claim(army, controls, town), denied, hypothetical, claim(group, attacks, army, 0.4)};

  EXPECT_EQ(edges_of(graph_of(ontology, claims, {})),
            (Edges{"army attacks group 1", "army controls town 1", "group attacks army 1", "group attacks town 1"}));
  EXPECT_EQ(edges_of(graph_of(ontology, claims, {0.5, {Polarity::positive}, {}, {}, false})),
            (Edges{"army attacks group 1", "army controls town 1"}));
  EXPECT_EQ(edges_of(graph_of(ontology, claims, {0, {Polarity::negative}, {}, {}, false})), Edges{"group attacks town 1"});
  EXPECT_EQ(edges_of(graph_of(ontology, claims, {0, {}, {Modality::asserted, Modality::intended}, {attacks}, false})),
            (Edges{"group attacks army 1", "group attacks town 1"}));
}

TEST(RelationGraph, ShowsActorsWithoutEdgesOnlyWhereAllClaimsCount) {
  const auto ontology = small_ontology();
  const std::vector<Claim> claims{claim(army, controls, town)};
  EXPECT_TRUE(graph_of(ontology, claims, {}).shows("http://e.org/group"));
  const auto controlled = graph_of(ontology, claims, {0, {}, {}, {controls}, false});
  EXPECT_TRUE(controlled.shows("http://e.org/town"));
  EXPECT_FALSE(controlled.shows("http://e.org/group"));
}

TEST(RelationGraph, RollsForcesUpToTheirState) {
  const auto ontology = small_ontology();
  const std::vector<Claim> claims{claim(unit, attacks, group), claim(army, attacks, group), claim(unit, attacks, army),
                                  claim(group, attacks, government), claim(state, controls, town)};
  GraphOptions options;
  options.rolls_up = true;
  const auto graph = graph_of(ontology, claims, options);
  EXPECT_EQ(edges_of(graph), (Edges{"group attacks state 1", "state attacks group 2", "state controls town 1"}));
  EXPECT_EQ(graph.nodes().size(), 3U);
  EXPECT_EQ(graph.nodes().at("http://e.org/state").mentions, 4U);
  EXPECT_EQ(graph.nodes().at("http://e.org/state").label, "state");
}

/// A network of two nodes and an edge, with all that formats escape.
void write_small_network(NetworkWriter& out) {
  DayRuns days;
  days.include(Date{2024, 11, 29});
  days.include(Date{2024, 12, 1});
  out.begin({"a & b", true, {{"names", "Names", NetworkColumn::Type::strings}}, {{"note", "Note", NetworkColumn::Type::string}}});
  NetworkNode node;
  node.id = "http://e.org/a,b";
  node.label = "a \"b\"\n\\c";
  node.days = &days;
  node.size = "1.0";
  node.values = {"one, \"1\"\ntwo\n"};
  out.node(node);
  node.id = "2";
  node.values = {""};
  out.node(node);
  NetworkEdge edge;
  edge.id = "0";
  edge.source = "http://e.org/a,b";
  edge.target = "2";
  edge.kind = "k";
  edge.weight = 3;
  edge.values = {"INFORMER"};
  out.edge(edge);
  EXPECT_TRUE(out.finish());
}

TEST(Csv, IsAsGephiReadsIt) {
  StringSink nodes, edges;
  CsvWriter out(nodes, edges);
  write_small_network(out);
  EXPECT_EQ(nodes.text,
            "Id,Label,Timeset,Names\n"
            "\"http://e.org/a,b\",\"a \"\"b\"\" \\\\c\",\"<[2024-11-29, 2024-11-29]; [2024-12-01, 2024-12-01]>\","
            "\"[\"\"one, \\\\\"\"1\\\\\"\"\"\", \"\"two\"\"]\"\n"
            "2,\"a \"\"b\"\" \\\\c\",\"<[2024-11-29, 2024-11-29]; [2024-12-01, 2024-12-01]>\",\n");
  EXPECT_EQ(edges.text,
            "Source,Target,Type,Kind,Id,Label,Weight,Timeset,Note\n"
            "\"http://e.org/a,b\",2,Directed,k,0,,3,,INFORMER\n");
}

TEST(Gexf, SeveralRunsOfDaysAreSpells) {
  StringSink sink;
  GexfWriter out(sink);
  write_small_network(out);
  EXPECT_NE(sink.text.find("        <spells>\n          <spell start=\"2024-11-29\" end=\"2024-11-29\"/>\n"
                           "          <spell start=\"2024-12-01\" end=\"2024-12-01\"/>\n        </spells>\n"),
            std::string::npos);
  EXPECT_NE(sink.text.find("value=\"[&quot;one, \\&quot;1\\&quot;&quot;, &quot;two&quot;]\""), std::string::npos);
  EXPECT_NE(sink.text.find("value=\"I\u2060NFORMER\""), std::string::npos);
}

const std::string example = "http://e.org/";
const std::string xsd = "http://www.w3.org/2001/XMLSchema#";

/// The nodes and the edges of the network in CSV that quads make.
class GeneralForm : public testing::Test {
 protected:
  void say(const TermView& subject, const std::string& property, const TermView& object) {
    sink_->quad({subject, TermView::iri(property), object, {}});
  }
  void finish() { ASSERT_TRUE(sink_->finish()); }

  StringSink nodes_, edges_;
  Ontology ontology_;
  std::vector<ByteSink*> files_{&nodes_, &edges_};
  std::unique_ptr<QuadSink> sink_ = make_network_sink(Format::csv, ontology_, {}, files_);
};

TEST_F(GeneralForm, HasResourcesLinksAndLiterals) {
  const auto alice = TermView::iri("http://e.org/alice");
  const auto somebody = TermView::blank("b0");
  const std::string type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  const std::string label = "http://www.w3.org/2000/01/rdf-schema#label";
  const std::string integer = xsd + "integer";
  say(alice, type, TermView::iri("http://e.org/Person"));
  say(alice, label, TermView::tagged("Alice", "en"));
  say(alice, label, TermView::tagged("Alix", "fr"));
  say(alice, example + "age", TermView::typed("42", integer));
  say(alice, example + "knows", somebody);
  say(alice, example + "knows", somebody);
  say(alice, example + "likes", somebody);
  say(somebody, example + "age", TermView::typed("7", integer));
  say(somebody, example + "x", TermView::string("a"));
  finish();
  EXPECT_EQ(nodes_.text,
            "Id,Label,Class,age,http://e.org/x,http://www.w3.org/2000/01/rdf-schema#label\n"
            "_:b0,_:b0,,7,a,\n"
            "http://e.org/alice,Alix,\"[\"\"Person\"\"]\",42,,\"[\"\"Alice\"\", \"\"Alix\"\"]\"\n");
  EXPECT_EQ(edges_.text,
            "Source,Target,Type,Kind,Id,Label,Weight,Relation\n"
            "http://e.org/alice,_:b0,Directed,http://e.org/knows,0,knows,1,http://e.org/knows\n"
            "http://e.org/alice,_:b0,Directed,http://e.org/likes,1,likes,1,http://e.org/likes\n");
}

TEST_F(GeneralForm, OfNothing) {
  finish();
  EXPECT_EQ(nodes_.text, "Id,Label,Class\n");
  EXPECT_EQ(edges_.text, "Source,Target,Type,Kind,Id,Label,Weight,Relation\n");
}

TEST(ColumnTypes, AreTheNarrowestThatFit) {
  using Type = NetworkColumn::Type;
  const auto type = [](const std::vector<std::pair<std::string, std::string>>& literals) {
    ColumnType column;
    for (const auto& [text, name] : literals) {
      const std::string datatype = xsd + name;
      column.include(TermView::typed(text, datatype));
    }
    return column.type();
  };
  EXPECT_EQ(type({{"1", "integer"}, {"-02", "int"}}), Type::integer);
  EXPECT_EQ(type({{"1", "integer"}, {"1.5", "decimal"}, {"1e-3", "double"}}), Type::decimal);
  EXPECT_EQ(type({{"1", "integer"}, {"INF", "double"}}), Type::string);
  EXPECT_EQ(type({{"12345678901234567890", "integer"}}), Type::string);
  EXPECT_EQ(type({{"one", "integer"}}), Type::string);
  EXPECT_EQ(type({{"true", "boolean"}, {"1", "boolean"}}), Type::string);
  EXPECT_EQ(type({{"2024-11-30", "date"}}), Type::date);
  EXPECT_EQ(type({{".", "decimal"}}), Type::string);
}

}  // namespace
}  // namespace entente
