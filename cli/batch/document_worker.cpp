#include "document_worker.hpp"

#include <utility>

#include "content_digest.hpp"

namespace entente::cli {
namespace {

/// The buffers that so long a text needs are not kept.
constexpr std::size_t long_text = std::size_t{1} << 20;

}  // namespace

DocumentWorker::DocumentWorker(std::shared_ptr<const Language> language,
                               std::span<const std::unique_ptr<ExtractionFormat>> formats, std::string base, Stories stories)
    : language_(std::move(language)), stories_(stories), extractor_(language_), renderer_(formats, std::move(base)) {}

Finding DocumentWorker::work_on(Reading&& reading) {
  Finding finding;
  finding.input = reading.input;
  finding.is_done = reading.is_done;
  if (auto* error = std::get_if<Error>(&reading.what)) {
    finding.digest = short_digest(to_string(*error));
    finding.failure = std::move(*error);
    finding.is_passed_over = reading.is_passed_over;
    return finding;
  }
  const auto& document = std::get<Document>(reading.what);
  finding.digest = short_digest(document.info.id + '\x1f' + document.info.sha256);
  finding.text_bytes = document.text.size();
  finding.tells_own_story = document.info.same_story_as.empty();
  if (finding.is_done) return finding;
  extract(document);
  finding.counts = {1, finding.tells_own_story ? 1U : 0U, extraction_.claims.size(), extraction_.quotations.size(),
                    extraction_.mentions.size()};
  const bool is_long = document.text.size() > long_text;
  if (is_long) extractor_ = Extractor(language_);
  finding.fragments = renderer_.render(extraction_);
  if (is_long) extraction_ = {};
  return finding;
}

void DocumentWorker::extract(const Document& document) {
  if (stories_ != Stories::only) return extractor_.extract(document, extraction_);
  extraction_ = {};
  extraction_.document = document.info;
}

}  // namespace entente::cli
