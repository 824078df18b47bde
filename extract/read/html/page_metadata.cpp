#include "page_metadata.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string_view>

namespace entente {
namespace {

using Json = nlohmann::json;

constexpr std::array<const char*, 14> date_properties{"article:published_time",
                                                      "og:article:published_time",
                                                      "datepublished",
                                                      "dc.date.issued",
                                                      "dcterms.issued",
                                                      "dcterms.created",
                                                      "dc.date",
                                                      "dc.date.created",
                                                      "parsely-pub-date",
                                                      "sailthru.date",
                                                      "pubdate",
                                                      "publish-date",
                                                      "date",
                                                      "time"};

bool names_article(const Json& type) {
  if (type.is_array()) return std::ranges::any_of(type, names_article);
  if (!type.is_string()) return false;
  const std::string_view name = type.get_ref<const std::string&>();
  return name.ends_with("Article") || name.ends_with("BlogPosting") || name.ends_with("Report");
}

/// The first description of an article among these nodes.
const Json* find_article(const Json& node) {
  if (node.is_array()) {
    for (const Json& item : node) {
      if (!item.is_array()) {
        if (const Json* found = find_article(item)) return found;
      }
    }
    return nullptr;
  }
  if (!node.is_object()) return nullptr;
  if (const auto type = node.find("@type"); type != node.end() && names_article(*type)) return &node;
  const auto graph = node.find("@graph");
  return graph != node.end() && graph->is_array() ? find_article(*graph) : nullptr;
}

/// A string, or the name or IRI of a node; of several the first.
std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_array() && !value.empty() && !value.front().is_array()) return text_of(value.front());
  if (!value.is_object()) return {};
  for (const char* key : {"name", "@id"}) {
    if (const auto found = value.find(key); found != value.end() && found->is_string()) return found->get<std::string>();
  }
  return {};
}

class Description {
 public:
  explicit Description(const PageParts& page) : page_(page) {
    for (const std::string& script : page.linked_data) {
      const Json parsed = Json::parse(script, nullptr, false);
      if (const Json* found = find_article(parsed)) {
        article_ = *found;
        break;
      }
    }
  }

  [[nodiscard]] std::string linked(const char* key) const {
    const auto found = article_.find(key);
    return found == article_.end() ? std::string() : text_of(*found);
  }

  /// What the JSON-LD says of the article, else the first of these properties that the page has.
  [[nodiscard]] std::string either(const char* key, std::initializer_list<const char*> properties) const {
    std::string text = linked(key);
    for (const char* property : properties) {
      if (!text.empty()) break;
      text = page_.property(property);
    }
    return text;
  }

  [[nodiscard]] std::optional<Date> date() const {
    if (const auto date = parse_date(linked("datePublished"))) return date;
    for (const char* property : date_properties) {
      if (const auto date = parse_date(page_.property(property))) return date;
    }
    return std::nullopt;
  }

 private:
  const PageParts& page_;
  Json article_ = Json::object();
};

/// "fr_FR" as pages also write it.
std::string language_tag(std::string text) {
  std::ranges::replace(text, '_', '-');
  return text.substr(0, text.find_first_of(", ;"));
}

}  // namespace

PageMetadata page_metadata(const PageParts& page) {
  const Description description(page);
  PageMetadata metadata;
  metadata.title = description.either("headline", {"og:title", "headline", "twitter:title", "dc.title"});
  metadata.publisher = description.either("publisher", {"og:site_name", "dc.publisher", "publisher"});
  metadata.url = description.either("url", {"canonical", "og:url"});
  metadata.language =
      page.language.empty() ? description.either("inLanguage", {"og:locale", "content-language", "dc.language"}) : page.language;
  metadata.language = language_tag(std::move(metadata.language));
  metadata.date = description.date();
  return metadata;
}

}  // namespace entente
