#pragma once

#include <string>

#include "entente/export/graph_store.hpp"
#include "entente/ontology/result.hpp"

namespace entente::cli {

/// From ENTENTE_TOKEN, or ENTENTE_USER and ENTENTE_PASSWORD; where none is set, from `netrc_file`, or ~/.netrc where that is
/// empty. Fails with Error::Kind::usage where they contradict each other, or the file that was asked for cannot be read.
Result<StoreCredentials> find_credentials(const std::string& netrc_file);

}  // namespace entente::cli
