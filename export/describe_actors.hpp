#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "entente/ontology/claim.hpp"
#include "entente/ontology/ontology.hpp"
#include "identity.hpp"
#include "node_description.hpp"

namespace entente {

/// Describes every actor that occurs in `extraction`, and all that these link to, in order of IRI. `described` is null, or
/// what has been described before and is left out; it grows. `language` is that of discovered names, empty where unknown.
void describe_actors(const Ontology& ontology, const Extraction& extraction, const Identities& names, std::string_view language,
                     std::unordered_set<std::string>* described, NodeDescription& out);

}  // namespace entente
