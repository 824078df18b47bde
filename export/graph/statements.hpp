#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "entente/export/quad.hpp"

namespace entente {

/// Statements held in memory, without their graphs, each once. What borrows from it goes with it.
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
  [[nodiscard]] std::span<const Statement> about(Term subject) const;
  [[nodiscard]] std::span<const Statement> about(Term subject, Term predicate) const;
  [[nodiscard]] TermView view(Term term) const { return views_[term]; }
  /// How many terms there are; their numbers are below.
  [[nodiscard]] std::size_t term_count() const { return views_.size(); }
  /// An IRI that occurs.
  [[nodiscard]] std::optional<Term> iri(std::string_view iri) const;

 private:
  static constexpr Term none = static_cast<Term>(-1);
  /// Of a hash table with open addressing; half of the slots at least are empty.
  struct Slot {
    std::uint32_t mark = 0;  ///< the upper half of the hash
    Term term = none;
  };

  Term number_of(const TermView& term);
  Term number_of_subject(const TermView& term);
  [[nodiscard]] std::size_t place_of(const TermView& term, std::uint64_t hash) const;
  void grow();
  std::string_view kept(std::string_view text);

  std::pmr::monotonic_buffer_resource memory_;  ///< of what the views borrow
  std::vector<TermView> views_;
  std::vector<Slot> slots_;
  std::vector<Statement> statements_;
};

}  // namespace entente
