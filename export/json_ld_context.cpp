#include "json_ld_context.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace entente {

using Json = nlohmann::ordered_json;

namespace {

bool is_keyword(std::string_view text) { return !text.empty() && text.front() == '@'; }

/// Whether a simple term may be used as a prefix (JSON-LD 1.1 API, 4.2.2): its IRI ends in a gen-delim.
bool ends_as_namespace(std::string_view iri) {
  return !iri.empty() && std::string_view(":/?#[]@").find(iri.back()) != std::string_view::npos;
}

std::string member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The containers that a definition gives, as it may be one or several.
std::vector<std::string> containers(const Json& definition) {
  const auto found = definition.find("@container");
  if (found == definition.end()) return {};
  if (found->is_string()) return {found->get<std::string>()};
  std::vector<std::string> names;
  for (const auto& item : *found) names.push_back(item.is_string() ? item.get<std::string>() : "");
  return names;
}

/// Nothing where it is a container that we do not write.
std::optional<ContextTerm::Container> container_of(const Json& definition) {
  auto container = ContextTerm::Container::none;
  for (const auto& name : containers(definition)) {
    if (name == "@language")
      container = ContextTerm::Container::language;
    else if (name != "@set")
      return std::nullopt;
    else if (container == ContextTerm::Container::none)
      container = ContextTerm::Container::set;
  }
  return container;
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string one_definition_a_line(const Json& definitions) {
  std::string lines = "{";
  for (const auto& [name, definition] : definitions.items()) {
    lines.append(lines.size() == 1 ? "\n  " : ",\n  ").append(dump(name)).append(": ").append(dump(definition));
  }
  return lines.append("\n}");
}

Error context_error(Error::Kind kind, std::string message) {
  Error error;
  error.kind = kind;
  error.message = "JSON-LD context: " + std::move(message);
  return error;
}

}  // namespace

/// Fills a JsonLdContext from the definitions of one context object.
class ContextReader {
 public:
  explicit ContextReader(const Json& definitions) : definitions_(definitions) {}

  JsonLdContext read() {
    context_.json_ = one_definition_a_line(definitions_);
    context_.vocabulary_ = member(definitions_, "@vocab");
    context_.default_language_ = member(definitions_, "@language");
    for (const auto& [name, definition] : definitions_.items()) {
      if (!is_keyword(name)) read_term(name, definition);
    }
    for (auto* terms : {&context_.terms_, &context_.reverse_terms_}) {
      for (auto& [iri, list] : *terms) std::ranges::sort(list, {}, &ContextTerm::name);
    }
    context_.has_names_with_colons_ =
        std::ranges::any_of(context_.names_, [](const auto& name) { return name.find(':') != std::string::npos; });
    return std::move(context_);
  }

 private:
  void read_term(const std::string& name, const Json& definition) {
    if (definition.is_string())
      read_simple_term(name, definition.get<std::string>());
    else if (definition.is_object())
      read_expanded_term(name, definition);
  }

  void read_simple_term(const std::string& name, const std::string& value) {
    if (is_keyword(value)) return read_alias(name, value, {});
    const auto iri = expand(value);
    if (ends_as_namespace(iri)) context_.prefixes_.add(name, iri);
    context_.names_.insert(name);
    context_.terms_[iri].push_back({name, {}, {}, {}});
  }

  void read_expanded_term(const std::string& name, const Json& definition) {
    const auto container = container_of(definition);
    const bool reverse = definition.contains("@reverse");
    const auto id = member(definition, reverse ? "@reverse" : "@id");
    if (is_keyword(id)) return read_alias(name, id, container.value_or(ContextTerm::Container::none));
    if (!container || definition.contains("@context") || definition.contains("@nest")) return;
    const auto iri = expand(id.empty() ? name : id);
    if (!reverse && definition.value("@prefix", false)) context_.prefixes_.add(name, iri);
    auto& terms = reverse ? context_.reverse_terms_ : context_.terms_;
    terms[iri].push_back({name, type_of(definition), language_of(definition), *container});
    if (!reverse) context_.names_.insert(name);
  }

  void read_alias(const std::string& name, std::string_view keyword, ContextTerm::Container container) {
    if (keyword == "@id") context_.id_ = {name, {}, {}, container};
    if (keyword == "@type") context_.type_ = {name, {}, {}, container};
  }

  std::string type_of(const Json& definition) const {
    const auto type = member(definition, "@type");
    return type.empty() || is_keyword(type) ? type : expand(type);
  }

  static std::optional<std::string> language_of(const Json& definition) {
    if (!definition.contains("@language")) return std::nullopt;
    return member(definition, "@language");
  }

  /// IRI expansion (JSON-LD 1.1 API, 5.2) of a term, compact IRI or IRI; definitions may refer to later ones.
  std::string expand(std::string_view text, int depth = 0) const {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return context_.vocabulary_ + std::string(text);
    const auto prefix = definitions_.find(std::string(text.substr(0, colon)));
    constexpr int deepest = 8;
    if (prefix == definitions_.end() || text.substr(colon + 1, 2) == "//" || depth == deepest) return std::string(text);
    const auto iri = prefix->is_string() ? prefix->get<std::string>() : prefix->is_object() ? member(*prefix, "@id") : "";
    if (iri.empty()) return std::string(text);
    return expand(iri, depth + 1).append(text.substr(colon + 1));
  }

  const Json& definitions_;
  JsonLdContext context_;
};

Result<JsonLdContext> JsonLdContext::parse(std::string_view json, const PrefixMap& more) {
  auto document = Json::parse(json, nullptr, false);
  if (document.is_discarded()) return context_error(Error::Kind::syntax, "expected JSON");
  if (!document.is_object() || !document.contains("@context") || !document["@context"].is_object()) {
    return context_error(Error::Kind::value, "expected an object whose \"@context\" is an object");
  }
  Json& definitions = document["@context"];
  for (const auto& entry : more.entries()) {
    if (!entry.prefix.empty() && ends_as_namespace(entry.iri)) definitions.emplace(entry.prefix, entry.iri);
  }
  return ContextReader(definitions).read();
}

JsonLdContext JsonLdContext::of_prefixes(const PrefixMap& prefixes) {
  Json definitions;
  definitions["@version"] = 1.1;
  for (const auto& entry : prefixes.entries()) definitions[entry.prefix] = entry.iri;
  return ContextReader(definitions).read();
}

std::span<const ContextTerm> JsonLdContext::terms(std::string_view property) const {
  const auto found = terms_.find(property);
  return found == terms_.end() ? std::span<const ContextTerm>() : found->second;
}

std::span<const ContextTerm> JsonLdContext::reverse_terms(std::string_view property) const {
  const auto found = reverse_terms_.find(property);
  return found == reverse_terms_.end() ? std::span<const ContextTerm>() : found->second;
}

std::string JsonLdContext::compact_vocabulary_iri(std::string_view iri) const {
  if (const auto named = terms(iri); !named.empty()) return named.front().name;
  if (!vocabulary_.empty() && iri.size() > vocabulary_.size() && iri.starts_with(vocabulary_)) {
    const auto suffix = iri.substr(vocabulary_.size());
    if (suffix.find(':') == std::string_view::npos && names_.find(suffix) == names_.end()) return std::string(suffix);
  }
  return compact_iri(iri);
}

bool JsonLdContext::confuses(std::string_view iri) const {
  const auto colon = iri.find(':');
  if (colon == std::string_view::npos || iri.substr(colon + 1).starts_with("//")) return false;
  return names_.find(iri.substr(0, colon)) != names_.end() && compact_iri(iri) == iri;
}

std::string JsonLdContext::compact_iri(std::string_view iri) const {
  const auto match = prefixes_.find(iri);
  if (!match.found || match.local.starts_with("//")) return std::string(iri);
  auto compact = std::string(match.prefix).append(":").append(match.local);
  return !has_names_with_colons_ || names_.find(compact) == names_.end() ? compact : std::string(iri);
}

}  // namespace entente
