#include <algorithm>
#include <array>
#include <limits>

#include "extract/text/tokens.hpp"
#include "extract/text/utf8.hpp"

namespace entente {
namespace {

/// Letters and digits of ASCII, by byte.
constexpr auto plain = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 128; ++c) table[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return table;
}();

constexpr std::uint8_t most_breaks = std::numeric_limits<decltype(Token::breaks_before)>::max();

bool is_plain(char c) { return plain[static_cast<unsigned char>(c)]; }

/// Walks over the text and emits tokens.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, Forms& forms, std::vector<Token>& out) : text_(text), forms_(forms), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      const CodePoint c = code_point_at(text_, at_);
      if (is_space(c.value)) {
        space_ = true;
        if (c.value == '\n' && breaks_ < most_breaks) ++breaks_;
        at_ += c.length;
      } else if (is_letter(c.value)) {
        word();
      } else if (is_digit(c.value)) {
        number();
      } else {
        punctuation(c);
      }
    }
  }

 private:
  [[nodiscard]] char32_t peek(std::size_t at) const { return at < text_.size() ? code_point_at(text_, at).value : 0; }

  Token& emit(std::size_t begin, std::size_t end, TokenKind kind) {
    Token token;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.kind = kind;
    token.space_before = space_;
    token.breaks_before = breaks_;
    space_ = false;
    breaks_ = 0;
    at_ = end;
    return out_.emplace_back(token);
  }

  /// A run of letters and digits; its end.
  [[nodiscard]] std::size_t letters_end(std::size_t at) const {
    while (true) {
      while (at < text_.size() && is_plain(text_[at])) ++at;
      if (at == text_.size()) break;
      const CodePoint c = code_point_at(text_, at);
      if (!is_letter(c.value) && !is_digit(c.value)) break;
      at += c.length;
    }
    return at;
  }

  /// A word up to the next space or mark, hyphens and inner apostrophes included; its first letters end at `end`.
  [[nodiscard]] std::size_t word_end(std::size_t end) const {
    while (end < text_.size()) {
      const CodePoint joint = code_point_at(text_, end);
      if (!is_hyphen(joint.value) && !is_apostrophe(joint.value)) break;
      const char32_t next = peek(end + joint.length);
      if (!is_letter(next) && !is_digit(next)) break;
      end = letters_end(end + joint.length);
    }
    return end;
  }

  void word() {
    const std::size_t begin = at_;
    std::size_t end = letters_end(begin);
    const CodePoint joint = end < text_.size() ? code_point_at(text_, end) : CodePoint{};
    if (is_apostrophe(joint.value) && elided(begin, end + joint.length)) return;
    if (joint.value == '.' && abbreviated(begin, end)) return;
    const std::size_t whole = word_end(end);
    if (whole == end)
      add_word(begin, end);
    else
      cut_enclitics(begin, whole);
  }

  /// Initials and abbreviations keep their full stops inside: "J.-C.", "U.S.".
  bool abbreviated(std::size_t begin, std::size_t end) {
    if (count_code_points(text_.substr(begin, end - begin)) != 1 || !is_upper(peek(begin)) || peek(end) != '.') return false;
    std::size_t stop = end;
    while (stop < text_.size() && text_[stop] == '.' && is_upper(peek(stop + 1)) && peek(letters_end(stop + 1)) == '.' &&
           count_code_points(text_.substr(stop + 1, letters_end(stop + 1) - stop - 1)) == 1)
      stop = letters_end(stop + 1);
    if (stop == end && !is_middle_initial(end)) return false;
    add_word(begin, stop + 1);
    return true;
  }

  /// "George W. Bush": between two words with capitals.
  [[nodiscard]] bool is_middle_initial(std::size_t stop) const {
    if (out_.empty() || !out_.back().capitalised || out_.back().all_capitals || out_.back().kind != TokenKind::word) return false;
    const std::size_t next = stop + 2;
    return stop + 1 < text_.size() && text_[stop + 1] == ' ' && is_upper(peek(next)) && peek(letters_end(next)) != '\'' &&
           forms_.of(text_.substr(next, letters_end(next) - next)).fixed.empty();
  }

  /// "l'", "qu'": a function word with its apostrophe.
  bool elided(std::size_t begin, std::size_t end) {
    Form& form = forms_.of(text_.substr(begin, end - begin));
    if (form.fixed.empty()) return false;
    add_word(begin, end, form);
    return true;
  }

  /// "a-t-il" is three tokens, "est-ce" two, "celui-ci" one, "Nasser-il" none of these.
  void cut_enclitics(std::size_t begin, std::size_t end) {
    if (known(begin, end)) {
      add_word(begin, end);
      return;
    }
    std::vector<std::size_t> cuts;  // where enclitics begin, last first
    std::size_t stop = end;
    while (true) {
      const std::size_t hyphen = last_hyphen(begin, stop);
      if (hyphen == std::string_view::npos) break;
      const std::size_t after = hyphen + code_point_at(text_, hyphen).length;
      if (!is_enclitic(after, stop)) break;
      cuts.push_back(hyphen);
      stop = hyphen;
    }
    if (cuts.empty() || !known(begin, stop)) {
      add_word(begin, end);
      return;
    }
    add_word(begin, stop);
    for (auto cut = cuts.rbegin(); cut != cuts.rend(); ++cut) {
      const std::size_t first = *cut + code_point_at(text_, *cut).length;
      const std::size_t last = std::next(cut) == cuts.rend() ? end : *std::next(cut);
      add_word(first, last).enclitic = true;
    }
  }

  [[nodiscard]] std::size_t last_hyphen(std::size_t begin, std::size_t end) const {
    for (std::size_t at = end; at > begin;) {
      const CodePoint c = code_point_before(text_, at);
      at -= c.length;
      if (is_hyphen(c.value)) return at;
    }
    return std::string_view::npos;
  }

  [[nodiscard]] bool known(std::size_t begin, std::size_t end) const {
    const Form& form = forms_.of(text_.substr(begin, end - begin));
    return form.in_dictionary || !form.fixed.empty();
  }

  [[nodiscard]] bool is_enclitic(std::size_t begin, std::size_t end) const {
    for (const FixedPhrase& phrase : forms_.of(text_.substr(begin, end - begin)).fixed)
      if (phrase.rest.empty() && phrase.reading.features.has(Feature::Enclitic)) return true;
    return false;
  }

  Token& add_word(std::size_t begin, std::size_t end) {
    return add_word(begin, end, forms_.of(text_.substr(begin, end - begin)));
  }

  Token& add_word(std::size_t begin, std::size_t end, Form& form) {
    Token& token = emit(begin, end, TokenKind::word);
    token.form = &form;
    token.word = token.form->word;
    token.capitalised = token.form->capitalised;
    token.all_capitals = token.form->all_capitals;
    return token;
  }

  void number() {
    std::size_t end = at_;
    while (end < text_.size()) {
      const CodePoint c = code_point_at(text_, end);
      if (is_digit(c.value) || is_letter(c.value)) {
        end += c.length;
        continue;
      }
      const bool joins = c.value == ',' || c.value == '.' || c.value == 0xa0 || c.value == 0x202f || c.value == ' ';
      if (!joins || !group_follows(end + c.length, c.value)) break;
      end += c.length;
    }
    emit(at_, end, TokenKind::number);
  }

  /// After a separator inside a number: a digit after a point or comma, three digits after a space.
  [[nodiscard]] bool group_follows(std::size_t at, char32_t separator) const {
    if (separator == ',' || separator == '.') return is_digit(peek(at));
    for (std::size_t i = 0; i < 3; ++i)
      if (at + i >= text_.size() || !is_digit(static_cast<unsigned char>(text_[at + i]))) return false;
    return !is_digit(peek(at + 3)) && !is_letter(peek(at + 3));
  }

  void punctuation(CodePoint c) {
    std::size_t end = at_ + c.length;
    TokenKind kind = TokenKind::punctuation;
    char32_t mark = c.value;
    switch (c.value) {
      case 0xab:
      case 0x201c:
      case 0x201e:
      case 0x2039:
      case 0x300c:
        kind = TokenKind::open_quote;
        break;
      case 0xbb:
      case 0x201d:
      case 0x203a:
      case 0x300d:
        kind = TokenKind::close_quote;
        break;
      case '"':
      case 0x201f:
        kind = TokenKind::either_quote;
        break;
      case '<':
      case '>':
        if (peek(end) == c.value) {
          kind = c.value == '<' ? TokenKind::open_quote : TokenKind::close_quote;
          ++end;
        }
        break;
      case '.':
        while (end < text_.size() && text_[end] == '.') ++end;
        if (end - at_ >= 2) mark = 0x2026;
        break;
      case ',':
        if (space_ && peek(end) == ',' && is_letter(peek(end + 1))) {  // ,, for „
          kind = TokenKind::open_quote;
          ++end;
        }
        break;
      case '\'':
      case 0x2018:
      case 0x2019:
        kind = single_quote(end);
        break;
      case '-':
        mark = 0x2013;
        break;
      default:
        if (is_dash(c.value)) mark = 0x2013;
    }
    emit(at_, end, kind).mark = mark;
  }

  /// A single mark that is no apostrophe: a quotation mark if it stands at a word's edge.
  [[nodiscard]] TokenKind single_quote(std::size_t& end) const {
    if (end < text_.size() && is_apostrophe(peek(end))) {  // '' for "
      end += code_point_at(text_, end).length;
      return TokenKind::either_quote;
    }
    const char32_t before = code_point_before(text_, at_).value;
    const bool opens = before == 0 || is_space(before) || before == '(';
    return opens ? TokenKind::open_quote : TokenKind::close_quote;
  }

  std::string_view text_;
  Forms& forms_;
  std::vector<Token>& out_;
  std::size_t at_ = 0;
  bool space_ = true;
  std::uint8_t breaks_ = 0;
};

}  // namespace

void tokenize(std::string_view text, Forms& forms, std::vector<Token>& out) { Tokenizer(text, forms, out).run(); }

}  // namespace entente
