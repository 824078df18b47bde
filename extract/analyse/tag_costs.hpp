#pragma once

#include "extract/language/tags.hpp"

namespace entente {

/// What it costs that `right` directly follows `left`, from 0 (the rule) upwards: by their tags, their agreement, and what
/// special words ask for.
[[nodiscard]] unsigned transition(const Reading& left, const Reading& right);

}  // namespace entente
