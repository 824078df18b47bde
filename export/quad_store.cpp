#include "quad_store.hpp"

namespace entente {

void QuadStore::add(const QuadView& quad) {
  const Quad last = quads_.empty() ? Quad{} : quads_.back();
  Quad made;
  made.subject = stored_again(quad.subject, last.subject);
  made.predicate = stored_again(quad.predicate, last.predicate);
  made.object = {stored(quad.object.text), quad.object.kind};
  made.datatype = stored(quad.object.datatype);
  made.language = stored(quad.object.language);
  made.graph = stored_again(quad.graph, last.graph);
  quads_.push_back(made);
}

QuadStore::Piece QuadStore::stored(std::string_view text) {
  const Piece piece{text_.size(), text.size()};
  text_.append(text);
  return piece;
}

/// What is said again of the same needs no second copy.
QuadStore::Term QuadStore::stored_again(const TermView& term, const Term& last) {
  return {view(last.text) == term.text ? last.text : stored(term.text), term.kind};
}

QuadView QuadStore::operator[](std::size_t index) const {
  const Quad& quad = quads_[index];
  const TermView object{quad.object.kind, view(quad.object.text), view(quad.datatype), view(quad.language)};
  return {view(quad.subject), view(quad.predicate), object, view(quad.graph)};
}

void QuadStore::clear() {
  text_.clear();
  quads_.clear();
}

}  // namespace entente
