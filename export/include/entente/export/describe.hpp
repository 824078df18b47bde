#pragma once

#include <string>
#include <unordered_set>

#include "entente/export/quad.hpp"
#include "entente/export/writer.hpp"
#include "entente/ontology/claim.hpp"
#include "entente/ontology/ontology.hpp"

namespace entente {

/// Whether quads carry the graph of their document.
enum class Graphs : bool { none, per_document };

/// Says in RDF what extractions hold: the actors, the document, its claims, its quotations, and the plain triples.
/// All IRIs are functions of content, no node is blank, and every actor that is named is described, with all actors that it
/// links to. With graphs each document is complete by itself; without, an actor is described once in a Describer's life.
class Describer {
 public:
  /// Uses base, language and min_confidence of `options`. `ontology` must outlive the describer.
  Describer(const Ontology& ontology, const WriterOptions& options, Graphs graphs);

  /// Hands the quads of one document to `sink`, subject by subject, and ends the block.
  Result<Done> describe(const Extraction& extraction, QuadSink& sink);

 private:
  const Ontology& ontology_;
  WriterOptions options_;
  Graphs graphs_;
  std::unordered_set<std::string> described_;  ///< actors written so far, by IRI, class and label; unused with graphs
};

}  // namespace entente
