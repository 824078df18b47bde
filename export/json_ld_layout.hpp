#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "blank_nodes.hpp"
#include "json_ld_node.hpp"
#include "json_ld_terms.hpp"
#include "quad_store.hpp"

namespace entente {

/// Turns a whole dataset into node objects: lists as "@list", blank nodes inside the node that refers to them where the terms
/// are those of a context, each graph inside the node that it is called after.
class JsonLdLayout {
 public:
  /// Both must outlive it.
  JsonLdLayout(const QuadStore& quads, JsonLdTerms& terms, BlankNodes::Inline inlined);

  /// The next node object that stands by itself; empty when there are no more.
  std::string next();

 private:
  void append_node(const SubjectInGraph& subject, std::size_t depth, std::string& out);
  void append_statement(const QuadView& quad, std::size_t depth, JsonLdNode& node);
  void append_list(const std::vector<TermView>& items, std::size_t depth, std::string& out);
  void append_item(const TermView& item, std::size_t depth, std::string& out);
  void append_graph(std::size_t first, std::string& out);
  JsonLdNode& node_at(std::size_t depth);
  static std::string key(const TermView& graph);

  const QuadStore& quads_;
  JsonLdTerms& terms_;
  BlankNodes::Inline inline_;
  BlankNodes nodes_;
  std::deque<JsonLdNode> levels_;                        ///< by depth
  std::unordered_map<std::string, std::size_t> graphs_;  ///< the first subject of each that is not written yet
  std::size_t next_ = 0;
};

}  // namespace entente
