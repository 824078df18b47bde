#include "document_worker.hpp"

#include <utility>

namespace entente::cli {
namespace {

/// The buffers that so long a text needs are not kept.
constexpr std::size_t long_text = std::size_t{1} << 20;

}  // namespace

DocumentWorker::DocumentWorker(std::shared_ptr<const Language> language,
                               std::span<const std::unique_ptr<ExtractionFormat>> formats, std::string base)
    : language_(std::move(language)), extractor_(language_), renderer_(formats, std::move(base)) {}

Finding DocumentWorker::work_on(Reading&& reading) {
  Finding finding;
  finding.input = reading.input;
  if (auto* error = std::get_if<Error>(&reading.what)) {
    finding.failure = std::move(*error);
    return finding;
  }
  const auto& document = std::get<Document>(reading.what);
  finding.text_bytes = document.text.size();
  extractor_.extract(document, extraction_);
  finding.fragments = renderer_.render(extraction_);
  if (document.text.size() > long_text) {
    extractor_ = Extractor(language_);
    extraction_ = {};
  }
  return finding;
}

}  // namespace entente::cli
