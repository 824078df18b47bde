#pragma once

#include <string>
#include <vector>

#include "page_parts.hpp"

namespace entente {

/// The text of the article of a page, without its headline and with an empty line between any two paragraphs; empty where the
/// page has no text that looks like an article.
///
/// Where the page marks its article (schema.org's articleBody, an article element, main), only what stands there counts. Of that,
/// a block is text or furniture by its number of words, its density of links, and those of its neighbours: the decision tree
/// of Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010), algorithm 2.
/// What the tree takes for text though it is short must end as a sentence does; within a marked article that is enough, where it
/// has few links. A heading belongs to the text below it, and short lines with a year above it, which tell its day. Parts that
/// the page names as furniture (a class "cookie-banner", a role "navigation") are left out, unless nothing else is left.
[[nodiscard]] std::string main_text(const std::vector<PageBlock>& blocks);

/// The first h1 that is not part of the furniture, of the article rather than of the page; empty where there is none.
[[nodiscard]] std::string headline(const std::vector<PageBlock>& blocks);

}  // namespace entente
