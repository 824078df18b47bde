#pragma once

#include <cstdint>
#include <functional>

#include "entente/export/quad.hpp"
#include "entente/export/writer.hpp"
#include "entente/ontology/claim.hpp"
#include "entente/ontology/ontology.hpp"

namespace entente {

struct Identities;

/// Whether quads carry the graph of their document.
enum class Graphs : bool { none, per_document };

/// Says in RDF what extractions hold: the actors, the document, its claims, its quotations, and the plain triples.
/// All IRIs are functions of content, no node is blank, and every actor that is named is described, with all actors that it
/// links to. Each document is complete by itself.
class Describer {
 public:
  /// Uses base, language and min_confidence of `options`. `ontology` must outlive the describer.
  Describer(const Ontology& ontology, const WriterOptions& options, Graphs graphs);

  /// Takes a hash of what the block that just ended describes: an actor, and how.
  using ActorHandler = std::function<void(std::uint64_t content)>;

  /// Hands the quads of one document to `sink`, subject by subject, and ends the block. Without graphs, each actor is a block of
  /// its own, before the document's: where many documents are put together, it needs to be there but once.
  Result<Done> describe(const Extraction& extraction, QuadSink& sink, const ActorHandler& after_actor = {}) const;
  /// The same, with names that are known.
  Result<Done> describe(const Extraction& extraction, const Identities& names, QuadSink& sink,
                        const ActorHandler& after_actor) const;

 private:
  const Ontology& ontology_;
  WriterOptions options_;
  Graphs graphs_;
};

}  // namespace entente
