#pragma once

#include <memory>

#include "entente/export/quad.hpp"
#include "output_buffer.hpp"
#include "prefix_map.hpp"
#include "quad_store.hpp"
#include "turtle_writer.hpp"

namespace entente {

/// Writes Turtle or TriG of any origin. Up to 65,536 statements, or 16 MB of terms, it waits for all of them: then it writes the
/// prefixes that are used, and lays everything out (TurtleLayout). Beyond, what has come is written as it came, and so is
/// what follows, in constant memory: what arrives grouped is grouped, blank nodes have labels, and the prefixes
/// are those that the source declared so far, and those well-known ones that are used so far.
class TurtleDocumentWriter final : public QuadSink {
 public:
  /// `well_known` are used where the source declares no other prefix.
  TurtleDocumentWriter(ByteSink& sink, PrefixMap well_known, bool with_graphs)
      : sink_(sink), well_known_(std::move(well_known)), with_graphs_(with_graphs) {}

  void quad(const QuadView& quad) override;
  void prefix(std::string_view name, std::string_view iri) override;
  [[nodiscard]] bool takes_more() const override { return !stream_ || stream_->takes_more(); }
  Result<Done> end_block() override;
  Result<Done> finish() override;

 private:
  void start_stream();
  [[nodiscard]] PrefixMap all_prefixes() const;
  [[nodiscard]] PrefixMap used_prefixes() const;

  ByteSink& sink_;
  PrefixMap declared_;
  PrefixMap well_known_;
  bool with_graphs_;
  QuadStore waiting_;
  std::unique_ptr<TurtleWriter> stream_;  ///< none while waiting
};

}  // namespace entente
