#pragma once

#include <string>

#include "entente/ontology/result.hpp"

namespace entente {

/// The descriptor of a new file in `folder` that nobody else can open and that is gone with its last descriptor, also where the
/// program is killed. The caller closes it. Fails with Error::Kind::io where the folder cannot be written to.
[[nodiscard]] Result<int> open_nameless_file(const std::string& folder);

}  // namespace entente
