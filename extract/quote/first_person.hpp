#pragma once

#include <vector>

#include "extract/quote/quotes.hpp"

namespace entente {

/// "Nous tiendrons la ville": whom the first person means inside a quotation. A speaker who holds an office speaks for
/// what the office is of. Fills the pronouns and possessives of `referents`.
void resolve_first_person(const DocumentView& document, const std::vector<Utterance>& utterances, const Language& language,
                          Discourse& discourse, std::vector<SentenceReferents>& referents);

}  // namespace entente
