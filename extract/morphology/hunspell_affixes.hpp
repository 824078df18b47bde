#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/ontology/result.hpp"
#include "inflection_codes.hpp"

namespace entente::hunspell {

/// The name of an affix class: one byte, or with `FLAG long` two, the first in the high byte.
using Flag = std::uint16_t;

/// One place of an affix condition: `.`, a letter, `[abc]` or `[^abc]`.
struct LetterSet {
  std::string letters;      ///< UTF-8, one after the other
  bool is_negated = false;  ///< `.` is the negated empty set

  [[nodiscard]] bool has(std::string_view letter) const { return (letters.find(letter) != std::string::npos) != is_negated; }
};

/// One line of an affix class (hunspell(5), "AFFIX FILE OPTIONS": PFX, SFX).
struct AffixRule {
  bool is_suffix = true;
  std::string strip;
  std::string append;
  std::vector<LetterSet> condition;  ///< what the word, before stripping, must begin or end with
  std::vector<Flag> flags;           ///< affixes that may follow on this one
  InflectionCodes codes;

  /// The word with the affix; nothing where the rule does not apply.
  [[nodiscard]] std::optional<std::string> apply(std::string_view word) const;
};

struct AffixClass {
  bool is_suffix = true;
  bool combines = false;  ///< with an affix of the other side that the same entry has
  std::vector<AffixRule> rules;
};

/// What a `.aff` file says about the forms of words. The rest of it serves spelling.
struct AffixTable {
  std::size_t flag_width = 1;       ///< bytes per flag in a list of flags
  std::optional<Flag> needs_affix;  ///< marks a stem that is no word by itself
  std::optional<Flag> forbidden;    ///< marks a word that is none
  std::unordered_map<Flag, AffixClass> classes;

  /// The flags of a list such as `a0p+()`; nothing where its length is no multiple of the flag's.
  [[nodiscard]] std::optional<std::vector<Flag>> flags(std::string_view list) const;
};

/// Reads a `.aff` file in UTF-8 with one-byte flags or `FLAG long`. Rules with a `dp:` field, which glue an elided word
/// to the next one, are left out. Fails with Kind::syntax on what it cannot follow (other flags, aliases, bad counts).
Result<AffixTable> read_affixes(const std::filesystem::path& file);

}  // namespace entente::hunspell
