#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "entente/ontology/result.hpp"
#include "hunspell_affixes.hpp"
#include "inflection_codes.hpp"

namespace entente::hunspell {

/// One line of a `.dic` file: `attaquer/a0p+() po:v1_it_q__a`.
struct DictionaryEntry {
  std::string word;         ///< may have blanks
  std::string lemma;        ///< the `st:` field, or the word
  std::vector<Flag> flags;  ///< affix classes and markers
  InflectionCodes codes;
};

/// A form of an entry.
struct InflectedForm {
  std::string form;
  std::string prefix;     ///< part of the lemma too: "kilo" in "kilomètres"
  InflectionCodes codes;  ///< of the entry and of the affixes
};

/// Reads a `.dic` file in UTF-8 whose flags are those of `affixes`. Words and lemmas come out normalized.
/// Leaves out forbidden words and misspellings.
Result<std::vector<DictionaryEntry>> read_dictionary(const std::filesystem::path& file, const AffixTable& affixes);

/// Appends the forms of an entry: the word itself unless it needs an affix, the word with each affix that applies,
/// and with one more of the other side. A form may come several times, with different codes.
void expand(const DictionaryEntry& entry, const AffixTable& affixes, std::vector<InflectedForm>& out);

}  // namespace entente::hunspell
