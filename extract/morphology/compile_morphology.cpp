#include "entente/extract/morphology.hpp"
#include "form_lexicon.hpp"
#include "hunspell_affixes.hpp"
#include "hunspell_dictionary.hpp"
#include "morphology_writer.hpp"

namespace entente {

Result<Done> compile_morphology(const std::filesystem::path& aff, const std::filesystem::path& dic,
                                const std::filesystem::path& output) {
  const auto affixes = hunspell::read_affixes(aff);
  if (!affixes) return affixes.error();
  const auto entries = hunspell::read_dictionary(dic, *affixes);
  if (!entries) return entries.error();
  const auto bytes = table_bytes(build_lexicon(*entries, *affixes));
  if (!bytes) return bytes.error();
  return write_whole(*bytes, output);
}

}  // namespace entente
