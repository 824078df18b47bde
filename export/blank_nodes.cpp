#include "blank_nodes.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_set>

#include "terms.hpp"

namespace entente {
namespace {

/// A subject within a graph, or a graph, as a key.
void append_key(const TermView& term, std::string& key) {
  key.push_back(static_cast<char>('0' + static_cast<int>(term.kind)));
  key.append(term.text);
}

/// What is said, behind the key of the subject. No IRI has a space in it.
void append_statement_key(const QuadView& quad, std::string& key) {
  key.append(" ").append(quad.predicate.text).append(" ").append(quad.object.datatype).append(" ");
  key.append(quad.object.language).append(" ");
  append_key(quad.object, key);
}

}  // namespace

BlankNodes::BlankNodes(const QuadStore& quads, Inline inlined) : quads_(quads), inline_(inlined) {
  collect_subjects();
  collect_references();
  find_lists();
  for (const auto& subject : subjects_) {
    if (subject.subject.kind == TermKind::blank) decide(blanks_.find(subject.subject.text)->second);
  }
}

void BlankNodes::collect_subjects() {
  std::unordered_map<std::string, std::size_t> graph_numbers{{"0", 0}};
  std::vector<std::vector<SubjectInGraph>> graphs(1);
  std::unordered_map<std::string, std::size_t> places;
  std::unordered_set<std::string> said;
  std::string key;
  for (std::size_t i = 0; i < quads_.size(); ++i) {
    const auto quad = quads_[i];
    key.clear();
    append_key(quad.graph, key);
    const auto [graph, is_new_graph] = graph_numbers.try_emplace(key, graphs.size());
    if (is_new_graph) graphs.emplace_back();
    auto& subjects = graphs[graph->second];
    key.push_back(' ');
    append_key(quad.subject, key);
    const auto [place, is_new] = places.try_emplace(key, subjects.size());
    if (is_new) subjects.push_back({quad.subject, quad.graph, {}, false});
    append_statement_key(quad, key);
    if (said.insert(key).second) subjects[place->second].statements.push_back(i);
  }
  for (auto& subjects : graphs) std::move(subjects.begin(), subjects.end(), std::back_inserter(subjects_));
}

void BlankNodes::collect_references() {
  for (std::size_t i = 0; i < subjects_.size(); ++i) {
    const auto& [subject, graph, statements, is_inlined] = subjects_[i];
    if (graph.kind == TermKind::blank) blanks_[graph.text].is_graph = true;
    if (subject.kind == TermKind::blank) {
      Blank& blank = blanks_[subject.text];
      ++blank.subjects;
      blank.subject = i;
    }
    for (const auto statement : statements) {
      const auto object = quads_[statement].object;
      if (object.kind != TermKind::blank) continue;
      Blank& blank = blanks_[object.text];
      ++blank.references;
      blank.referrer = i;
      blank.referring = statement;
    }
  }
}

bool BlankNodes::may_be_inlined(const Blank& blank) const {
  if (blank.references != 1 || blank.is_graph || blank.subjects > 1) return false;
  return blank.subjects == 0 || subjects_[blank.subject].graph == subjects_[blank.referrer].graph;
}

/// The statements that say the item of a cell and what follows it.
bool BlankNodes::is_cell(const Blank& blank, std::size_t& first, std::size_t& rest) const {
  if (blank.subjects != 1 || !may_be_inlined(blank)) return false;
  const auto& statements = subjects_[blank.subject].statements;
  if (statements.size() != 2) return false;
  const bool is_in_order = quads_[statements[0]].predicate.text == terms::rdf::first;
  first = statements[is_in_order ? 0 : 1];
  rest = statements[is_in_order ? 1 : 0];
  return quads_[first].predicate.text == terms::rdf::first && quads_[rest].predicate.text == terms::rdf::rest &&
         quads_[rest].object.kind != TermKind::literal;
}

/// From the end of each list back to its head. Each cell is referred to but once, so none is walked twice.
void BlankNodes::find_lists() {
  for (auto& [label, blank] : blanks_) {
    if (!ends_list(blank)) continue;
    for (Blank* cell = &blank; cell != nullptr; cell = previous_cell(*cell)) cell->is_cell = true;
  }
}

bool BlankNodes::ends_list(const Blank& blank) const {
  std::size_t first = none;
  std::size_t rest = none;
  if (!is_cell(blank, first, rest)) return false;
  const auto next = quads_[rest].object;
  return next.kind == TermKind::iri && next.text == terms::rdf::nil;
}

BlankNodes::Blank* BlankNodes::previous_cell(const Blank& cell) {
  std::size_t first = none;
  std::size_t rest = none;
  Blank* previous = owner(cell);
  return previous != nullptr && is_cell(*previous, first, rest) && rest == cell.referring ? previous : nullptr;
}

BlankNodes::Blank* BlankNodes::owner(const Blank& blank) {
  const auto& subject = subjects_[blank.referrer].subject;
  return subject.kind == TermKind::blank ? &blanks_.find(subject.text)->second : nullptr;
}

/// Follows what refers to it up to a node that has a label, and counts brackets on the way back.
void BlankNodes::decide(Blank& blank) {
  std::vector<Blank*> path;
  Blank* top = &blank;
  const auto may_follow = [this](const Blank& node) { return may_be_inlined(node) && (inline_ == Inline::all || node.is_cell); };
  while (top != nullptr && !top->has_depth && may_follow(*top)) {
    top->has_depth = true;
    path.push_back(top);
    top = owner(*top);
  }
  const Blank* labelled = break_cycle(top, path);
  for (; !path.empty(); path.pop_back()) {
    Blank& node = *path.back();
    const Blank* above = owner(node);
    int depth = above == nullptr ? 0 : above->depth;
    if (!continues_list(node)) ++depth;
    if (&node == labelled || (depth > deepest && !continues_list(node)))
      depth = 0;
    else if (node.subject != none)
      subjects_[node.subject].is_inlined = true;
    node.depth = depth;
  }
}

bool BlankNodes::continues_list(const Blank& node) { return node.is_cell && previous_cell(node) != nullptr; }

/// Where what is above leads back to `top`, on the path, one of the nodes on the way needs a label: none within a list, whose
/// cells are written together. It is put at the end of the path, to be decided first.
const BlankNodes::Blank* BlankNodes::break_cycle(const Blank* top, std::vector<Blank*>& path) {
  const auto first = std::ranges::find(path, top);
  if (first == path.end()) return nullptr;
  const auto labelled = std::find_if_not(first, path.end(), [this](const Blank* node) { return continues_list(*node); });
  if (labelled != path.end()) std::rotate(first, labelled + 1, path.end());
  return path.back();
}

const SubjectInGraph& BlankNodes::nothing_said() {
  static const SubjectInGraph nothing{{}, {}, {}, true};
  return nothing;
}

const SubjectInGraph* BlankNodes::inlined(const TermView& object) const {
  const auto found = blanks_.find(object.text);
  if (found == blanks_.end() || !may_be_inlined(found->second)) return nullptr;
  if (found->second.subject == none) return inline_ == Inline::all ? &nothing_said() : nullptr;
  const auto& subject = subjects_[found->second.subject];
  return subject.is_inlined ? &subject : nullptr;
}

std::vector<TermView> BlankNodes::list_items(const SubjectInGraph& cell) const {
  std::vector<TermView> items;
  const auto found = blanks_.find(cell.subject.text);
  const Blank* at = found == blanks_.end() || !found->second.is_cell ? nullptr : &found->second;
  while (at != nullptr) {
    std::size_t first = none;
    std::size_t rest = none;
    if (!is_cell(*at, first, rest)) break;
    items.push_back(quads_[first].object);
    const auto next = blanks_.find(quads_[rest].object.text);
    at = quads_[rest].object.kind == TermKind::blank ? &next->second : nullptr;
  }
  return items;
}

bool BlankNodes::is_unreferenced(const SubjectInGraph& subject) const {
  const auto found = blanks_.find(subject.subject.text);
  return subject.subject.kind == TermKind::blank && found->second.references == 0 && found->second.subjects == 1 &&
         !found->second.is_graph;
}

}  // namespace entente
