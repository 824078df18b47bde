// A program of somebody else's, built against the installed library.
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "entente/export/writer.hpp"
#include "entente/extract/extractor.hpp"
#include "entente/extract/morphology.hpp"
#include "entente/ontology/ontology.hpp"

namespace {

class StandardOutput final : public entente::ByteSink {
 public:
  entente::Result<entente::Done> write(std::string_view bytes) override {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    return entente::Done{};
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path data = argv[1];
  entente::Ontology ontology;
  std::vector<entente::Error> errors;
  if (!entente::load_ontology(entente::ontology_files(data / "ontology"), ontology, errors)) return 1;
  const auto morphology = entente::Morphology::open(data / "morphology" / "fr.morph");
  if (!morphology) return 1;

  entente::Document document;
  document.info.id = "note";
  document.info.language = "fr";
  document.text = "La Russie soutient la Syrie.";
  entente::Extraction extraction;
  entente::Extractor(entente::make_language(ontology, *morphology, "fr")).extract(document, extraction);

  StandardOutput sink;
  const auto writer = entente::make_writer(entente::Format::n_quads, ontology, {}, sink);
  return writer->write(extraction).ok() && writer->finish().ok() ? 0 : 1;
}
