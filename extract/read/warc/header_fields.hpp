#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// Named fields as the heads of HTTP messages and WARC records have them (RFC 9112, section 5). Names in any case.
class HeaderFields {
 public:
  /// Takes one line without its end. A line that begins with white space goes on with the field before. What has no colon is no
  /// field, and left out: archives keep what servers sent.
  void add_line(std::string_view line);
  /// The value of the first field of this name (in lower case), without white space at its ends; empty where there is none.
  [[nodiscard]] std::string_view operator[](std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// Without white space at the ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// All digits of a number that fits; nothing else.
[[nodiscard]] std::optional<std::uint64_t> parse_number(std::string_view text, int base = 10);
/// A media type in lower case, without its parameters.
[[nodiscard]] std::string media_type(std::string_view content_type);

}  // namespace entente
