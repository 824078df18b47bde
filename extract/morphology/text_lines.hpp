#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ontology/result.hpp"

namespace entente::hunspell {

/// A dictionary file in memory, line by line.
class TextLines {
 public:
  /// Fails with Kind::io where the file cannot be read, with Kind::syntax where a line is not UTF-8.
  static Result<TextLines> read(const std::filesystem::path& file);

  /// Moves on to the next line, which is then in `line` (without its end); false at the end of the file.
  bool next(std::string_view& line);

  /// An error at the line that `next` gave last.
  [[nodiscard]] Error error(std::string message) const;

 private:
  std::string source_;
  std::string text_;
  std::size_t position_ = 0;
  std::uint64_t line_ = 0;
};

/// The parts of a line between blanks and tabs.
[[nodiscard]] std::vector<std::string_view> split_blanks(std::string_view line);

/// Whether a part of a line is a field such as `po:nom`: two lower-case letters and a colon (hunspell(5), "Optional
/// data fields").
[[nodiscard]] bool is_field(std::string_view part);

/// A word as the table has it: NFC, with the straight apostrophe.
[[nodiscard]] std::string normalized(std::string_view word);

}  // namespace entente::hunspell
