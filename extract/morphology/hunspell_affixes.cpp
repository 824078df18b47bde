#include "hunspell_affixes.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text_lines.hpp"

namespace entente::hunspell {
namespace {

using Parts = std::vector<std::string_view>;

std::size_t letter_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return end - at;
}

std::vector<std::string_view> letters_of(std::string_view text) {
  std::vector<std::string_view> letters;
  for (std::size_t at = 0; at < text.size(); at += letters.back().size()) {
    letters.push_back(text.substr(at, letter_length(text, at)));
  }
  return letters;
}

LetterSet letter_set(std::string_view inside) {
  const bool is_negated = inside.starts_with('^');
  return {std::string(inside.substr(is_negated ? 1 : 0)), is_negated};
}

/// `[^aou]yer`, `[kn]t`, `.`; nothing where a bracket stays open.
std::optional<std::vector<LetterSet>> parse_condition(std::string_view text) {
  std::vector<LetterSet> condition;
  if (text == ".") return condition;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '[') {
      const std::size_t close = text.find(']', at);
      if (close == std::string_view::npos) return std::nullopt;
      condition.push_back(letter_set(text.substr(at + 1, close - at - 1)));
      at = close + 1;
    } else {
      const std::string_view letter = text.substr(at, letter_length(text, at));
      condition.push_back(letter == "." ? LetterSet{"", true} : LetterSet{std::string(letter), false});
      at += letter.size();
    }
  }
  return condition;
}

bool meets(std::string_view word, const std::vector<LetterSet>& condition, bool at_end) {
  if (condition.empty()) return true;
  const auto letters = letters_of(word);
  if (letters.size() < condition.size()) return false;
  const std::size_t first = at_end ? letters.size() - condition.size() : 0;
  for (std::size_t i = 0; i < condition.size(); ++i) {
    if (!condition[i].has(letters[first + i])) return false;
  }
  return true;
}

std::string zero_is_empty(std::string_view text) { return text == "0" ? std::string() : std::string(text); }

class AffixReader {
 public:
  explicit AffixReader(TextLines& lines) : lines_(lines) {}

  Result<AffixTable> read() {
    std::string_view line;
    while (lines_.next(line)) {
      const auto done = read_option(split_blanks(line));
      if (!done) return done.error();
    }
    return std::move(table_);
  }

 private:
  Result<Done> read_option(const Parts& parts) {
    if (parts.size() < 2) return Done{};
    if (parts[0] == "SFX" || parts[0] == "PFX") return read_class(parts);
    if (parts[0] == "FLAG") return read_flag_type(parts[1]);
    if (parts[0] == "SET") return expect(parts[1] == "UTF-8", "expected SET UTF-8");
    if (parts[0] == "AF" || parts[0] == "AM") return lines_.error("expected no aliases (AF, AM), found some");
    if (parts[0] == "NEEDAFFIX") return read_marker(parts[1], table_.needs_affix);
    if (parts[0] == "FORBIDDENWORD") return read_marker(parts[1], table_.forbidden);
    return Done{};
  }

  [[nodiscard]] Result<Done> expect(bool holds, std::string_view message) const {
    if (holds) return Done{};
    return lines_.error(std::string(message));
  }

  Result<Done> read_flag_type(std::string_view type) {
    table_.flag_width = 2;
    return expect(type == "long", "expected FLAG long, found FLAG " + std::string(type));
  }

  Result<Done> read_marker(std::string_view text, std::optional<Flag>& marker) {
    const auto flags = table_.flags(text);
    if (!flags || flags->size() != 1) return lines_.error("expected one flag, found " + std::string(text));
    marker = flags->front();
    return Done{};
  }

  /// `SFX a0 Y 102`, then as many rules.
  Result<Done> read_class(const Parts& parts) {
    std::size_t count = 0;
    const auto flag = table_.flags(parts[1]);
    const bool well_formed = parts.size() >= 4 && flag && flag->size() == 1 && read_count(parts[3], count);
    if (!well_formed) return lines_.error("expected an affix class: SFX or PFX, flag, Y or N, number of rules");
    AffixClass& affix_class = table_.classes[flag->front()];
    affix_class.is_suffix = parts[0] == "SFX";
    affix_class.combines = parts[2] == "Y";
    const std::string kind(parts[0]);
    const std::string name(parts[1]);
    for (std::size_t i = 0; i < count; ++i) {
      std::string_view line;
      const Parts rule = lines_.next(line) ? split_blanks(line) : Parts{};
      if (rule.size() < 4 || rule[0] != kind || rule[1] != name) {
        return lines_.error("expected " + std::to_string(count) + " rules of " + kind + " " + name + ", found " +
                            std::to_string(i));
      }
      const auto done = read_rule(rule, affix_class);
      if (!done) return done;
    }
    return Done{};
  }

  static bool read_count(std::string_view text, std::size_t& count) {
    return std::from_chars(text.data(), text.data() + text.size(), count).ec == std::errc{};
  }

  /// `SFX a0 cer çant/n'q' cer po:ppre`
  Result<Done> read_rule(const Parts& parts, AffixClass& affix_class) {
    AffixRule rule;
    rule.is_suffix = affix_class.is_suffix;
    rule.strip = zero_is_empty(parts[2]);
    const std::size_t slash = std::min(parts[3].find('/'), parts[3].size());
    rule.append = zero_is_empty(parts[3].substr(0, slash));
    auto flags = table_.flags(parts[3].substr(std::min(slash + 1, parts[3].size())));
    if (!flags) return lines_.error("expected flags of two characters each, found " + std::string(parts[3]));
    rule.flags = std::move(*flags);
    const bool has_condition = parts.size() > 4 && !is_field(parts[4]);
    auto condition = parse_condition(has_condition ? parts[4] : ".");
    if (!condition) return lines_.error("expected a condition with closed brackets, found " + std::string(parts[4]));
    rule.condition = std::move(*condition);
    if (read_fields(parts, rule.codes)) affix_class.rules.push_back(std::move(rule));
    return Done{};
  }

  /// False for a rule that glues another word on (`dp:`).
  static bool read_fields(const Parts& parts, InflectionCodes& codes) {
    for (std::size_t i = 4; i < parts.size(); ++i) {
      if (parts[i].starts_with("dp:")) return false;
      if (parts[i].starts_with("po:") || parts[i].starts_with("is:")) add_code(parts[i].substr(3), codes);
    }
    return true;
  }

  TextLines& lines_;
  AffixTable table_;
};

}  // namespace

std::optional<std::string> AffixRule::apply(std::string_view word) const {
  if (!(is_suffix ? word.ends_with(strip) : word.starts_with(strip))) return std::nullopt;
  if (!meets(word, condition, is_suffix)) return std::nullopt;
  if (is_suffix) return std::string(word.substr(0, word.size() - strip.size())) + append;
  return append + std::string(word.substr(strip.size()));
}

std::optional<std::vector<Flag>> AffixTable::flags(std::string_view list) const {
  if (list.size() % flag_width != 0) return std::nullopt;
  std::vector<Flag> out;
  for (std::size_t at = 0; at < list.size(); at += flag_width) {
    unsigned flag = static_cast<unsigned char>(list[at]);
    if (flag_width == 2) flag = flag << 8U | static_cast<unsigned char>(list[at + 1]);
    out.push_back(static_cast<Flag>(flag));
  }
  return out;
}

Result<AffixTable> read_affixes(const std::filesystem::path& file) {
  auto lines = TextLines::read(file);
  if (!lines) return lines.error();
  return AffixReader(*lines).read();
}

}  // namespace entente::hunspell
