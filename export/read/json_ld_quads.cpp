#include "json_ld_quads.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include <nlohmann/json.hpp>

#include "../iri.hpp"
#include "../name_characters.hpp"
#include "../terms.hpp"
#include "blank_labels.hpp"
#include "term_scanner.hpp"

namespace entente {

using Json = nlohmann::ordered_json;

/// A value is an object of `predicate` said of `subject`, or the other way round.
struct JsonLdQuads::Place {
  Resource subject;
  Resource graph;
  std::string predicate;
  bool is_reverse = false;
};

namespace {

constexpr std::string_view rdf_json = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";

Error wrong(std::string message) { return {Error::Kind::value, "", 0, 0, std::move(message)}; }

std::string shown(const Json& json) {
  auto text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  constexpr std::size_t longest = 60;
  if (text.size() > longest) text.resize(longest), text += "…";
  return text;
}

bool is_iri(std::string_view text) {
  return scheme_length(text) > 0 && std::ranges::none_of(text, [](char c) { return is_of_class(c, excluded_from_iri); });
}

const Json* member(const Json& object, std::string_view keyword, const JsonLdActiveContext& context) {
  for (const auto& [key, value] : object.items()) {
    if (context.keyword(key) == keyword) return &value;
  }
  return nullptr;
}

bool is_nothing(const Json& value, const JsonLdActiveContext& context);

Json as_array(const Json& value) { return value.is_array() ? value : Json::array({value}); }

/// The canonical form of xsd:double (XML Schema 1.1 part 2, E.1).
std::string double_form(double number) {
  char digits[40];
  std::snprintf(digits, sizeof digits, "%.15E", number);
  std::string text(digits);
  const auto e = text.find('E');
  auto mantissa = text.substr(0, e);
  while (mantissa.ends_with('0') && !mantissa.ends_with(".0")) mantissa.pop_back();
  return mantissa + "E" + std::to_string(std::stoi(text.substr(e + 1)));
}

/// Numbers without a fraction below 10^21 are integers, however they are written.
bool is_integer(const Json& number) {
  if (number.is_number_integer()) return true;
  const auto value = number.get<double>();
  return std::abs(value) < 1e21 && std::floor(value) == value;
}

std::string integer_form(const Json& number) {
  if (number.is_number_integer()) return number.dump();
  char digits[40];
  std::snprintf(digits, sizeof digits, "%.0f", number.get<double>());
  return digits;
}

}  // namespace

JsonLdQuads::Resource JsonLdQuads::anonymous() {
  return {TermKind::blank, anonymous_blank_label(blank_prefix_, ++anonymous_nodes_)};
}

Result<JsonLdQuads::Resource> JsonLdQuads::resource(std::string_view id, const JsonLdActiveContext& context) {
  const auto text = context.document_iri(id);
  if (text.starts_with("_:")) {
    TermScanner scanner;
    std::string_view label;
    scanner.at = text.c_str();
    scanner.end = scanner.at + text.size();
    if (!scanner.blank_label(label) || scanner.at != scanner.end)
      return wrong("expected the label of a blank node, found \"" + text + "\"");
    std::string storage;
    return Resource{TermKind::blank, std::string(fit_blank_label(label, blank_prefix_, true, storage))};
  }
  if (!is_iri(text)) return wrong("expected an absolute IRI as @id, found \"" + text + "\"");
  return Resource{TermKind::iri, text};
}

Result<JsonLdQuads::Resource> JsonLdQuads::add_node(const Json& node, const JsonLdActiveContext& outer, const Resource& graph,
                                                    const Resource& called) {
  if (!node.is_object()) return wrong("expected a node object, found " + shown(node));
  std::optional<JsonLdActiveContext> own;
  if (const auto local = node.find("@context"); local != node.end()) {
    own = outer;
    if (auto done = own->apply(*local, known_); !done) return done.error();
  }
  const auto& context = own ? *own : outer;
  const auto* id = member(node, "@id", context);
  if (id != nullptr && !id->is_string()) return wrong("expected a string as @id, found " + shown(*id));
  auto subject =
      id != nullptr ? resource(id->get<std::string>(), context) : Result<Resource>(called.text.empty() ? anonymous() : called);
  if (!subject) return subject;
  const Place place{*subject, graph, {}, false};
  for (const auto& [key, value] : node.items()) {
    if (auto done = add_member(key, value, context, place); !done) return done.error();
  }
  return subject;
}

Result<Done> JsonLdQuads::add_member(const std::string& key, const Json& value, const JsonLdActiveContext& context,
                                     const Place& place) {
  const auto keyword = context.keyword(key);
  if (keyword == "@id" || keyword == "@context" || keyword == "@index") return Done{};
  if (keyword == "@type") return add_types(value, context, place);
  if (keyword == "@reverse") return add_reverse(value, context, place);
  if (keyword == "@graph" || keyword == "@included") {
    for (const auto& node : as_array(value)) {
      if (auto done = add_node(node, context, keyword == "@graph" ? place.subject : place.graph); !done) return done.error();
    }
    return Done{};
  }
  if (keyword.starts_with('@')) return wrong(std::string(keyword) + " is not read here");
  const auto* term = context.term(key);
  Place there = place;
  there.predicate = term != nullptr ? term->iri : context.vocabulary_iri(key);
  there.is_reverse = term != nullptr && term->is_reverse;
  if (scheme_length(there.predicate) == 0) return Done{};
  if (!is_iri(there.predicate)) return wrong("expected an IRI for the key \"" + key + "\", found \"" + there.predicate + "\"");
  static const JsonLdTerm no_term;
  return add_property(value, term == nullptr ? no_term : *term, context, there);
}

Result<Done> JsonLdQuads::add_types(const Json& types, const JsonLdActiveContext& context, const Place& place) {
  Place there = place;
  there.predicate = terms::rdf::type;
  for (const auto& type : as_array(types)) {
    if (!type.is_string()) return wrong("expected a string as @type, found " + shown(type));
    const auto class_ = resource(context.vocabulary_iri(type.get<std::string>()), context);
    if (!class_) return class_.error();
    if (auto done = add_resource(*class_, there); !done) return done;
  }
  return Done{};
}

Result<Done> JsonLdQuads::add_reverse(const Json& map, const JsonLdActiveContext& context, const Place& place) {
  if (!map.is_object()) return wrong("expected an object as @reverse, found " + shown(map));
  for (const auto& [key, value] : map.items()) {
    const auto* term = context.term(key);
    Place there = place;
    there.predicate = term != nullptr ? term->iri : context.vocabulary_iri(key);
    there.is_reverse = term == nullptr || !term->is_reverse;
    if (!is_iri(there.predicate)) return wrong("expected an IRI for the key \"" + key + "\" in @reverse");
    if (auto done = add_property(value, term == nullptr ? JsonLdTerm{} : *term, context, there); !done) return done;
  }
  return Done{};
}

Result<Done> JsonLdQuads::add_property(const Json& value, const JsonLdTerm& term, const JsonLdActiveContext& context,
                                       const Place& place) {
  if (term.type == "@json") return add_typed(value, std::string(rdf_json), place);
  if (term.is_language_map && value.is_object()) return add_language_map(value, context, place);
  if (term.is_index_map && value.is_object()) {
    for (const auto& part : value) {
      if (auto done = add_value(part, term, context, place); !done) return done;
    }
    return Done{};
  }
  const bool is_list_object = value.is_object() && member(value, "@list", context) != nullptr;
  if (term.is_list && !value.is_array() && is_nothing(value, context)) return Done{};
  if (term.is_list && !is_list_object) return add_list(value, term, context, place);
  return add_value(value, term, context, place);
}

Result<Done> JsonLdQuads::add_language_map(const Json& map, const JsonLdActiveContext& context, const Place& place) {
  for (const auto& [language, texts] : map.items()) {
    for (const auto& text : as_array(texts)) {
      if (text.is_null()) continue;
      if (!text.is_string()) return wrong("expected a string in the language map, found " + shown(text));
      const auto tag = context.keyword(language) == "@none" ? std::string() : language;
      if (auto done = add_tagged(text.get<std::string>(), tag, place); !done) return done;
    }
  }
  return Done{};
}

Result<Done> JsonLdQuads::add_value(const Json& value, const JsonLdTerm& term, const JsonLdActiveContext& context,
                                    const Place& place) {
  if (value.is_null()) return Done{};
  if (value.is_object()) return add_object(value, term, context, place);
  if (!value.is_array()) return add_scalar(value, term, context, place);
  for (const auto& part : value) {
    if (auto done = add_value(part, term, context, place); !done) return done;
  }
  return Done{};
}

Result<Done> JsonLdQuads::add_object(const Json& object, const JsonLdTerm& term, const JsonLdActiveContext& context,
                                     const Place& place) {
  if (member(object, "@value", context) != nullptr) return add_value_object(object, context, place);
  if (const auto* items = member(object, "@list", context)) return add_list(*items, term, context, place);
  if (const auto* values = member(object, "@set", context)) return add_value(*values, term, context, place);
  const auto node = add_node(object, context, place.graph);
  if (!node) return node.error();
  return add_resource(*node, place);
}

Result<Done> JsonLdQuads::add_value_object(const Json& object, const JsonLdActiveContext& context, const Place& place) {
  const Json* value = member(object, "@value", context);
  const Json* type = member(object, "@type", context);
  const Json* language = member(object, "@language", context);
  if (member(object, "@direction", context) != nullptr) return wrong("@direction is not read");
  if (type != nullptr && *type == "@json") return add_typed(*value, std::string(rdf_json), place);
  if (value->is_null()) return Done{};
  if (value->is_structured()) return wrong("expected a string, number or boolean as @value, found " + shown(*value));
  if (language != nullptr) {
    if (!language->is_string() || !value->is_string())
      return wrong("expected strings as @language and @value, found " + shown(object));
    return add_tagged(value->get<std::string>(), language->get<std::string>(), place);
  }
  if (type == nullptr || type->is_null()) {
    return value->is_string() ? add_tagged(value->get<std::string>(), "", place) : add_typed(*value, "", place);
  }
  const auto datatype = type->is_string() ? context.vocabulary_iri(type->get<std::string>()) : "";
  if (!is_iri(datatype)) return wrong("expected an IRI as @type, found " + shown(*type));
  return add_typed(*value, datatype, place);
}

namespace {

/// null, and {"@value": null}.
bool is_nothing(const Json& value, const JsonLdActiveContext& context) {
  if (!value.is_object()) return value.is_null();
  const Json* inner = member(value, "@value", context);
  const Json* type = member(value, "@type", context);
  return inner != nullptr && inner->is_null() && (type == nullptr || *type != "@json");
}

/// What becomes an item each: sets are taken apart, what is nothing is left out.
void collect_items(const Json& items, const JsonLdActiveContext& context, std::vector<const Json*>& out) {
  const auto take = [&](const Json& item) {
    const Json* set = item.is_object() ? member(item, "@set", context) : nullptr;
    if (set != nullptr)
      collect_items(*set, context, out);
    else if (!is_nothing(item, context))
      out.push_back(&item);
  };
  if (!items.is_array()) return take(items);
  for (const auto& item : items) take(item);
}

}  // namespace

Result<Done> JsonLdQuads::add_list(const Json& items, const JsonLdTerm& term, const JsonLdActiveContext& context,
                                   const Place& place) {
  if (place.is_reverse) return wrong("expected no list in a reverse property");
  JsonLdTerm item_term = term;
  item_term.is_list = false;
  Resource cell;
  Place last = place;
  std::vector<const Json*> flat;
  collect_items(items, context, flat);
  for (const Json* one : flat) {
    const Json& item = *one;
    cell = anonymous();
    say(TermView::blank(cell.text), last);
    Place in_cell{cell, place.graph, std::string(terms::rdf::first), false};
    auto done = item.is_array() ? add_list(item, item_term, context, in_cell) : add_value(item, item_term, context, in_cell);
    if (!done) return done;
    last = {cell, place.graph, std::string(terms::rdf::rest), false};
  }
  say(TermView::iri(terms::rdf::nil), last);
  return Done{};
}

Result<Done> JsonLdQuads::add_scalar(const Json& value, const JsonLdTerm& term, const JsonLdActiveContext& context,
                                     const Place& place) {
  if (value.is_string() && (term.type == "@id" || term.type == "@vocab")) {
    const auto text = value.get<std::string>();
    const bool is_term =
        term.type == "@vocab" && (context.term(text) != nullptr || scheme_length(context.vocabulary_iri(text)) > 0);
    const auto object = resource(is_term ? context.vocabulary_iri(text) : text, context);
    if (!object) return object.error();
    return add_resource(*object, place);
  }
  if (!term.type.empty() && !term.type.starts_with('@')) return add_typed(value, term.type, place);
  if (!value.is_string()) return add_typed(value, "", place);
  return add_tagged(value.get<std::string>(), term.language ? *term.language : context.language(), place);
}

Result<Done> JsonLdQuads::add_tagged(const std::string& text, std::string language, const Place& place) {
  if (place.is_reverse) return wrong("expected a node in a reverse property, found " + shown(text));
  if (!language.empty()) {
    TermScanner scanner;
    const auto tag = "@" + language;
    std::string_view lowered;
    std::string storage;
    scanner.at = tag.c_str();
    scanner.end = scanner.at + tag.size();
    if (!scanner.language_tag(lowered, storage) || scanner.at != scanner.end)
      return wrong("expected a language tag, found \"" + language + "\"");
    language = std::string(lowered);
  }
  say(TermView::tagged(text, language), place);
  return Done{};
}

/// `datatype` is empty where JSON's own types tell it.
Result<Done> JsonLdQuads::add_typed(const Json& value, const std::string& datatype, const Place& place) {
  if (place.is_reverse) return wrong("expected a node in a reverse property, found " + shown(value));
  const auto is_or = [&](std::string_view usual) { return datatype.empty() ? usual : std::string_view(datatype); };
  if (datatype == rdf_json) {
    say(TermView::typed(nlohmann::json(value).dump(), rdf_json), place);
  } else if (value.is_string()) {
    say(TermView::typed(value.get<std::string>(), datatype), place);
  } else if (value.is_boolean()) {
    say(TermView::typed(value.get<bool>() ? "true" : "false", is_or(terms::xsd::boolean)), place);
  } else if (is_integer(value) && datatype != terms::xsd::double_) {
    say(TermView::typed(integer_form(value), is_or(terms::xsd::integer)), place);
  } else {
    say(TermView::typed(double_form(value.get<double>()), is_or(terms::xsd::double_)), place);
  }
  return Done{};
}

Result<Done> JsonLdQuads::add_resource(const Resource& object, const Place& place) {
  if (!place.is_reverse) {
    say({object.kind, object.text, {}, {}}, place);
    return Done{};
  }
  Place turned{object, place.graph, place.predicate, false};
  say({place.subject.kind, place.subject.text, {}, {}}, turned);
  return Done{};
}

void JsonLdQuads::say(const TermView& object, const Place& place) {
  const auto view = [](const Resource& resource) { return TermView{resource.kind, resource.text, {}, {}}; };
  quads_.add({view(place.subject), TermView::iri(place.predicate), object, view(place.graph)});
}

}  // namespace entente
