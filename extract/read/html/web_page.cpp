#include "web_page.hpp"

#include <utility>

#include "../charset.hpp"
#include "../clean_text.hpp"
#include "../sha256.hpp"
#include "main_text.hpp"
#include "page_metadata.hpp"
#include "page_parts.hpp"

namespace entente {

Result<Document> read_web_page(std::string&& bytes, std::string_view charset, const std::string& source) {
  Document document;
  auto& info = document.info;
  info.file = source;
  info.sha256 = sha256(bytes);
  convert_page(bytes, std::string(charset.empty() ? declared_charset(bytes) : charset));
  const PageParts page = read_page_parts(bytes);
  const std::string body = main_text(page.blocks);
  if (body.empty()) return Error{Error::Kind::syntax, source, 0, 0, "expected a page with an article, found no main text"};
  auto metadata = page_metadata(page);
  std::string shown = headline(page.blocks);
  info.title = clean_text(metadata.title.empty() ? std::string(shown.empty() ? page.title : shown) : std::move(metadata.title));
  if (shown.empty()) shown = info.title;
  document.text = clean_text(shown.empty() ? std::string(body) : shown + "\n\n" + body);
  info.publisher = clean_text(std::move(metadata.publisher));
  info.url = std::move(metadata.url);
  info.language = std::move(metadata.language);
  info.date = metadata.date;
  return document;
}

}  // namespace entente
