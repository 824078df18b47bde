#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "entente/export/quad.hpp"
#include "file_frame.hpp"
#include "json_ld_context.hpp"
#include "output_buffer.hpp"

namespace entente {

/// A term that owns its text.
struct StoredTerm {
  TermKind kind = TermKind::iri;
  std::string text;
  std::string datatype;
  std::string language;
};

/// What a block says of one subject, in order of arrival.
struct StoredNode {
  struct Statement {
    std::string predicate;
    StoredTerm object;
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  TermKind kind = TermKind::iri;
  std::string text;
  std::vector<Statement> statements;
  std::size_t parent = none;             ///< the node inside which it is written
  const ContextTerm* reverse = nullptr;  ///< the parent's term that holds it; null where a statement of the parent does
  std::string reverse_predicate;         ///< the statement that `reverse` makes superfluous
};

/// Writes {"@context": …, "@graph": [ … ]}, a node a line, block by block; graphs are left out. Inside the node that refers to
/// it stands a blank node, or a node whose IRI continues the IRI of that node or of its owner, if nothing else refers to it;
/// and a node that refers to another by a property for whose reverse the context has a term.
class JsonLdWriter final : public QuadSink {
 public:
  JsonLdWriter(ByteSink& sink, JsonLdContext context, FileFrame frame = FileFrame::whole);

  static FrameText frame_text(const JsonLdContext& context);

  void quad(const QuadView& quad) override;
  [[nodiscard]] bool takes_more() const override { return output_.is_good(); }
  Result<Done> end_block() override;
  Result<Done> finish() override;

 private:
  std::size_t node_of(const TermView& subject);
  void write_line(std::string_view line);

  OutputBuffer output_;
  JsonLdContext context_;
  FileFrame frame_;
  std::vector<StoredNode> nodes_;                       ///< of the block, in order of arrival
  std::unordered_map<std::string, std::size_t> index_;  ///< by text; blank nodes with "_:"
  bool anything_written_ = false;
};

}  // namespace entente
