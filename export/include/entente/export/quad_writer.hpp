#pragma once

#include <memory>

#include "entente/export/format.hpp"
#include "entente/export/quad.hpp"
#include "entente/export/writer.hpp"

namespace entente {

/// A writer of quads in an RDF format: turtle, trig, n_triples, n_quads or json_ld. Formats without graphs leave them out.
/// Turtle, TriG and JSON-LD keep together what arrives together: subjects that come in one run make one statement block.
/// Nothing for a format that holds no RDF. `sink` must outlive the writer.
std::unique_ptr<QuadSink> make_quad_writer(Format format, const WriterOptions& options, ByteSink& sink);

}  // namespace entente
