#include "json_ld_terms.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include <nlohmann/json.hpp>

#include "json_text.hpp"
#include "terms.hpp"

namespace entente {
namespace {

using Container = ContextTerm::Container;

constexpr std::string_view rdf_json = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";

/// Data with more properties than this has no schema: nothing is gained by remembering them all.
constexpr std::size_t most_properties = 4096;

/// Whether `text` is a JSON number that every reader keeps (below 2^53) and that reads back as this very form.
bool is_native_integer(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  constexpr std::int64_t limit = std::int64_t{1} << 53;
  if (error != std::errc() || end != text.data() + text.size() || number <= -limit || number >= limit) return false;
  const auto digits = text.substr(text[0] == '-' ? 1 : 0);
  return digits == "0" ? digits.size() == text.size() : digits[0] != '0';
}

/// Whether JSON writes it as it stands: true, false or an integer.
bool is_native(const TermView& literal) {
  if (literal.datatype == terms::xsd::boolean) return literal.text == "true" || literal.text == "false";
  return (literal.datatype == terms::xsd::integer || literal.datatype == terms::xsd::nonNegativeInteger) &&
         is_native_integer(literal.text);
}

/// Whether JSON's own numbers and booleans are read as being of this datatype.
bool is_native_datatype(std::string_view datatype) { return datatype == terms::xsd::boolean || datatype == terms::xsd::integer; }

bool is_plain(const TermView& literal) { return literal.datatype.empty() || literal.datatype == terms::xsd::string; }

const JsonLdSlot* find(const std::vector<std::pair<std::string, const JsonLdSlot*>>& slots, std::string_view name) {
  const auto found = std::ranges::find_if(slots, [&](const auto& slot) { return slot.first == name; });
  return found == slots.end() ? nullptr : found->second;
}

void append_native_or_string(const TermView& literal, std::string& out) {
  if (is_native(literal))
    out.append(literal.text);
  else
    append_json_string(literal.text, out);
}

}  // namespace

JsonLdTerms::JsonLdTerms(const JsonLdContext* context, const RdfWriterOptions& options) : context_(context), options_(options) {
  const std::string type = context == nullptr ? "@type" : context->type().name;
  type_ = slot(type, context == nullptr || context->type().container == Container::set, false);
  append_json_string(context == nullptr ? "@id" : context->id().name, id_key_);
  id_key_.push_back(':');
}

const JsonLdSlot* JsonLdTerms::slot(const std::string& name, bool is_array, bool is_map) {
  auto& slot = slots_[{name, (is_array ? 1 : 0) + (is_map ? 2 : 0)}];
  if (slot.key.empty()) {
    append_json_string(name, slot.key);
    slot.key.push_back(':');
    slot.is_array = is_array;
    slot.is_map = is_map;
  }
  return &slot;
}

const JsonLdTerms::Property& JsonLdTerms::property(std::string_view predicate) {
  const auto known = properties_.find(predicate);
  if (known != properties_.end()) return known->second;
  if (properties_.size() >= most_properties) properties_.clear();
  auto made = context_ == nullptr ? expanded_property(predicate) : compact_property(predicate);
  return properties_.emplace(predicate, std::move(made)).first->second;
}

JsonLdTerms::Property JsonLdTerms::expanded_property(std::string_view predicate) {
  Property property;
  property.bare = property.reference = property.neutral = slot(std::string(predicate), true, false);
  return property;
}

JsonLdTerms::Property JsonLdTerms::compact_property(std::string_view predicate) {
  Property property;
  property.bare = slot(context_->compact_iri(predicate), false, false);
  for (const auto& term : context_->terms(predicate)) choose(term, property);
  if (property.neutral == nullptr) property.neutral = property.bare;
  if (property.reference == nullptr) property.reference = property.neutral;
  if (property.string == nullptr) property.string = property.map;
  if (property.string == nullptr && context_->default_language().empty()) property.string = property.bare;
  return property;
}

/// Takes `term` for all that it is good for and no term before it was.
void JsonLdTerms::choose(const ContextTerm& term, Property& property) {
  const auto* place = slot(term.name, term.container == Container::set, term.container == Container::language);
  const auto take = [&](const JsonLdSlot*& for_what) {
    if (for_what == nullptr) for_what = place;
  };
  if (term.container == Container::language) return take(property.map);
  if (term.type == "@id" || (term.type == "@vocab" && property.reference_as == ReferenceAs::object)) {
    if (property.reference_as != ReferenceAs::id) property.reference = place;
    property.reference_as = term.type == "@id" ? ReferenceAs::id : ReferenceAs::vocabulary;
  } else if (term.type == terms::xsd::string) {
    take(property.string);
  } else if (!term.type.empty()) {
    property.datatypes.emplace_back(term.type, place);
  } else {
    const auto language = term.language ? *term.language : context_->default_language();
    if (language.empty())
      take(property.string);
    else
      property.languages.emplace_back(language, place);
    take(property.neutral);
  }
}

const JsonLdSlot& JsonLdTerms::append_value(std::string_view predicate, const TermView& object, std::string& out) {
  if (object.kind == TermKind::literal) return append_literal(property(predicate), object, out);
  if (predicate == terms::rdf::type && !options_.has_rdf_type) return append_type(object, out);
  return append_reference(property(predicate), object, out);
}

const JsonLdSlot& JsonLdTerms::append_type(const TermView& object, std::string& out) {
  append_json_string(object.kind == TermKind::blank ? "_:" + std::string(object.text) : vocabulary_name(object.text), out);
  return *type_;
}

const JsonLdSlot& JsonLdTerms::append_reference(const Property& property, const TermView& object, std::string& out) const {
  if (property.reference_as == ReferenceAs::vocabulary && object.kind == TermKind::iri) {
    append_json_string(vocabulary_name(object.text), out);
  } else if (property.reference_as == ReferenceAs::object) {
    out.push_back('{');
    append_id(object, out);
    out.push_back('}');
  } else {
    append_node_id(object, out);
  }
  return *property.reference;
}

const JsonLdSlot& JsonLdTerms::append_literal(const Property& property, const TermView& literal, std::string& out) const {
  const JsonLdSlot* place = nullptr;
  if (!literal.language.empty()) {
    place = property.map != nullptr ? property.map : find(property.languages, literal.language);
    if (place != nullptr) append_json_string(literal.text, out);
  } else if (is_plain(literal)) {
    place = property.string;
    if (place != nullptr) append_json_string(literal.text, out);
  } else {
    place = find(property.datatypes, literal.datatype);
    const bool says_itself =
        place == nullptr && context_ != nullptr && is_native_datatype(literal.datatype) && is_native(literal);
    if (says_itself) place = property.neutral;
    if (place != nullptr) append_native_or_string(literal, out);
  }
  if (place != nullptr) return *place;
  append_value_object(literal, out);
  return *property.neutral;
}

/// rdf:JSON, where the text is JSON: it stands as it is.
void JsonLdTerms::append_json_literal(const TermView& literal, std::string& out) const {
  out.append("{\"@value\":").append(literal.text).append(",").append(type_->key).append("\"@json\"}");
}

bool JsonLdTerms::append_native(const TermView& literal, std::string& out) const {
  if (!options_.has_native_types) return false;
  if (literal.datatype == terms::xsd::boolean && (literal.text == "1" || literal.text == "0")) {
    out.append("{\"@value\":").append(literal.text == "1" ? "true" : "false").append("}");
    return true;
  }
  const bool is_double = literal.datatype == terms::xsd::double_ && nlohmann::json::accept(literal.text);
  if (!is_double && !(is_native_datatype(literal.datatype) && is_native(literal))) return false;
  out.append("{\"@value\":").append(literal.text).append("}");
  return true;
}

/// A language, "_" and a direction behind the namespace.
bool JsonLdTerms::append_directed(const TermView& literal, std::string& out) const {
  constexpr std::string_view i18n = "https://www.w3.org/ns/i18n#";
  if (!options_.has_i18n_directions || !literal.datatype.starts_with(i18n)) return false;
  const auto tags = literal.datatype.substr(i18n.size());
  const auto underscore = tags.rfind('_');
  if (underscore == std::string_view::npos) return false;
  out.append("{\"@value\":");
  append_json_string(literal.text, out);
  if (underscore > 0) {
    out.append(",\"@language\":");
    append_json_string(tags.substr(0, underscore), out);
  }
  out.append(",\"@direction\":");
  append_json_string(tags.substr(underscore + 1), out);
  out.push_back('}');
  return true;
}

void JsonLdTerms::append_value_object(const TermView& literal, std::string& out) const {
  if (literal.datatype == rdf_json && nlohmann::json::accept(literal.text)) return append_json_literal(literal, out);
  if (append_native(literal, out) || append_directed(literal, out)) return;
  out.append("{\"@value\":");
  append_json_string(literal.text, out);
  if (!literal.language.empty()) {
    out.append(",\"@language\":");
    append_json_string(literal.language, out);
  } else if (!is_plain(literal)) {
    out.append(",").append(type_->key);
    append_json_string(vocabulary_name(literal.datatype), out);
  }
  out.push_back('}');
}

void JsonLdTerms::append_item(const TermView& object, std::string& out) const {
  if (object.kind != TermKind::literal) {
    out.push_back('{');
    append_id(object, out);
    out.push_back('}');
  } else if (context_ != nullptr && context_->default_language().empty() && object.language.empty() && is_plain(object)) {
    append_json_string(object.text, out);
  } else {
    append_value_object(object, out);
  }
}

void JsonLdTerms::append_id(const TermView& node, std::string& out) const {
  out.append(id_key_);
  append_node_id(node, out);
}

void JsonLdTerms::append_node_id(const TermView& node, std::string& out) const {
  if (node.kind == TermKind::blank)
    out.append("\"_:").append(node.text).append("\"");
  else
    append_json_string(context_ == nullptr ? std::string(node.text) : context_->compact_iri(node.text), out);
}

std::string JsonLdTerms::vocabulary_name(std::string_view iri) const {
  return context_ == nullptr ? std::string(iri) : context_->compact_vocabulary_iri(iri);
}

}  // namespace entente
