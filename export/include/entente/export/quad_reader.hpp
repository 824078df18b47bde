#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "entente/export/format.hpp"
#include "entente/export/quad.hpp"
#include "entente/ontology/result.hpp"

namespace entente {

/// Where bytes come from. Implemented by the program over files and standard input.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills `buffer` with up to `size` bytes and says how many: 0 at the end. Fails with Error::Kind::io.
  virtual Result<std::size_t> read(char* buffer, std::size_t size) = 0;
};

/// What is wrong at one place of what is read, and how the place looks.
struct ReadMistake {
  Error error;            ///< Error::Kind::syntax or value; line, and column in code points
  std::string excerpt;    ///< the line, or up to some hundred bytes of it around the place; no line break in it
  std::size_t caret = 0;  ///< code points of `excerpt` before the place
};

struct QuadReaderOptions {
  std::string source;  ///< name of the input, for mistakes
  std::string base;    ///< absolute IRI against which relative ones are resolved; empty: they are mistakes
  /// Before the labels of all blank nodes. Labels of inputs that are read with different prefixes, of which none begins
  /// another, never meet. Must be the beginning of a label: letters, digits, "_" and "-".
  std::string blank_prefix;
  bool skips_mistakes = false;  ///< goes on behind a statement that is not right; else reading ends at the first mistake
  std::function<void(const ReadMistake&)> on_mistake;  ///< may be empty
  std::string context;  ///< of JSON-LD without one of its own, or that names one by an IRI: the text of `context.jsonld`
};

struct ReadCount {
  std::uint64_t quads = 0;     ///< that went to the sink
  std::uint64_t mistakes = 0;  ///< at most one where mistakes are not skipped
};

/// Reads RDF 1.1 Turtle, TriG, N-Triples or N-Quads, or JSON-LD 1.1 (see HACKING.md for the part of it), and hands on quad by
/// quad. Memory is bounded by the longest term and the deepest nesting, whatever the size of the input; in JSON-LD, by the
/// largest node of "@graph". UTF-8, with or without byte order mark. All that reaches the sink is well-formed: absolute IRIs
/// without the characters that IRIREF excludes, language tags in lower case, labels of blank nodes that Turtle can write.
///
/// Reading ends early where `sink` says that it takes no more. When mistakes are skipped, nothing of a Turtle statement (up to
/// its ".") with a mistake in it goes to the sink. Fails with Error::Kind::io where `source` does, with
/// Error::Kind::usage where the format cannot be read. Mistakes are no failure: they are counted and told.
Result<ReadCount> read_quads(Format format, ByteSource& source, const QuadReaderOptions& options, QuadSink& sink);

}  // namespace entente
