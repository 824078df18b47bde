#include "statements.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t fewest_slots = 1024;

std::uint64_t hash_of(const TermView& term) {
  auto seed = static_cast<std::uint64_t>(term.kind);
  if (!term.datatype.empty()) seed = XXH3_64bits_withSeed(term.datatype.data(), term.datatype.size(), seed);
  if (!term.language.empty()) seed = XXH3_64bits_withSeed(term.language.data(), term.language.size(), seed + 1);
  return XXH3_64bits_withSeed(term.text.data(), term.text.size(), seed);
}

}  // namespace

void Statements::add(const QuadView& quad) {
  const auto subject = number_of_subject(quad.subject);
  const auto predicate = number_of(quad.predicate);
  statements_.push_back({subject, predicate, number_of(quad.object)});
}

void Statements::settle() {
  std::ranges::sort(statements_);
  statements_.erase(std::unique(statements_.begin(), statements_.end()), statements_.end());
}

std::span<const Statements::Statement> Statements::about(Term subject) const {
  const auto found = std::ranges::equal_range(statements_, subject, {}, &Statement::subject);
  return {found.begin(), found.end()};
}

std::span<const Statements::Statement> Statements::about(Term subject, Term predicate) const {
  const auto key = [](const Statement& statement) { return std::pair(statement.subject, statement.predicate); };
  const auto found = std::ranges::equal_range(statements_, std::pair(subject, predicate), {}, key);
  return {found.begin(), found.end()};
}

std::optional<Statements::Term> Statements::iri(std::string_view iri) const {
  if (slots_.empty()) return std::nullopt;
  const auto view = TermView::iri(iri);
  const Slot& slot = slots_[place_of(view, hash_of(view))];
  if (slot.term == none) return std::nullopt;
  return slot.term;
}

/// Where the term stands, or would.
std::size_t Statements::place_of(const TermView& term, std::uint64_t hash) const {
  const auto mark = static_cast<std::uint32_t>(hash >> 32);
  auto place = hash & (slots_.size() - 1);
  while (slots_[place].term != none && (slots_[place].mark != mark || views_[slots_[place].term] != term)) {
    place = (place + 1) & (slots_.size() - 1);
  }
  return place;
}

Statements::Term Statements::number_of(const TermView& term) {
  if (views_.size() * 2 >= slots_.size()) grow();
  const auto hash = hash_of(term);
  Slot& slot = slots_[place_of(term, hash)];
  if (slot.term != none) return slot.term;
  slot = {static_cast<std::uint32_t>(hash >> 32), static_cast<Term>(views_.size())};
  views_.push_back({term.kind, kept(term.text), kept(term.datatype), kept(term.language)});
  return slot.term;
}

void Statements::grow() {
  slots_.assign(std::max(fewest_slots, slots_.size() * 2), {});
  for (Term term = 0; term < views_.size(); ++term) {
    const auto hash = hash_of(views_[term]);
    slots_[place_of(views_[term], hash)] = {static_cast<std::uint32_t>(hash >> 32), term};
  }
}

std::string_view Statements::kept(std::string_view text) {
  if (text.empty()) return {};
  auto* bytes = static_cast<char*>(memory_.allocate(text.size(), 1));
  std::memcpy(bytes, text.data(), text.size());
  return {bytes, text.size()};
}

/// Most statements have the subject of the one before.
Statements::Term Statements::number_of_subject(const TermView& term) {
  if (!statements_.empty()) {
    const auto last = statements_.back().subject;
    if (views_[last].kind == term.kind && views_[last].text == term.text) return last;
  }
  return number_of(term);
}

}  // namespace entente
