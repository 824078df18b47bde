// Any bytes behind the signature of gzip or Zstandard: what is unpacked, and what is said of damage, does not depend on the
// pieces in which they come or are asked for, and ends.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "extract/read/input_bytes.hpp"
#include "support/pieces.hpp"
#include "support/require.hpp"

namespace {

using namespace entente;
using namespace entente::fuzz;

constexpr std::size_t most = std::size_t{1} << 20;  // of what is unpacked: a bomb ends there
constexpr int most_damages = 100;

std::string unpacked(std::string_view bytes, std::size_t piece) {
  auto input = InputBytes::open("input", std::make_unique<Pieces>(bytes, piece));
  if (!input) return to_string(input.error());
  std::string out;
  for (int damages = 0; out.size() <= most; ++damages) {
    const auto read = input->read_all(out, most);
    if (read) break;
    require(damages < most_damages + static_cast<int>(bytes.size()), "reading on after damage ends");
    out += '\n' + to_string(read.error()) + '\n';
  }
  out.resize(std::min(out.size(), most));
  return out;
}

/// Line by line, of which long ones are cut.
std::string lines(std::string_view bytes, std::size_t piece, std::size_t longest) {
  auto input = InputBytes::open("input", std::make_unique<Pieces>(bytes, piece));
  if (!input) return to_string(input.error());
  std::string out;
  while (out.size() <= most) {
    const auto line = input->next_line(longest);
    if (!line) return out + to_string(line.error());
    if (line->empty()) break;
    out += line->size() > longest ? "(long)" : std::string(*line);
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const std::string at_once = unpacked(input, whole);
  const std::string by_line = lines(input, whole, 100);
  for (const std::size_t piece : small_pieces) {
    require_same(at_once, unpacked(input, piece), "pieces do not matter");
    require_same(by_line, lines(input, piece, 100), "pieces do not matter to lines");
  }
  return 0;
}
