#pragma once

#include <filesystem>

#include "entente/ontology/result.hpp"

namespace entente::cli {

/// The folder that holds `ontology/` and `morphology/`: $ENTENTE_DATA where it is set, else ../share/entente beside the
/// program's own folder, else the build tree. Fails with Error::Kind::io, naming the places, where none is there.
Result<std::filesystem::path> find_data_directory();

}  // namespace entente::cli
