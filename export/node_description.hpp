#pragma once

#include <string>
#include <string_view>

#include "entente/export/quad.hpp"
#include "utf8.hpp"

namespace entente {

/// Says things of one subject after the other. Empty values are not said.
class NodeDescription {
 public:
  /// Both must outlive it; `graph` is empty for the default graph.
  NodeDescription(QuadSink& sink, std::string_view graph) : sink_(sink) { quad_.graph = TermView::iri(graph); }

  /// What follows is said of `iri`, which must live until the next call.
  void about(std::string_view iri) { quad_.subject = TermView::iri(iri); }

  void link(std::string_view predicate, std::string_view iri) {
    if (!iri.empty()) say(predicate, TermView::iri(iri));
  }
  void text(std::string_view predicate, std::string_view text, std::string_view language = {}) {
    if (!text.empty()) say(predicate, TermView::tagged(portable_text(text, storage_), language));
  }
  void value(std::string_view predicate, std::string_view lexical_form, std::string_view datatype) {
    say(predicate, TermView::typed(lexical_form, datatype));
  }

 private:
  void say(std::string_view predicate, const TermView& object) {
    quad_.predicate = TermView::iri(predicate);
    quad_.object = object;
    sink_.quad(quad_);
  }

  QuadSink& sink_;
  QuadView quad_;
  std::string storage_;
};

}  // namespace entente
