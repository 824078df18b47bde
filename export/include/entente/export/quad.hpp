#pragma once

#include <cstdint>
#include <string_view>

#include "entente/ontology/result.hpp"

namespace entente {

enum class TermKind : std::uint8_t { iri, blank, literal };

/// An RDF term (RDF 1.1 Concepts, 3.2 to 3.4) that borrows its text.
struct TermView {
  TermKind kind = TermKind::iri;
  std::string_view text;      ///< absolute IRI, label of a blank node without "_:", or lexical form; valid UTF-8
  std::string_view datatype;  ///< of a literal, an absolute IRI; empty: xsd:string, or rdf:langString where there is a language
  std::string_view language;  ///< of a literal, BCP 47 in lower case; empty where it has none

  static TermView iri(std::string_view text) { return {TermKind::iri, text, {}, {}}; }
  static TermView blank(std::string_view label) { return {TermKind::blank, label, {}, {}}; }
  static TermView string(std::string_view text) { return {TermKind::literal, text, {}, {}}; }
  static TermView typed(std::string_view text, std::string_view datatype) { return {TermKind::literal, text, datatype, {}}; }
  static TermView tagged(std::string_view text, std::string_view language) { return {TermKind::literal, text, {}, language}; }

  bool operator==(const TermView&) const = default;
};

/// A statement, in the default graph where the text of `graph` is empty.
struct QuadView {
  TermView subject;
  TermView predicate;
  TermView object;
  TermView graph;
};

/// Takes quads one after the other. What a sink cannot write it remembers and reports at the end of the block.
class QuadSink {
 public:
  virtual ~QuadSink() = default;
  /// The views need to live only as long as the call.
  virtual void quad(const QuadView& quad) = 0;
  /// A prefix of the source, without ":", that formats which abbreviate may take over. Comes before the quads that use it.
  virtual void prefix(std::string_view name, std::string_view iri) { (void)name, (void)iri; }
  /// False once what is said goes nowhere, so that a reader may stop.
  [[nodiscard]] virtual bool takes_more() const { return true; }
  /// Ends a block: the quads of a document, or a part that can be written by itself. Says whether all went well so far.
  virtual Result<Done> end_block() = 0;
  /// Ends the output and hands over what is buffered. Nothing may come after it.
  virtual Result<Done> finish() = 0;
};

}  // namespace entente
