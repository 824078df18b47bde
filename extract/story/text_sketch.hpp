#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// The least hashes of the shingles of a text: two sketches have in common what the texts have in common, as far down as
/// both reach.
struct TextSketch {
  static constexpr std::size_t most = 128;

  std::array<std::uint32_t, most> hashes{};  ///< distinct, rising
  std::uint32_t count = 0;

  [[nodiscard]] std::span<const std::uint32_t> all() const { return {hashes.data(), count}; }
  /// The greatest hash of which it is known whether the text has it.
  [[nodiscard]] std::uint32_t reach() const { return count < most ? UINT32_MAX : hashes.back(); }
};

/// How much two sketches have in common, in hashes that both reach.
struct Overlap {
  std::size_t common = 0;
  std::size_t first = 0;   ///< of the first one
  std::size_t second = 0;  ///< of the second one
};

[[nodiscard]] Overlap compare(const TextSketch& first, const TextSketch& second);

/// Makes sketches; keeps its buffer.
class Sketcher {
 public:
  TextSketch sketch(std::string_view text);

 private:
  /// The least hashes up to `limit`, in order.
  void gather(std::string_view text, std::uint32_t limit);
  /// Leaves the least in order, each once.
  void keep_least();

  std::vector<std::uint32_t> hashes_;
};

}  // namespace entente
