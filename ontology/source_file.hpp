#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "entente/ontology/result.hpp"

namespace entente {

/// A file that was read whole.
struct SourceFile {
  std::string name;  ///< as it was given
  std::string text;  ///< valid UTF-8, without a byte order mark
};

/// A line and a column in code points, both from 1.
struct LineColumn {
  std::uint64_t line = 1;
  std::uint64_t column = 1;
};

/// The bytes of a file.
[[nodiscard]] Result<std::string> read_bytes(const std::filesystem::path& path);

/// Reads a file and checks that it is UTF-8. Fails with io, or with syntax at the first byte that is not UTF-8.
[[nodiscard]] Result<SourceFile> read_source_file(const std::filesystem::path& path);

/// Where the byte at `offset` stands; the end of `text` if it is beyond.
[[nodiscard]] LineColumn line_column(std::string_view text, std::size_t offset);

/// Where the Turtle term begins that ends before byte `end` of `text`, white space between them left aside: a name, an
/// IRI, a number, a literal with its quotation marks, or the bracket that opens a blank node.
[[nodiscard]] std::size_t term_start(std::string_view text, std::size_t end);

/// Where the last name or IRI before byte `end` of `text` begins whose last part is `local`; `end` if there is none.
[[nodiscard]] std::size_t name_before(std::string_view text, std::size_t end, std::string_view local);

/// The bytes of `text` that are valid UTF-8 (RFC 3629), up to the first that are not: all of it, if it is.
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view text);

}  // namespace entente
