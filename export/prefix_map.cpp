#include "prefix_map.hpp"

#include <algorithm>
#include <tuple>

namespace entente {

void PrefixMap::add(std::string_view prefix, std::string_view iri) {
  if (iri.empty() || prefix_by_iri_.find(iri) != prefix_by_iri_.end()) return;
  const auto name = free_name(prefix);
  prefixes_.insert(name);
  prefix_by_iri_.emplace(iri, name);
  auto place = std::ranges::find_if(lengths_, [&](const Length& length) { return length.bytes <= iri.size(); });
  if (place == lengths_.end() || place->bytes != iri.size()) place = lengths_.insert(place, {iri.size(), {}});
  place->last[static_cast<unsigned char>(iri.back())] = true;
}

std::string PrefixMap::free_name(std::string_view prefix) const {
  std::string name(prefix);
  for (int number = 2; prefixes_.contains(name); ++number)
    name = (prefix.empty() ? "ns" : std::string(prefix)) + std::to_string(number);
  return name;
}

PrefixMap::Match PrefixMap::find(std::string_view iri) const {
  for (const auto& length : lengths_) {
    if (length.bytes > iri.size() || !length.last[static_cast<unsigned char>(iri[length.bytes - 1])]) continue;
    const auto found = prefix_by_iri_.find(iri.substr(0, length.bytes));
    if (found != prefix_by_iri_.end()) return {found->second, iri.substr(length.bytes), true};
  }
  return {};
}

std::vector<PrefixMap::Entry> PrefixMap::entries() const {
  std::vector<Entry> sorted;
  for (const auto& [iri, prefix] : prefix_by_iri_) sorted.push_back({prefix, iri});
  std::ranges::sort(sorted, {}, [](const Entry& entry) { return std::tie(entry.prefix, entry.iri); });
  return sorted;
}

}  // namespace entente
