#include "entente/export/quad_writer.hpp"

#include <string>
#include <utility>

#include "block_writer.hpp"
#include "json_ld_context.hpp"
#include "json_ld_document_writer.hpp"
#include "json_ld_writer.hpp"
#include "n_quads_writer.hpp"
#include "prefix_map.hpp"
#include "terms.hpp"
#include "turtle_document_writer.hpp"
#include "turtle_terms.hpp"
#include "turtle_writer.hpp"
#include "unique_quads.hpp"

namespace entente {
namespace {

PrefixMap prefixes(const WriterOptions& options) {
  PrefixMap map;
  for (const auto& prefix : terms::prefixes) map.add(prefix.name, prefix.iri);
  map.add("lex", std::string(terms::lexicons) + options.language + "/");
  map.add("doc", options.base + "document/");
  map.add("claim", options.base + "claim/");
  map.add("quotation", options.base + "quotation/");
  map.add("actor", options.base + "actor/");
  return map;
}

/// Of what is found in RDF of any origin.
PrefixMap well_known_prefixes() {
  PrefixMap map = prefixes({});
  for (const auto& prefix : terms::other_prefixes) map.add(prefix.name, prefix.iri);
  return map;
}

/// Stands in for a writer that cannot be made.
class RefusingWriter final : public QuadSink {
 public:
  explicit RefusingWriter(Error error) : error_(std::move(error)) {}
  void quad(const QuadView&) override {}
  Result<Done> end_block() override { return error_; }
  Result<Done> finish() override { return error_; }

 private:
  Error error_;
};

Result<JsonLdContext> context_of(const WriterOptions& options) {
  if (options.context.empty()) return JsonLdContext::of_prefixes(prefixes(options));
  return JsonLdContext::parse(options.context);
}

std::unique_ptr<QuadSink> make_json_ld_writer(const WriterOptions& options, ByteSink& sink, FileFrame frame) {
  auto context = context_of(options);
  if (!context) return std::make_unique<RefusingWriter>(context.error());
  return std::make_unique<JsonLdWriter>(sink, std::move(*context), frame);
}

std::unique_ptr<QuadSink> make_writer(Format format, const WriterOptions& options, ByteSink& sink, FileFrame frame) {
  const bool with_graphs = format_info(format).has_graphs;
  switch (format) {
    case Format::turtle:
    case Format::trig:
      return std::make_unique<TurtleWriter>(sink, prefixes(options), with_graphs, frame);
    case Format::n_triples:
    case Format::n_quads:
      return std::make_unique<NQuadsWriter>(sink, with_graphs, frame);
    case Format::json_ld:
      return make_json_ld_writer(options, sink, frame);
    case Format::gexf:
    case Format::graphml:
    case Format::csv:
    case Format::claims:
      return nullptr;
  }
  return nullptr;
}

}  // namespace

std::unique_ptr<QuadSink> make_quad_writer(Format format, const WriterOptions& options, ByteSink& sink) {
  return make_writer(format, options, sink, FileFrame::whole);
}

std::unique_ptr<QuadSink> make_block_writer(Format format, const WriterOptions& options, ByteSink& sink) {
  return make_writer(format, options, sink, FileFrame::blocks);
}

Result<FrameText> frame_text(Format format, const WriterOptions& options) {
  if (format == Format::json_ld) {
    const auto context = context_of(options);
    if (!context) return context.error();
    return JsonLdWriter::frame_text(*context);
  }
  FrameText text;
  if (format == Format::turtle || format == Format::trig) append_prefixes(prefixes(options), text.head);
  return text;
}

std::unique_ptr<QuadSink> make_rdf_writer(Format format, const RdfWriterOptions& options, ByteSink& sink) {
  const auto& info = format_info(format);
  if (format == Format::turtle || format == Format::trig) {
    return std::make_unique<TurtleDocumentWriter>(sink, well_known_prefixes(), info.names_graphs);
  }
  if (format == Format::json_ld) return std::make_unique<JsonLdDocumentWriter>(sink, options);
  return make_quad_writer(format, {}, sink);
}

std::unique_ptr<QuadSink> make_duplicate_remover(QuadSink& sink) { return std::make_unique<UniqueQuads>(sink); }

}  // namespace entente
