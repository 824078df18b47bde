#pragma once

#include <string>

#include "content_hash.hpp"
#include "entente/export/writer.hpp"
#include "output_buffer.hpp"

namespace entente {

/// Writes JSON Lines: an object for each claim, quotation and mention, for scripts and for scoring.
/// IRIs say who an actor is; labels (`subjectLabel`, `speakerLabel`, `label` …) say how this very document calls it
/// (ActorNode::name), or, where it does not, how the ontology does. The RDF formats have the ontology's labels.
class ClaimsWriter final : public ExtractionWriter {
 public:
  ClaimsWriter(const WriterOptions& options, ByteSink& sink) : output_(sink), base_(options.base) {}

  Result<Done> write(const Extraction& extraction) override;
  Result<Done> finish() override;

 private:
  OutputBuffer output_;
  std::string base_;
  ContentHash hash_;
};

}  // namespace entente
