#include "extract/quote/quotes.hpp"

#include "extract/text/utf8.hpp"

namespace entente {
namespace {

class QuoteFinder {
 public:
  QuoteFinder(std::string_view text, const std::vector<Token>& tokens, std::vector<QuotedSpan>& out)
      : text_(text), tokens_(tokens), out_(out) {}

  void run() {
    for (std::uint32_t at = 0; at < tokens_.size(); ++at) {
      if (at > 0 && new_paragraph(at)) paragraph(at);
      switch (tokens_[at].kind) {
        case TokenKind::open_quote:
          open(at);
          break;
        case TokenKind::close_quote:
          close(at);
          break;
        case TokenKind::either_quote:
          either(at);
          break;
        default:
          break;
      }
    }
    paragraph(static_cast<std::uint32_t>(tokens_.size()));
  }

 private:
  struct Open {
    std::uint32_t token;
    std::size_t slot;  ///< where the span will stand in `out_`, so that spans stay in text order
    char32_t mark;
  };

  [[nodiscard]] bool new_paragraph(std::uint32_t at) const {
    const std::string_view gap = text_.substr(tokens_[at - 1].span.end, tokens_[at].span.begin - tokens_[at - 1].span.end);
    return gap.find('\n') != std::string_view::npos;
  }

  [[nodiscard]] bool is_quote(std::uint32_t at) const {
    return at < tokens_.size() && (tokens_[at].kind == TokenKind::open_quote || tokens_[at].kind == TokenKind::close_quote ||
                                   tokens_[at].kind == TokenKind::either_quote);
  }

  void open(std::uint32_t at) {
    if (!open_.empty() && open_.back().token + 1 == at) return;  // doubled
    if (!open_.empty() && open_.back().mark == tokens_[at].mark) finish(at, true);
    open_.push_back({at, out_.size(), tokens_[at].mark});
    out_.emplace_back();
  }

  void close(std::uint32_t at) {
    if (!open_.empty()) return finish(at, false);
    if (at > 0 && is_quote(at - 1) && tokens_[at - 1].kind != TokenKind::open_quote) return;  // doubled
    // The opening mark is missing: from the start of the paragraph or the end of the last quotation.
    std::uint32_t begin = paragraph_;
    for (std::uint32_t back = at; back > begin; --back)
      if (is_quote(back - 1)) {
        begin = at;
        break;
      }
    if (begin >= at) return;
    add({begin, out_.size(), 0}, begin, at, true);
  }

  void either(std::uint32_t at) {
    const bool space_before = tokens_[at].space_before;
    const bool space_after = at + 1 >= tokens_.size() || tokens_[at + 1].space_before;
    const bool opens = space_before && !space_after;
    if (!open_.empty() && !(opens && tokens_[open_.back().token].kind != TokenKind::either_quote)) {
      if (opens && tokens_[open_.back().token].kind == TokenKind::either_quote && open_.back().token + 1 != at)
        return finish(at, true), open(at);
      return close(at);
    }
    if (open_.empty() && space_after && !space_before && at > 0) return close(at);
    open(at);
  }

  void paragraph(std::uint32_t at) {
    while (!open_.empty()) finish(at, true);
    paragraph_ = at;
  }

  void finish(std::uint32_t at, bool repaired) {
    const Open begun = open_.back();
    open_.pop_back();
    add(begun, begun.token + 1, at, repaired);
  }

  void add(const Open& begun, std::uint32_t first, std::uint32_t last, bool repaired) {
    while (first < last && is_quote(first)) ++first;
    while (last > first && is_quote(last - 1)) --last;
    QuotedSpan span;
    if (first < last) {
      span.span = {tokens_[first].span.begin, tokens_[last - 1].span.end};
      span.first_token = first;
      span.last_token = last;
      span.depth = static_cast<unsigned>(open_.size());
      span.repaired = repaired;
    }
    if (begun.slot < out_.size()) {
      out_[begun.slot] = span;
    } else {
      out_.push_back(span);
    }
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<QuotedSpan>& out_;
  std::vector<Open> open_;
  std::uint32_t paragraph_ = 0;
};

}  // namespace

void find_quoted(std::string_view text, const std::vector<Token>& tokens, std::vector<QuotedSpan>& out) {
  QuoteFinder(text, tokens, out).run();
  std::erase_if(out, [](const QuotedSpan& span) { return span.first_token >= span.last_token; });
}

}  // namespace entente
