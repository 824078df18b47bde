#pragma once

#include <memory>
#include <span>

#include "entente/export/format.hpp"
#include "entente/export/quad.hpp"
#include "entente/export/writer.hpp"

namespace entente {

/// Gathers quads and writes them as a network at the end, in a graph format (GEXF, GraphML, CSV): claims and quotations, where
/// there are any, as `make_writer` writes those of extractions, with the options of `options.graph`; but an actor counts as
/// mentioned once in each document that mentions it. Any other RDF is written in general form: resources as nodes, links as
/// edges, literals as attributes. Names of graphs are left out. Memory grows with the statements.
///
/// Null for a format that is no graph format. `sinks` are as many as the format has files; they and `ontology`, which labels
/// relations and rolls forces up, must outlive the sink.
std::unique_ptr<QuadSink> make_network_sink(Format format, const Ontology& ontology, const WriterOptions& options,
                                            std::span<ByteSink* const> sinks);

}  // namespace entente
