#pragma once

#include <memory>
#include <vector>

#include "entente/extract/extractor.hpp"
#include "require.hpp"

namespace entente::fuzz {

/// All that the program knows, loaded once.
struct Knowledge {
  Ontology ontology;
  std::vector<Morphology> morphology;  ///< one
  std::shared_ptr<const Language> language;
};

inline const Knowledge& knowledge() {
  static const Knowledge* const loaded = [] {
    auto* made = new Knowledge;  // stays until the program ends
    std::vector<Error> errors;
    require(load_ontology(ontology_files(ENTENTE_ONTOLOGY_DIR), ENTENTE_ONTOLOGY_FILE, made->ontology, errors),
            "the ontology loads");
    auto morphology = Morphology::open(ENTENTE_MORPHOLOGY_FILE);
    require(morphology.ok(), "the dictionary loads");
    made->morphology.push_back(std::move(*morphology));
    made->language = make_language(made->ontology, made->morphology.front(), "fr");
    return made;
  }();
  return *loaded;
}

}  // namespace entente::fuzz
