#include "blank_labels.hpp"

namespace entente {
namespace {

constexpr std::string_view anonymous = "anon";

/// "anon", any number of "x", digits.
bool looks_anonymous(std::string_view label) {
  if (!label.starts_with(anonymous)) return false;
  const auto digits = label.find_first_not_of('x', anonymous.size());
  return digits != std::string_view::npos && label.find_first_not_of("0123456789", digits) == std::string_view::npos;
}

}  // namespace

std::string anonymous_blank_label(std::string_view prefix, std::uint64_t number) {
  return std::string(prefix).append(anonymous).append(std::to_string(number));
}

std::string_view fit_blank_label(std::string_view label, std::string_view prefix, bool has_anonymous_nodes,
                                 std::string& storage) {
  const bool is_in_the_way = has_anonymous_nodes && looks_anonymous(label);
  if (!is_in_the_way && prefix.empty()) return label;
  storage = prefix;
  if (is_in_the_way)
    storage.append(anonymous).append("x").append(label.substr(anonymous.size()));
  else
    storage.append(label);
  return storage;
}

}  // namespace entente
