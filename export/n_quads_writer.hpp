#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/export/quad.hpp"
#include "file_frame.hpp"
#include "output_buffer.hpp"

namespace entente {

/// Appends a line of canonical N-Quads.
void append_n_quad(const QuadView& quad, std::string& out);

/// Writes the canonical form of RDF 1.1 N-Triples (section 4), or of N-Quads.
class NQuadsWriter final : public QuadSink {
 public:
  NQuadsWriter(ByteSink& sink, bool with_graphs, FileFrame frame = FileFrame::whole)
      : output_(sink), frame_(frame), with_graphs_(with_graphs) {}

  void quad(const QuadView& quad) override;
  [[nodiscard]] bool takes_more() const override { return output_.is_good(); }
  Result<Done> end_block() override;
  Result<Done> finish() override;

 private:
  /// A term that is likely to come again, as it is written, with the space behind it.
  struct Remembered {
    TermKind kind = TermKind::literal;
    std::string text;
    std::string written;
  };
  static constexpr std::size_t places = 512;

  static const std::string& written(const TermView& term, Remembered& last);
  void append(const TermView& term, std::string& out);

  OutputBuffer output_;
  FileFrame frame_;
  bool with_graphs_;
  Remembered subject_;
  Remembered graph_;
  std::vector<Remembered> iris_ = std::vector<Remembered>(places);  ///< by hash: predicates, classes, actors come again
};

}  // namespace entente
