#pragma once

#include <memory>
#include <span>
#include <string>

#include "../extraction_run.hpp"
#include "entente/export/rendering.hpp"
#include "entente/extract/extractor.hpp"
#include "reading.hpp"

namespace entente::cli {

/// Makes findings of readings. One per thread.
class DocumentWorker {
 public:
  DocumentWorker(std::shared_ptr<const Language> language, std::span<const std::unique_ptr<ExtractionFormat>> formats,
                 std::string base, Stories stories);

  Finding work_on(Reading&& reading);

 private:
  /// What the document says, where that is wanted.
  void extract(const Document& document);

  std::shared_ptr<const Language> language_;
  Stories stories_;
  Extractor extractor_;
  Extraction extraction_;
  DocumentRenderer renderer_;
};

}  // namespace entente::cli
