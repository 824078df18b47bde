#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace entente {

/// Namespaces and their prefixes; finds the longest namespace that begins an IRI in time that hardly grows with their number.
class PrefixMap {
 public:
  struct Match {
    std::string_view prefix;  ///< without ":"
    std::string_view local;   ///< what follows the namespace
    bool found = false;
  };

  struct Entry {
    std::string prefix;
    std::string iri;
  };

  /// The first prefix that is added for a namespace stands. Where it means another namespace already, it gets a number.
  void add(std::string_view prefix, std::string_view iri);
  [[nodiscard]] Match find(std::string_view iri) const;
  /// In order of prefix.
  [[nodiscard]] std::vector<Entry> entries() const;

 private:
  [[nodiscard]] std::string free_name(std::string_view prefix) const;

  struct Length {
    std::size_t bytes = 0;
    std::array<bool, 256> last{};  ///< which bytes end a namespace of this length
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> prefix_by_iri_;
  std::unordered_set<std::string> prefixes_;
  std::vector<Length> lengths_;  ///< longest first
};

}  // namespace entente
