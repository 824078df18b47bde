#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "../input_bytes.hpp"
#include "entente/ontology/result.hpp"
#include "header_fields.hpp"

namespace entente {

/// The head of a record of a web archive (ISO 28500:2017, that is WARC 1.1; 1.0 is read the same way). Its block follows in the
/// input.
struct WarcRecord {
  HeaderFields fields;
  std::uint64_t begin = 0;   ///< of the record, in bytes of the input
  std::uint64_t length = 0;  ///< bytes of its block

  /// WARC-Record-ID without its angle brackets.
  [[nodiscard]] std::string_view id() const;
  [[nodiscard]] std::string_view type() const { return fields["warc-type"]; }
  [[nodiscard]] std::string_view target() const;
};

/// Reads the next head, and the line ends before it; nothing at the end of the input. Fails with the error of the input, or with
/// Error::Kind::syntax where no record begins or its head is not one; the input then stands behind what was looked at.
Result<std::optional<WarcRecord>> next_warc_record(InputBytes& input, const std::string& source);

/// Whether a line is the first one of a record.
[[nodiscard]] bool begins_warc_record(std::string_view line);

/// An error that names a record by the byte at which it begins.
[[nodiscard]] Error warc_error(const std::string& source, std::uint64_t begin, std::string message,
                               Error::Kind kind = Error::Kind::syntax);

}  // namespace entente
