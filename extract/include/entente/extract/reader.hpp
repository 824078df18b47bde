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
  std::string language = "fr";                           ///< where the input does not tell
  std::uint64_t max_document = std::uint64_t{10} << 20;  ///< bytes of a text or record; what is longer is not read
};

/// Reads the documents of one input. "-" is standard input. What it is, its extension says, or else its first bytes:
///
/// - A plain text (.txt): one document, whose id is the file name without its extension; a line "Publié le 30 novembre 2024" or
/// the like
///   near its head gives its date. It is in UTF-8, or in UTF-16 or UTF-32 with a byte order mark, or in the encoding that ICU
///   finds likely. Where that is uncertain, or a text in UTF-8 has some bytes that are not, it fails.
/// - A web page (.html, .htm, .xhtml): one document, likewise. Its text is the headline and the paragraphs of the article,
/// without
///   menus, notices and the like; title, date, publisher, URL and language are those that the page gives (JSON-LD, Open Graph,
///   microdata, meta elements). Encoded as it declares, or as a plain text; bytes that are wrong become U+FFFD.
/// - JSON Lines (.jsonl, .ndjson): `id`, `text`, `title`, `date`, `publisher`, `url`, `lang`; `id` and `text` are needed. In
/// UTF-8.
/// - A web archive (.warc; ISO 28500, versions 1.0 and 1.1): each response of HTTP that succeeded, and each resource, that is a
///   page or plain text, and each conversion to plain text, is one document. Its id is the WARC-Record-ID without angle brackets,
///   its URL the target, its date that of the page, or else the day on which it was fetched. All other records, files for robots,
///   and pages without an article are passed over.
///
/// Any of them may be compressed as gzip (RFC 1952, also of several members) or Zstandard (RFC 8878), which the first bytes tell.
/// Sizes, digests and places are those of what was compressed. The digest is that of a document's bytes before they were
/// converted. All offsets in a document count from the start of its `text`, which is in Form C: of a web page they say nothing
/// about the source. Memory depends on the largest document, not on the input.
///
/// A record that cannot be read, or is longer than `max_document` (Error::Kind::value), is reported with its line, or in an
/// archive with the byte at which it begins, and the others are read all the same. Fails for what cannot be read at all, or not
/// to its end: Error::Kind::io (missing, a directory, unreadable, cut short while it was read), Error::Kind::syntax (empty,
/// binary, not in a known encoding: with the line and column of the first byte that is not UTF-8; compressed data that are
/// damaged or end too early: with the byte in the compressed file, and the line that could not be read any more). Documents that
/// were read before were handed over. In an archive such damage is reported, and the next record that can be found is read.
Result<Done> read_documents(const std::string& path, const ReaderOptions& options, const DocumentHandler& handle,
                            const ReadErrorHandler& report);

/// Whether the name of a file says that it is an input: one of these extensions, in capitals or not, also with .gz or .zst
/// behind.
[[nodiscard]] bool is_input_name(const std::string& path);

}  // namespace entente
