#include "entente/extract/extractor.hpp"

#include "extract/explain/explain.hpp"
#include "extract/pipeline.hpp"

namespace entente {

struct Extractor::State {
  explicit State(std::shared_ptr<const Language> the_language) : language(std::move(the_language)), pipeline(*language) {}
  std::shared_ptr<const Language> language;
  Pipeline pipeline;
};

std::shared_ptr<const Language> make_language(const Ontology& ontology, const Morphology& morphology, std::string_view tag) {
  return std::make_shared<const Language>(ontology, morphology, tag);
}

Extractor::Extractor(std::shared_ptr<const Language> language) : state_(std::make_unique<State>(std::move(language))) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

void Extractor::extract(const Document& document, Extraction& out) {
  state_->pipeline.run(document);
  assemble(document, state_->pipeline, out);
}

void Extractor::explain(const Document& document, std::string& out) {
  Extraction extraction;
  state_->pipeline.explains = true;
  extract(document, extraction);
  state_->pipeline.explains = false;
  explain_stages(document, state_->pipeline, extraction, out);
}

}  // namespace entente
