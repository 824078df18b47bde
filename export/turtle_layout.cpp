#include "turtle_layout.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "terms.hpp"
#include "turtle_terms.hpp"

namespace entente {
namespace {

constexpr std::size_t step = 4;
constexpr std::size_t widest = 100;  // bytes of an enumeration on one line

void break_line(std::size_t indent, std::string& out) { out.append("\n").append(indent, ' '); }

}  // namespace

void TurtleLayout::write() {
  for (const auto& subject : nodes_.subjects()) {
    if (subject.is_inlined) continue;
    if (subject.graph != graph_) write_graph_change(subject.graph);
    write_subject(subject);
    output_.flush_if_full();
  }
  write_graph_change({});
}

void TurtleLayout::write_graph_change(const TermView& graph) {
  auto& out = output_.bytes();
  if (!graph_.text.empty()) out.append("}\n");
  graph_ = graph;
  if (graph.text.empty()) return;
  out.push_back('\n');
  append_turtle_term(graph, prefixes_, out);
  out.append(" {");
}

void TurtleLayout::write_subject(const SubjectInGraph& subject) {
  auto& out = output_.bytes();
  break_line(indent(), out);
  if (nodes_.is_unreferenced(subject))
    out.append("[]");
  else
    append_turtle_term(subject.subject, prefixes_, out);
  out.push_back(' ');
  append_groups(subject, indent() + step, out);
  out.append(" .\n");
}

/// In order of arrival, but types first.
std::vector<TurtleLayout::Group> TurtleLayout::groups(const SubjectInGraph& subject) const {
  std::vector<Group> groups;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const auto statement : subject.statements) {
    const auto predicate = quads_[statement].predicate;
    const auto [place, is_new] = places.try_emplace(predicate.text, groups.size());
    if (is_new) groups.push_back({predicate, {}});
    groups[place->second].statements.push_back(statement);
  }
  const auto type = std::ranges::find_if(groups, [](const Group& group) { return group.predicate.text == terms::rdf::type; });
  if (type != groups.end()) std::rotate(groups.begin(), type, type + 1);
  return groups;
}

void TurtleLayout::append_groups(const SubjectInGraph& subject, std::size_t indent, std::string& out) const {
  bool is_first = true;
  for (const auto& group : groups(subject)) {
    if (!is_first) {
      out.append(" ;");
      break_line(indent, out);
    }
    is_first = false;
    if (group.predicate.text == terms::rdf::type)
      out.push_back('a');
    else
      append_turtle_term(group.predicate, prefixes_, out);
    out.push_back(' ');
    append_objects(group, indent, out);
  }
}

void TurtleLayout::append_objects(const Group& group, std::size_t indent, std::string& out) const {
  if (group.statements.size() == 1) return append_object(quads_[group.statements[0]].object, indent, out);
  std::vector<std::string> texts(group.statements.size());
  for (std::size_t i = 0; i < texts.size(); ++i) append_object(quads_[group.statements[i]].object, indent + step, texts[i]);
  append_enumeration(texts, ",", indent + step, out);
}

/// On one line where that is short and none goes over several; else the first here and each other on its own.
void TurtleLayout::append_enumeration(const std::vector<std::string>& texts, std::string_view separator, std::size_t indent,
                                      std::string& out) const {
  const auto add = [](std::size_t sum, const std::string& text) { return sum + text.size() + 2; };
  const auto width = std::accumulate(texts.begin(), texts.end(), std::size_t{0}, add);
  const bool has_breaks = std::ranges::any_of(texts, [](const auto& text) { return text.find('\n') != std::string::npos; });
  const bool is_one_line = width <= widest && !has_breaks;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) {
      out.append(separator);
      if (is_one_line)
        out.push_back(' ');
      else
        break_line(indent, out);
    }
    out.append(texts[i]);
  }
}

void TurtleLayout::append_object(const TermView& object, std::size_t indent, std::string& out) const {
  if (object.kind == TermKind::iri && object.text == terms::rdf::nil) {
    out.append("()");
    return;
  }
  const auto* node = object.kind == TermKind::blank ? nodes_.inlined(object) : nullptr;
  if (node == nullptr) return append_turtle_term(object, prefixes_, out);
  if (node->statements.empty()) {
    out.append("[]");
    return;
  }
  if (const auto items = nodes_.list_items(*node); !items.empty()) return append_list(items, indent, out);
  std::string inside;
  append_groups(*node, indent + step, inside);
  const bool is_one_line = inside.size() <= widest && inside.find('\n') == std::string::npos;
  out.push_back('[');
  if (is_one_line)
    out.push_back(' ');
  else
    break_line(indent + step, out);
  out.append(inside);
  if (is_one_line)
    out.push_back(' ');
  else
    break_line(indent, out);
  out.push_back(']');
}

void TurtleLayout::append_list(const std::vector<TermView>& items, std::size_t indent, std::string& out) const {
  std::vector<std::string> texts(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) append_object(items[i], indent + step, texts[i]);
  out.push_back('(');
  append_enumeration(texts, "", indent + step, out);
  out.push_back(')');
}

}  // namespace entente
