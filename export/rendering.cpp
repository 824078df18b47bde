#include "entente/export/rendering.hpp"

#include <optional>
#include <utility>

#include "block_writer.hpp"
#include "claims_renderer.hpp"
#include "content_hash.hpp"
#include "entente/export/describe.hpp"
#include "graph/document_relations.hpp"
#include "graph/network_formats.hpp"
#include "graph/relation_graph.hpp"
#include "graph/relation_network.hpp"
#include "identity.hpp"
#include "text_writer.hpp"

namespace entente {
namespace {

/// Appends to the bytes of a fragment.
class FragmentSink final : public ByteSink {
 public:
  void aim_at(std::string& bytes) { bytes_ = &bytes; }
  Result<Done> write(std::string_view bytes) override {
    bytes_->append(bytes);
    return Done{};
  }

 private:
  std::string* bytes_ = nullptr;
};

/// Describes extractions as quads and puts these into bytes.
class RdfRenderer final : public FragmentRenderer {
 public:
  RdfRenderer(Format format, const Ontology& ontology, const WriterOptions& options)
      : describer_(ontology, options, format_info(format).has_graphs ? Graphs::per_document : Graphs::none),
        quads_(make_block_writer(format, options, sink_)) {}

  void render(const Extraction& extraction, const Identities& names, Fragment& out) override {
    sink_.aim_at(out.bytes);
    const auto note = [&](std::uint64_t content) { out.descriptions.push_back({content, out.bytes.size()}); };
    (void)describer_.describe(extraction, names, *quads_, note);  // memory does not fail
  }

 private:
  FragmentSink sink_;
  Describer describer_;
  std::unique_ptr<QuadSink> quads_;
};

class RelationRenderer final : public FragmentRenderer {
 public:
  RelationRenderer(const Ontology& ontology, const WriterOptions& options)
      : relations_(ontology, options.language, options.graph) {}

  void render(const Extraction& extraction, const Identities& names, Fragment& out) override {
    out.network = std::make_unique<RelationCounts>(relations_.count(extraction, names));
  }

 private:
  DocumentRelations relations_;
};

/// Adds up who is related to whom and writes that as a network at the end.
class RelationNetworkWriter final : public FragmentWriter {
 public:
  RelationNetworkWriter(const Ontology& ontology, const WriterOptions& options, std::unique_ptr<NetworkWriter> network)
      : ontology_(ontology), language_(options.language), graph_(options.graph), network_(std::move(network)) {}

  Result<Done> append(Fragment&& fragment) override {
    graph_.add(std::move(*fragment.network));
    return Done{};
  }
  Result<Done> finish() override { return write_network(graph_, ontology_, language_, *network_); }

 private:
  const Ontology& ontology_;
  std::string language_;
  RelationGraph graph_;
  std::unique_ptr<NetworkWriter> network_;
};

/// Stands in for a writer that cannot be made.
class RefusingWriter final : public FragmentWriter {
 public:
  explicit RefusingWriter(Error error) : error_(std::move(error)) {}
  Result<Done> append(Fragment&&) override { return error_; }
  Result<Done> finish() override { return error_; }

 private:
  Error error_;
};

class RdfFormat final : public ExtractionFormat {
 public:
  RdfFormat(Format format, const Ontology& ontology, const WriterOptions& options)
      : format_(format), ontology_(ontology), options_(options), frame_(frame_text(format, options)) {}

  [[nodiscard]] std::unique_ptr<FragmentRenderer> make_renderer() const override {
    return std::make_unique<RdfRenderer>(format_, ontology_, options_);
  }
  [[nodiscard]] std::unique_ptr<FragmentWriter> make_writer(std::span<ByteSink* const> sinks) const override {
    if (!frame_) return std::make_unique<RefusingWriter>(frame_.error());
    return std::make_unique<TextWriter>(*sinks[0], *frame_);
  }

 private:
  Format format_;
  const Ontology& ontology_;
  WriterOptions options_;
  Result<FrameText> frame_;
};

class ClaimsFormat final : public ExtractionFormat {
 public:
  [[nodiscard]] std::unique_ptr<FragmentRenderer> make_renderer() const override { return std::make_unique<ClaimsRenderer>(); }
  [[nodiscard]] std::unique_ptr<FragmentWriter> make_writer(std::span<ByteSink* const> sinks) const override {
    return std::make_unique<TextWriter>(*sinks[0], frame_);
  }

 private:
  FrameText frame_;
};

class GraphFormat final : public ExtractionFormat {
 public:
  GraphFormat(Format format, const Ontology& ontology, const WriterOptions& options)
      : format_(format), ontology_(ontology), options_(options) {}

  [[nodiscard]] std::unique_ptr<FragmentRenderer> make_renderer() const override {
    return std::make_unique<RelationRenderer>(ontology_, options_);
  }
  [[nodiscard]] std::unique_ptr<FragmentWriter> make_writer(std::span<ByteSink* const> sinks) const override {
    return std::make_unique<RelationNetworkWriter>(ontology_, options_, make_network_writer(format_, sinks));
  }

 private:
  Format format_;
  const Ontology& ontology_;
  WriterOptions options_;
};

}  // namespace

Fragment::Fragment() = default;
Fragment::Fragment(Fragment&&) noexcept = default;
Fragment& Fragment::operator=(Fragment&&) noexcept = default;
Fragment::~Fragment() = default;

std::size_t Fragment::size() const {
  return bytes.capacity() + descriptions.capacity() * sizeof(Description) + (network == nullptr ? 0 : network->bytes());
}

std::unique_ptr<ExtractionFormat> ExtractionFormat::create(Format format, const Ontology& ontology,
                                                           const WriterOptions& options) {
  if (format_info(format).is_rdf) return std::make_unique<RdfFormat>(format, ontology, options);
  if (format == Format::claims) return std::make_unique<ClaimsFormat>();
  return std::make_unique<GraphFormat>(format, ontology, options);
}

struct DocumentRenderer::State {
  std::string base;
  std::vector<std::unique_ptr<FragmentRenderer>> renderers;
  ContentHash hash;
};

DocumentRenderer::DocumentRenderer(std::span<const std::unique_ptr<ExtractionFormat>> formats, std::string base)
    : state_(std::make_unique<State>()) {
  state_->base = std::move(base);
  for (const auto& format : formats) state_->renderers.push_back(format->make_renderer());
}

DocumentRenderer::DocumentRenderer(DocumentRenderer&&) noexcept = default;
DocumentRenderer& DocumentRenderer::operator=(DocumentRenderer&&) noexcept = default;
DocumentRenderer::~DocumentRenderer() = default;

std::vector<Fragment> DocumentRenderer::render(const Extraction& extraction) {
  const auto names = identify(extraction, state_->base, state_->hash);
  std::vector<Fragment> fragments(state_->renderers.size());
  for (std::size_t i = 0; i < fragments.size(); ++i) state_->renderers[i]->render(extraction, names, fragments[i]);
  return fragments;
}

}  // namespace entente
