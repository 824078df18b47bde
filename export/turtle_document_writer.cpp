#include "turtle_document_writer.hpp"

#include <set>
#include <string>

#include "terms.hpp"
#include "turtle_layout.hpp"
#include "turtle_terms.hpp"

namespace entente {
namespace {

constexpr std::size_t most_statements = 65'536;
constexpr std::size_t most_bytes = 16'000'000;

/// Notes the namespaces that abbreviate IRIs.
class Usage {
 public:
  explicit Usage(const PrefixMap& prefixes) : prefixes_(prefixes) {}

  void see(const QuadView& quad) {
    see(quad.subject);
    const auto& predicate = quad.predicate.text;
    if (predicate != terms::rdf::type && predicate != terms::rdf::first && predicate != terms::rdf::rest) see(quad.predicate);
    if (quad.object.text != terms::rdf::nil) see(quad.object);
    see(quad.graph);
  }
  [[nodiscard]] PrefixMap used() const {
    PrefixMap map;
    for (const auto& entry : prefixes_.entries()) {
      if (names_.contains(entry.prefix)) map.add(entry.prefix, entry.iri);
    }
    return map;
  }

 private:
  void see(const TermView& term) {
    written_.clear();
    append_turtle_term(term, prefixes_, written_);
    if (term.kind == TermKind::iri) see_name(written_);
    const bool has_datatype = term.kind == TermKind::literal && written_[0] == '"' && written_.back() != '"';
    if (has_datatype && term.language.empty()) see(TermView::iri(term.datatype));
  }

  void see_name(std::string_view written) {
    if (written[0] == '<') return;
    const auto name = written.substr(0, written.find(':'));
    if (names_.find(name) == names_.end()) names_.emplace(name);
  }

  const PrefixMap& prefixes_;
  std::set<std::string, std::less<>> names_;
  std::string written_;
};

}  // namespace

void TurtleDocumentWriter::prefix(std::string_view name, std::string_view iri) {
  if (!stream_) declared_.add(name, iri);
}

void TurtleDocumentWriter::quad(const QuadView& quad) {
  if (stream_) return stream_->quad(quad);
  waiting_.add(quad);
  if (waiting_.size() >= most_statements || waiting_.bytes() >= most_bytes) start_stream();
}

PrefixMap TurtleDocumentWriter::all_prefixes() const {
  PrefixMap all = declared_;
  for (const auto& entry : well_known_.entries()) all.add(entry.prefix, entry.iri);
  return all;
}

PrefixMap TurtleDocumentWriter::used_prefixes() const {
  const auto all = all_prefixes();
  Usage usage(all);
  for (std::size_t i = 0; i < waiting_.size(); ++i) usage.see(waiting_[i]);
  return usage.used();
}

void TurtleDocumentWriter::start_stream() {
  auto prefixes = declared_;
  for (const auto& entry : used_prefixes().entries()) prefixes.add(entry.prefix, entry.iri);
  stream_ = std::make_unique<TurtleWriter>(sink_, std::move(prefixes), with_graphs_);
  for (std::size_t i = 0; i < waiting_.size(); ++i) stream_->quad(waiting_[i]);
  waiting_ = {};
}

Result<Done> TurtleDocumentWriter::end_block() {
  if (stream_) return stream_->end_block();
  return Done{};
}

Result<Done> TurtleDocumentWriter::finish() {
  if (stream_) return stream_->finish();
  const auto prefixes = used_prefixes();
  OutputBuffer output(sink_);
  append_prefixes(prefixes, output.bytes());
  TurtleLayout(waiting_, prefixes, output).write();
  output.flush();
  return output.state();
}

}  // namespace entente
