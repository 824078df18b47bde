#pragma once

#include <string>

#include "content_hash.hpp"
#include "entente/export/writer.hpp"
#include "output_buffer.hpp"

namespace entente {

/// Writes JSON Lines: an object for each claim, quotation and mention, for scripts and for scoring.
class ClaimsWriter final : public ExtractionWriter {
 public:
  ClaimsWriter(const WriterOptions& options, ByteSink& sink) : output_(sink), base_(options.base) {}

  Result<Done> write(const Extraction& extraction) override;
  Result<Done> finish() override;

 private:
  OutputBuffer output_;
  std::string base_;
  ContentHash hash_;
};

}  // namespace entente
