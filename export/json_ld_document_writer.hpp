#pragma once

#include <optional>
#include <string>

#include "entente/export/quad.hpp"
#include "entente/export/quad_writer.hpp"
#include "json_ld_context.hpp"
#include "json_ld_node.hpp"
#include "json_ld_terms.hpp"
#include "output_buffer.hpp"
#include "prefix_map.hpp"
#include "quad_store.hpp"

namespace entente {

/// Writes JSON-LD of any origin, a node object a line: {"@context": …, "@graph": [ … ]}, or expanded, [ … ]. Up to 65,536
/// statements, or 16 MB of terms, it waits for all of them and lays them out (JsonLdLayout). Beyond, it makes a node object
/// of each run of statements with the same subject, in constant memory; blank nodes have labels, and no lists are made.
class JsonLdDocumentWriter final : public QuadSink {
 public:
  JsonLdDocumentWriter(ByteSink& sink, RdfWriterOptions options) : sink_(sink), output_(sink), options_(std::move(options)) {}

  void quad(const QuadView& quad) override;
  void prefix(std::string_view name, std::string_view iri) override;
  [[nodiscard]] bool takes_more() const override { return output_.is_good() && !context_failure_; }
  Result<Done> end_block() override { return state(); }
  Result<Done> finish() override;

 private:
  /// What the run of statements at hand has in common.
  struct Place {
    TermKind kind = TermKind::iri;
    std::string text;
    [[nodiscard]] bool is(const TermView& term) const { return kind == term.kind && text == term.text; }
    void set(const TermView& term) { kind = term.kind, text.assign(term.text); }
    [[nodiscard]] TermView view() const { return {kind, text, {}, {}}; }
  };

  void start();
  void write_stream(const QuadView& quad);
  void check_iris(const QuadView& quad);
  void end_node();
  void end_graph();
  void begin_line();
  void lay_out();
  [[nodiscard]] bool can_be_nested_by_iris() const;
  Result<Done> write_nested_by_iris();
  [[nodiscard]] Result<Done> state() const;

  ByteSink& sink_;
  OutputBuffer output_;
  RdfWriterOptions options_;
  PrefixMap declared_;
  QuadStore waiting_;
  std::optional<JsonLdContext> context_;
  std::optional<JsonLdTerms> terms_;  ///< none while waiting
  std::optional<Error> context_failure_;
  JsonLdNode node_;
  Place graph_;
  Place subject_;
  bool is_in_graph_ = false;
  bool has_lines_ = false;
};

}  // namespace entente
