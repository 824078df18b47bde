#pragma once

#include "entente/export/rendering.hpp"

namespace entente {

/// Renders JSON Lines: an object for each claim, quotation and mention, for scripts and for scoring.
/// `sameStoryAs` is the id of the document that told the story first, and missing where this one did.
/// IRIs say who an actor is; labels (`subjectLabel`, `speakerLabel`, `label` …) say how this very document calls it
/// (ActorNode::name), or, where it does not, how the ontology does. The RDF formats have the ontology's labels.
class ClaimsRenderer final : public FragmentRenderer {
 public:
  void render(const Extraction& extraction, const Identities& names, Fragment& out) override;
};

}  // namespace entente
