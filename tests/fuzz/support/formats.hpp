#pragma once

#include <libxml/parser.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "entente/export/quad_reader.hpp"
#include "pieces.hpp"
#include "quad_set.hpp"
#include "require.hpp"

/// What is written, read again.
namespace entente::fuzz {

inline constexpr Format rdf_formats[] = {Format::turtle, Format::trig, Format::n_triples, Format::n_quads, Format::json_ld};

inline const std::string& context() {
  static const std::string text = [] {
    std::ifstream in(std::filesystem::path(ENTENTE_ONTOLOGY_DIR) / "context.jsonld", std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), {}};
  }();
  return text;
}

/// The statements of what one of our writers wrote, in which there must be no mistake.
inline QuadSet read_back(Format format, const std::string& text) {
  QuadReaderOptions options;
  options.context = context();
  options.on_mistake = [&](const ReadMistake& mistake) {
    require_same(text, to_string(mistake.error), "what is written has no mistake");
  };
  Pieces source(text, whole);
  QuadSet quads;
  require(read_quads(format, source, options, quads).ok(), "what is written can be read");
  return quads;
}

inline void require_xml(const std::string& text) {
  xmlDoc* document = xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
  if (document == nullptr) require_same(text, "", "XML is well-formed");
  xmlFreeDoc(document);
}

/// Lines of JSON, each an object.
inline void require_json_lines(const std::string& text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    require(end != std::string::npos, "each line of JSON has its end");
    const auto json = nlohmann::json::parse(text.substr(begin, end - begin), nullptr, false);
    require(json.is_object(), "each line is an object of JSON");
    begin = end + 1;
  }
}

/// RFC 4180: every row has as many fields as the first.
inline void require_csv(const std::string& text) {
  std::size_t fields = 1, expected = 0;
  bool is_quoted = false;
  for (const char c : text) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (c == ',') ++fields;
    if (c != '\n') continue;
    if (expected == 0) expected = fields;
    require(fields == expected, "rows of CSV have as many fields as its head");
    fields = 1;
  }
  require(!is_quoted, "quotation marks of CSV are closed");
}

}  // namespace entente::fuzz
