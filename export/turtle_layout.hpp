#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "blank_nodes.hpp"
#include "output_buffer.hpp"
#include "prefix_map.hpp"
#include "quad_store.hpp"

namespace entente {

/// Writes a whole dataset as a person would: subjects grouped, "a" first, lists in parentheses, blank nodes in brackets where
/// no label is needed, long enumerations an object a line.
class TurtleLayout {
 public:
  /// All must outlive it.
  TurtleLayout(const QuadStore& quads, const PrefixMap& prefixes, OutputBuffer& output)
      : quads_(quads), nodes_(quads), prefixes_(prefixes), output_(output) {}

  /// Without the prefixes.
  void write();

 private:
  /// A predicate and the statements that have it.
  struct Group {
    TermView predicate;
    std::vector<std::size_t> statements;
  };

  void write_graph_change(const TermView& graph);
  void write_subject(const SubjectInGraph& subject);
  [[nodiscard]] std::vector<Group> groups(const SubjectInGraph& subject) const;
  void append_groups(const SubjectInGraph& subject, std::size_t indent, std::string& out) const;
  void append_objects(const Group& group, std::size_t indent, std::string& out) const;
  void append_object(const TermView& object, std::size_t indent, std::string& out) const;
  void append_list(const std::vector<TermView>& items, std::size_t indent, std::string& out) const;
  void append_enumeration(const std::vector<std::string>& texts, std::string_view separator, std::size_t indent,
                          std::string& out) const;
  [[nodiscard]] std::size_t indent() const { return graph_.text.empty() ? 0 : 4; }

  const QuadStore& quads_;
  BlankNodes nodes_;
  const PrefixMap& prefixes_;
  OutputBuffer& output_;
  TermView graph_;
};

}  // namespace entente
