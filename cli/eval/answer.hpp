#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli::eval {

/// An actor as the program names it; both empty where there is none.
struct AnswerActor {
  std::string iri;
  std::string label;
};

struct AnswerClaim {
  AnswerActor subject;
  std::string predicate;  ///< local name
  AnswerActor object;
  std::string polarity;
  std::string modality;
  AnswerActor by;
  double confidence = 0;
  std::string evidence;
  std::size_t begin = 0;  ///< code points
  std::size_t end = 0;
};

struct AnswerQuotation {
  AnswerActor speaker;
  std::string kind;
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What the program says of one document.
struct Answer {
  std::vector<AnswerClaim> claims;
  std::vector<AnswerQuotation> quotations;
  std::vector<std::string> mentions;  ///< IRIs
};

/// Reads what the format `claims` holds of one document, so that exactly what users get is scored.
Answer read_answer(std::string_view json_lines);

/// The part of an IRI behind its last / or #.
[[nodiscard]] std::string local_name(std::string_view iri);

}  // namespace entente::cli::eval
