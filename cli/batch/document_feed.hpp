#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document_names.hpp"
#include "entente/extract/reader.hpp"
#include "machine.hpp"

namespace entente::cli {

/// Reads the inputs of a run one after the other, and takes out what cannot be used: texts in another language, and documents
/// whose id another one has already.
class DocumentFeed {
 public:
  /// `inputs` must outlive the feed. `problems` come first: of arguments that stand for no input.
  DocumentFeed(const std::vector<std::string>& inputs, std::vector<Error> problems, ReaderOptions options)
      : inputs_(inputs), problems_(std::move(problems)), options_(std::move(options)) {}

  /// Hands over all there is, in order, until `handle` says false.
  void read(const BatchParts::Handler& handle);

 private:
  /// False where `handle` said so.
  bool read_input(std::uint32_t input, const BatchParts::Handler& handle);
  /// Why the document is not taken; nothing where it is.
  std::optional<Error> refusal(std::uint32_t input, const Document& document);

  const std::vector<std::string>& inputs_;
  std::vector<Error> problems_;
  ReaderOptions options_;
  DocumentNames names_;
};

}  // namespace entente::cli
