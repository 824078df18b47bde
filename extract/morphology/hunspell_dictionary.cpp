#include "hunspell_dictionary.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string_view>
#include <utility>

#include "text_lines.hpp"

namespace entente::hunspell {
namespace {

using Flags = std::vector<Flag>;

bool has(const Flags& flags, const std::optional<Flag>& flag) { return flag && std::ranges::find(flags, *flag) != flags.end(); }

bool is_number(std::string_view line) {
  return !line.empty() && std::ranges::all_of(line, [](unsigned char byte) { return std::isdigit(byte) != 0; });
}

/// Where the first field begins, the blanks before it included.
std::size_t end_of_word(std::string_view line) {
  for (const std::string_view part : split_blanks(line)) {
    if (!is_field(part)) continue;
    const auto field = static_cast<std::size_t>(part.data() - line.data());
    return field == 0 ? 0 : line.find_last_not_of(" \t", field - 1) + 1;
  }
  return line.find_last_not_of(" \t") + 1;
}

void read_field(std::string_view field, DictionaryEntry& entry) {
  if (field.starts_with("st:")) entry.lemma = normalized(field.substr(3));
  if (field.starts_with("po:") || field.starts_with("is:")) add_code(field.substr(3), entry.codes);
}

Result<DictionaryEntry> read_entry(std::string_view line, const AffixTable& affixes, const TextLines& lines) {
  const std::size_t end = end_of_word(line);
  const std::size_t slash = std::min(line.find('/', 1), end);
  const std::string_view list = line.substr(std::min(slash + 1, end), end - std::min(slash + 1, end));
  auto flags = affixes.flags(list);
  if (end == 0) return lines.error("expected a word, found none");
  if (!flags) return lines.error("expected flags of two characters each, found " + std::string(list));
  DictionaryEntry entry;
  entry.word = normalized(line.substr(0, slash));
  entry.lemma = entry.word;
  entry.flags = std::move(*flags);
  for (const std::string_view part : split_blanks(line.substr(end))) read_field(part, entry);
  return entry;
}

class Expansion {
 public:
  Expansion(const AffixTable& affixes, std::vector<InflectedForm>& out) : affixes_(affixes), out_(out) {}

  /// Attaches each affix of `flags` that applies; `sides` are those still free.
  void attach(const InflectedForm& stem, const Flags& flags, bool prefix_is_free, bool suffix_is_free) {
    for (const Flag flag : flags) {
      const auto found = affixes_.classes.find(flag);
      if (found == affixes_.classes.end()) continue;
      const AffixClass& affix_class = found->second;
      if (!(affix_class.is_suffix ? suffix_is_free : prefix_is_free)) continue;
      const Flags others = affix_class.combines ? combining(flags, !affix_class.is_suffix) : Flags{};
      for (const AffixRule& rule : affix_class.rules) {
        apply(rule, stem, others, prefix_is_free && rule.is_suffix, suffix_is_free && !rule.is_suffix);
      }
    }
  }

 private:
  void apply(const AffixRule& rule, const InflectedForm& stem, Flags others, bool prefix_is_free, bool suffix_is_free) {
    auto form = rule.apply(stem.form);
    if (!form) return;
    const InflectedForm inflected{std::move(*form), rule.is_suffix ? stem.prefix : rule.append, combine(stem.codes, rule.codes)};
    if (!has(rule.flags, affixes_.needs_affix)) out_.push_back(inflected);
    others.insert(others.end(), rule.flags.begin(), rule.flags.end());
    attach(inflected, others, prefix_is_free, suffix_is_free);
  }

  [[nodiscard]] Flags combining(const Flags& flags, bool suffixes) const {
    Flags found;
    for (const Flag flag : flags) {
      const auto known = affixes_.classes.find(flag);
      if (known != affixes_.classes.end() && known->second.combines && known->second.is_suffix == suffixes) {
        found.push_back(flag);
      }
    }
    return found;
  }

  const AffixTable& affixes_;
  std::vector<InflectedForm>& out_;
};

}  // namespace

Result<std::vector<DictionaryEntry>> read_dictionary(const std::filesystem::path& file, const AffixTable& affixes) {
  auto lines = TextLines::read(file);
  if (!lines) return lines.error();
  std::string_view line;
  if (!lines->next(line) || !is_number(line)) return lines->error("expected the number of entries on the first line");
  std::vector<DictionaryEntry> entries;
  while (lines->next(line)) {
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    auto entry = read_entry(line, affixes, *lines);
    if (!entry) return entry.error();
    const bool is_word = !entry->codes.misspelling && !has(entry->flags, affixes.forbidden);
    if (is_word) entries.push_back(std::move(*entry));
  }
  return entries;
}

void expand(const DictionaryEntry& entry, const AffixTable& affixes, std::vector<InflectedForm>& out) {
  const InflectedForm stem{entry.word, "", entry.codes};
  if (!has(entry.flags, affixes.needs_affix)) out.push_back(stem);
  Expansion(affixes, out).attach(stem, entry.flags, true, true);
}

}  // namespace entente::hunspell
