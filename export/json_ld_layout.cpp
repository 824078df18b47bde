#include "json_ld_layout.hpp"

#include "terms.hpp"

namespace entente {

JsonLdLayout::JsonLdLayout(const QuadStore& quads, JsonLdTerms& terms, BlankNodes::Inline inlined)
    : quads_(quads), terms_(terms), inline_(inlined), nodes_(quads, inlined) {
  const auto subjects = nodes_.subjects();
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    if (!subjects[i].graph.text.empty()) graphs_.try_emplace(key(subjects[i].graph), i);
  }
}

std::string JsonLdLayout::key(const TermView& graph) {
  return (graph.kind == TermKind::blank ? "_:" : "") + std::string(graph.text);
}

std::string JsonLdLayout::next() {
  const auto subjects = nodes_.subjects();
  std::string text;
  while (next_ < subjects.size() && text.empty()) {
    const auto& subject = subjects[next_++];
    if (subject.graph.text.empty()) {
      if (!subject.is_inlined) append_node(subject, 0, text);
    } else if (graphs_.contains(key(subject.graph))) {
      text.push_back('{');
      terms_.append_id(subject.graph, text);
      append_graph(next_ - 1, text);
      text.push_back('}');
    }
  }
  return text;
}

JsonLdNode& JsonLdLayout::node_at(std::size_t depth) {
  while (levels_.size() <= depth) levels_.emplace_back();
  return levels_[depth];
}

void JsonLdLayout::append_node(const SubjectInGraph& subject, std::size_t depth, std::string& out) {
  const bool needs_id = !subject.is_inlined && !(inline_ == BlankNodes::Inline::all && nodes_.is_unreferenced(subject));
  std::string id;
  if (needs_id) terms_.append_id(subject.subject, id);
  JsonLdNode& node = node_at(depth);
  node.begin(id);
  for (const auto statement : subject.statements) append_statement(quads_[statement], depth, node);
  node.append_to(out);
  const auto graph = subject.graph.text.empty() ? graphs_.find(key(subject.subject)) : graphs_.end();
  if (graph == graphs_.end()) return;
  out.pop_back();
  append_graph(graph->second, out);
  out.push_back('}');
}

void JsonLdLayout::append_statement(const QuadView& quad, std::size_t depth, JsonLdNode& node) {
  const auto* nested = quad.object.kind == TermKind::blank ? nodes_.inlined(quad.object) : nullptr;
  const bool is_empty_list = quad.object.kind == TermKind::iri && quad.object.text == terms::rdf::nil;
  if (is_empty_list) {
    node.value().append("{\"@list\":[]}");
    node.end_value(terms_.list_slot(quad.predicate.text));
  } else if (nested == nullptr) {
    const auto& slot = terms_.append_value(quad.predicate.text, quad.object, node.value());
    node.end_value(slot, quad.object.language);
  } else if (const auto items = nodes_.list_items(*nested); !items.empty()) {
    append_list(items, depth, node.value());
    node.end_value(terms_.list_slot(quad.predicate.text));
  } else {
    append_node(*nested, depth + 1, node.value());
    node.end_value(terms_.node_slot(quad.predicate.text));
  }
}

void JsonLdLayout::append_list(const std::vector<TermView>& items, std::size_t depth, std::string& out) {
  out.append("{\"@list\":[");
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out.push_back(',');
    append_item(items[i], depth, out);
  }
  out.append("]}");
}

void JsonLdLayout::append_item(const TermView& item, std::size_t depth, std::string& out) {
  const auto* nested = item.kind == TermKind::blank ? nodes_.inlined(item) : nullptr;
  if (item.kind == TermKind::iri && item.text == terms::rdf::nil) return append_list({}, depth, out);
  if (nested == nullptr) return terms_.append_item(item, out);
  if (const auto items = nodes_.list_items(*nested); !items.empty()) return append_list(items, depth, out);
  append_node(*nested, depth + 1, out);
}

/// The member "@graph" with the subjects of one graph, which come one after the other.
void JsonLdLayout::append_graph(std::size_t first, std::string& out) {
  const auto subjects = nodes_.subjects();
  const auto graph = subjects[first].graph;
  graphs_.erase(key(graph));
  out.append(",\"@graph\":[");
  bool is_first = true;
  for (auto i = first; i < subjects.size() && subjects[i].graph == graph; ++i) {
    if (subjects[i].is_inlined) continue;
    out.append(is_first ? "\n " : ",\n ");
    is_first = false;
    append_node(subjects[i], 0, out);
  }
  out.append("\n]");
}

}  // namespace entente
