#include "n_quads_writer.hpp"

#include "n_quads_terms.hpp"

namespace entente {

void append_n_quad(const QuadView& quad, std::string& out) {
  append_n_quads_term(quad.subject, out);
  out.push_back(' ');
  append_n_quads_term(quad.predicate, out);
  out.push_back(' ');
  append_n_quads_term(quad.object, out);
  if (!quad.graph.text.empty()) {
    out.push_back(' ');
    append_n_quads_term(quad.graph, out);
  }
  out.append(" .\n");
}

void NQuadsWriter::append_repeated(const TermView& term, Repeated& last, std::string& out) {
  if (last.text != term.text || last.kind != term.kind) {
    last.kind = term.kind;
    last.text = term.text;
    last.written.clear();
    append_n_quads_term(term, last.written);
  }
  out.append(last.written);
}

void NQuadsWriter::quad(const QuadView& quad) {
  auto& out = output_.bytes();
  append_repeated(quad.subject, subject_, out);
  out.push_back(' ');
  append_n_quads_term(quad.predicate, out);
  out.push_back(' ');
  append_n_quads_term(quad.object, out);
  if (with_graphs_ && !quad.graph.text.empty()) {
    out.push_back(' ');
    append_repeated(quad.graph, graph_, out);
  }
  out.append(" .\n");
  output_.flush_if_full();
}

Result<Done> NQuadsWriter::end_block() {
  if (frame_ == FileFrame::blocks) output_.flush();
  return output_.state();
}

Result<Done> NQuadsWriter::finish() {
  output_.flush();
  return output_.state();
}

}  // namespace entente
