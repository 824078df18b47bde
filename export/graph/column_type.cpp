#include "column_type.hpp"

#include <algorithm>

#include "../terms.hpp"

namespace entente {
namespace {

using Type = NetworkColumn::Type;

/// Types of whole numbers, by their local names (XML Schema 1.1 part 2, 3.4.13 to 3.4.25).
constexpr std::string_view integers[] = {"integer",
                                         "int",
                                         "long",
                                         "short",
                                         "byte",
                                         "nonNegativeInteger",
                                         "positiveInteger",
                                         "nonPositiveInteger",
                                         "negativeInteger",
                                         "unsignedLong",
                                         "unsignedInt",
                                         "unsignedShort",
                                         "unsignedByte"};

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_sign(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  return text;
}

/// That 64 bits hold.
bool is_integer(std::string_view text) { return is_digits(without_sign(text)) && without_sign(text).size() <= 18; }

/// Neither INF nor NaN.
bool is_finite(std::string_view text) {
  text = without_sign(text);
  const auto exponent = std::min(text.find_first_of("eE"), text.size());
  if (exponent < text.size() && !is_integer(text.substr(exponent + 1))) return false;
  const auto mantissa = text.substr(0, exponent);
  const auto dot = mantissa.find('.');
  if (dot == std::string_view::npos) return is_digits(mantissa);
  const auto whole = mantissa.substr(0, dot);
  const auto fraction = mantissa.substr(dot + 1);
  return (whole.empty() || is_digits(whole)) && (fraction.empty() || is_digits(fraction)) && mantissa.size() > 1;
}

Type type_of(const TermView& literal) {
  if (!literal.datatype.starts_with(terms::xsd::ns)) return Type::string;
  const auto name = literal.datatype.substr(terms::xsd::ns.size());
  if (name == "boolean" && (literal.text == "true" || literal.text == "false")) return Type::boolean;
  if (name == "date") return Type::date;
  if (std::ranges::find(integers, name) != std::end(integers) && is_integer(literal.text)) return Type::integer;
  const bool is_number = name == "decimal" || name == "double" || name == "float";
  return is_number && is_finite(literal.text) ? Type::decimal : Type::string;
}

bool is_number(Type type) { return type == Type::integer || type == Type::decimal; }

std::string on_one_line_of_a_list(std::string_view text) { return on_one_line(text).append("\n"); }

}  // namespace

void ColumnType::include(const TermView& literal) {
  const auto type = type_of(literal);
  if (is_empty_)
    type_ = type;
  else if (type != type_)
    type_ = is_number(type) && is_number(type_) ? Type::decimal : Type::string;
  is_empty_ = false;
}

NetworkColumn::Type ColumnType::type() const { return has_several_ ? Type::strings : type_; }

std::string ColumnType::value(std::span<const std::string_view> texts) const {
  if (!has_several_) return std::string(texts.front());
  std::string list;
  for (const auto text : texts) list.append(on_one_line_of_a_list(text));
  return list;
}

}  // namespace entente
