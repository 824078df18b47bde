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

  /// All stages, in order, over all of a document.
  void run(const Document& document) { run(document, document.text, true); }
  /// The same for a section of a document: a part of its text, after those before it. Who was named there stays known; pronouns
  /// do not look back so far.
  void run(const Document& document, std::string_view section, bool is_first);

  bool explains = false;  ///< statements say how they came about

  const Language& language;
  Forms forms;
  Discourse discourse;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<AnalysedSentence> analysed;
  std::vector<Syntax> syntax;
  std::vector<SentenceReferents> referents;
  std::vector<Mention> mentions;  ///< places in bytes of the section, as all that follow
  std::vector<QuotedSpan> quoted;
  std::vector<Statement> statements;
  std::vector<Refusal> refusals;  ///< only where `explains`
  std::vector<Utterance> utterances;
  std::vector<TimeMention> times;
  CodePointIndex code_points;

 private:
  void count_topics();
};

/// Where a section stands in its document.
struct SectionPlace {
  std::uint32_t byte = 0;
  std::uint32_t code_point = 0;
};

/// Puts the results of a document's sections, one after the other, into the form that leaves the library: code points, evidence,
/// attribution, one claim per triple, polarity, modality and sentence. `actors`: which actors of `out` the document's entities
/// are; empty before the first section, as is `out`.
void assemble(const Document& document, const Pipeline& pipeline, SectionPlace place, std::vector<ActorIndex>& actors,
              Extraction& out);

}  // namespace entente
