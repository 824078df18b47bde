#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "entente/export/quad.hpp"
#include "term_scanner.hpp"

namespace entente {

/// A term that was read. The view leads into the input, or into the strings beside it.
struct ReadTerm {
  TermView view;
  std::string text;
  std::string extra;  ///< language or datatype
};

/// Recognises the terms of Turtle with the prefixes and the base IRI of the moment. As in TermScanner, a function starts at
/// `scanner.at` and returns false where the scanner says what was expected. Labels of blank nodes are given as they stand.
class TurtleTermScanner {
 public:
  TurtleTermScanner(TermScanner& scanner, std::string base) : scanner_(scanner), base_(std::move(base)) {}

  /// iri: IRIREF, resolved, or PrefixedName
  bool iri(std::string_view& iri, std::string& storage);
  /// IRIREF, resolved
  bool iri_reference(std::string_view& iri, std::string& storage);
  /// iri or BLANK_NODE_LABEL
  bool resource(const char* wanted, ReadTerm& term);
  /// verb
  bool predicate(ReadTerm& term);
  /// iri, BLANK_NODE_LABEL or literal
  bool object(ReadTerm& term);

  void set_base(std::string_view base) { base_ = base; }
  void set_prefix(std::string_view name, std::string_view iri) {
    prefixes_.insert_or_assign(std::string(name), std::string(iri));
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  bool prefixed_name(const char* wanted, std::string_view& iri, std::string& storage);
  bool name_or_boolean(ReadTerm& term);
  bool literal(ReadTerm& term);
  bool number(ReadTerm& term);
  bool exponent();
  void digits();
  void skip_space();

  TermScanner& scanner_;
  std::string base_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> prefixes_;
};

}  // namespace entente
