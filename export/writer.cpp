#include "entente/export/writer.hpp"

#include <array>
#include <cassert>
#include <utility>

#include "entente/export/rendering.hpp"

namespace entente {
namespace {

/// Renders and writes one document after the other.
class DirectWriter final : public ExtractionWriter {
 public:
  DirectWriter(Format format, const Ontology& ontology, const WriterOptions& options, std::span<ByteSink* const> sinks)
      : formats_{ExtractionFormat::create(format, ontology, options)},
        renderer_(formats_, options.base),
        writer_(formats_[0]->make_writer(sinks)) {}

  Result<Done> write(const Extraction& extraction) override {
    return writer_->append(std::move(renderer_.render(extraction)[0]));
  }
  Result<Done> finish() override { return writer_->finish(); }

 private:
  std::array<std::unique_ptr<ExtractionFormat>, 1> formats_;
  DocumentRenderer renderer_;
  std::unique_ptr<FragmentWriter> writer_;
};

}  // namespace

std::unique_ptr<ExtractionWriter> make_writer(Format format, const Ontology& ontology, const WriterOptions& options,
                                              std::span<ByteSink* const> sinks) {
  assert(sinks.size() == files_of(format_info(format)).size());
  return std::make_unique<DirectWriter>(format, ontology, options, sinks);
}

std::unique_ptr<ExtractionWriter> make_writer(Format format, const Ontology& ontology, const WriterOptions& options,
                                              ByteSink& sink) {
  return make_writer(format, ontology, options, std::array{&sink});
}

}  // namespace entente
