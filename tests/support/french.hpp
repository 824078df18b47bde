#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "entente/extract/document.hpp"
#include "entente/extract/extractor.hpp"
#include "entente/ontology/date.hpp"
#include "tests/support/golden.hpp"

namespace entente {

/// The French of the program, loaded once for all tests.
inline const std::shared_ptr<const Language>& french() {
  struct French {
    French() : morphology(Morphology::open(ENTENTE_MORPHOLOGY_FILE)) {
      std::vector<Error> errors;
      if (!load_ontology(ontology_files(ENTENTE_ONTOLOGY_DIR), ontology, errors))
        throw std::runtime_error(to_string(errors.front()));
      if (!morphology.ok()) throw std::runtime_error(to_string(morphology.error()));
      language = make_language(ontology, *morphology, "fr");
    }
    Ontology ontology;
    Result<Morphology> morphology;
    std::shared_ptr<const Language> language;
  };
  static const French data;
  return data.language;
}

/// The input of a golden case. It may begin with the day on which it was published: a line such as "# 2024-11-30".
inline Document read_case(const std::string& stage, const std::string& name) {
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

}  // namespace entente
