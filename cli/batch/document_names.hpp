#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace entente::cli {

/// The ids of the documents so far, and where each came from. Takes 22 to 43 bytes per document, whatever the length of ids:
/// these are told apart by hashes of 64 bits.
class DocumentNames {
 public:
  struct Place {
    std::uint32_t input = 0;
    std::uint32_t line = 0;  ///< 0: the whole input
  };

  /// Nothing where the id is new, and has this place from now on; else where it was before.
  std::optional<Place> add(std::string_view id, Place place);

 private:
  struct Slot {
    std::uint64_t hash = 0;  ///< 0: free
    Place place;
  };

  /// Open addressing, linear probing. Many small tables grow one by one: no moment needs two copies of all.
  struct Table {
    std::vector<Slot> slots;  ///< as many as a power of two
    std::size_t count = 0;

    Slot& find(std::uint64_t hash);
    void grow();
  };

  std::array<Table, 256> tables_;
};

}  // namespace entente::cli
