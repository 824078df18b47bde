#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ontology/result.hpp"

namespace entente {

/// What a dictionary says of words; the ontology has none itself.
struct WordKnowledge {
  /// Whether `word` is the infinitive of a verb in `language`; true for languages without a dictionary.
  std::function<bool(std::string_view language, std::string_view word)> is_verb;
  /// The dictionary form of a noun or adjective in `language`; empty where the word is unknown or is that form itself.
  std::function<std::string(std::string_view language, std::string_view word)> dictionary_form;
};

/// What a file of a user's own may say, and hardly means: an actor without a name, a name that another actor has, a demonym
/// that is not in the masculine singular, a trigger whose verb no dictionary has, a language tag that is none (BCP 47).
/// Looks at those of `files` from number `first_own` on; the others are read to know what they define. Each with file,
/// line and column, in the order of the files. Files with mistakes (see load_ontology) get none for what could not be read.
[[nodiscard]] std::vector<Error> advise(const std::vector<std::filesystem::path>& files, std::size_t first_own,
                                        const WordKnowledge& words);

}  // namespace entente
