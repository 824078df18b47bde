#pragma once

#include <vector>

#include "entente/extract/document.hpp"
#include "extract/date/times.hpp"
#include "extract/quote/quotes.hpp"
#include "extract/relate/statement.hpp"
#include "extract/text/code_point_index.hpp"

namespace entente {

/// What the stages make of a document, one after the other. Buffers are kept from document to document.
struct Pipeline {
  explicit Pipeline(const Language& the_language) : language(the_language), forms(the_language), discourse(the_language) {}

  /// All stages, in order.
  void run(const Document& document);

  bool explains = false;  ///< statements say how they came about

  const Language& language;
  Forms forms;
  Discourse discourse;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<AnalysedSentence> analysed;
  std::vector<Syntax> syntax;
  std::vector<SentenceReferents> referents;
  std::vector<Mention> mentions;  ///< places in bytes
  std::vector<QuotedSpan> quoted;
  std::vector<Statement> statements;
  std::vector<Utterance> utterances;
  std::vector<TimeMention> times;
  CodePointIndex code_points;

 private:
  void count_topics();
};

/// Puts a document's results into the form that leaves the library: code points, evidence, attribution, one claim per
/// triple, polarity, modality and sentence.
void assemble(const Document& document, const Pipeline& pipeline, Extraction& out);

}  // namespace entente
