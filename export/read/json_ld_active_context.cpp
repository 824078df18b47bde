#include "json_ld_active_context.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "../iri.hpp"
#include "iri_resolution.hpp"

namespace entente {

using Json = nlohmann::ordered_json;

namespace {

constexpr int deepest_definition = 16;

Error not_read(std::string message) { return {Error::Kind::value, "", 0, 0, "@context: " + std::move(message)}; }

bool is_keyword(std::string_view text) { return text.starts_with('@'); }

bool ends_as_namespace(std::string_view iri) {
  return !iri.empty() && std::string_view(":/?#[]@").find(iri.back()) != std::string_view::npos;
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

std::string string_member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Done> set_container(const Json& container, JsonLdTerm& term) {
  const Json names = container.is_array() ? container : Json::array({container});
  for (const auto& name : names) {
    if (name == "@list")
      term.is_list = true;
    else if (name == "@language")
      term.is_language_map = true;
    else if (name == "@index")
      term.is_index_map = true;
    else if (name != "@set" && !name.is_null())
      return not_read("expected a container @set, @list, @language or @index, found " + name.dump());
  }
  return Done{};
}

}  // namespace

Result<Done> JsonLdActiveContext::apply(const Json& local, std::string_view known) {
  if (local.is_null()) {
    *this = JsonLdActiveContext(document_base_);
    return Done{};
  }
  if (local.is_object()) return apply_object(local);
  if (local.is_array()) {
    for (const auto& part : local) {
      if (auto done = apply(part, known); !done) return done;
    }
    return Done{};
  }
  if (!local.is_string()) return not_read("expected an object, found " + local.dump());
  const auto name = local.get<std::string>();
  const bool is_ours = name.starts_with("https://w3id.org/entente/") || name == "context.jsonld";
  const auto document = is_ours ? Json::parse(known, nullptr, false) : Json();
  if (!document.is_object()) return not_read("expected the context itself, as none is fetched, found \"" + name + "\"");
  return apply(document.value("@context", Json()), {});
}

Result<Done> JsonLdActiveContext::apply_object(const Json& local) {
  for (const auto& [name, value] : local.items()) {
    if (name == "@import" || name == "@direction" || name == "@propagate") return not_read(name + " is not read");
    if (name == "@vocab") {
      vocabulary_ = value.is_string() ? vocabulary_iri(value.get<std::string>()) : "";
      if (!value.is_null() && scheme_length(vocabulary_) == 0)
        return not_read("expected an absolute IRI or null as @vocab, found " + value.dump());
    }
    if (name == "@language") language_ = value.is_string() ? lower(value.get<std::string>()) : "";
    if (name != "@base") continue;
    std::string base;
    if (value.is_string()) resolve_iri(base_, value.get<std::string>(), base);
    base_ = base;
  }
  for (const auto& [name, value] : local.items()) {
    if (!is_keyword(name)) terms_.erase(name);
  }
  for (const auto& [name, value] : local.items()) {
    if (is_keyword(name)) continue;
    if (auto done = define(name, local, 0); !done) return done;
  }
  return Done{};
}

/// Create Term Definition (4.2.2); terms that it uses are defined first.
Result<Done> JsonLdActiveContext::define(const std::string& name, const Json& local, int depth) {
  if (terms_.contains(name)) return Done{};
  if (depth == deepest_definition) return not_read("expected terms that do not lead back to themselves, found \"" + name + "\"");
  const Json& value = local[name];
  if (value.is_object()) return define_expanded(name, value, local, depth);
  if (!value.is_string() && !value.is_null())
    return not_read("expected an IRI or an object as \"" + name + "\", found " + value.dump());
  JsonLdTerm term;
  if (value.is_string()) {
    auto iri = expand(value.get<std::string>(), local, depth);
    if (!iri) return iri.error();
    term.iri = *iri;
    term.is_prefix = ends_as_namespace(term.iri);
  }
  terms_.insert_or_assign(name, std::move(term));
  return Done{};
}

Result<Done> JsonLdActiveContext::define_expanded(const std::string& name, const Json& definition, const Json& local, int depth) {
  for (const char* feature : {"@context", "@nest", "@direction", "@index"}) {
    if (definition.contains(feature)) return not_read(std::string(feature) + " in the term \"" + name + "\" is not read");
  }
  JsonLdTerm term;
  term.is_reverse = definition.contains("@reverse");
  const bool is_left_out = definition.contains("@id") && definition["@id"].is_null();
  auto id = string_member(definition, term.is_reverse ? "@reverse" : "@id");
  if (id.empty() && !is_left_out) id = name;
  if (!is_left_out) {
    auto iri =
        id == name && name.find(':') == std::string::npos ? Result<std::string>(vocabulary_ + name) : expand(id, local, depth);
    if (!iri) return iri.error();
    term.iri = *iri;
  }
  if (auto type = string_member(definition, "@type"); !type.empty()) {
    auto iri = expand(type, local, depth);
    if (!iri) return iri.error();
    term.type = *iri;
  }
  if (const auto language = definition.find("@language"); language != definition.end()) {
    term.language = language->is_string() ? lower(language->get<std::string>()) : "";
  }
  term.is_prefix = definition.contains("@prefix") && definition["@prefix"] == true;
  if (definition.contains("@container")) {
    if (auto done = set_container(definition["@container"], term); !done) return done;
  }
  terms_.insert_or_assign(name, std::move(term));
  return Done{};
}

/// IRI expansion while a context is being read: what it needs of that context is defined first.
Result<std::string> JsonLdActiveContext::expand(std::string_view text, const Json& local, int depth) {
  const std::string name(text.substr(0, text.find(':')));
  if (!is_keyword(text) && local.contains(name) && !is_keyword(name)) {
    if (auto done = define(name, local, depth + 1); !done) return done.error();
  }
  return vocabulary_iri(text);
}

const JsonLdTerm* JsonLdActiveContext::term(std::string_view key) const {
  const auto found = terms_.find(key);
  return found == terms_.end() ? nullptr : &found->second;
}

std::string_view JsonLdActiveContext::keyword(std::string_view key) const {
  const auto* known = term(key);
  return known != nullptr && is_keyword(known->iri) ? std::string_view(known->iri) : key;
}

std::optional<std::string> JsonLdActiveContext::expand_compact(std::string_view text) const {
  const auto colon = text.find(':', 1);
  if (colon == std::string_view::npos) return std::nullopt;
  const auto rest = text.substr(colon + 1);
  const auto* prefix = term(text.substr(0, colon));
  if (prefix != nullptr && prefix->is_prefix && !rest.starts_with("//")) return prefix->iri + std::string(rest);
  if (text.starts_with("_:") || scheme_length(text) > 0) return std::string(text);
  return std::nullopt;
}

std::string JsonLdActiveContext::vocabulary_iri(std::string_view text) const {
  if (is_keyword(text)) return std::string(text);
  if (const auto* known = term(text)) return known->iri;
  if (const auto expanded = expand_compact(text)) return *expanded;
  return vocabulary_ + std::string(text);
}

std::string JsonLdActiveContext::document_iri(std::string_view text) const {
  if (const auto expanded = expand_compact(text)) return *expanded;
  if (base_.empty()) return std::string(text);
  std::string resolved;
  resolve_iri(base_, text, resolved);
  return resolved;
}

}  // namespace entente
