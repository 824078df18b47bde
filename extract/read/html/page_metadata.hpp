#pragma once

#include <optional>
#include <string>

#include "entente/ontology/date.hpp"
#include "page_parts.hpp"

namespace entente {

/// What a page says of itself; empty what it does not say.
struct PageMetadata {
  std::string title;
  std::string publisher;
  std::string url;
  std::string language;      ///< BCP 47
  std::optional<Date> date;  ///< of publication
};

/// From JSON-LD (schema.org), Open Graph, microdata and the usual meta elements: the first in this order that says it. The
/// language is that of the html element where it has one.
[[nodiscard]] PageMetadata page_metadata(const PageParts& page);

}  // namespace entente
