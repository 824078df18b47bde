#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ontology/result.hpp"
#include "prefix_map.hpp"

namespace entente {

/// A term of a JSON-LD 1.1 context (9.15.1), as far as we write with it: no scoped contexts, indexes, graphs or lists.
struct ContextTerm {
  enum class Container : std::uint8_t { none, set, language };

  std::string name;
  std::string type;                     ///< "@id", "@vocab", the IRI of a datatype; empty where the term coerces nothing
  std::optional<std::string> language;  ///< of its strings; empty for none; nothing where the term does not say
  Container container = Container::none;
};

/// What a context calls an IRI, and the other way round. Immutable.
class JsonLdContext {
 public:
  /// Reads an object that has "@context", itself one object. Fails with Error::Kind::syntax if it is no JSON, with
  /// Error::Kind::value if it is not such an object.
  /// `more` are defined besides, where their names are free.
  static Result<JsonLdContext> parse(std::string_view json, const PrefixMap& more = {});
  /// One with nothing but prefixes.
  static JsonLdContext of_prefixes(const PrefixMap& prefixes);

  /// The value of "@context", as JSON.
  [[nodiscard]] const std::string& json() const { return json_; }
  /// How "@id" or "@type" is written: the keyword itself or its alias.
  [[nodiscard]] const ContextTerm& id() const { return id_; }
  [[nodiscard]] const ContextTerm& type() const { return type_; }
  /// The terms for a property, and those for its reverse; in order of name.
  [[nodiscard]] std::span<const ContextTerm> terms(std::string_view property) const;
  [[nodiscard]] std::span<const ContextTerm> reverse_terms(std::string_view property) const;
  /// `iri` relative to the vocabulary: a term, a suffix, a compact IRI or itself. For types and "@vocab" values.
  [[nodiscard]] std::string compact_vocabulary_iri(std::string_view iri) const;
  /// As a key for a property without any coercion: a compact IRI or itself.
  [[nodiscard]] std::string compact_iri(std::string_view iri) const;
  /// Whether `iri` would be read as a compact IRI, since its scheme is a prefix, and stand for another one.
  [[nodiscard]] bool confuses(std::string_view iri) const;
  /// Of strings where a term does not say; empty for none.
  [[nodiscard]] const std::string& default_language() const { return default_language_; }

 private:
  friend class ContextReader;
  using Terms = std::map<std::string, std::vector<ContextTerm>, std::less<>>;

  std::string json_;
  std::string vocabulary_;
  std::string default_language_;
  ContextTerm id_{"@id", {}, {}, {}};
  ContextTerm type_{"@type", {}, {}, {}};
  std::set<std::string, std::less<>> names_;  ///< of all terms
  bool has_names_with_colons_ = false;
  Terms terms_;
  Terms reverse_terms_;
  PrefixMap prefixes_;
};

}  // namespace entente
