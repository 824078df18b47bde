#pragma once

#include <memory>
#include <string>

#include "entente/export/format.hpp"
#include "entente/export/quad.hpp"
#include "entente/export/writer.hpp"

namespace entente {

/// A writer of quads in an RDF format: turtle, trig, n_triples, n_quads or json_ld. Formats without graphs leave them out.
/// Turtle, TriG and JSON-LD keep together what arrives together: subjects that come in one run make one statement block.
/// Nothing for a format that holds no RDF. `sink` must outlive the writer.
std::unique_ptr<QuadSink> make_quad_writer(Format format, const WriterOptions& options, ByteSink& sink);

/// All of JSON-LD.
struct RdfWriterOptions {
  std::string context;        ///< the text of `context.jsonld`, an object with "@context"
  bool is_expanded = false;   ///< no context: the form that JSON-LD 1.1 API, 8.3, makes of a dataset
  bool nests_by_iris = true;  ///< as `entente extract` does, where there is one graph without blank nodes
  // Options of that algorithm; only for the expanded form.
  bool has_native_types = false;     ///< numbers and booleans of JSON for those of XML Schema
  bool has_rdf_type = false;         ///< rdf:type is a property like others
  bool has_i18n_directions = false;  ///< datatypes of https://www.w3.org/ns/i18n# as "@direction"
};

/// A writer of quads of any origin in an RDF format, for a reader to write into; see `entente convert` in HACKING.md. Turtle
/// and TriG up to 65,536 statements are laid out as a whole. Nothing for a format that holds no RDF.
std::unique_ptr<QuadSink> make_rdf_writer(Format format, const RdfWriterOptions& options, ByteSink& sink);

/// Hands each quad on to `sink` once, at the end, in the order of the bytes of its canonical N-Quads. Sorts some 64 MB at a time;
/// what is more goes to temporary files. `sink` must outlive it; finishing one finishes the other.
std::unique_ptr<QuadSink> make_duplicate_remover(QuadSink& sink);

}  // namespace entente
