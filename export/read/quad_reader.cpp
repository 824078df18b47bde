#include "entente/export/quad_reader.hpp"

#include "json_ld_reader.hpp"
#include "line_reader.hpp"
#include "turtle_reader.hpp"

namespace entente {

Result<ReadCount> read_quads(Format format, ByteSource& source, const QuadReaderOptions& options, QuadSink& sink) {
  switch (format) {
    case Format::turtle:
      return TurtleReader(source, false, options, sink).read();
    case Format::trig:
      return TurtleReader(source, true, options, sink).read();
    case Format::n_triples:
      return LineReader(source, false, options, sink).read();
    case Format::n_quads:
      return LineReader(source, true, options, sink).read();
    case Format::json_ld:
      return read_json_ld(source, options, sink);
    default:
      break;
  }
  return Error{Error::Kind::usage, options.source, 0, 0,
               "expected a format that can be read, not " + std::string(format_info(format).label)};
}

}  // namespace entente
