#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "entente/ontology/date.hpp"
#include "extract/analyse/words_in_text.hpp"

namespace entente {

/// The day on which a text says that it was published: a complete date in a line of its own among the first eight or
/// the last three ("Publié le 30 novembre 2024 à 18h30", "Paris, 30 novembre 2024"), or at the head of one ("DAMAS, 30
/// nov 2024 (AFP) –"). Nothing where there is none; a date in running text or in a headline is none.
[[nodiscard]] std::optional<Date> publication_date(std::string_view text, const std::vector<Token>& tokens,
                                                   const std::vector<AnalysedSentence>& sentences, const Language& language);

}  // namespace entente
