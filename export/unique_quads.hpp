#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/export/quad.hpp"
#include "entente/export/quad_reader.hpp"

namespace entente {

/// Hands on each quad once, in the order of the bytes of its canonical N-Quads, when all have come. Memory is bounded: what is
/// more goes, sorted, to files without a name in the folder for temporary files, and is merged at the end.
class UniqueQuads final : public QuadSink {
 public:
  static constexpr std::size_t usual_memory = 64'000'000;

  /// `sink` must outlive it. `memory` is of the text that is sorted at a time, in bytes.
  explicit UniqueQuads(QuadSink& sink, std::size_t memory = usual_memory) : sink_(sink), memory_(memory) {}

  void quad(const QuadView& quad) override;
  void prefix(std::string_view name, std::string_view iri) override { sink_.prefix(name, iri); }
  [[nodiscard]] bool takes_more() const override { return sink_.takes_more() && !failure_; }
  Result<Done> end_block() override;
  /// Fails with Error::Kind::io where there is no room for temporary files.
  Result<Done> finish() override;

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  using File = std::unique_ptr<std::FILE, CloseFile>;

  void sort();
  void spill();
  Result<Done> hand_on(ByteSource& lines);

  QuadSink& sink_;
  std::size_t memory_;
  std::string text_;                      ///< lines, each with its line feed
  std::vector<std::string_view> sorted_;  ///< these lines
  std::vector<File> runs_;                ///< sorted files
  std::optional<Error> failure_;
};

}  // namespace entente
