#pragma once

#include <memory>
#include <string>
#include <string_view>

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

struct WriterOptions {
  std::string base = "https://w3id.org/entente/";  ///< of documents, claims, quotations, discovered actors; ends in '/' or '#'
  std::string language = "fr";                     ///< of labels where the format holds just one (GEXF, claims)
  double min_confidence = 0.5;                     ///< below, a claim stays a claim: no plain triple is stated
  std::string context;                             ///< of JSON-LD: the text of `context.jsonld`, an object with "@context"; where
                                                   ///< empty, terms are written as compact IRIs
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

/// A writer of `format` onto `sink`. `ontology` gives labels, classes and links of the actors that occur; both must
/// outlive the writer.
std::unique_ptr<ExtractionWriter> make_writer(Format format, const Ontology& ontology, const WriterOptions& options,
                                              ByteSink& sink);

}  // namespace entente
