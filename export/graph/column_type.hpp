#pragma once

#include <span>
#include <string>
#include <string_view>

#include "entente/export/quad.hpp"
#include "network.hpp"

namespace entente {

/// The type of a column that holds all literals of a property: the narrowest that all of them fit.
class ColumnType {
 public:
  void include(const TermView& literal);
  /// Some resource has more than one.
  void include_several() { has_several_ = true; }

  [[nodiscard]] NetworkColumn::Type type() const;
  /// The value of a resource that has `texts`, one or several, none of them twice.
  [[nodiscard]] std::string value(std::span<const std::string_view> texts) const;

 private:
  bool is_empty_ = true;
  bool has_several_ = false;
  NetworkColumn::Type type_ = NetworkColumn::Type::string;
};

}  // namespace entente
