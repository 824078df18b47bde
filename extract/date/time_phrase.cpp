#include "extract/date/time_phrase.hpp"

#include <charconv>
#include <optional>

namespace entente {
namespace {

using Kind = TimeReference::Kind;
using Side = TimeReference::Side;

constexpr int first_year = 1900;
constexpr int last_year = 2100;
constexpr std::uint32_t most_hedges = 3;  // words between "il y a" and the number

/// The place of a word's feature among `count` that follow `first`.
std::optional<int> which(const Features& features, Feature first, int count) {
  for (int i = 0; i < count; ++i)
    if (features.has(static_cast<Feature>(static_cast<int>(first) + i))) return i;
  return std::nullopt;
}

/// With what a time may begin, numbers in digits apart.
Features opening_features() {
  Features all;
  for (const Feature feature : {Feature::Yesterday, Feature::Today,    Feature::Tomorrow, Feature::DayBeforeYesterday,
                                Feature::EveOf,     Feature::MorrowOf, Feature::ThatDay,  Feature::Ago,
                                Feature::Ahead,     Feature::DayUnit,  Feature::WeekUnit, Feature::MonthUnit,
                                Feature::YearUnit,  Feature::DayPart,  Feature::Weekend,  Feature::One,
                                Feature::Two,       Feature::Four,     Feature::Eight,    Feature::Sixteen})
    all.add(feature);
  for (int i = 0; i < 7; ++i) all.add(static_cast<Feature>(static_cast<int>(Feature::Monday) + i));
  for (int i = 0; i < 12; ++i) all.add(static_cast<Feature>(static_cast<int>(Feature::January) + i));
  return all;
}

std::optional<int> number_from(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// Reads one time expression at a time. Each member is named after what it recognises; those that succeed have moved
/// `at` behind it.
class TimeReader {
 public:
  TimeReader(std::string_view text, const std::vector<Token>& tokens, const AnalysedSentence& sentence, const Language& language)
      : text_(text), tokens_(tokens), words_(sentence.words), language_(language) {}

  void run(std::vector<TimePhrase>& out) const {
    for (std::uint32_t at = 0; at < words_.size();) {
      TimePhrase phrase;
      phrase.begin = at;
      phrase.end = at;
      if (!expression(phrase.end, phrase)) {
        ++at;
        continue;
      }
      at = phrase.end;
      if (phrase.begin > 0 && tag(phrase.begin - 1) == Tag::determiner) --phrase.begin;
      if (phrase.begin == 0 || !features(phrase.begin - 1).has(Feature::Anterior)) out.push_back(phrase);
    }
  }

 private:
  [[nodiscard]] Features features(std::uint32_t at) const {
    return at < words_.size() ? time_features(words_[at], language_) : Features{};
  }
  [[nodiscard]] Tag tag(std::uint32_t at) const { return at < words_.size() ? words_[at].tag() : Tag::punctuation; }
  [[nodiscard]] bool is_number(std::uint32_t at) const {
    return at < words_.size() && tokens_[words_[at].first].kind == TokenKind::number;
  }
  [[nodiscard]] std::string_view text(std::uint32_t at) const { return tokens_[words_[at].first].span.of(text_); }
  [[nodiscard]] bool determined(std::uint32_t at, Feature how) const {
    return at > 0 && tag(at - 1) == Tag::determiner && features(at - 1).has(how);
  }

  bool expression(std::uint32_t& at, TimePhrase& out) const {
    if (is_number(at))
      return numeric_date(at, out.reference) || days_of_month(at, out) || years(at, out) || earlier_or_later(at, out.reference);
    static const Features opening = opening_features();
    const Features here = features(at);
    if (!here.shares(opening)) return false;
    if (which(here, Feature::Monday, 7) || which(here, Feature::January, 12)) return day_or_month(at, out);
    return here_and_now(at, here, out.reference) || counted_stretch(at, here, out) || stretch(at, here, out.reference) ||
           days_of_month(at, out) || earlier_or_later(at, out.reference);
  }

  // Numbers

  /// "30", "1er", "premier", "deux" before a month.
  [[nodiscard]] std::optional<int> day_number(std::uint32_t at) const {
    if (!is_number(at)) {
      if (tag(at) == Tag::determiner) return std::nullopt;
      return number_word(at);
    }
    std::string_view digits = text(at);
    const std::size_t end = digits.find_first_not_of("0123456789");
    if (end != std::string_view::npos && digits.size() - end > 2) return std::nullopt;
    digits = digits.substr(0, end);
    const auto value = number_from(digits);
    return digits.size() <= 2 && value && *value >= 1 && *value <= 31 ? value : std::nullopt;
  }

  [[nodiscard]] std::optional<int> number_word(std::uint32_t at) const {
    constexpr Feature parts[] = {Feature::One, Feature::Two, Feature::Four, Feature::Eight, Feature::Sixteen};
    const Features here = features(at);
    int value = 0;
    for (int i = 0; i < 5; ++i)
      if (here.has(parts[i])) value += 1 << i;
    return value > 0 ? std::optional(value) : std::nullopt;
  }

  [[nodiscard]] std::optional<int> amount(std::uint32_t at) const {
    if (is_number(at)) return text(at).size() <= 4 ? number_from(text(at)) : std::nullopt;
    return number_word(at);
  }

  [[nodiscard]] std::optional<int> year_number(std::uint32_t at) const {
    if (!is_number(at) || text(at).size() != 4) return std::nullopt;
    const auto value = number_from(text(at));
    return value && *value >= first_year && *value <= last_year ? value : std::nullopt;
  }

  // Calendar

  static bool set(Date& date, int year, int month, int day) {
    if (year < 100) year += 2000;
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > 31) return false;
    date = {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
    return true;
  }

  /// "30/11/2024", "2024-11-30", "30.11.2024".
  bool numeric_date(std::uint32_t& at, TimeReference& out) const {
    if (dotted_date(text(at), out.date)) {
      ++at;
      return true;
    }
    if (at + 4 >= words_.size() || !is_number(at + 2) || !is_number(at + 4)) return false;
    const char32_t mark = words_[at + 1].mark;
    if ((mark != '/' && mark != 0x2013) || words_[at + 3].mark != mark) return false;
    for (std::uint32_t i = at + 1; i <= at + 4; ++i)
      if (tokens_[words_[i].first].space_before) return false;
    const auto first = number_from(text(at));
    const auto second = number_from(text(at + 2));
    const auto third = number_from(text(at + 4));
    if (!first || !second || !third) return false;
    const bool year_first = text(at).size() == 4;
    if (!year_first && text(at + 4).size() != 4 && mark != '/') return false;
    if (!(year_first ? set(out.date, *first, *second, *third) : set(out.date, *third, *second, *first))) return false;
    at += 5;
    return true;
  }

  static bool dotted_date(std::string_view text, Date& out) {
    const std::size_t first = text.find('.');
    const std::size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second == std::string_view::npos || text.size() - second != 5) return false;
    const auto day = number_from(text.substr(0, first));
    const auto month = number_from(text.substr(first + 1, second - first - 1));
    const auto year = number_from(text.substr(second + 1));
    return day && month && year && set(out, *year, *month, *day);
  }

  /// "30 novembre 2024", "29 et 30 novembre", "27 au 30 novembre".
  bool days_of_month(std::uint32_t& at, TimePhrase& out) const {
    const auto day = day_number(at);
    if (!day) return false;
    std::uint32_t next = at + 1;
    if (joins(next) && !which(features(next), Feature::January, 12)) {
      const auto last_day = day_number(next + 1);
      if (!last_day || !month(next + 2)) return false;
      next += 2;
      out.range = true;
    }
    if (!month(next)) return false;
    out.reference.date.day = static_cast<std::uint8_t>(*day);
    month_and_year(next, out.reference);
    at = next;
    return true;
  }

  /// "et", "au", "–".
  [[nodiscard]] bool joins(std::uint32_t at) const {
    if (at >= words_.size()) return false;
    return tag(at) == Tag::coordinator || words_[at].mark == 0x2013 ||
           (tag(at) == Tag::preposition && features(at).has(Feature::Dative));
  }

  [[nodiscard]] std::optional<int> month(std::uint32_t at) const {
    const auto found = which(features(at), Feature::January, 12);
    return found ? std::optional(*found + 1) : std::nullopt;
  }

  /// At a month: its year may follow, or which one it is.
  void month_and_year(std::uint32_t& at, TimeReference& out) const {
    out.kind = Kind::calendar;
    out.date.month = static_cast<std::uint8_t>(*month(at));
    ++at;
    if (const auto year = year_number(at)) {
      out.date.year = static_cast<std::int16_t>(*year);
      ++at;
    } else {
      side(at, out);
    }
  }

  bool side(std::uint32_t& at, TimeReference& out) const {
    const Features here = features(at);
    if (!here.has(Feature::LastOne) && !here.has(Feature::NextOne)) return false;
    out.side = here.has(Feature::LastOne) ? Side::past : Side::coming;
    ++at;
    return true;
  }

  bool day_or_month(std::uint32_t& at, TimePhrase& out) const {
    if (!month(at)) return weekday_or_range(at, out);
    // A month by itself; a capital inside the sentence makes it a name, and a numeral is none.
    if (tag(at) == Tag::numeral || words_[at].is_name()) return false;
    if (words_[at].capitalised && at > 0 && words_[at - 1].mark == 0 && !year_number(at + 1)) return false;
    month_and_year(at, out.reference);
    return true;
  }

  /// "samedi", "samedi 30 novembre", "vendredi 29 à samedi 30 novembre".
  bool weekday_or_range(std::uint32_t& at, TimePhrase& out) const {
    if (words_[at].is_name() || words_[at].reading.number == Inflection::plural) return false;
    weekday(at, out);
    if (!joins(at) || tag(at) != Tag::preposition || !which(features(at + 1), Feature::Monday, 7)) return true;
    TimePhrase last;
    std::uint32_t end = at + 1;
    weekday(end, last);
    at = end;
    out.range = true;
    Date& begin = out.reference.date;
    if (begin.day == 0 || begin.month != 0 || last.reference.date.month == 0) return true;
    const bool month_before = begin.day > last.reference.date.day;
    const bool year_before = month_before && last.reference.date.month == 1;
    begin.month = static_cast<std::uint8_t>(year_before ? 12 : last.reference.date.month - (month_before ? 1 : 0));
    begin.year = static_cast<std::int16_t>(last.reference.date.year == 0 ? 0 : last.reference.date.year - (year_before ? 1 : 0));
    return true;
  }

  void weekday(std::uint32_t& at, TimePhrase& out) const {
    TimeReference& reference = out.reference;
    reference.kind = Kind::weekday;
    reference.weekday = which(features(at), Feature::Monday, 7);
    ++at;
    if (days_of_month(at, out)) return;
    if (is_number(at) && day_number(at) && !year_number(at)) {
      reference.kind = Kind::calendar;
      reference.date.day = static_cast<std::uint8_t>(*day_number(at));
      ++at;
      return;
    }
    side(at, reference);
  }

  /// "en 2015", "depuis 2014", "de 2011 à 2016", "l'année 2015".
  bool years(std::uint32_t& at, TimePhrase& out) const {
    const auto year = year_number(at);
    if (!year || at == 0) return false;
    const Features before = features(at - 1);
    const bool introduced = tag(at - 1) == Tag::preposition
                                ? before.has(Feature::Locative) || before.has(Feature::Temporal) || before.has(Feature::Genitive)
                                : before.has(Feature::TimeNoun);
    if (!introduced) return false;
    std::uint32_t next = at + 1;
    if (joins(next) && year_number(next + 1)) {
      next += 2;
      out.range = true;
    }
    const Tag follows = tag(next);
    if (follows == Tag::noun || follows == Tag::adjective || follows == Tag::numeral) return false;
    out.reference.date.year = static_cast<std::int16_t>(*year);
    at = next;
    return true;
  }

  // Counted from now, or from the day spoken of

  static bool count(TimeReference& out, Kind kind, TimeUnit unit, int amount) {
    out.kind = kind;
    out.unit = unit;
    out.amount = amount;
    return true;
  }

  /// "hier", "demain"; "la veille", "le lendemain", "ce jour-là".
  bool here_and_now(std::uint32_t& at, const Features& here, TimeReference& out) const {
    const std::uint32_t word = at;
    ++at;
    if (here.has(Feature::DayBeforeYesterday)) return count(out, Kind::from_now, TimeUnit::day, -2);
    if (here.has(Feature::Yesterday)) return count(out, Kind::from_now, TimeUnit::day, -1);
    if (here.has(Feature::Today)) return count(out, Kind::from_now, TimeUnit::day, 0);
    if (here.has(Feature::Tomorrow)) return count(out, Kind::from_now, TimeUnit::day, 1);
    if (here.has(Feature::ThatDay) && determined(word, Feature::Demonstrative))
      return count(out, Kind::from_spoken, TimeUnit::day, 0);
    const bool of_something = tag(at) == Tag::preposition && features(at).has(Feature::Genitive);
    if (here.has(Feature::EveOf) && !of_something) return count(out, Kind::from_spoken, TimeUnit::day, -1);
    if (here.has(Feature::MorrowOf) && !of_something) return count(out, Kind::from_spoken, TimeUnit::day, 1);
    at = word;
    return false;
  }

  static std::optional<TimeUnit> unit(const Features& here) {
    if (here.has(Feature::DayUnit)) return TimeUnit::day;
    if (here.has(Feature::WeekUnit)) return TimeUnit::week;
    if (here.has(Feature::MonthUnit)) return TimeUnit::month;
    if (here.has(Feature::YearUnit)) return TimeUnit::year;
    return std::nullopt;
  }

  /// "il y a (environ) deux jours", "dans trois semaines".
  bool counted_stretch(std::uint32_t& at, const Features& here, TimePhrase& out) const {
    if (!here.has(Feature::Ago) && !here.has(Feature::Ahead)) return false;
    std::uint32_t next = at + 1;
    while (next < at + 1 + most_hedges && !amount(next) &&
           (tag(next) == Tag::adverb || tag(next) == Tag::preposition || tag(next) == Tag::determiner) &&
           !features(next).has(Feature::Definite))
      ++next;
    const auto how_many = amount(next);
    const auto of_what = unit(features(next + 1));
    if (!how_many || !of_what) return false;
    out.ahead = here.has(Feature::Ahead);
    count(out.reference, Kind::from_now, *of_what, out.ahead ? *how_many : -*how_many);
    at = next + 2;
    return true;
  }

  /// "un an plus tôt", "deux jours plus tard".
  bool earlier_or_later(std::uint32_t& at, TimeReference& out) const {
    const auto how_many = amount(at);
    const auto of_what = unit(features(at + 1));
    const Features direction = features(at + 2);
    if (!how_many || !of_what || (!direction.has(Feature::Earlier) && !direction.has(Feature::Later))) return false;
    at += 3;
    return count(out, Kind::from_spoken, *of_what, direction.has(Feature::Later) ? *how_many : -*how_many);
  }

  /// "cette année", "l'an dernier", "la semaine prochaine", "ce matin", "ce week-end".
  bool stretch(std::uint32_t& at, const Features& here, TimeReference& out) const {
    const bool this_one = determined(at, Feature::Demonstrative);
    const auto of_what = here.has(Feature::DayPart) ? TimeUnit::day : unit(here);
    const bool weekend = here.has(Feature::Weekend);
    if ((!of_what && !weekend) || words_[at].reading.number == Inflection::plural) return false;
    std::uint32_t next = at + 1;
    if (!side(next, out) && !this_one) return false;
    if (weekend) {
      out.kind = Kind::weekday;
      out.weekday = 5;
    } else {
      count(out, Kind::from_now, *of_what, out.side == Side::past ? -1 : out.side == Side::coming ? 1 : 0);
    }
    at = next;
    return true;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Word>& words_;
  const Language& language_;
};

}  // namespace

Features time_features(const Word& word, const Language& language) {
  Features features = word.reading.features;
  if (word.surface != 0) features.add(language.lemma_features(word.surface));
  return features;
}

void find_time_phrases(std::string_view text, const std::vector<Token>& tokens, const AnalysedSentence& sentence,
                       const Language& language, std::vector<TimePhrase>& out) {
  TimeReader(text, tokens, sentence, language).run(out);
}

}  // namespace entente
