#include "extract/quote/quotes.hpp"
#include "extract/quote/turns.hpp"
#include "extract/text/utf8.hpp"

namespace entente {
namespace {

constexpr std::uint32_t longest_look = 120;  // tokens looked ahead
constexpr char32_t turn_mark = 0x2013;       // stands for the marks that a turn of a dialogue has not

class QuoteFinder {
 public:
  QuoteFinder(std::string_view text, const std::vector<Token>& tokens, std::vector<QuotedSpan>& out)
      : tokens_(tokens), out_(out) {
    find_turns(text, tokens, turns_);
  }

  void run() {
    for (std::uint32_t at = 0; at < tokens_.size(); ++at) {
      if (at > 0 && new_paragraph(at)) paragraph(at);
      if (turn_ < turns_.size() && turns_[turn_].first == at) begin_turn(at);
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

  void begin_turn(std::uint32_t at) {
    paragraph(at);
    open_.push_back({at - 1, out_.size(), turn_mark});
    out_.emplace_back();
    ++turn_;
  }

  /// No mark has been opened that could be closed.
  [[nodiscard]] bool all_closed() const { return open_.empty() || open_.back().mark == turn_mark; }

  /// A line that goes on, or that holds the end of what the line before began to quote, is no new paragraph.
  [[nodiscard]] bool new_paragraph(std::uint32_t at) const {
    const unsigned breaks = tokens_[at].breaks_before;
    if (breaks == 0) return false;
    if (!open_.empty() && open_.front().mark == turn_mark) return at == turns_[turn_ - 1].last;
    if (breaks > 1 || open_.empty() || is_quote(at)) return true;
    if (tokens_[at].kind == TokenKind::word && !tokens_[at].capitalised) return false;
    for (std::uint32_t next = at; next < tokens_.size() && next < at + longest_look; ++next) {
      if (next > at && tokens_[next].breaks_before > 1) return true;
      if (!is_quote(next)) continue;
      return !(tokens_[next].kind == TokenKind::close_quote || (tokens_[next].kind == TokenKind::either_quote && !opens(next)));
    }
    return true;
  }

  [[nodiscard]] bool is_quote(std::uint32_t at) const {
    return at < tokens_.size() && (tokens_[at].kind == TokenKind::open_quote || tokens_[at].kind == TokenKind::close_quote ||
                                   tokens_[at].kind == TokenKind::either_quote);
  }

  [[nodiscard]] bool space_after(std::uint32_t at) const { return at + 1 >= tokens_.size() || tokens_[at + 1].space_before; }

  /// A straight mark that leans on what follows.
  [[nodiscard]] bool opens(std::uint32_t at) const {
    return tokens_[at].space_before && !space_after(at) && tokens_[at + 1].kind != TokenKind::punctuation;
  }

  void open(std::uint32_t at) {
    if (!open_.empty() && open_.back().token + 1 == at && open_.back().mark == tokens_[at].mark) {  // doubled
      open_.back().token = at;
      return;
    }
    if (!open_.empty() && open_.back().mark == tokens_[at].mark) {
      const bool leans_back = !tokens_[at].space_before && (space_after(at) || tokens_[at + 1].kind == TokenKind::punctuation);
      if (leans_back) return finish(at, false);  // “ for ”
      if (!nests(at)) finish(at, true);
    }
    open_.push_back({at, out_.size(), tokens_[at].mark});
    out_.emplace_back();
  }

  /// A second mark of the same kind before the first is closed: both are, if two closing marks follow before another opens.
  [[nodiscard]] bool nests(std::uint32_t at) const {
    unsigned closed = 0;
    for (std::uint32_t next = at + 1; next < tokens_.size() && next < at + longest_look; ++next) {
      if (tokens_[next].breaks_before > 0 || tokens_[next].mark == tokens_[at].mark) break;
      if (tokens_[next].kind == TokenKind::close_quote && !(is_quote(next - 1) && tokens_[next].breaks_before == 0 && closed > 0))
        ++closed;
    }
    return closed >= 2;
  }

  void close(std::uint32_t at) {
    if (!all_closed()) return finish(at, false);
    if (!open_.empty()) return;
    if (at > 0 && is_quote(at - 1) && tokens_[at - 1].kind != TokenKind::open_quote) return;  // doubled
    // The opening mark is missing: from the start of the paragraph or the end of the last quotation.
    for (std::uint32_t back = at; back > paragraph_; --back)
      if (is_quote(back - 1)) return;
    if (paragraph_ < at) add({paragraph_, out_.size(), 0}, paragraph_, at, true);
  }

  void either(std::uint32_t at) {
    if (at > 0 && tokens_[at - 1].kind == TokenKind::either_quote && !tokens_[at].space_before &&
        tokens_[at - 1].mark == tokens_[at].mark) {  // doubled
      if (!open_.empty() && open_.back().token + 1 == at) open_.back().token = at;
      return;
    }
    const bool straight_open = !all_closed() && tokens_[open_.back().token].kind == TokenKind::either_quote;
    if (all_closed()) {
      if (space_after(at) && !tokens_[at].space_before && at > 0) return close(at);
      return open(at);
    }
    if (!opens(at)) return finish(at, false);
    if (straight_open) finish(at, true);
    open(at);
  }

  void paragraph(std::uint32_t at) {
    while (!open_.empty()) finish(at, open_.back().mark != turn_mark);
    paragraph_ = at;
  }

  void finish(std::uint32_t last, bool repaired) {
    const Open begun = open_.back();
    open_.pop_back();
    add(begun, begun.token + 1, last, repaired);
  }

  /// Marks at the edges are left out, but for those of an inner quotation.
  void add(const Open& begun, std::uint32_t first, std::uint32_t last, bool repaired) {
    while (first < last && is_quote(first) && !begins_span(first)) ++first;
    while (last > first && is_quote(last - 1) && !ends_span(last - 1)) --last;
    QuotedSpan span;
    if (first < last) {
      span.span = {tokens_[first].span.begin, tokens_[last - 1].span.end};
      span.first_token = first;
      span.last_token = last;
      span.depth = static_cast<unsigned>(open_.size());
      span.repaired = repaired;
      span.turn = begun.mark == turn_mark;
    }
    if (begun.slot < out_.size()) {
      out_[begun.slot] = span;
    } else {
      out_.push_back(span);
    }
  }

  [[nodiscard]] bool begins_span(std::uint32_t at) const {
    for (std::size_t i = out_.size(); i-- > 0 && i + 3 > out_.size();)
      if (out_[i].last_token > 0 && out_[i].first_token == at + 1) return true;
    return false;
  }

  [[nodiscard]] bool ends_span(std::uint32_t at) const {
    for (std::size_t i = out_.size(); i-- > 0 && i + 4 > out_.size();)
      if (out_[i].last_token == at) return true;
    return false;
  }

  const std::vector<Token>& tokens_;
  std::vector<QuotedSpan>& out_;
  std::vector<Turn> turns_;
  std::size_t turn_ = 0;  ///< the next to begin
  std::vector<Open> open_;
  std::uint32_t paragraph_ = 0;
};

}  // namespace

void find_quoted(std::string_view text, const std::vector<Token>& tokens, std::vector<QuotedSpan>& out) {
  QuoteFinder(text, tokens, out).run();
  std::erase_if(out, [](const QuotedSpan& span) { return span.first_token >= span.last_token; });
}

}  // namespace entente
