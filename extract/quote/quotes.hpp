#pragma once

#include <optional>
#include <vector>

#include "extract/relate/statement.hpp"

namespace entente {

/// Words between quotation marks: bytes without the marks, and the tokens in between.
struct QuotedSpan {
  Span span;
  std::uint32_t first_token = 0;  ///< [first_token, last_token)
  std::uint32_t last_token = 0;
  unsigned depth = 0;     ///< 0 for one that stands in no other
  bool repaired = false;  ///< one of its marks was missing
  bool turn = false;      ///< has no marks: what one says in a dialogue or an interview
};

/// Finds what stands between quotation marks of any kind, also nested, doubled, mixed, or with one mark missing; and the turns of
/// dialogues. Linear.
void find_quoted(std::string_view text, const std::vector<Token>& tokens, std::vector<QuotedSpan>& out);

/// Somebody's words, found.
struct Utterance {
  Span span;
  QuotationKind kind = QuotationKind::direct;
  ActorIndex speaker = 0;
  std::vector<ActorIndex> relays;
  Commitment commitment = Commitment::reports;
  std::uint32_t sentence = 0;
};

/// All that the later stages know of a document.
struct DocumentView {
  std::string_view text;
  const std::vector<Token>& tokens;
  const std::vector<AnalysedSentence>& sentences;
  const std::vector<Syntax>& syntax;
  const std::vector<SentenceReferents>& referents;
  const std::vector<QuotedSpan>& quoted;
};

/// Direct and indirect quotations of a document, in text order, each with its speaker.
void find_utterances(const DocumentView& document, const Language& language, Discourse& discourse, std::vector<Utterance>& out);

}  // namespace entente
