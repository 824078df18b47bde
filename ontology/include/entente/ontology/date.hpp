#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A day of the proleptic Gregorian calendar, or a month or a year where no more is known (XML Schema 1.1 part 2,
/// date, gYearMonth, gYear). Ordered by year, month, day, the unknown part first.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;  ///< 1 to 12, 0 where only the year is known
  std::uint8_t day = 0;    ///< 1 to 31, 0 where only the month is known

  auto operator<=>(const Date&) const = default;
};

/// Days since 1970-01-01 of a complete date.
[[nodiscard]] std::int32_t days_since_epoch(Date date);
/// The inverse of days_since_epoch.
[[nodiscard]] Date date_from_days(std::int32_t days);
/// 0 for Monday to 6 for Sunday, of a complete date.
[[nodiscard]] int weekday(Date date);

/// Reads "2024-11-30", "2024-11" or "2024", also the date at the head of an ISO 8601 date-time. Nothing for anything
/// else, an impossible day included.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
/// The ISO 8601 form: "2024-11-30", "2024-11" or "2024".
[[nodiscard]] std::string to_string(Date date);

}  // namespace entente
