#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/export/quad.hpp"

namespace entente {

/// Statements held in memory, without their graphs, each once.
class Statements {
 public:
  /// A term, by its number.
  using Term = std::uint32_t;
  struct Statement {
    Term subject, predicate, object;
    auto operator<=>(const Statement&) const = default;
  };

  void add(const QuadView& quad);
  /// Sorts what has been added. Call it once, before asking.
  void settle();

  /// By subject, then by predicate.
  [[nodiscard]] std::span<const Statement> all() const { return statements_; }
  [[nodiscard]] std::span<const Statement> about(Term subject, Term predicate) const;
  [[nodiscard]] TermView view(Term term) const { return views_[term]; }
  /// An IRI that occurs.
  [[nodiscard]] std::optional<Term> iri(std::string_view iri) const;

 private:
  Term number_of(const TermView& term);

  std::deque<std::string> keys_;  ///< what the views and the index borrow
  std::vector<TermView> views_;
  std::unordered_map<std::string_view, Term> numbers_;
  std::vector<Statement> statements_;
  std::string key_;
};

}  // namespace entente
