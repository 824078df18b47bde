#include "document_names.hpp"

#include <algorithm>

#include "content_digest.hpp"

namespace entente::cli {

DocumentNames::Slot& DocumentNames::Table::find(std::uint64_t hash) {
  const std::size_t mask = slots.size() - 1;
  std::size_t at = hash & mask;
  while (slots[at].hash != 0 && slots[at].hash != hash) at = (at + 1) & mask;
  return slots[at];
}

void DocumentNames::Table::grow() {
  std::vector<Slot> old(std::max<std::size_t>(16, 2 * slots.size()));
  old.swap(slots);
  for (const Slot& slot : old) {
    if (slot.hash != 0) find(slot.hash) = slot;
  }
}

std::optional<DocumentNames::Place> DocumentNames::add(std::string_view id, Place place) {
  const std::uint64_t hash = std::max<std::uint64_t>(1, short_digest(id));
  Table& table = tables_[hash >> 56];
  if (4 * table.count >= 3 * table.slots.size()) table.grow();
  Slot& slot = table.find(hash);
  if (slot.hash != 0) return slot.place;
  slot = {hash, place};
  ++table.count;
  return std::nullopt;
}

}  // namespace entente::cli
