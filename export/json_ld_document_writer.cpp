#include "json_ld_document_writer.hpp"

#include "json_ld_layout.hpp"
#include "json_ld_writer.hpp"

namespace entente {
namespace {

constexpr std::size_t most_statements = 65'536;
constexpr std::size_t most_bytes = 16'000'000;

}  // namespace

void JsonLdDocumentWriter::prefix(std::string_view name, std::string_view iri) {
  if (!terms_) declared_.add(name, iri);
}

void JsonLdDocumentWriter::quad(const QuadView& quad) {
  if (terms_) return write_stream(quad);
  waiting_.add(quad);
  if (waiting_.size() < most_statements && waiting_.bytes() < most_bytes) return;
  start();
  for (std::size_t i = 0; i < waiting_.size(); ++i) write_stream(waiting_[i]);
  waiting_ = {};
}

void JsonLdDocumentWriter::start() {
  if (!options_.is_expanded) {
    auto context = JsonLdContext::parse(options_.context, declared_);
    if (context)
      context_ = std::move(*context);
    else
      context_failure_ = context.error(), context_ = JsonLdContext::of_prefixes(declared_);
    output_.bytes().append("{\"@context\": ").append(context_->json()).append(",\n\"@graph\": ");
  }
  output_.bytes().push_back('[');
  terms_.emplace(context_ ? &*context_ : nullptr, options_);
}

/// "IRI confused with prefix" (JSON-LD 1.1 API, 9.4.3).
void JsonLdDocumentWriter::check_iris(const QuadView& quad) {
  if (!context_ || context_failure_) return;
  const auto check = [&](std::string_view iri) {
    if (!context_->confuses(iri)) return;
    context_failure_ = Error{Error::Kind::value, "", 0, 0,
                             "expected no IRI that JSON-LD would take for a prefix and a name, found <" + std::string(iri) +
                                 ">; --expanded writes it"};
  };
  for (const auto* term : {&quad.subject, &quad.predicate, &quad.object, &quad.graph}) {
    if (term->kind == TermKind::iri) check(term->text);
    if (term->kind == TermKind::literal) check(term->datatype);
  }
}

void JsonLdDocumentWriter::begin_line() {
  output_.flush_if_full();
  output_.bytes().append(has_lines_ ? ",\n" : "\n");
  has_lines_ = true;
}

void JsonLdDocumentWriter::write_stream(const QuadView& quad) {
  check_iris(quad);
  if (!graph_.is(quad.graph)) {
    end_graph();
    graph_.set(quad.graph);
    if (!graph_.text.empty()) {
      begin_line();
      output_.bytes().push_back('{');
      terms_->append_id(quad.graph, output_.bytes());
      output_.bytes().append(",\"@graph\":[");
      is_in_graph_ = true;
      has_lines_ = false;
    }
  }
  if (subject_.text.empty() || !subject_.is(quad.subject)) {
    end_node();
    subject_.set(quad.subject);
    std::string id;
    terms_->append_id(quad.subject, id);
    node_.begin(id);
  }
  const auto& slot = terms_->append_value(quad.predicate.text, quad.object, node_.value());
  node_.end_value(slot, quad.object.language);
}

void JsonLdDocumentWriter::end_node() {
  if (subject_.text.empty()) return;
  begin_line();
  node_.append_to(output_.bytes());
  subject_.text.clear();
}

void JsonLdDocumentWriter::end_graph() {
  end_node();
  if (is_in_graph_) output_.bytes().append("\n]}");
  has_lines_ = has_lines_ || is_in_graph_;
  is_in_graph_ = false;
}

void JsonLdDocumentWriter::lay_out() {
  for (std::size_t i = 0; i < waiting_.size(); ++i) check_iris(waiting_[i]);
  JsonLdLayout layout(waiting_, *terms_, options_.is_expanded ? BlankNodes::Inline::lists : BlankNodes::Inline::all);
  for (auto node = layout.next(); !node.empty(); node = layout.next()) {
    begin_line();
    output_.bytes().append(node);
  }
}

/// Data as `entente extract` describes it: no blank nodes, one graph.
bool JsonLdDocumentWriter::can_be_nested_by_iris() const {
  if (options_.is_expanded || !options_.nests_by_iris) return false;
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    const auto quad = waiting_[i];
    if (quad.subject.kind == TermKind::blank || quad.object.kind == TermKind::blank || !quad.graph.text.empty()) return false;
  }
  return true;
}

Result<Done> JsonLdDocumentWriter::write_nested_by_iris() {
  auto context = JsonLdContext::parse(options_.context, declared_);
  if (!context) return context.error();
  context_ = *context;
  for (std::size_t i = 0; i < waiting_.size(); ++i) check_iris(waiting_[i]);
  if (context_failure_) return *context_failure_;
  JsonLdWriter writer(sink_, std::move(*context));
  for (std::size_t i = 0; i < waiting_.size(); ++i) writer.quad(waiting_[i]);
  return writer.finish();
}

Result<Done> JsonLdDocumentWriter::finish() {
  if (!terms_ && can_be_nested_by_iris()) return write_nested_by_iris();
  if (!terms_) {
    start();
    lay_out();
  }
  end_graph();
  output_.bytes().append(options_.is_expanded ? "\n]\n" : "\n]}\n");
  output_.flush();
  return state();
}

Result<Done> JsonLdDocumentWriter::state() const {
  if (context_failure_) return *context_failure_;
  return output_.state();
}

}  // namespace entente
