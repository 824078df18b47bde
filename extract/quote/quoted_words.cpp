#include "extract/quote/quoted_words.hpp"

namespace entente {

bool QuotedWords::is_utterance(std::uint32_t first, std::uint32_t last, bool attributed) const {
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;
  for (std::uint32_t t = first; t < last; ++t) {
    words += token(t).kind == TokenKind::word;
    capitals += token(t).kind == TokenKind::word && token(t).capitalised;
  }
  if (words == 0 || (!attributed && words < 2)) return false;
  const std::uint32_t s = sentence_of_[first];
  const std::uint32_t article = word(s, word_at(s, first)).tag() == Tag::determiner ? 1 : 0;
  for (const Word& w : document_.sentences[s].words)
    if (w.is_name() && w.first <= first + article && w.last >= last) return false;
  if (words <= 3 && capitals == words && only_names(s, first, last)) return false;
  return !is_title(s, first, last);
}

bool QuotedWords::only_names(std::uint32_t s, std::uint32_t first, std::uint32_t last) const {
  for (const Word& w : document_.sentences[s].words)
    if (w.first >= first && w.last <= last && w.tag() != Tag::name && w.tag() != Tag::determiner && w.tag() != Tag::punctuation)
      return false;
  return true;
}

bool QuotedWords::capitals_inside(std::uint32_t s, std::uint32_t at, std::uint32_t last) const {
  return word(s, at).tag() == Tag::determiner && at + 1 < document_.sentences[s].words.size() && word(s, at + 1).last <= last &&
         word(s, at + 1).capitalised;
}

bool QuotedWords::is_title(std::uint32_t s, std::uint32_t first, std::uint32_t last) const {
  const std::uint32_t at = word_at(s, first);
  if (at == 0 || !token(first).capitalised || word(s, at).is_name()) return false;
  const Tag before = word(s, at - 1).tag();
  if (word(s, at - 1).last + 1 < first || word(s, at - 1).mark == ':' || before == Tag::subordinator) return false;
  if (before != Tag::noun && before != Tag::determiner && !capitals_inside(s, at, last)) return false;
  for (std::uint32_t w = at; w < document_.sentences[s].words.size() && word(s, w).first < last; ++w)
    if (word(s, w).tag() == Tag::verb) return false;
  return true;
}

}  // namespace entente
