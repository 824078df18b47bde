#pragma once

#include <string>

#include "statement_reader.hpp"

namespace entente {

/// Reads N-Triples and N-Quads (RDF 1.1). Terms go to the sink as views of the input where nothing in them is escaped.
class LineReader final : StatementReader {
 public:
  LineReader(ByteSource& source, bool with_graphs, const QuadReaderOptions& options, QuadSink& sink)
      : StatementReader(source, options, sink), with_graphs_(with_graphs) {}

  Result<ReadCount> read();

 private:
  struct Storage {
    std::string text;
    std::string extra;  ///< datatype or language
  };

  bool statement();
  bool scan_statement();
  bool scan_subject();
  bool scan_object();
  bool scan_literal();
  bool scan_graph();
  bool scan_end();
  bool scan_iri(std::string_view& iri, std::string& storage);
  bool scan_blank(TermView& term, std::string& storage);
  void skip_blanks();
  void skip_line();

  bool with_graphs_;
  QuadView quad_;
  Storage subject_, predicate_, object_, graph_;
};

}  // namespace entente
