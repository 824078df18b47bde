#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "entente/ontology/claim.hpp"
#include "entente/ontology/ontology.hpp"
#include "identity.hpp"
#include "node_description.hpp"

namespace entente {

/// Describes every actor that occurs in `extraction`, and all that these link to, in order of IRI. `language` is that of
/// discovered names, empty where unknown. After each, `after_actor` gets a hash of what was described, and how.
void describe_actors(const Ontology& ontology, const Extraction& extraction, const Identities& names, std::string_view language,
                     NodeDescription& out, const std::function<void(std::uint64_t)>& after_actor);

}  // namespace entente
