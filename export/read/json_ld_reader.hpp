#pragma once

#include "entente/export/quad_reader.hpp"

namespace entente {

/// Reads JSON-LD 1.1: one node of "@graph", or of an array at the top, at a time, if "@context" and "@id" come before it; what
/// else there is at the top is kept to the end.
Result<ReadCount> read_json_ld(ByteSource& source, const QuadReaderOptions& options, QuadSink& sink);

}  // namespace entente
