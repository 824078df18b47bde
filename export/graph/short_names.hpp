#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace entente {

/// A name for each IRI: what follows its namespace, or all of it where that is empty, where two would have the same (case not
/// told apart), or where programs for networks keep the name for themselves ("label", "weight", "x").
std::map<std::string_view, std::string> short_names(const std::set<std::string_view>& iris);

}  // namespace entente
