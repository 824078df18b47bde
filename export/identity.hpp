#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content_hash.hpp"
#include "entente/ontology/claim.hpp"

namespace entente {

/// The IRIs of what one extraction holds, all functions of content.
struct Identities {
  std::string document;
  std::string story;                    ///< the document that told its story first: often itself
  std::vector<std::string> actors;      ///< as Extraction::actors
  std::vector<std::string> claims;      ///< as Extraction::claims; empty for one that repeats an earlier one
  std::vector<std::string> quotations;  ///< as Extraction::quotations, likewise
};

/// Names everything in `extraction` below `base`.
Identities identify(const Extraction& extraction, std::string_view base, ContentHash& hash);

/// Absolute: the ontology's own, or below `base` where the text made it known.
std::string actor_iri(const ActorNode& actor, std::string_view base);

/// The IRI of `part` ("evidence") of the claim or quotation `whole`.
std::string part_iri(std::string_view whole, std::string_view part);

}  // namespace entente
