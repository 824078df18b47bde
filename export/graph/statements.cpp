#include "statements.hpp"

#include <algorithm>
#include <utility>

namespace entente {
namespace {

/// One text per term; a line feed stands in no IRI, datatype or language tag.
void write_key(const TermView& term, std::string& key) {
  key.assign(1, static_cast<char>('0' + static_cast<int>(term.kind)));
  if (term.kind == TermKind::literal) key.append(term.datatype).append("\n").append(term.language).append("\n");
  key.append(term.text);
}

TermView read_key(std::string_view key, TermKind kind) {
  key.remove_prefix(1);
  if (kind != TermKind::literal) return {kind, key, {}, {}};
  const auto datatype = key.substr(0, key.find('\n'));
  key.remove_prefix(datatype.size() + 1);
  const auto language = key.substr(0, key.find('\n'));
  return {kind, key.substr(language.size() + 1), datatype, language};
}

}  // namespace

void Statements::add(const QuadView& quad) {
  const auto subject = number_of(quad.subject);
  const auto predicate = number_of(quad.predicate);
  statements_.push_back({subject, predicate, number_of(quad.object)});
}

void Statements::settle() {
  std::ranges::sort(statements_);
  statements_.erase(std::unique(statements_.begin(), statements_.end()), statements_.end());
}

std::span<const Statements::Statement> Statements::about(Term subject, Term predicate) const {
  const auto key = [](const Statement& statement) { return std::pair(statement.subject, statement.predicate); };
  const auto found = std::ranges::equal_range(statements_, std::pair(subject, predicate), {}, key);
  return {found.begin(), found.end()};
}

std::optional<Statements::Term> Statements::iri(std::string_view iri) const {
  std::string key;
  write_key(TermView::iri(iri), key);
  const auto found = numbers_.find(key);
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

Statements::Term Statements::number_of(const TermView& term) {
  write_key(term, key_);
  const auto found = numbers_.find(key_);
  if (found != numbers_.end()) return found->second;
  const auto number = static_cast<Term>(views_.size());
  keys_.push_back(key_);
  views_.push_back(read_key(keys_.back(), term.kind));
  numbers_.emplace(keys_.back(), number);
  return number;
}

}  // namespace entente
