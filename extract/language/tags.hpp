#pragma once

#include <cstdint>
#include <string_view>

#include "entente/extract/morphology.hpp"
#include "entente/ontology/ontology.hpp"
#include "extract/language/features.hpp"
#include "extract/language/words.hpp"

namespace entente {

/// Part of speech in context: what the tagger decides. Finer than a dictionary's word classes where syntax needs it.
enum class Tag : std::uint8_t {
  start,  ///< before the first word; never a word's
  determiner,
  noun,
  name,
  adjective,
  numeral,
  preposition,
  verb,  ///< finite
  infinitive,
  past_participle,
  present_participle,
  subject_clitic,
  object_clitic,
  pronoun,
  relative,
  subordinator,
  coordinator,
  adverb,
  negation,  ///< the particle before the verb
  punctuation,
  other,
};
inline constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::other) + 1;

[[nodiscard]] std::string_view tag_name(Tag tag);

/// One way to read a word.
struct Reading {
  Features features = {};  // the widest first: nothing is padded
  Tag tag = Tag::other;
  WordId lemma = 0;                        ///< 0 where the lexicon does not know the lemma
  std::uint32_t dictionary_lemma = no_id;  ///< for Morphology::lemma; no_id for closed classes and unknown words
  VerbForm form = VerbForm::none;
  Tense tense = Tense::none;
  std::uint8_t gender = 0, number = 0, person = 0, valency = 0;  ///< bits of Inflection and Analysis
  bool participle = false;                                       ///< of an adjective: the form is a past participle too
  std::uint8_t cost = 0;                                         ///< how rare the reading is, for the tagger
};

}  // namespace entente
