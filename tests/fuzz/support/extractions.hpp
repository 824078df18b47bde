#pragma once

#include <string>
#include <vector>

#include "../../support/byte_streams.hpp"
#include "entente/export/writer.hpp"
#include "formats.hpp"

/// What an extraction comes to in every format.
namespace entente::fuzz {

/// The files of one format.
inline std::vector<std::string> write(Format format, const Ontology& ontology, const Extraction& extraction) {
  WriterOptions options;
  options.context = context();
  std::vector<StringSink> files(files_of(format_info(format)).size());
  std::vector<ByteSink*> sinks;
  for (StringSink& file : files) sinks.push_back(&file);
  const auto writer = make_writer(format, ontology, options, sinks);
  require(writer->write(extraction).ok() && writer->finish().ok(), "an extraction can be written");
  std::vector<std::string> texts;
  for (StringSink& file : files) texts.push_back(std::move(file.text));
  return texts;
}

/// That all formats can be read, and those of RDF say the same.
inline void require_formats(const Ontology& ontology, const Extraction& extraction) {
  const auto one = [&](Format format) { return write(format, ontology, extraction).front(); };
  const QuadSet quads = read_back(Format::n_quads, one(Format::n_quads));
  for (const Format format : rdf_formats) {
    const QuadSet read = read_back(format, one(format));
    const bool names_graphs = format_info(format).names_graphs && format_info(format).has_graphs;
    require_same(names_graphs ? quads.text() : quads.without_graphs().text(),
                 names_graphs ? read.text() : read.without_graphs().text(),
                 std::string(format_info(format).label) + " says what N-Quads say");
  }
  require_json_lines(one(Format::claims));
  require_xml(one(Format::gexf));
  require_xml(one(Format::graphml));
  for (const std::string& file : write(Format::csv, ontology, extraction)) require_csv(file);
}

}  // namespace entente::fuzz
