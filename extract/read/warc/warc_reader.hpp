#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "../input_bytes.hpp"
#include "entente/extract/reader.hpp"
#include "http_response.hpp"
#include "warc_record.hpp"

namespace entente {

/// Reads the documents of a web archive: of responses of HTTP that succeeded and of resources those that are HTML or plain text,
/// and conversions to plain text. Other records, and pages without an article, are passed over.
class WarcReader {
 public:
  /// All must outlive the reader. `most`: bytes of a record, and of what is unpacked from it.
  WarcReader(InputBytes& input, const std::string& source, const ReaderOptions& options, std::size_t most)
      : input_(input), source_(source), options_(options), most_(most) {}

  /// A record that cannot be read is reported, and the next one that can be found is read.
  Result<Done> read(const DocumentHandler& handle, const ReadErrorHandler& report);

 private:
  /// The document of a record, nothing where it has none. The input stands behind the record afterwards, unless it fails itself.
  Result<std::optional<Document>> read_block(const WarcRecord& record);
  Result<std::optional<Document>> read_long_block(const WarcRecord& record);
  Result<std::optional<Document>> document_of(const WarcRecord& record, std::string_view block) const;
  Result<std::optional<Document>> document_of(const WarcRecord& record, std::string&& content, std::string_view type) const;
  void describe(Document& document, const WarcRecord& record) const;
  /// Goes to the next line that begins a record, or to the end.
  Result<Done> find_record(const ReadErrorHandler& report);
  [[nodiscard]] Error too_long(const WarcRecord& record) const;

  InputBytes& input_;
  const std::string& source_;
  const ReaderOptions& options_;
  std::size_t most_;
};

}  // namespace entente
