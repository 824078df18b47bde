#include "turtle_writer.hpp"

#include <utility>

#include "terms.hpp"
#include "turtle_terms.hpp"

namespace entente {

TurtleWriter::TurtleWriter(ByteSink& sink, PrefixMap prefixes, bool with_graphs, FileFrame frame)
    : output_(sink), prefixes_(std::move(prefixes)), with_graphs_(with_graphs), frame_(frame) {
  if (frame_ == FileFrame::whole) append_prefixes(prefixes_, output_.bytes());
}

void TurtleWriter::quad(const QuadView& quad) {
  if (with_graphs_ && !graph_.is(quad.graph)) open_graph(quad.graph);
  auto& out = output_.bytes();
  if (subject_.text.empty() || !subject_.is(quad.subject)) {
    open_subject(quad.subject);
    open_predicate(quad.predicate);
  } else if (!predicate_.is(quad.predicate)) {
    out.append(" ;\n    ").append(indent());
    open_predicate(quad.predicate);
  } else {
    out.push_back(',');
  }
  out.push_back(' ');
  append_turtle_term(quad.object, prefixes_, out);
  output_.flush_if_full();
}

void TurtleWriter::open_graph(const TermView& graph) {
  close_graph();
  graph_.set(graph);
  if (graph.text.empty()) return;
  output_.bytes().push_back('\n');
  append_turtle_term(graph, prefixes_, output_.bytes());
  output_.bytes().append(" {");
}

void TurtleWriter::open_subject(const TermView& subject) {
  close_subject();
  subject_.set(subject);
  output_.bytes().append("\n").append(indent());
  append_turtle_term(subject, prefixes_, output_.bytes());
  output_.bytes().push_back(' ');
}

void TurtleWriter::open_predicate(const TermView& predicate) {
  predicate_.set(predicate);
  if (predicate.text == terms::rdf::type)
    output_.bytes().push_back('a');
  else
    append_turtle_term(predicate, prefixes_, output_.bytes());
}

void TurtleWriter::close_subject() {
  if (subject_.text.empty()) return;
  output_.bytes().append(" .\n");
  subject_.text.clear();
}

void TurtleWriter::close_graph() {
  close_subject();
  if (graph_.text.empty()) return;
  output_.bytes().append("}\n");
  graph_.text.clear();
}

Result<Done> TurtleWriter::end_block() {
  close_graph();
  if (frame_ == FileFrame::blocks) output_.flush();
  return output_.state();
}

Result<Done> TurtleWriter::finish() {
  close_graph();
  output_.flush();
  return output_.state();
}

}  // namespace entente
