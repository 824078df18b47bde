#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "entente/extract/morphology.hpp"

namespace entente {

/// Mood and tense of a verb form.
struct MoodAndTense {
  VerbForm verb_form = VerbForm::none;
  Tense tense = Tense::none;
};

/// What the `po:` and `is:` fields of one dictionary entry, or of one affix rule, say. Zero and empty: not stated.
struct InflectionCodes {
  std::vector<WordClass> classes;       ///< all but verb; an entry may have several ("po:nom po:adj")
  std::optional<std::uint8_t> valency;  ///< Analysis bits; has a value where the word is a verb
  std::vector<MoodAndTense> moods;      ///< a rule may serve several ("po:ipre po:spre")
  std::uint8_t gender = 0;
  std::uint8_t number = 0;
  std::uint8_t person = 0;            ///< of a pronoun: `1pe`, `2pe`, `3pe`
  std::uint8_t singular_persons = 0;  ///< of a verb: `1sg`, `2sg`, `3sg`
  std::uint8_t plural_persons = 0;    ///< of a verb: `1pl`, `2pl`, `3pl`
  bool misspelling = false;           ///< `po:err`: listed only so that a spell checker can mark it
};

/// Adds what `code`, the text after `po:` or `is:`, means. The dictionary mixes the two fields up ("is:infi", "po:sg"),
/// so they are read alike. A code that is not known means WordClass::other where no class else is stated.
void add_code(std::string_view code, InflectionCodes& codes);

/// The codes of a form: those of its entry, then of the affix; what the affix states of gender, number and persons
/// replaces what the entry states.
[[nodiscard]] InflectionCodes combine(const InflectionCodes& entry, const InflectionCodes& affix);

/// Whether the form names the adjective that is made from a participle: its masculine singular.
[[nodiscard]] bool names_participial_adjective(const InflectionCodes& codes);

/// Appends the readings that the codes stand for. `adjective_lemma` is given to the adjective that a past participle
/// also is (`po:ppas po:adj`), `lemma` to all else.
void append_readings(const InflectionCodes& codes, std::uint32_t lemma, std::uint32_t adjective_lemma,
                     std::vector<Analysis>& out);

/// Valency of a verb code such as `v1_itnq__a`, or nothing where `code` is none. By position, after the `v`:
///
/// | position | letters | meaning here |
/// | --- | --- | --- |
/// | 0 | 0 1 2 3 | conjugation group; 0 for the two auxiliaries: not kept |
/// | 1 | e a | verb of state, auxiliary: not kept |
/// | 2 | i | intransitive |
/// | 3 | t x | transitive; x: in some uses |
/// | 4 | n x | with an indirect object; x: by another preposition, or in some uses |
/// | 5 | p q r e x | pronominal: always, also, reciprocal, with "en", in some uses |
/// | 6 | m e x | impersonal: not kept |
/// | 7 | e z | auxiliary "être"; z: not stated |
/// | 8 | a z | auxiliary "avoir"; z: not stated |
[[nodiscard]] std::optional<std::uint8_t> valency_of(std::string_view code);

}  // namespace entente
