#pragma once

#include <sord/sord.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "source_file.hpp"
#include "terms.hpp"

namespace entente {

/// An RDF term; the same one has the same address throughout a Graph, which owns it.
using Node = const SordNode*;

/// A byte of one of a Graph's files.
struct Place {
  std::uint32_t file = 0;
  std::uint32_t offset = 0;

  auto operator<=>(const Place&) const = default;
};

struct Triple {
  Node subject = nullptr;
  Node predicate = nullptr;
  Node object = nullptr;
  Term term = Term::none;  ///< of the predicate
  Place after_object;      ///< the byte behind the last of the object; behind its bracket for `[…]` and `(…)`
};

/// The statements of several files in the order in which they stand there, which the order of alternatives in a frame
/// rests on: Sord's own indices do not keep it, so its world holds the terms and this class the statements.
class Graph {
 public:
  Graph();

  /// Interns a term as Serd hands it over, an abbreviated one already with its full IRI. Null if Sord refuses it.
  Node intern(const SerdNode& node, const SerdNode* datatype, const SerdNode* language);
  Node intern_iri(std::string_view iri);
  void add(Node subject, Node predicate, Node object, Place after_object);
  /// Remembers a prefix for `shorten`; the first meaning of a prefix counts.
  void add_prefix(std::string_view prefix, std::string_view iri);
  std::uint32_t add_file(SourceFile file);

  /// Sorts the statements by subject, subjects in the order of their first statement. Call it after the last `add`.
  void group();

  [[nodiscard]] std::span<const Triple> statements() const { return statements_; }
  /// What is said of `subject`, in the order of the files. Only after `group`.
  [[nodiscard]] std::span<const Triple> about(Node subject) const;
  [[nodiscard]] std::span<const std::span<const Triple>> subjects() const { return subjects_; }
  [[nodiscard]] Term term(Node node) const;
  [[nodiscard]] const SourceFile& file(std::uint32_t index) const { return files_[index]; }
  /// The terms of the namespace `ent:` that occur, in order of first use.
  [[nodiscard]] std::span<const Node> own_terms() const { return own_terms_; }

  /// `iri` with a prefix that one of the files declares, else in angle brackets.
  [[nodiscard]] std::string shorten(std::string_view iri) const;

 private:
  struct FreeWorld {
    void operator()(SordWorld* world) const { sord_world_free(world); }
  };

  std::unique_ptr<SordWorld, FreeWorld> world_;
  std::vector<SourceFile> files_;
  std::vector<Triple> statements_;
  std::vector<std::span<const Triple>> subjects_;
  std::unordered_map<Node, std::uint32_t> subject_numbers_;
  std::unordered_map<Node, Term> terms_;
  std::vector<Node> own_terms_;
  std::vector<std::pair<std::string, std::string>> prefixes_;
};

[[nodiscard]] std::string_view text_of(Node node);
/// The language tag of a literal in lower case; empty if it has none.
[[nodiscard]] std::string language_of(Node node);
/// The datatype's IRI of a literal; empty for plain strings and strings with a language.
[[nodiscard]] std::string_view datatype_of(Node node);
[[nodiscard]] inline bool is_iri(Node node) { return sord_node_get_type(node) == SORD_URI; }
[[nodiscard]] inline bool is_blank(Node node) { return sord_node_get_type(node) == SORD_BLANK; }
[[nodiscard]] inline bool is_literal(Node node) { return sord_node_get_type(node) == SORD_LITERAL; }

}  // namespace entente
