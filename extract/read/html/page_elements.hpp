#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

/// What an element of HTML means for the text of its page.
enum class ElementRole : std::uint8_t {
  inline_text,  ///< part of the paragraph around it
  link,         ///< the same, and its words lead away
  block,        ///< a paragraph of its own
  heading,      ///< h2 to h6
  headline,     ///< h1
  item,         ///< an entry of a list or table
  line_break,
  furniture,  ///< never part of the text: navigation, footers, scripts
  header,     ///< furniture, unless it is the header of an article
  form,       ///< furniture, unless the whole page is one
  article,
  main_part,  ///< main
};

/// `name` in lower case.
[[nodiscard]] ElementRole role_of_element(std::string_view name);

/// Whether the values of class and id attributes say that an element is furniture, by the words that pages name their parts with.
[[nodiscard]] bool names_furniture(std::string_view class_names);

}  // namespace entente
