#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/resolve/references.hpp"

namespace entente {

/// A relation that a trigger evokes in a sentence, before it is known who says so.
struct Statement {
  ActorIndex subject = 0;
  RelationId relation = no_id;
  ActorIndex object = 0;
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
  double confidence = 0;
  EntryId trigger = no_id;
  std::uint32_t first_word = 0;  ///< of the trigger
  std::uint32_t last_word = 0;
  std::uint32_t sentence = 0;
  std::uint32_t aside = none;  ///< the first word of the relative, set off, that states it: "X dit que Y, qui tient Z, avance"
  std::optional<Date> date;    ///< when it held, where the text tells
  /// Who says so in the sentence itself, by a verb that governs it ("que X accuse de", "X revendique", "X promet"), and which
  /// word that verb is.
  std::optional<ActorIndex> voucher;
  std::uint32_t voucher_word = none;
  std::string reason;  ///< how its ends and modality were found, for `explain`; empty unless asked for
};

/// What a trigger of the text did not come to say: the analysis that `explain` prints where a claim is missing.
struct Refusal {
  EntryId trigger = no_id;
  RelationId relation = no_id;
  std::uint32_t first_word = 0;  ///< of the trigger
  std::uint32_t last_word = 0;
  std::uint32_t sentence = 0;
  std::string reason;
};

/// What a sentence is, at each stage: the input of the last ones.
struct SentenceView {
  const AnalysedSentence& analysed;
  const Syntax& syntax;
  const SentenceReferents& referents;
  std::uint32_t number;
};

/// "X, que Y accuse de soutenir Z, dément": a denial without words of its own denies what X was said to do in this sentence or
/// the one before. Appends to `statements`, which are those of the document so far.
void deny_accusations(const SentenceView& sentence, const Language& language, Discourse& discourse,
                      std::vector<Statement>& statements);

/// Finds the relations in a sentence by its triggers and appends them to `out`. With `refusals`, statements say how they came
/// about, and what came to nothing is appended there with the reason.
void relate(const SentenceView& sentence, const Language& language, Discourse& discourse, std::vector<Statement>& out,
            std::vector<Refusal>* refusals = nullptr);

}  // namespace entente
