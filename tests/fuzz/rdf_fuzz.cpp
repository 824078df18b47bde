// Any bytes as RDF in one format (FUZZED_FORMAT): statements and mistakes do not depend on the pieces in which they come, and
// what was read is the same after it was written in any format and read again.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "../support/byte_streams.hpp"
#include "entente/export/network_sink.hpp"
#include "entente/export/quad_writer.hpp"
#include "support/formats.hpp"

namespace {

using namespace entente;
using namespace entente::fuzz;

struct Reading {
  QuadSet quads;
  std::string told;  ///< mistakes and counts
  std::uint64_t mistakes = 0;
};

QuadReaderOptions reader_options(bool skips_mistakes) {
  QuadReaderOptions options;
  options.source = "input";
  options.base = "http://base.example/folder/file?query";
  options.skips_mistakes = skips_mistakes;
  options.context = context();
  return options;
}

Reading read(std::string_view bytes, std::size_t piece, bool skips_mistakes) {
  Reading reading;
  Pieces source(bytes, piece);
  auto options = reader_options(skips_mistakes);
  options.on_mistake = [&](const ReadMistake& mistake) {
    const std::string told = to_string(mistake.error);
    reading.told += told.substr(0, told.find(", found")) + '\n';  // of what was found, as much is told as has come
  };
  const auto count = read_quads(Format::FUZZED_FORMAT, source, options, reading.quads);
  reading.told += count ? std::to_string(count->quads) : to_string(count.error());
  reading.mistakes = count ? count->mistakes : 1;
  return reading;
}

/// Takes the names of graphs away, for formats that cannot say them.
class WithoutGraphs final : public QuadSink {
 public:
  explicit WithoutGraphs(QuadSink& sink) : sink_(sink) {}
  void quad(const QuadView& quad) override { sink_.quad({quad.subject, quad.predicate, quad.object, {}}); }
  void prefix(std::string_view name, std::string_view iri) override { sink_.prefix(name, iri); }
  Result<Done> end_block() override { return sink_.end_block(); }
  Result<Done> finish() override { return sink_.finish(); }

 private:
  QuadSink& sink_;
};

/// Reads into a writer, as `entente convert` does.
std::string convert(std::string_view bytes, QuadSink& writer, const StringSink& written) {
  Pieces source(bytes, whole);
  require(read_quads(Format::FUZZED_FORMAT, source, reader_options(false), writer).ok(), "what was read can be read again");
  require(writer.finish().ok(), "what was read can be written");
  return written.text;
}

std::string convert(std::string_view bytes, Format format, bool is_expanded) {
  RdfWriterOptions options;
  options.context = context();
  options.is_expanded = is_expanded;
  StringSink sink;
  const auto writer = make_rdf_writer(format, options, sink);
  WithoutGraphs merged(*writer);
  return convert(bytes, format_info(format).names_graphs ? *writer : merged, sink);
}

void require_networks(std::string_view bytes) {
  static const Ontology ontology;
  for (const Format format : {Format::gexf, Format::graphml}) {
    StringSink sink;
    std::vector<ByteSink*> sinks = {&sink};
    require_xml(convert(bytes, *make_network_sink(format, ontology, {}, sinks), sink));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  for (const bool skips_mistakes : {false, true}) {
    const Reading at_once = read(input, whole, skips_mistakes);
    for (const std::size_t piece : small_pieces) {
      const Reading in_pieces = read(input, piece, skips_mistakes);
      require_same(at_once.told, in_pieces.told, "pieces do not matter to what is told");
      require_same(at_once.quads.text(), in_pieces.quads.text(), "pieces do not matter");
    }
  }
  const Reading reading = read(input, whole, false);
  if (reading.mistakes > 0) return 0;
  // Turtle has no way to say an IRI with dot segments: its readers take them out.
  if (reading.quads.text().find("/.") != std::string::npos) return 0;
  for (const Format format : rdf_formats) {
    const QuadSet expected = format_info(format).names_graphs ? reading.quads : reading.quads.without_graphs();
    const auto written = convert(input, format, false);
    require_same(expected.text(), read_back(format, written).text(),
                 format_info(format).label.data() + (" says the same:\n" + written));
  }
  const auto expanded = convert(input, Format::json_ld, true);
  require_same(reading.quads.text(), read_back(Format::json_ld, expanded).text(), "expanded JSON-LD says the same:\n" + expanded);
  require_networks(input);
  return 0;
}
