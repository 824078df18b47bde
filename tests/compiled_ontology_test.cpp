// The compiled ontology stands for exactly the Turtle of which it was made.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "entente/ontology/ontology.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

std::string turtle(const std::string& name) {
  return "@prefix ent: <https://w3id.org/entente/ns#> .\n"
         "@prefix act: <https://w3id.org/entente/actor/> .\n"
         "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
         "act:Examplia a ent:State ; skos:prefLabel \"" +
         name + "\"@fr ; ent:capital act:Town .\n" + "act:Town a ent:Place ; skos:prefLabel \"Ville\"@fr .\n";
}

class CompiledOntology : public testing::Test {
 protected:
  void SetUp() override {
    std::string folder = fs::temp_directory_path() / "entente-compiled-XXXXXX";
    folder_ = ::mkdtemp(folder.data());
    file_ = folder_ / "examplia.ttl";
    compiled_ = folder_ / "ontology.compiled";
    write(file_, turtle("Examplie"));
    std::vector<Error> errors;
    ASSERT_TRUE(compile_ontology({file_}, compiled_, errors));
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string name_loaded() const {
    Ontology ontology;
    std::vector<Error> errors;
    EXPECT_TRUE(load_ontology({file_}, compiled_, ontology, errors));
    const ActorId state = ontology.actor_by_iri.at("https://w3id.org/entente/actor/Examplia");
    EXPECT_EQ(ontology.actors[ontology.actors[state].capital].capital_of, state);
    return std::string(ontology.preferred_label(state, "fr"));
  }

  fs::path folder_, file_, compiled_;
};

TEST_F(CompiledOntology, SaysTheSame) {
  EXPECT_EQ(name_loaded(), "Examplie");
  std::vector<Error> errors;
  const fs::path again = folder_ / "again";
  ASSERT_TRUE(compile_ontology(ontology_files(ENTENTE_ONTOLOGY_DIR), again, errors));
  Ontology read, loaded;
  ASSERT_TRUE(load_ontology(ontology_files(ENTENTE_ONTOLOGY_DIR), again, loaded, errors));
  ASSERT_TRUE(load_ontology(ontology_files(ENTENTE_ONTOLOGY_DIR), read, errors));
  ASSERT_EQ(loaded.entries.size(), read.entries.size());
  for (std::size_t i = 0; i < read.entries.size(); ++i) EXPECT_EQ(loaded.entries[i].examples, read.entries[i].examples);
  EXPECT_EQ(loaded.actor_by_iri, read.actor_by_iri);
  EXPECT_EQ(loaded.relation_by_iri, read.relation_by_iri);
  EXPECT_EQ(loaded.role_by_iri, read.role_by_iri);
}

TEST_F(CompiledOntology, GivesWayToAnEditedFile) {
  write(file_, turtle("Exemplie"));
  EXPECT_EQ(name_loaded(), "Exemplie");
}

TEST_F(CompiledOntology, GivesWayWhereItIsDamaged) {
  std::string bytes(fs::file_size(compiled_), 0);
  std::ifstream(compiled_, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, bytes.size() / 2, bytes.size() - 1}) {
    write(compiled_, bytes.substr(0, size));
    EXPECT_EQ(name_loaded(), "Examplie");
  }
  bytes[bytes.size() / 2] ^= 1;
  write(compiled_, bytes);
  EXPECT_EQ(name_loaded(), "Examplie");
}

TEST_F(CompiledOntology, IsNotMadeOfMistakes) {
  write(file_, "act:Examplia a ent:State .");
  std::vector<Error> errors;
  EXPECT_FALSE(compile_ontology({file_}, folder_ / "none", errors));
  EXPECT_FALSE(errors.empty());
  EXPECT_FALSE(fs::exists(folder_ / "none"));
}

}  // namespace
}  // namespace entente
