#pragma once

#include <memory>
#include <span>
#include <string>

#include "entente/export/rendering.hpp"
#include "entente/extract/extractor.hpp"
#include "reading.hpp"

namespace entente::cli {

/// Makes findings of readings. One per thread.
class DocumentWorker {
 public:
  DocumentWorker(std::shared_ptr<const Language> language, std::span<const std::unique_ptr<ExtractionFormat>> formats,
                 std::string base);

  Finding work_on(Reading&& reading);

 private:
  std::shared_ptr<const Language> language_;
  Extractor extractor_;
  Extraction extraction_;
  DocumentRenderer renderer_;
};

}  // namespace entente::cli
