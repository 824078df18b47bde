#pragma once

#include <string>
#include <string_view>

#include "entente/extract/document.hpp"
#include "entente/ontology/result.hpp"

namespace entente {

/// A page of HTML as a document: its text is the headline, an empty line and the main text (see main_text.hpp); title, date,
/// publisher, URL and language are those that the page says of itself, or empty. `charset` is the one that HTTP declares, or
/// empty. Fails where there is no main text; messages name `source`.
Result<Document> read_web_page(std::string&& bytes, std::string_view charset, const std::string& source);

}  // namespace entente
