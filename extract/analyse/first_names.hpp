#pragma once

#include <string_view>

#include "entente/ontology/ontology.hpp"

namespace entente {

/// Whether some label of the person has a word before the surname.
[[nodiscard]] bool has_first_name(const Actor& person);

/// Whether a word before the surname in some label of the person is `name`, however it is transliterated: it begins with the same
/// two letters, or has the same consonants ("Mohamed" and "Muhammad", "Volodymyr" and "Vladimir").
[[nodiscard]] bool bears(const Actor& person, std::string_view name);

}  // namespace entente
