#include "extract/text/tokens.hpp"
#include "extract/text/utf8.hpp"

namespace entente {
namespace {

bool closes(const Token& token) {
  return token.kind == TokenKind::close_quote || token.kind == TokenKind::either_quote || token.mark == ')' || token.mark == ']';
}

bool ends_sentence(const Token& token) {
  return token.kind == TokenKind::punctuation &&
         (token.mark == '.' || token.mark == '!' || token.mark == '?' || token.mark == 0x2026);
}

constexpr std::uint32_t longest = 600;         // tokens; what is longer is no sentence, and would cost more than its length
constexpr std::uint32_t longest_dateline = 9;  // tokens: "BEYROUTH, 3 décembre 2024 (AFP) -"
constexpr char32_t dash = 0x2013;              // the mark of dashes of all kinds

class SentenceSplitter {
 public:
  SentenceSplitter(std::string_view text, const std::vector<Token>& tokens, const Language& language)
      : text_(text), tokens_(tokens), language_(language) {}

  void run(std::vector<Sentence>& out) const {
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (i + 1 < tokens_.size() && i + 1 - begin < longest && !breaks_after(i) && !ends_dateline(begin, i)) continue;
      out.push_back({begin, i + 1, {tokens_[begin].span.begin, tokens_[i].span.end}});
      begin = i + 1;
    }
  }

 private:
  [[nodiscard]] bool breaks_after(std::uint32_t i) const {
    const Token& next = tokens_[i + 1];
    if (next.breaks_before > 0) return !goes_on(i, next);
    std::uint32_t stop = i;
    while (stop > 0 && closes(tokens_[stop])) --stop;
    if (!ends_sentence(tokens_[stop])) return false;
    if (closes(next) && !(next.kind == TokenKind::either_quote && next.space_before)) return false;
    if (!starts_sentence(i + 1)) return false;
    return !(tokens_[stop].mark == '.' && stop == i && abbreviation(stop));
  }

  /// Whether a dash at `i` parts the place and agency that open a dispatch ("ALEP (Reuters) – L'armée …") from its words.
  [[nodiscard]] bool ends_dateline(std::uint32_t begin, std::uint32_t i) const {
    if (tokens_[i].mark != dash || !tokens_[i].space_before || i == begin || i - begin > longest_dateline) return false;
    if (!opens_line(begin) || !tokens_[begin].capitalised || !starts_sentence(i + 1)) return false;
    for (std::uint32_t at = begin; at < i; ++at)
      if (!may_stand_in_dateline(at)) return false;
    return !has_dash(i + 1);
  }

  [[nodiscard]] bool opens_line(std::uint32_t i) const { return i == 0 || tokens_[i].breaks_before > 0; }

  /// Names, numbers, the month after a number, brackets and commas.
  [[nodiscard]] bool may_stand_in_dateline(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::word) return token.capitalised || (i > 0 && tokens_[i - 1].kind == TokenKind::number);
    return token.kind == TokenKind::number || token.mark == ',' || token.mark == '(' || token.mark == ')' || token.mark == '/';
  }

  /// Whether another dash follows in the line: then the two put something in.
  [[nodiscard]] bool has_dash(std::uint32_t from) const {
    for (std::uint32_t i = from; i < tokens_.size() && !opens_line(i); ++i) {
      if (tokens_[i].mark == dash && tokens_[i].space_before) return true;
      if (ends_sentence(tokens_[i])) return false;
    }
    return false;
  }

  /// A line that goes on with a small letter or a closing mark continues the one before.
  [[nodiscard]] bool goes_on(std::uint32_t i, const Token& next) const {
    if (ends_sentence(tokens_[i]) && next.kind == TokenKind::word) return false;
    if (next.kind == TokenKind::close_quote) return true;
    if (next.kind == TokenKind::punctuation)
      return next.breaks_before == 1 && (next.mark == '.' || next.mark == ',' || next.mark == ';' || next.mark == ')');
    return next.kind == TokenKind::word && !next.capitalised && tokens_[i].mark != ':';
  }

  [[nodiscard]] bool starts_sentence(std::uint32_t i) const {
    const Token& token = tokens_[i];
    switch (token.kind) {
      case TokenKind::word:
        return token.capitalised && (token.space_before || lost_space(i));
      case TokenKind::number:
        return token.space_before;
      case TokenKind::open_quote:
      case TokenKind::either_quote: {
        const Token* after = i + 1 < tokens_.size() ? &tokens_[i + 1] : nullptr;
        return after == nullptr || after->kind != TokenKind::word || after->capitalised || token.space_before;
      }
      default:
        return token.mark == 0x2013 || token.mark == 0x2022 || (!token.mark || token.mark > 0x2100);
    }
  }

  /// "téléphone.Selon", "».Le", ".»Le": pages lose spaces. A point in an address or a model stands between other things.
  [[nodiscard]] bool lost_space(std::uint32_t i) const {
    if (closes(tokens_[i - 1])) return !tokens_[i - 1].space_before || tokens_[i - 1].kind == TokenKind::close_quote;
    if (i < 2 || tokens_[i - 1].mark != '.') return false;
    const Token& before = tokens_[i - 2];
    return tokens_[i - 1].space_before || closes(before) ||
           (before.kind == TokenKind::word && !before.capitalised && before.form != nullptr && before.form->in_dictionary);
  }

  [[nodiscard]] bool abbreviation(std::uint32_t stop) const {
    if (stop == 0 || tokens_[stop].space_before) return false;
    const Token& word = tokens_[stop - 1];
    if (word.kind != TokenKind::word) return false;
    if (word.capitalised && count_code_points(word.span.of(text_)) == 1) return true;
    for (const FixedPhrase& phrase : language_.fixed(word.word))
      if (phrase.reading.features.has(Feature::Abbreviation)) return true;
    return false;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Language& language_;
};

}  // namespace

void split_sentences(std::string_view text, const std::vector<Token>& tokens, const Language& language,
                     std::vector<Sentence>& out) {
  SentenceSplitter(text, tokens, language).run(out);
}

}  // namespace entente
