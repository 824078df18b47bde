#pragma once

#include <memory>
#include <string>

#include "entente/extract/document.hpp"
#include "entente/extract/morphology.hpp"
#include "entente/ontology/claim.hpp"
#include "entente/ontology/ontology.hpp"

namespace entente {

class Language;

/// A language made ready for reading: compiled once from the ontology and the dictionary, shared between threads.
/// Both must outlive it.
std::shared_ptr<const Language> make_language(const Ontology& ontology, const Morphology& morphology, std::string_view tag);

/// Reads documents and writes down what they say. Slow to make, quick to use: keep one per thread, since its buffers are
/// used again for every document.
class Extractor {
 public:
  explicit Extractor(std::shared_ptr<const Language> language);
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;

  /// All that `document` says, into `out` (whose old content goes). Deterministic; linear in the text's length. Texts beyond
  /// 256 KiB are read section by section, so that memory stays bounded: who was named before stays known, while pronouns and
  /// quotations do not reach over the border.
  void extract(const Document& document, Extraction& out);

  /// The same, told stage by stage for the authors of lexicons: tokens, readings, phrases, clauses, referents, claims
  /// with their reasons, quotations. Appended to `out`.
  void explain(const Document& document, std::string& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente
