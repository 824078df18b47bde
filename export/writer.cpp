#include "entente/export/writer.hpp"

#include <utility>

#include "claims_writer.hpp"
#include "entente/export/describe.hpp"
#include "entente/export/quad_writer.hpp"
#include "gexf_writer.hpp"

namespace entente {
namespace {

/// Describes extractions as quads and writes these.
class RdfWriter final : public ExtractionWriter {
 public:
  RdfWriter(Describer describer, std::unique_ptr<QuadSink> quads) : describer_(std::move(describer)), quads_(std::move(quads)) {}

  Result<Done> write(const Extraction& extraction) override { return describer_.describe(extraction, *quads_); }
  Result<Done> finish() override { return quads_->finish(); }

 private:
  Describer describer_;
  std::unique_ptr<QuadSink> quads_;
};

}  // namespace

std::unique_ptr<ExtractionWriter> make_writer(Format format, const Ontology& ontology, const WriterOptions& options,
                                              ByteSink& sink) {
  if (format == Format::gexf) return std::make_unique<GexfWriter>(ontology, options, sink);
  if (format == Format::claims) return std::make_unique<ClaimsWriter>(options, sink);
  const auto graphs = format_info(format).has_graphs ? Graphs::per_document : Graphs::none;
  return std::make_unique<RdfWriter>(Describer(ontology, options, graphs), make_quad_writer(format, options, sink));
}

}  // namespace entente
