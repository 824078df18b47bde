#include "page_parts.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>
#include <new>

#include "../ascii.hpp"
#include "page_text.hpp"

namespace entente {
namespace {

constexpr std::size_t greatest_depth = 1000;  // libxml2 looks through all open elements at each end tag

struct Free {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

std::string_view view(const xmlChar* text) { return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text); }

/// The attributes of one element, as libxml2 hands them over: names in lower case and values, in turn, then a null.
class Attributes {
 public:
  explicit Attributes(const xmlChar** list) : list_(list) {}

  [[nodiscard]] std::string_view operator[](std::string_view name) const { return view(find(name)); }
  [[nodiscard]] bool has(std::string_view name) const {
    for (const xmlChar** at = list_; at != nullptr && *at != nullptr; at += 2) {
      if (view(*at) == name) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] const xmlChar* find(std::string_view name) const {
    for (const xmlChar** at = list_; at != nullptr && *at != nullptr; at += 2) {
      if (view(*at) == name) return at[1];
    }
    return nullptr;
  }

  const xmlChar** list_;
};

/// An open element, with what it has from those around it.
struct OpenElement {
  ElementRole role = ElementRole::inline_text;
  bool is_hidden = false;
  bool is_link = false;
  bool is_linked_data = false;
  bool is_title = false;
  bool is_content = false;  ///< an article or main is around it
  PageBlock block;          ///< what a block that begins here is like; no text
};

bool is_hidden(const Attributes& attributes) {
  if (attributes.has("hidden") || attributes["aria-hidden"] == "true") return true;
  std::string style = ascii_lower_case(attributes["style"]);
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos;
}

bool has_furniture_role(std::string_view role) {
  return role == "navigation" || role == "banner" || role == "contentinfo" || role == "complementary" || role == "search" ||
         role == "dialog";
}

bool is_within_block(ElementRole role) {
  return role == ElementRole::inline_text || role == ElementRole::link || role == ElementRole::line_break;
}

bool is_of_its_own_kind(ElementRole role) {
  return role == ElementRole::heading || role == ElementRole::headline || role == ElementRole::item;
}

bool is_content_element(ElementRole role) { return role == ElementRole::article || role == ElementRole::main_part; }

/// Takes the events of the parser.
class PartsReader {
 public:
  PartsReader(PageParts& parts, htmlParserCtxt* parser) : parts_(parts), parser_(parser) { open_.emplace_back(); }

  void begin(std::string_view name, const Attributes& attributes) {
    read_properties(name, attributes);
    const OpenElement& parent = open_.back();
    OpenElement element = inside(parent, role_of_element(name));
    note_meaning(element, name, attributes);
    const bool ends_block = element.role == ElementRole::line_break ? text_.break_line() : !is_within_block(element.role);
    if (ends_block) text_.end_block(parts_.blocks, parent.block);
    open_.push_back(std::move(element));
    if (open_.size() > greatest_depth) xmlStopParser(parser_);
  }

  void end() {
    if (open_.size() == 1) return;
    const OpenElement& element = open_.back();
    if (!is_within_block(element.role)) text_.end_block(parts_.blocks, element.block);
    open_.pop_back();
  }

  void characters(std::string_view characters) {
    const OpenElement& element = open_.back();
    if (element.is_linked_data) parts_.linked_data.back() += characters;
    if (element.is_title) parts_.title += characters;
    if (!element.is_hidden) text_.add(characters, element.is_link);
  }

  void finish() { text_.end_block(parts_.blocks, open_.back().block); }

 private:
  static OpenElement inside(const OpenElement& parent, ElementRole role) {
    OpenElement element;
    element.role = role;
    element.is_hidden = parent.is_hidden;
    element.is_link = parent.is_link || role == ElementRole::link;
    element.is_content = parent.is_content || is_content_element(role);
    element.block = parent.block;
    return element;
  }

  void note_meaning(OpenElement& element, std::string_view name, const Attributes& attributes) {
    const bool is_header = element.role == ElementRole::header && !element.is_content;
    element.is_hidden = element.is_hidden || element.role == ElementRole::furniture || is_header || is_hidden(attributes);
    note_block(element, name, attributes);
    element.is_title = name == "title" && parts_.title.empty();
    element.is_linked_data = name == "script" && ascii_lower_case(attributes["type"]).starts_with("application/ld+json");
    if (element.is_linked_data) parts_.linked_data.emplace_back();
  }

  void note_block(OpenElement& element, std::string_view name, const Attributes& attributes) {
    PageBlock& block = element.block;
    const auto role = element.role;
    if (!is_within_block(role)) block.role = is_of_its_own_kind(role) ? role : ElementRole::block;
    if (role == ElementRole::article && block.article == 0) block.article = ++articles_;
    block.is_in_main = block.is_in_main || role == ElementRole::main_part || attributes["role"] == "main";
    block.is_in_article_body = block.is_in_article_body || ascii_lower_case(attributes["itemprop"]) == "articlebody";
    if (role == ElementRole::form || has_furniture_role(attributes["role"])) block.is_named_furniture = true;
    if (name == "html" || name == "body" || is_content_element(role)) return;
    if (names_furniture(attributes["class"]) || names_furniture(attributes["id"])) block.is_named_furniture = true;
  }

  void read_properties(std::string_view name, const Attributes& attributes) {
    if (name == "html" && parts_.language.empty()) parts_.language = attributes["lang"];
    if (name == "meta") {
      for (const char* key : {"property", "name", "itemprop", "http-equiv"}) add(attributes[key], attributes["content"]);
    } else if (name == "link") {
      add(attributes["rel"], attributes["href"]);
    } else if (name == "time") {
      add("time", attributes["datetime"]);
    }
    if (name != "meta" && attributes.has("itemprop")) {
      add(attributes["itemprop"], attributes[attributes.has("datetime") ? "datetime" : "content"]);
    }
  }

  void add(std::string_view property, std::string_view value) {
    if (!property.empty() && !value.empty())
      parts_.properties.emplace_back(ascii_lower_case(property), collapse_white_space(value));
  }

  PageParts& parts_;
  htmlParserCtxt* parser_;  ///< whose events these are
  PageText text_;
  std::vector<OpenElement> open_;
  std::uint32_t articles_ = 0;
};

PartsReader& reader(void* context) { return *static_cast<PartsReader*>(context); }

void on_begin(void* context, const xmlChar* name, const xmlChar** attributes) {
  reader(context).begin(view(name), Attributes(attributes));
}
void on_end(void* context, const xmlChar* /*name*/) { reader(context).end(); }
void on_characters(void* context, const xmlChar* text, int size) {
  reader(context).characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

}  // namespace

std::string_view PageParts::property(std::string_view name) const {
  const auto found = std::ranges::find(properties, name, &std::pair<std::string, std::string>::first);
  return found == properties.end() ? std::string_view() : found->second;
}

PageParts read_page_parts(std::string_view html) {
  PageParts parts;
  htmlSAXHandler events{};
  events.startElement = on_begin;
  events.endElement = on_end;
  events.characters = on_characters;
  events.ignorableWhitespace = on_characters;
  events.cdataBlock = on_characters;
  const std::unique_ptr<htmlParserCtxt, Free> context(htmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  PartsReader reader(parts, context.get());
  *context->sax = events;
  context->userData = &reader;
  htmlCtxtReadMemory(context.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  reader.finish();
  parts.title = collapse_white_space(parts.title);
  return parts;
}

}  // namespace entente
