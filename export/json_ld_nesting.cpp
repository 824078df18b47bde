#include "json_ld_nesting.hpp"

#include <algorithm>
#include <cctype>

#include "terms.hpp"

namespace entente {
namespace {

/// The IRI that a part's IRI continues: "x" of "x#evidence".
std::string_view owner(std::string_view iri) {
  const auto cut = iri.find_last_of("#/");
  return cut == std::string_view::npos ? std::string_view() : iri.substr(0, cut);
}

/// Whether `part` belongs to `whole`, or to what `whole` itself is a part of.
bool belongs_to(const StoredNode& part, const StoredNode& whole, const NodeIndex& index) {
  if (part.kind == TermKind::blank) return true;
  const auto of = owner(part.text);
  return index.contains(std::string(of)) && (of == whole.text || of == owner(whole.text));
}

void nest_parts(std::vector<StoredNode>& nodes, const NodeIndex& index) {
  std::vector<std::size_t> references(nodes.size(), 0);
  std::vector<std::size_t> referrer(nodes.size(), StoredNode::none);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (const auto& statement : nodes[i].statements) {
      const auto target = referred_node(statement.object, index);
      if (target == StoredNode::none) continue;
      ++references[target];
      referrer[target] = i;
    }
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (references[i] != 1 || referrer[i] >= i || !belongs_to(nodes[i], nodes[referrer[i]], index)) continue;
    nodes[i].parent = referrer[i];
  }
}

/// Whether `term` is called after the class: "claims" after "Claim".
bool is_named_after(const ContextTerm& term, std::string_view class_iri) {
  const auto name = terms::local_name(class_iri);
  const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
  const auto same = [&](char a, char b) { return lower(a) == lower(b); };
  return term.name.size() >= name.size() && std::equal(name.begin(), name.end(), term.name.begin(), same);
}

/// Among several terms for one reverse property, the one that is called after a class of the node.
const ContextTerm* term_for(const StoredNode& node, std::span<const ContextTerm> terms) {
  for (const auto& statement : node.statements) {
    if (statement.predicate != terms::rdf::type) continue;
    for (const auto& term : terms) {
      if (is_named_after(term, statement.object.text)) return &term;
    }
  }
  return terms.size() == 1 ? &terms.front() : nullptr;
}

void nest_by_reverse_term(std::vector<StoredNode>& nodes, const NodeIndex& index, const JsonLdContext& context) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    auto& node = nodes[i];
    for (const auto& statement : node.statements) {
      const auto terms = context.reverse_terms(statement.predicate);
      if (terms.empty()) continue;
      const auto parent = referred_node(statement.object, index);
      const auto* term = term_for(node, terms);
      if (parent == StoredNode::none || parent >= i || term == nullptr || node.parent != StoredNode::none) continue;
      node.parent = parent;
      node.reverse = term;
      node.reverse_predicate = statement.predicate;
    }
  }
}

}  // namespace

std::size_t referred_node(const StoredTerm& object, const NodeIndex& index) {
  if (object.kind == TermKind::literal) return StoredNode::none;
  const auto found = index.find(object.kind == TermKind::blank ? "_:" + object.text : object.text);
  return found == index.end() ? StoredNode::none : found->second;
}

void nest(std::vector<StoredNode>& nodes, const NodeIndex& index, const JsonLdContext& context) {
  nest_parts(nodes, index);
  nest_by_reverse_term(nodes, index, context);
}

}  // namespace entente
