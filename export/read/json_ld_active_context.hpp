#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "entente/ontology/result.hpp"

namespace entente {

/// A term of an active context (JSON-LD 1.1 API, 4.1), as far as we read it.
struct JsonLdTerm {
  std::string iri;                      ///< or a keyword, of which the term is an alias; empty: what has this key is left out
  std::string type;                     ///< "@id", "@vocab", "@json", "@none", or the IRI of a datatype
  std::optional<std::string> language;  ///< of strings; empty: none
  bool is_reverse = false;
  bool is_prefix = false;
  // Containers. "@set" needs nothing.
  bool is_list = false;
  bool is_language_map = false;
  bool is_index_map = false;
};

/// What keys and IRIs mean at a place of a document: terms, vocabulary, base and language. Copied for each context within it.
class JsonLdActiveContext {
 public:
  explicit JsonLdActiveContext(std::string base) : base_(base), document_base_(std::move(base)) {}

  /// Applies a local context: an object, null, or an array of these. Fails with Error::Kind::value where it has what we do not
  /// read: contexts by IRI, other than the project's own, whose text is `known`; contexts of terms, "@nest", "@import".
  Result<Done> apply(const nlohmann::ordered_json& local, std::string_view known);

  /// Null where the key is no term.
  [[nodiscard]] const JsonLdTerm* term(std::string_view key) const;
  /// The keyword that `key` is, or is an alias of; else `key` itself.
  [[nodiscard]] std::string_view keyword(std::string_view key) const;
  /// IRI expansion (5.2) for keys and types; what stays relative is given as it is.
  [[nodiscard]] std::string vocabulary_iri(std::string_view text) const;
  /// IRI expansion for "@id", resolved against the base.
  [[nodiscard]] std::string document_iri(std::string_view text) const;
  [[nodiscard]] const std::string& language() const { return language_; }
  /// Terms that abbreviate, by name.
  [[nodiscard]] const std::map<std::string, JsonLdTerm, std::less<>>& terms() const { return terms_; }

 private:
  Result<Done> apply_object(const nlohmann::ordered_json& local);
  Result<Done> define(const std::string& name, const nlohmann::ordered_json& local, int depth);
  Result<Done> define_expanded(const std::string& name, const nlohmann::ordered_json& definition,
                               const nlohmann::ordered_json& local, int depth);
  Result<std::string> expand(std::string_view text, const nlohmann::ordered_json& local, int depth);
  [[nodiscard]] std::optional<std::string> expand_compact(std::string_view text) const;

  std::map<std::string, JsonLdTerm, std::less<>> terms_;
  std::string vocabulary_;
  std::string language_;
  std::string base_;
  std::string document_base_;
};

}  // namespace entente
