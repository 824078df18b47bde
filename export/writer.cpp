#include "entente/export/writer.hpp"

#include <array>
#include <cassert>
#include <utility>

#include "claims_writer.hpp"
#include "content_hash.hpp"
#include "entente/export/describe.hpp"
#include "entente/export/quad_writer.hpp"
#include "graph/network_formats.hpp"
#include "graph/relation_network.hpp"

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

/// Gathers who is related to whom and writes that as a network at the end.
class RelationNetworkWriter final : public ExtractionWriter {
 public:
  RelationNetworkWriter(const Ontology& ontology, const WriterOptions& options, std::unique_ptr<NetworkWriter> network)
      : ontology_(ontology),
        base_(options.base),
        language_(options.language),
        graph_(ontology, options.language, options.graph),
        network_(std::move(network)) {}

  Result<Done> write(const Extraction& extraction) override {
    graph_.add(extraction, identify(extraction, base_, hash_));
    return Done{};
  }
  Result<Done> finish() override { return write_network(graph_, ontology_, language_, *network_); }

 private:
  const Ontology& ontology_;
  std::string base_;
  std::string language_;
  ContentHash hash_;
  RelationGraph graph_;
  std::unique_ptr<NetworkWriter> network_;
};

}  // namespace

std::unique_ptr<ExtractionWriter> make_writer(Format format, const Ontology& ontology, const WriterOptions& options,
                                              std::span<ByteSink* const> sinks) {
  assert(sinks.size() == files_of(format_info(format)).size());
  if (auto network = make_network_writer(format, sinks)) {
    return std::make_unique<RelationNetworkWriter>(ontology, options, std::move(network));
  }
  if (format == Format::claims) return std::make_unique<ClaimsWriter>(options, *sinks[0]);
  const auto graphs = format_info(format).has_graphs ? Graphs::per_document : Graphs::none;
  return std::make_unique<RdfWriter>(Describer(ontology, options, graphs), make_quad_writer(format, options, *sinks[0]));
}

std::unique_ptr<ExtractionWriter> make_writer(Format format, const Ontology& ontology, const WriterOptions& options,
                                              ByteSink& sink) {
  return make_writer(format, ontology, options, std::array{&sink});
}

}  // namespace entente
