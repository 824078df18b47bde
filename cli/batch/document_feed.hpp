#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document_names.hpp"
#include "entente/extract/reader.hpp"
#include "entente/extract/story_index.hpp"
#include "machine.hpp"

namespace entente::cli {

struct FeedOptions {
  ReaderOptions reader;
  bool compares_stories = true;
};

/// Reads the inputs of a run one after the other, and takes out what cannot be used: texts in another language, and documents
/// whose id another one has already. Finds which documents carry the story of an earlier one.
class DocumentFeed {
 public:
  /// `inputs` must outlive the feed. `problems` come first: of arguments that stand for no input.
  /// What the first `done` readings say is written already.
  DocumentFeed(const std::vector<std::string>& inputs, std::vector<Error> problems, FeedOptions options, std::uint64_t done = 0)
      : inputs_(inputs), problems_(std::move(problems)), options_(std::move(options)), done_(done) {
    if (options_.compares_stories) stories_.emplace();
  }

  /// Hands over all there is, in order, until `handle` says false.
  void read(const BatchParts::Handler& handle);

 private:
  bool give(Reading&& reading, const BatchParts::Handler& handle);
  /// False where `handle` said so.
  bool read_input(std::uint32_t input, const BatchParts::Handler& handle);
  /// The document, or why it is not taken.
  Reading look_at(std::uint32_t input, Document&& document);
  [[nodiscard]] std::optional<Error> other_language(const Document& document) const;
  std::optional<Error> known_name(std::uint32_t input, const Document& document);

  const std::vector<std::string>& inputs_;
  std::vector<Error> problems_;
  FeedOptions options_;
  std::uint64_t done_;  ///< readings to come that are
  DocumentNames names_;
  std::optional<StoryIndex> stories_;
};

}  // namespace entente::cli
