#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "entente/ontology/result.hpp"

namespace entente {

/// `content` without the coding that the field Content-Encoding names (RFC 9110, section 8.4.1; RFC 7932; RFC 8878), up to some
/// bytes over `most`. Fails for damage, and for a coding that is not known.
Result<std::string> without_content_coding(std::string&& content, std::string_view coding, std::size_t most);

}  // namespace entente
