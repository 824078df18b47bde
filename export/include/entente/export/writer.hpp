#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/export/format.hpp"
#include "entente/ontology/claim.hpp"
#include "entente/ontology/ontology.hpp"
#include "entente/ontology/result.hpp"

namespace entente {

/// Where bytes go. Implemented by the program over files and standard output.
class ByteSink {
 public:
  virtual ~ByteSink() = default;
  /// Takes all of `bytes` or fails with Error::Kind::io.
  virtual Result<Done> write(std::string_view bytes) = 0;
};

/// What the weight of an edge counts: its claims; the documents they stand in; or the stories that these tell, of which many
/// documents may carry one.
enum class EdgeWeight : std::uint8_t { claims, documents, stories };

/// What a graph of actors (GEXF, GraphML, CSV) is made of. Quotations count as claims of ent:quotedBy that are positive,
/// asserted and certain. Where any claim is left out, so are the actors without an edge.
struct GraphOptions {
  double min_confidence = 0;           ///< of claims that count
  std::vector<Polarity> polarities;    ///< of claims that count; empty: all
  std::vector<Modality> modalities;    ///< likewise
  std::vector<std::string> relations;  ///< absolute IRIs, likewise
  /// Governments, armed forces and armed groups count as the state on whose behalf they act, by ent:actsFor and ent:partOf;
  /// what is said between two that count as the same is left out.
  bool rolls_up = false;
  EdgeWeight weight = EdgeWeight::claims;
};

/// What is written of an extraction.
enum class Content : std::uint8_t {
  all,
  stories,  ///< in RDF, which document told its story first, where another one did: what no document says by itself
};

struct WriterOptions {
  std::string base = "https://w3id.org/entente/";  ///< of documents, claims, quotations, discovered actors; ends in '/' or '#'
  std::string language = "fr";                     ///< of labels where the format holds just one (GEXF, claims)
  double min_confidence = 0.5;                     ///< below, a claim stays a claim: no plain triple is stated
  std::string context;                             ///< of JSON-LD: the text of `context.jsonld`, an object with "@context"; where
                                                   ///< empty, terms are written as compact IRIs
  GraphOptions graph;                              ///< of GEXF, GraphML and CSV
  Content content = Content::all;                  ///< of RDF
};

/// Writes extractions in one format. One per output; not thread-safe.
class ExtractionWriter {
 public:
  virtual ~ExtractionWriter() = default;
  /// Writes one document (streaming formats) or adds it to what `finish` will write.
  virtual Result<Done> write(const Extraction& extraction) = 0;
  /// Ends the output. Nothing may be written after it.
  virtual Result<Done> finish() = 0;
};

/// A writer of `format` onto `sinks`: one for each file that the format is made of (FormatInfo::files). `ontology` gives labels,
/// classes and links of the actors that occur; it and the sinks must outlive the writer.
std::unique_ptr<ExtractionWriter> make_writer(Format format, const Ontology& ontology, const WriterOptions& options,
                                              std::span<ByteSink* const> sinks);

/// The same for a format that is one file.
std::unique_ptr<ExtractionWriter> make_writer(Format format, const Ontology& ontology, const WriterOptions& options,
                                              ByteSink& sink);

}  // namespace entente
