#pragma once

#include <string>
#include <string_view>

#include "entente/export/quad.hpp"
#include "file_frame.hpp"
#include "output_buffer.hpp"
#include "prefix_map.hpp"

namespace entente {

/// Writes Turtle, or TriG, as it comes: subjects and predicates are not repeated while they stay the same, so what arrives
/// grouped is written grouped. The prefixes stand at the top, used or not; every statement block ends with " .".
class TurtleWriter final : public QuadSink {
 public:
  TurtleWriter(ByteSink& sink, PrefixMap prefixes, bool with_graphs, FileFrame frame = FileFrame::whole);

  void quad(const QuadView& quad) override;
  [[nodiscard]] bool takes_more() const override { return output_.is_good(); }
  Result<Done> end_block() override;
  Result<Done> finish() override;

 private:
  /// A copy of a term, to compare the next one with.
  struct Place {
    TermKind kind = TermKind::iri;
    std::string text;  ///< empty: none
    [[nodiscard]] bool is(const TermView& term) const { return kind == term.kind && text == term.text; }
    void set(const TermView& term) { kind = term.kind, text.assign(term.text); }
  };

  void open_graph(const TermView& graph);
  void open_subject(const TermView& subject);
  void open_predicate(const TermView& predicate);
  void close_subject();
  void close_graph();
  [[nodiscard]] std::string_view indent() const { return graph_.text.empty() ? "" : "    "; }

  OutputBuffer output_;
  PrefixMap prefixes_;
  bool with_graphs_;
  FileFrame frame_;
  Place graph_;      ///< open, or none: the default graph
  Place subject_;    ///< open, or none
  Place predicate_;  ///< of the open subject
};

}  // namespace entente
