#include "extract/quote/turns.hpp"

namespace entente {
namespace {

constexpr char32_t dash = 0x2013;  // the mark of dashes of all kinds
constexpr char32_t ellipsis = 0x2026;
constexpr std::uint32_t longest_label = 8;  // tokens before the colon: "É. V. :", "Jeanne Dupont :"

class TurnFinder {
 public:
  TurnFinder(std::string_view text, const std::vector<Token>& tokens, std::vector<Turn>& out)
      : text_(text), tokens_(tokens), out_(out) {}

  void run() {
    for (std::uint32_t begin = 0; begin < tokens_.size();) {
      const std::uint32_t end = line_end(begin);
      line(begin, end);
      begin = end;
    }
    finish_run();
  }

 private:
  void line(std::uint32_t begin, std::uint32_t end) {
    const bool after_question = asked_;
    asked_ = asks(end);
    if (tokens_[begin].mark == dash && tokens_[begin].space_before && begin + 1 < end && !is_quote(begin + 1)) {
      const bool hyphen = text_[tokens_[begin].span.begin] == '-';
      dialogue_ |= after_question || (!hyphen && has_question(begin, end));
      run_.push_back({begin + 1, end});
      return;
    }
    finish_run();
    const std::uint32_t colon = after_question ? label_end(begin, end) : end;
    if (colon + 1 < end && !is_quote(colon + 1)) out_.push_back({colon + 1, end});
  }

  /// Lines with dashes are a dialogue if somebody asks in one of them or before the first; else they are a list.
  void finish_run() {
    if (dialogue_) out_.insert(out_.end(), run_.begin(), run_.end());
    run_.clear();
    dialogue_ = false;
  }

  [[nodiscard]] std::uint32_t line_end(std::uint32_t begin) const {
    std::uint32_t end = begin + 1;
    while (end < tokens_.size() && !new_line(end)) ++end;
    return end;
  }

  /// After a line break, if the line does not go on with a small letter.
  [[nodiscard]] bool new_line(std::uint32_t at) const {
    const unsigned breaks = tokens_[at].breaks_before;
    return breaks > 1 || (breaks == 1 && (tokens_[at].kind != TokenKind::word || tokens_[at].capitalised));
  }

  [[nodiscard]] bool asks(std::uint32_t end) const { return tokens_[end - 1].mark == '?' || tokens_[end - 1].mark == ellipsis; }

  [[nodiscard]] bool has_question(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t)
      if (tokens_[t].mark == '?') return true;
    return false;
  }

  [[nodiscard]] bool is_quote(std::uint32_t at) const {
    const TokenKind kind = tokens_[at].kind;
    return kind == TokenKind::open_quote || kind == TokenKind::close_quote || kind == TokenKind::either_quote;
  }

  /// "Jeanne Dupont :", "J. D. :": the colon after a name or its initials; `end` where the line has none.
  [[nodiscard]] std::uint32_t label_end(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end && t < begin + longest_label; ++t) {
      if (tokens_[t].mark == ':' && t > begin) return t;
      if (!(tokens_[t].kind == TokenKind::word && tokens_[t].capitalised) && tokens_[t].mark != '.' && tokens_[t].mark != dash)
        return end;
    }
    return end;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Turn>& out_;
  std::vector<Turn> run_;  ///< lines with dashes, one after the other
  bool dialogue_ = false;
  bool asked_ = false;  ///< the line before is a question
};

}  // namespace

void find_turns(std::string_view text, const std::vector<Token>& tokens, std::vector<Turn>& out) {
  TurnFinder(text, tokens, out).run();
}

}  // namespace entente
