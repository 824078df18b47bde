#include "entente/extract/extractor.hpp"

#include "extract/explain/explain.hpp"
#include "extract/pipeline.hpp"
#include "extract/text/sections.hpp"

namespace entente {

struct Extractor::State {
  explicit State(std::shared_ptr<const Language> the_language) : language(std::move(the_language)), pipeline(*language) {}

  /// Reads section by section, each of at most `longest` bytes.
  void extract(const Document& document, std::size_t longest, Extraction& out);

  std::shared_ptr<const Language> language;
  Pipeline pipeline;
};

void Extractor::State::extract(const Document& document, std::size_t longest, Extraction& out) {
  std::vector<ActorIndex> actors;
  SectionPlace place;
  out = {};
  do {
    const std::string_view rest = std::string_view(document.text).substr(place.byte);
    const std::string_view section = rest.substr(0, first_section(rest, longest));
    pipeline.run(document, section, place.byte == 0);
    assemble(document, pipeline, place, actors, out);
    place.code_point += pipeline.code_points.at(static_cast<std::uint32_t>(section.size()));
    place.byte += static_cast<std::uint32_t>(section.size());
  } while (place.byte < document.text.size());
}

std::shared_ptr<const Language> make_language(const Ontology& ontology, const Morphology& morphology, std::string_view tag) {
  return std::make_shared<const Language>(ontology, morphology, tag);
}

Extractor::Extractor(std::shared_ptr<const Language> language) : state_(std::make_unique<State>(std::move(language))) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

void Extractor::extract(const Document& document, Extraction& out) { state_->extract(document, longest_section, out); }

void Extractor::explain(const Document& document, std::string& out) {
  Extraction extraction;
  state_->pipeline.explains = true;
  state_->extract(document, document.text.size(), extraction);  // as one, since its stages are told afterwards
  state_->pipeline.explains = false;
  explain_stages(document, state_->pipeline, extraction, out);
}

}  // namespace entente
