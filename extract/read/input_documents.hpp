#pragma once

#include <string>

#include "entente/extract/reader.hpp"
#include "input_bytes.hpp"
#include "input_kind.hpp"

namespace entente {

/// The documents of an input that is open, as `read_documents` of a path hands them over. Messages and ids name `path`.
Result<Done> read_documents(InputBytes& source, InputKind kind, const std::string& path, const ReaderOptions& options,
                            const DocumentHandler& handle, const ReadErrorHandler& report);

}  // namespace entente
