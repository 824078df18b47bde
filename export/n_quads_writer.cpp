#include "n_quads_writer.hpp"

#include <cstdint>
#include <cstring>

#include "n_quads_terms.hpp"

namespace entente {
namespace {

/// Of the length and the last bytes: IRIs differ at their ends.
std::size_t hash_of_end(std::string_view iri) {
  std::uint64_t end = 0;
  if (iri.size() >= sizeof end) std::memcpy(&end, iri.data() + iri.size() - sizeof end, sizeof end);
  return ((end + iri.size()) * 0x9e3779b97f4a7c15U) >> 32U;
}

}  // namespace

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

const std::string& NQuadsWriter::written(const TermView& term, Remembered& last) {
  if (last.text != term.text || last.kind != term.kind) {
    last.kind = term.kind;
    last.text = term.text;
    last.written.clear();
    append_n_quads_term(term, last.written);
    last.written.push_back(' ');
  }
  return last.written;
}

void NQuadsWriter::append(const TermView& term, std::string& out) {
  if (term.kind == TermKind::iri) {
    out.append(written(term, iris_[hash_of_end(term.text) % places]));
  } else {
    append_n_quads_term(term, out);
    out.push_back(' ');
  }
}

void NQuadsWriter::quad(const QuadView& quad) {
  auto& out = output_.bytes();
  out.append(written(quad.subject, subject_));
  append(quad.predicate, out);
  append(quad.object, out);
  if (with_graphs_ && !quad.graph.text.empty()) out.append(written(quad.graph, graph_));
  out.append(".\n");
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
