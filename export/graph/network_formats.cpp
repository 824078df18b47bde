#include "network_formats.hpp"

#include "csv_writer.hpp"
#include "gexf_writer.hpp"
#include "graphml_writer.hpp"

namespace entente {

std::unique_ptr<NetworkWriter> make_network_writer(Format format, std::span<ByteSink* const> sinks) {
  if (format == Format::gexf) return std::make_unique<GexfWriter>(*sinks[0]);
  if (format == Format::graphml) return std::make_unique<GraphMlWriter>(*sinks[0]);
  if (format == Format::csv) return std::make_unique<CsvWriter>(*sinks[0], *sinks[1]);
  return nullptr;
}

}  // namespace entente
