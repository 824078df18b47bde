#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/analyse/words_in_text.hpp"
#include "extract/date/time_reference.hpp"

namespace entente {

/// Words that tell a time.
struct TimePhrase {
  std::uint32_t begin = 0;  ///< words [begin, end) of the sentence, with the article
  std::uint32_t end = 0;
  TimeReference reference;
  bool range = false;  ///< "de 2011 à 2016": the reference is where it begins
  bool ahead = false;  ///< "dans deux jours": no time of what is past
};

/// Finds the time expressions of a sentence, from left to right, and appends them to `out`. They do not overlap. What
/// happens before a time ("avant samedi") is not dated by it, and is left out.
void find_time_phrases(std::string_view text, const std::vector<Token>& tokens, const AnalysedSentence& sentence,
                       const Language& language, std::vector<TimePhrase>& out);

/// What a word tells of time, however it is tagged.
[[nodiscard]] Features time_features(const Word& word, const Language& language);

}  // namespace entente
