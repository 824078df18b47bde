#include "size.hpp"

#include <cctype>
#include <charconv>
#include <limits>
#include <string_view>

namespace entente::cli {

Result<std::uint64_t> parse_size(const std::string& text) {
  const Error wrong{Error::Kind::usage, "", 0, 0, "expected a size such as 500K, 10M or 2G, found " + text};
  constexpr std::string_view suffixes = "KMG";
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const auto suffix = rest.size() == 1 ? suffixes.find(static_cast<char>(std::toupper(static_cast<unsigned char>(rest[0]))))
                                       : std::string_view::npos;
  if (error != std::errc() || number == 0 || (!rest.empty() && suffix == std::string_view::npos)) return wrong;
  const auto shift = rest.empty() ? 0 : 10 * (suffix + 1);
  if (number > std::numeric_limits<std::uint64_t>::max() >> shift) return wrong;
  return number << shift;
}

}  // namespace entente::cli
