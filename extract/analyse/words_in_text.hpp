#pragma once

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/language/language.hpp"
#include "extract/text/tokens.hpp"

namespace entente {

/// A word of a sentence as the parser sees it: a token, or several that make one name or fixed phrase
/// ("Hayat Tahrir al-Cham", "au profit de"). Quotation marks are no words.
struct Word {
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  Reading reading;                      ///< the one chosen
  std::span<const Reading> candidates;  ///< in what the extractor remembers of forms
  std::uint32_t name_begin = 0;         ///< whom it may name: names [name_begin, name_end) of the sentence
  std::uint32_t name_end = 0;
  WordId surface = 0;  ///< the form itself in lower case, where the lexicon knows it; 0 for a name of several tokens
  WordId prefix = 0;   ///< of "pro-iranien" and "proturc": "pro"; the reading is that of the rest
  WordId stem = 0;     ///< of a name with a prefixed demonym in it: "iranien"
  char32_t mark = 0;   ///< of punctuation
  bool capitalised = false;
  bool quoted = false;  ///< stands inside quotation marks

  [[nodiscard]] bool is_name() const { return name_end > name_begin; }
  [[nodiscard]] Tag tag() const { return reading.tag; }
  [[nodiscard]] WordId lemma() const { return reading.lemma; }
  [[nodiscard]] bool has(Feature feature) const { return reading.features.has(feature); }

  // What it may be by any of its readings, chosen or not.
  [[nodiscard]] bool may_be(WordId wanted) const {
    return surface == wanted || std::ranges::any_of(candidates, [&](const Reading& r) { return r.lemma == wanted; });
  }
  [[nodiscard]] bool may_have(Feature feature) const {
    return std::ranges::any_of(candidates, [&](const Reading& r) { return r.features.has(feature); });
  }
  /// Its reading with that tag, or null; valid as long as the extractor remembers the form.
  [[nodiscard]] const Reading* as(Tag tag) const {
    const auto found = std::ranges::find(candidates, tag, &Reading::tag);
    return found == candidates.end() ? nullptr : &*found;
  }
};

/// A sentence ready for the parser.
struct AnalysedSentence {
  Sentence sentence;
  std::vector<Word> words;
  std::vector<Gazetteer::Name> names;
  std::bitset<256> held;  ///< by `WordId` modulo its size: what some word may be, or a preposition of several words begin with

  /// False only where no word `may_be` that, and no preposition begins with it.
  [[nodiscard]] bool may_hold(WordId word) const { return held.test(word % held.size()); }

  /// Whether one of the words [begin, end) has the feature as it is read.
  [[nodiscard]] bool any_has(std::uint32_t begin, std::uint32_t end, Feature feature) const {
    return std::any_of(words.begin() + begin, words.begin() + end, [&](const Word& word) { return word.has(feature); });
  }

  void clear() {
    words.clear();
    names.clear();
    held.reset();
  }
};

/// Finds names and fixed phrases among the tokens of a sentence, and all readings of every word.
void read_words(std::string_view text, const std::vector<Token>& tokens, const Sentence& sentence, const Language& language,
                Forms& forms, AnalysedSentence& out);

/// Chooses one reading for every word: the cheapest way through the sentence, where rare readings and unlikely
/// neighbours cost (a Viterbi search over hand-set costs; linear in the number of words).
void choose_readings(AnalysedSentence& sentence);

/// Reads again what costs alone get wrong: participles apart from adjectives, "que" behind verbs, gerunds, ranges of numbers.
void correct_readings(std::vector<Word>& words);

/// Reads a verb after a coordinator like the one before it: "soutient X et leur livre des armes", "attaque et tue".
void align_coordinated_verbs(AnalysedSentence& sentence);

}  // namespace entente
