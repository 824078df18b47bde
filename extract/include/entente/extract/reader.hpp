#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "entente/extract/document.hpp"
#include "entente/ontology/result.hpp"

namespace entente {

/// Takes each document as it is read. Returns false to stop reading.
using DocumentHandler = std::function<bool(Document&&)>;
/// Takes each record that could not be read; the others of the same input are read all the same.
using ReadErrorHandler = std::function<void(Error)>;

struct ReaderOptions {
  std::string language = "fr";  ///< where the input does not tell
  std::uint64_t max_document = std::uint64_t{10} << 20;  ///< bytes of a text or record; what is longer is not read
};

/// Reads the documents of one input: a plain text (one document, whose id is the file name without its extension; a
/// line "Publié le 30 novembre 2024" or the like near its head gives its date) or JSON Lines (`id`, `text`, `title`,
/// `date`, `publisher`, `url`, `lang`; `id` and `text` are needed). "-" is standard input. Text is checked to be UTF-8
/// and normalised to NFC. A text or a record of more than `max_document` bytes fails with
/// Error::Kind::value, and is not kept in memory. Fails for what cannot be read at all: Error::Kind::io (missing, a directory, unreadable),
/// Error::Kind::syntax (empty, binary, not UTF-8: with the line and column of the first bad byte).
Result<Done> read_documents(const std::string& path, const ReaderOptions& options, const DocumentHandler& handle,
                            const ReadErrorHandler& report);

}  // namespace entente
