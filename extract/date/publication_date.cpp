#include "extract/date/publication_date.hpp"

#include <algorithm>

#include "extract/date/time_phrase.hpp"
#include "extract/text/utf8.hpp"

namespace entente {
namespace {

constexpr std::size_t head_lines = 8;
constexpr std::size_t tail_lines = 3;
constexpr std::size_t longest_line = 90;  // code points
constexpr char32_t dash = 0x2013;

/// The byte after the first `count` lines that are not blank.
std::size_t head_end(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (count > 0 && at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (text.substr(at, end - at).find_first_not_of(" \t\r") != std::string_view::npos) --count;
    at = std::min(end + 1, text.size());
  }
  return at;
}

/// The byte where the last `count` lines that are not blank begin.
std::size_t tail_begin(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  while (count > 0 && at > 0) {
    const std::size_t stop = at - 1;
    const std::size_t before = stop == 0 ? std::string_view::npos : text.rfind('\n', stop - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    if (text.substr(begin, at - begin).find_first_not_of(" \t\r\n") != std::string_view::npos) --count;
    at = begin;
  }
  return at;
}

/// Looks at the dates of the first and last lines.
class DateLine {
 public:
  DateLine(std::string_view text, const std::vector<Token>& tokens, const std::vector<AnalysedSentence>& sentences,
           const Language& language)
      : text_(text),
        tokens_(tokens),
        sentences_(sentences),
        language_(language),
        head_end_(head_end(text, head_lines)),
        tail_begin_(tail_begin(text, tail_lines)) {}

  [[nodiscard]] std::optional<Date> find() const {
    std::vector<TimePhrase> phrases;
    for (std::size_t s = 0; s < sentences_.size(); ++s) {
      const Span span = sentences_[s].sentence.span;
      if (span.begin >= head_end_ && span.end <= tail_begin_) continue;
      phrases.clear();
      find_time_phrases(text_, tokens_, sentences_[s], language_, phrases);
      for (const TimePhrase& phrase : phrases)
        if (const auto date = complete(phrase); date && dates_the_text(s, phrase)) return date;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] static std::optional<Date> complete(const TimePhrase& phrase) {
    const Date date = phrase.reference.date;
    if (phrase.range || date.year == 0 || date.day == 0) return std::nullopt;
    return resolve(phrase.reference, {}, Tendency::present);
  }

  [[nodiscard]] std::size_t begin_of(const Word& word) const { return tokens_[word.first].span.begin; }
  [[nodiscard]] std::size_t end_of(const Word& word) const { return tokens_[word.last - 1].span.end; }

  [[nodiscard]] bool dates_the_text(std::size_t sentence, const TimePhrase& phrase) const {
    const auto& words = sentences_[sentence].words;
    const std::size_t begin = begin_of(words[phrase.begin]);
    const std::size_t end = end_of(words[phrase.end - 1]);
    const std::size_t break_before = begin == 0 ? std::string_view::npos : text_.rfind('\n', begin - 1);
    const std::size_t line_begin = break_before == std::string_view::npos ? 0 : break_before + 1;
    const std::size_t line_end = std::min(text_.find('\n', end), text_.size());
    if (line_begin >= head_end_ && line_end <= tail_begin_) return false;
    if (begin - line_begin > 4 * longest_line) return false;
    std::vector<const Word*> before;
    std::vector<const Word*> after;
    collect(sentence, line_begin, begin, before);
    collect(sentence, end, line_end, after);
    const bool is_short = count_code_points(text_.substr(line_begin, line_end - line_begin)) < longest_line;
    if (is_short && !has_verb(before) && !has_verb(after)) return announced(before) || (labelled(before) && stands_alone(after));
    const auto close = std::ranges::find_if(after, [](const Word* word) { return word->mark == dash; });
    return close != after.end() && !before.empty() && stands_alone(before) && stands_alone({after.begin(), close});
  }

  /// The words of a stretch of text; a line may belong to several sentences.
  void collect(std::size_t sentence, std::size_t begin, std::size_t end, std::vector<const Word*>& out) const {
    while (sentence > 0 && sentences_[sentence - 1].sentence.span.end > begin) --sentence;
    for (; sentence < sentences_.size() && sentences_[sentence].sentence.span.begin < end; ++sentence)
      for (const Word& word : sentences_[sentence].words)
        if (begin_of(word) >= begin && end_of(word) <= end) out.push_back(&word);
  }

  [[nodiscard]] static bool has_verb(const std::vector<const Word*>& words) {
    return std::ranges::any_of(words,
                               [](const Word* word) { return word->tag() == Tag::verb && !word->as(Tag::past_participle); });
  }

  /// "Publié le", "Article publié le", "Mis à jour le"; not "Alep reprise le".
  [[nodiscard]] bool announced(const std::vector<const Word*>& before) const {
    if (before.empty()) return false;
    if (time_features(*before.back(), language_).has(Feature::TimeNoun)) return true;
    return before.back()->as(Tag::past_participle) != nullptr &&
           (before.size() == 1 || before[before.size() - 2]->tag() != Tag::name);
  }

  /// "Date de publication :", "Paris,", or nothing.
  [[nodiscard]] bool labelled(const std::vector<const Word*>& before) const {
    return stands_alone(before) || before.back()->mark == ':';
  }

  /// Names, numbers and marks only.
  [[nodiscard]] bool stands_alone(const std::vector<const Word*>& words) const {
    return std::ranges::all_of(words, [&](const Word* word) {
      switch (word->tag()) {
        case Tag::name:
        case Tag::numeral:
        case Tag::punctuation:
          return true;
        case Tag::preposition:
          return !time_features(*word, language_).has(Feature::Genitive);
        default:
          return time_features(*word, language_).has(Feature::TimeNoun);
      }
    });
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<AnalysedSentence>& sentences_;
  const Language& language_;
  std::size_t head_end_;
  std::size_t tail_begin_;
};

}  // namespace

std::optional<Date> publication_date(std::string_view text, const std::vector<Token>& tokens,
                                     const std::vector<AnalysedSentence>& sentences, const Language& language) {
  return DateLine(text, tokens, sentences, language).find();
}

}  // namespace entente
