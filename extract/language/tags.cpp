#include "extract/language/tags.hpp"

#include <array>

namespace entente {

std::string_view tag_name(Tag tag) {
  static constexpr std::array<std::string_view, tag_count> names = {"START", "DET", "NOUN",  "NAME", "ADJ",  "NUM",   "PREP",
                                                                    "VERB",  "INF", "PPAS",  "PPRE", "SUBJ", "OBJ",   "PRON",
                                                                    "REL",   "SUB", "COORD", "ADV",  "NEG",  "PUNCT", "OTHER"};
  return names[static_cast<std::size_t>(tag)];
}

}  // namespace entente
