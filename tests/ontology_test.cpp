#include "entente/ontology/ontology.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace entente {
namespace {

namespace fs = std::filesystem;

const fs::path cases_directory = fs::path(ENTENTE_TEST_CASES) / "ontology";

/// Prints an ontology one thing a line, every IRI by its last part.
class Dump {
 public:
  explicit Dump(const Ontology& ontology) : ontology_(ontology) {}

  std::string print() {
    for (const Actor& actor : ontology_.actors) print(actor);
    for (const Relation& relation : ontology_.relations) print(relation);
    for (const Role& role : ontology_.roles) {
      out_ << "role " << local(role.iri);
      labels(role.labels);
      out_ << '\n';
    }
    for (const LexicalEntry& entry : ontology_.entries) print(entry);
    return out_.str();
  }

 private:
  static std::string local(const std::string& iri) { return iri.substr(iri.find_last_of("/#") + 1); }

  std::string actor(ActorId id) const { return id == no_id ? "-" : local(ontology_.actors[id].iri); }

  void labels(const std::vector<Label>& labels) {
    constexpr const char* kinds[] = {"pref", "alt", "hidden", "acronym", "demonym", "metonym", "description"};
    for (const Label& label : labels) {
      out_ << ' ' << kinds[static_cast<std::size_t>(label.kind)] << " \"" << label.text << "\"@" << label.language;
    }
  }

  void links(const char* name, const std::vector<ActorId>& ids) {
    for (const ActorId id : ids) out_ << ' ' << name << ' ' << actor(id);
  }

  void classes(const char* name, const std::vector<ActorClass>& classes) {
    if (!classes.empty()) out_ << ' ' << name;
    for (const ActorClass actor_class : classes) out_ << ' ' << class_name(actor_class);
  }

  void words(const char* name, const std::vector<std::string>& words) {
    if (!words.empty()) out_ << ' ' << name;
    for (const std::string& word : words) out_ << " \"" << word << '"';
  }

  void ends(const char* name, const std::vector<FrameEnd>& ends) {
    constexpr const char* slots[] = {"none", "subject", "object", "indirect", "genitive", "oblique", "self", "modified", "event"};
    for (const FrameEnd& end : ends) {
      out_ << ' ' << name << ' ' << slots[static_cast<std::size_t>(end.slot)];
      words("with", end.prepositions);
      classes("of", end.classes);
    }
  }

  void print(const Actor& one) {
    constexpr const char* genders[] = {"", " masculine", " feminine"};
    out_ << class_name(one.actor_class) << ' ' << local(one.iri) << genders[static_cast<std::size_t>(one.gender)];
    labels(one.labels);
    links("actsFor", one.acts_for);
    links("partOf", one.part_of);
    links("locatedIn", one.located_in);
    if (one.capital != no_id) out_ << " capital " << actor(one.capital);
    if (one.capital_of != no_id) out_ << " capitalOf " << actor(one.capital_of);
    for (const Tenure& tenure : one.tenures) {
      out_ << " holds " << local(ontology_.roles[tenure.role].iri) << " of " << actor(tenure.of);
      if (tenure.from) out_ << " from " << to_string(*tenure.from);
      if (tenure.until) out_ << " until " << to_string(*tenure.until);
    }
    out_ << '\n';
  }

  void print(const Relation& one) {
    out_ << "relation " << local(one.iri) << (one.symmetric ? " symmetric" : "");
    labels(one.labels);
    classes("domain", one.domain);
    classes("range", one.range);
    out_ << '\n';
  }

  void print(const LexicalEntry& one) {
    out_ << "entry " << local(one.iri) << ' ' << one.language;
    out_ << " pos " << int{static_cast<std::uint8_t>(one.part_of_speech)};
    words("words", one.words);
    for (const auto& form : one.other_forms) words("or", form);
    if (one.commitment != Commitment::none) out_ << " commitment " << int{static_cast<std::uint8_t>(one.commitment)};
    if (one.says) out_ << " says";
    if (one.takes != 0) out_ << " takes " << int{one.takes};
    if (one.control != Slot::subject) out_ << " control " << int{static_cast<std::uint8_t>(one.control)};
    words("complementizer", one.complementizers);
    if (one.has_class) out_ << " class " << class_name(one.names_class);
    if (one.names_role != no_id) out_ << " role " << local(ontology_.roles[one.names_role].iri);
    words("feature", one.features);
    words("example", one.examples);
    out_ << '\n';
    for (const Frame& frame : one.frames) print(frame);
  }

  void print(const Frame& one) {
    constexpr const char* modalities[] = {"", " unconfirmed", " intended", " hypothetical"};
    out_ << "  " << local(ontology_.relations[one.relation].iri) << (one.polarity == Polarity::negative ? " negative" : "")
         << modalities[static_cast<std::size_t>(one.modality)];
    ends("source", one.source);
    ends("target", one.target);
    ends("requires", one.requires_slots);
    words("not with", one.not_with);
    words("only with", one.only_with);
    out_ << '\n';
  }

  const Ontology& ontology_;
  std::ostringstream out_;
};

/// The cases' names: each `<name>.ttl` is read together with `with/<name>.ttl` where there is one.
std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& file : fs::directory_iterator(cases_directory)) {
    if (file.path().extension() == ".ttl") names.push_back(file.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The mistakes, one a line; or what was loaded, where there are none.
std::string outcome(const std::vector<fs::path>& files) {
  Ontology ontology;
  std::vector<Error> errors;
  const bool is_right = load_ontology(files, ontology, errors);
  EXPECT_EQ(is_right, errors.empty());
  if (is_right) return Dump(ontology).print();
  std::string lines;
  for (Error& error : errors) {
    const fs::path source = error.source;
    error.source = source.lexically_relative(cases_directory).generic_string();
    lines += to_string(error) + '\n';
  }
  return lines;
}

class OntologyCase : public testing::TestWithParam<std::string> {};

/// ENTENTE_UPDATE_CASES=1 in the environment rewrites the expected files.
TEST_P(OntologyCase, GivesItsOutcome) {
  const fs::path base = cases_directory / GetParam();
  std::vector<fs::path> files = {base.string() + ".ttl"};
  const fs::path second = cases_directory / "with" / (GetParam() + ".ttl");
  if (fs::exists(second)) files.push_back(second);
  const std::string found = outcome(files);
  const fs::path expected = base.string() + ".out";
  if (std::getenv("ENTENTE_UPDATE_CASES") != nullptr) std::ofstream(expected, std::ios::binary) << found;
  EXPECT_EQ(read(expected), found);
}

INSTANTIATE_TEST_SUITE_P(Golden, OntologyCase, testing::ValuesIn(cases()), [](const auto& instance) {
  std::string name = instance.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

class TemporaryDirectory : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    directory_ = fs::temp_directory_path() / (std::string("entente-") + test->name() + std::to_string(::getpid()));
    fs::create_directories(directory_);
  }
  void TearDown() override { fs::remove_all(directory_); }

  fs::path write(const fs::path& name, const std::string& text) {
    const fs::path path = directory_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  std::vector<Error> load(const std::vector<fs::path>& files) {
    std::vector<Error> errors;
    const bool is_right = load_ontology(files, ontology_, errors);
    EXPECT_EQ(is_right, errors.empty());
    return errors;
  }

  fs::path directory_;
  Ontology ontology_;
};

using LoadOntology = TemporaryDirectory;
using OntologyFiles = TemporaryDirectory;

TEST_F(LoadOntology, ReportsFilesThatCannotBeRead) {
  const std::vector<Error> errors = load({directory_ / "none.ttl", directory_});
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0].kind, Error::Kind::io);
  EXPECT_EQ(to_string(errors[0]), (directory_ / "none.ttl").string() + ": cannot be read: No such file or directory");
  EXPECT_EQ(errors[1].kind, Error::Kind::io);
  EXPECT_EQ(to_string(errors[1]), directory_.string() + ": cannot be read: it is a directory");
}

TEST_F(LoadOntology, TakesEmptyFilesAndNoFiles) {
  EXPECT_TRUE(load({}).empty());
  EXPECT_TRUE(load({write("empty.ttl", ""), write("comment.ttl", "# nothing"), write("blank.ttl", "\n\n")}).empty());
  EXPECT_TRUE(ontology_.actors.empty());
}

TEST_F(LoadOntology, ReadsPastAByteOrderMarkAndCountsColumnsWithoutIt) {
  const std::vector<Error> errors = load({write("mark.ttl", "\xEF\xBB\xBF<urn:é> <urn:b> x .\n")});
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].line, 1U);
  EXPECT_EQ(errors[0].column, 18U);
}

TEST_F(LoadOntology, RefusesBytesThatAreNoCharacters) {
  const std::vector<Error> errors = load({write("latin.ttl", "# été\n<urn:a> <urn:b> \"\xE9t\xE9\" .\n")});
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].kind, Error::Kind::syntax);
  EXPECT_EQ(errors[0].line, 2U);
  EXPECT_EQ(errors[0].column, 18U);
}

TEST_F(LoadOntology, RefusesDeepNestingWithoutFalling) {
  for (const char* open : {"[ <urn:p> ", "( "}) {
    std::string text = "<urn:a> <urn:p> ";
    for (int i = 0; i < 200000; ++i) text += open;
    const std::vector<Error> errors = load({write("deep.ttl", text)});
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].kind, Error::Kind::syntax);
    EXPECT_EQ(errors[0].message, "expected at most 64 brackets in each other");
  }
  EXPECT_EQ(load({write("deep.ttl", std::string(200000, '('))}).size(), 1U);
  EXPECT_EQ(load({write("deep.ttl", std::string(200000, '['))}).size(), 1U);
}

TEST_F(LoadOntology, CountsBracketsOnlyWhileTheyAreOpen) {
  const std::string once = "<urn:a> <urn:p> [ <urn:q> ( 1 ( 2 ) [] ) ], [], () .\n[] <urn:p> [] .\n( 1 ) <urn:p> 2 .\n";
  std::string text;
  for (int i = 0; i < 1000; ++i) text += once;
  EXPECT_TRUE(load({write("wide.ttl", text)}).empty());
}

TEST_F(LoadOntology, IsTheSameForAFileGivenTwice) {
  const fs::path file = cases_directory / "everything.ttl";
  EXPECT_TRUE(load({file}).empty());
  const std::string once = Dump(ontology_).print();
  EXPECT_TRUE(load({file, file}).empty());
  EXPECT_EQ(Dump(ontology_).print(), once);
}

TEST_F(OntologyFiles, AreSortedByTheirBytes) {
  for (const char* name : {"b.ttl", "B.ttl", "a/z.ttl", "a.ttl", "é.ttl", "a/notes.txt", "c.ttl~"}) write(name, "");
  std::vector<std::string> names;
  for (const fs::path& path : ontology_files(directory_)) names.push_back(path.lexically_relative(directory_).string());
  EXPECT_EQ(names, (std::vector<std::string>{"B.ttl", "a.ttl", "a/z.ttl", "b.ttl", "é.ttl"}));
  EXPECT_TRUE(ontology_files(directory_ / "none").empty());
}

TEST(PreferredLabel, FallsBackToEnglishThenAnyThenTheIri) {
  Ontology ontology;
  ontology.actors.resize(2);
  ontology.actors[0].labels = {{"Dimashq", "ar", LabelKind::preferred},
                               {"Damascus", "en", LabelKind::preferred},
                               {"Damas", "fr", LabelKind::preferred},
                               {"Sham", "de", LabelKind::alternative}};
  ontology.actors[1].iri = "https://w3id.org/entente/actor/Homs";
  EXPECT_EQ(ontology.preferred_label(0, "fr"), "Damas");
  EXPECT_EQ(ontology.preferred_label(0, "de"), "Damascus");
  EXPECT_EQ(ontology.preferred_label(1, "fr"), "Homs");
}

TEST(ActorClassName, ComesBackAsTheSameClass) {
  for (std::size_t i = 0; i < actor_class_count; ++i) {
    const auto actor_class = static_cast<ActorClass>(i);
    EXPECT_EQ(class_from_name(class_name(actor_class)), actor_class);
  }
  EXPECT_EQ(class_name(ActorClass::ngo), "NGO");
  EXPECT_EQ(class_from_name("Ngo"), std::nullopt);
}

TEST(ErrorText, LeavesOutWhatIsUnknown) {
  EXPECT_EQ(to_string(Error{Error::Kind::io, "", 0, 0, "no"}), "no");
  EXPECT_EQ(to_string(Error{Error::Kind::io, "a.ttl", 0, 7, "no"}), "a.ttl: no");
  EXPECT_EQ(to_string(Error{Error::Kind::io, "a.ttl", 3, 0, "no"}), "a.ttl:3: no");
  EXPECT_EQ(to_string(Error{Error::Kind::io, "a.ttl", 3, 7, "no"}), "a.ttl:3:7: no");
}

}  // namespace
}  // namespace entente
