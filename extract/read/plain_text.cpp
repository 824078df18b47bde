#include "plain_text.hpp"

#include <algorithm>
#include <utility>

#include "charset.hpp"
#include "clean_text.hpp"
#include "sha256.hpp"

namespace entente {

Result<Document> read_plain_text(std::string&& bytes, std::string_view charset, const std::string& source) {
  if (is_blank(bytes)) return Error{Error::Kind::syntax, source, 0, 0, "expected text, found an empty file"};
  Document document;
  document.info.file = source;
  document.info.sha256 = sha256(bytes);
  convert_marked(bytes);
  if (!charset.empty() && valid_utf8_size(bytes) != bytes.size()) convert_page(bytes, charset);
  if (auto checked = check_text(bytes, source); !checked) {
    const bool may_be_text = checked.error().line != 0;
    if (!may_be_text || !convert_detected(bytes)) return checked.error();
  }
  document.text = clean_text(std::move(bytes));
  document.info.date = date_on_own_line(document.text);
  return document;
}

std::optional<Date> date_on_own_line(std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    if (line.size() < sizeof "2024-11-30" - 1) continue;
    if (auto date = parse_date(line)) return date;
  }
  return std::nullopt;
}

}  // namespace entente
