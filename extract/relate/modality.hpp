#pragma once

#include <string_view>
#include <vector>

#include "extract/relate/statement.hpp"

namespace entente {

/// How a clause is meant, seen from the writer.
struct Standing {
  bool negative = false;
  bool unsaid = false;  ///< nothing is said of it: "n'a pas revendiqué l'attaque"
  bool failed = false;  ///< what is denied is that it came off, not that it was tried: "n'a pas réussi à"
  Modality modality = Modality::asserted;
  std::uint32_t reported_by = none;       ///< the clause of saying that it is the complement of
  std::vector<std::string_view> because;  ///< what decided so, in order, for `explain`: a reason or the IRI of a word
};

/// Polarity and modality of a clause, from its verb group and from what governs it.
[[nodiscard]] Standing standing_of(const SentenceView& sentence, const Language& language, std::uint32_t clause);

/// The entry of the clause's verb that takes complements, or no_id.
[[nodiscard]] EntryId governing_entry(const SentenceView& sentence, const Language& language, std::uint32_t clause);

/// The entry of a noun that says something of the clause or noun it takes: "accusation", "projet"; no_id where there is none.
[[nodiscard]] EntryId noun_commitment(const SentenceView& sentence, const Language& language, std::uint32_t phrase);

/// Whether the phrase stands where the governor has its complement: as its object, or with its preposition.
[[nodiscard]] bool is_complement_of(const Language& language, const NounPhrase& np, const LexicalEntry& governor);

/// The noun whose complement an infinitive is: "la décision de X de frapper Y", "sa volonté de frapper Y".
struct GoverningNoun {
  std::uint32_t phrase = none;
  EntryId entry = no_id;  ///< no_id where there is none, or where noun and verb are one phrase: "a l'intention de"
};
[[nodiscard]] GoverningNoun governing_noun(const SentenceView& sentence, const Language& language, const Clause& infinitive);

/// "les accusations selon lesquelles A", "l'idée que A": the noun of which the clause tells the content; none where there is
/// none.
[[nodiscard]] std::uint32_t told_by_noun(const SentenceView& sentence, const Language& language, const Clause& clause);

/// Whether a word makes what somebody says of its complement.
[[nodiscard]] bool reports_speech(const LexicalEntry& entry);

/// "exige que X cesse de frapper Y": what is to end is a fact, on the word of whoever demands it in the clause `demand`.
[[nodiscard]] Standing presupposed(std::uint32_t demand, const LexicalEntry& word);

/// The less committed of two.
[[nodiscard]] Modality weaker(Modality a, Modality b);

/// Applies what a governing word says of its complement.
void apply(const LexicalEntry& governor, Standing& standing);

}  // namespace entente
