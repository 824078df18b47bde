#pragma once

#include <unordered_map>

#include "json_ld_writer.hpp"

namespace entente {

using NodeIndex = std::unordered_map<std::string, std::size_t>;

/// The node that `object` refers to; StoredNode::none if there is none in the block.
std::size_t referred_node(const StoredTerm& object, const NodeIndex& index);

/// Decides which nodes stand inside which: sets `parent` and `reverse`. A parent comes before its children, so there are no
/// cycles.
void nest(std::vector<StoredNode>& nodes, const NodeIndex& index, const JsonLdContext& context);

}  // namespace entente
