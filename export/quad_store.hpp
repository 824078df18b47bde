#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "entente/export/quad.hpp"

namespace entente {

/// Quads with their text, in one piece of memory that is used again.
class QuadStore {
 public:
  void add(const QuadView& quad);
  /// A view of it, until something is added.
  [[nodiscard]] QuadView operator[](std::size_t index) const;
  [[nodiscard]] std::size_t size() const { return quads_.size(); }
  /// Of all text.
  [[nodiscard]] std::size_t bytes() const { return text_.size(); }
  void clear();

 private:
  struct Piece {
    std::size_t begin = 0;
    std::size_t size = 0;
  };
  struct Term {
    Piece text;
    TermKind kind = TermKind::iri;
  };
  struct Quad {
    Term subject, predicate, object, graph;
    Piece datatype, language;
  };

  Piece stored(std::string_view text);
  Term stored_again(const TermView& term, const Term& last);
  [[nodiscard]] std::string_view view(Piece piece) const { return std::string_view(text_).substr(piece.begin, piece.size); }
  [[nodiscard]] TermView view(const Term& term) const { return {term.kind, view(term.text), {}, {}}; }

  std::string text_;
  std::vector<Quad> quads_;
};

}  // namespace entente
