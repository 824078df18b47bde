#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "entente/extract/document.hpp"
#include "entente/ontology/result.hpp"

namespace entente {

/// The bytes of one plain text as a document: its text, digest and date. They are in UTF-8, or in the encoding that a byte order
/// mark names, or `charset` (a name as HTTP gives it, or empty), or that they look like. Fails where they are no text, or none
/// that is likely; messages name `source`.
Result<Document> read_plain_text(std::string&& bytes, std::string_view charset, const std::string& source);

/// The date on the first line that holds nothing else.
[[nodiscard]] std::optional<Date> date_on_own_line(std::string_view text);

}  // namespace entente
