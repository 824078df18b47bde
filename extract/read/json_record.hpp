#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "entente/extract/document.hpp"
#include "entente/extract/reader.hpp"
#include "entente/ontology/result.hpp"

namespace entente {

/// Reads one line of JSON Lines, which check_text has passed, as a document. `source` and `line` are where it stands,
/// for messages. Fields that are not known are left alone.
Result<Document> read_record(std::string_view record, const std::string& source, std::uint64_t line,
                             const ReaderOptions& options);

}  // namespace entente
