#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "page_elements.hpp"

namespace entente {

/// A paragraph, a heading or an entry of a list, as a page shows it.
struct PageBlock {
  std::string text;            ///< UTF-8, without white space at its ends; line breaks where the page has them
  std::size_t words = 0;       ///< at least 1
  std::size_t link_words = 0;  ///< those of them within links
  ElementRole role = ElementRole::block;
  std::uint32_t article = 0;        ///< the outermost article element around it, from 1; 0: none
  bool is_in_main = false;          ///< within a main element
  bool is_in_article_body = false;  ///< within what schema.org's articleBody marks
  bool is_named_furniture = false;  ///< by class, id or role, or by standing in a form

  [[nodiscard]] double link_density() const { return static_cast<double>(link_words) / static_cast<double>(words); }
};

/// What a page says, in the order of its source, before it is decided what of it is the article.
struct PageParts {
  std::vector<PageBlock> blocks;
  /// What meta elements, links, times and microdata say of the page: names in lower case ("og:title", "canonical", "time").
  std::vector<std::pair<std::string, std::string>> properties;
  std::vector<std::string> linked_data;  ///< the content of each script of type application/ld+json
  std::string title;                     ///< of the title element
  std::string language;                  ///< of the html element

  /// The first property of this name that is not blank; empty where there is none.
  [[nodiscard]] std::string_view property(std::string_view name) const;
};

/// Reads HTML in UTF-8, as tolerant as browsers. Elements nested deeper than 1,000 end the page.
[[nodiscard]] PageParts read_page_parts(std::string_view html);

}  // namespace entente
