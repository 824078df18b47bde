#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// Anonymous nodes are called `prefix`, "anon" and a number.
std::string anonymous_blank_label(std::string_view prefix, std::uint64_t number);

/// The label of a blank node of a source, behind `prefix`. Where the format has anonymous nodes, a label that looks like one of
/// theirs gets an x in the middle. A view of `label` itself, or of `storage`.
std::string_view fit_blank_label(std::string_view label, std::string_view prefix, bool has_anonymous_nodes, std::string& storage);

}  // namespace entente
