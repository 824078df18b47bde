#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "entente/extract/extractor.hpp"
#include "entente/extract/morphology.hpp"
#include "entente/ontology/ontology.hpp"

namespace entente::cli {

/// What the user says of ontology and language on the command line.
struct KnowledgeOptions {
  std::vector<std::string> ontology;  ///< Turtle files, or folders of them, beside those that come with the program
  std::string language = "fr";
};

/// The Turtle files that come with the program, then the user's: each file as given, each folder as all in it.
std::vector<std::filesystem::path> knowledge_files(const std::filesystem::path& data, const std::vector<std::string>& user);

/// Fails with Error::Kind::usage where there is no dictionary and lexicon for the language, and names those that there are.
Result<Done> check_language(const std::string& language);

/// All that the program knows before it reads: ontology, dictionary, and the language made of both.
class Knowledge {
 public:
  /// Tells the user every mistake; null if there is any.
  static std::unique_ptr<Knowledge> load(const KnowledgeOptions& options);

  [[nodiscard]] const Ontology& ontology() const { return ontology_; }
  [[nodiscard]] const std::shared_ptr<const Language>& language() const { return language_; }
  /// The text of context.jsonld.
  [[nodiscard]] const std::string& context() const { return context_; }

 private:
  Knowledge() = default;

  Ontology ontology_;
  std::optional<Morphology> morphology_;
  std::shared_ptr<const Language> language_;
  std::string context_;
};

}  // namespace entente::cli
