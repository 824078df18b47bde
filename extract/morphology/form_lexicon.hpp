#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "entente/extract/morphology.hpp"
#include "hunspell_affixes.hpp"
#include "hunspell_dictionary.hpp"

namespace entente {

/// All forms of a dictionary with their readings, before they are written.
struct FormLexicon {
  std::vector<std::string> lemmas;                        ///< in byte order, each once; a reading's lemma is an index
  std::map<std::string, std::vector<Analysis>> readings;  ///< by form; sorted, none twice
};

/// Expands all entries. The adjective that a participle also is ("soutenu") has the participle's masculine singular
/// as its lemma, the participle itself the infinitive.
[[nodiscard]] FormLexicon build_lexicon(const std::vector<hunspell::DictionaryEntry>& entries,
                                        const hunspell::AffixTable& affixes);

/// Sorts the readings and joins those that differ in nothing but gender, number or person ("mange": first and third).
void merge_readings(std::vector<Analysis>& readings);

}  // namespace entente
