#include "entente/ontology/date.hpp"

#include <cassert>

namespace entente {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes exactly `count` digits off the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_digit(text[i])) return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

/// Takes `first` and then `count` digits that make a number from `low` to `high`.
std::optional<int> take_part(std::string_view& text, char first, std::size_t count, int low, int high) {
  if (text.empty() || text.front() != first) return std::nullopt;
  text.remove_prefix(1);
  const std::optional<int> value = take_digits(text, count);
  return value && *value >= low && *value <= high ? value : std::nullopt;
}

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

/// What may follow the minutes of an ISO 8601 time: seconds with a fraction, then "Z", "+01:00", "+0100" or "+01".
bool is_rest_of_time(std::string_view text) {
  if (!text.empty() && text.front() == ':') {
    if (!take_part(text, ':', 2, 0, 60)) return false;
    if (!text.empty() && (text.front() == '.' || text.front() == ',')) {
      text.remove_prefix(1);
      if (text.empty() || !is_digit(text.front())) return false;
      while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
    }
  }
  if (text.empty() || text == "Z" || text == "z") return true;
  if (!take_part(text, text.front() == '-' ? '-' : '+', 2, 0, 14)) return false;
  if (text.empty()) return true;
  if (text.front() == ':') text.remove_prefix(1);
  const std::optional<int> minutes = take_digits(text, 2);
  return minutes && *minutes < 60 && text.empty();
}

/// "T10:30:00Z" and its variants, as they follow a date.
bool is_time(std::string_view text) {
  const char first = text.front();
  if (first != 'T' && first != 't' && first != ' ') return false;
  return take_part(text, first, 2, 0, 24) && take_part(text, ':', 2, 0, 59) && is_rest_of_time(text);
}

void append_number(std::string& out, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  out.append(digits.size() < width ? width - digits.size() : 0, '0');
  out += digits;
}

}  // namespace

// Both conversions count in eras of 400 years from 0000-03-01, so that the leap day ends its year.
std::int32_t days_since_epoch(Date date) {
  assert(date.month != 0 && date.day != 0);
  const int year = date.year - (date.month <= 2 ? 1 : 0);
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int month_from_march = (date.month + 9) % 12;
  const int day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date date_from_days(std::int32_t days) {
  const int shifted = days + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = shifted - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const int year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

int weekday(Date date) {
  const int since_monday = (days_since_epoch(date) + 3) % 7;  // 1970-01-01 was a Thursday
  return since_monday < 0 ? since_monday + 7 : since_monday;
}

std::optional<Date> parse_date(std::string_view text) {
  const std::optional<int> year = take_digits(text, 4);
  if (!year) return std::nullopt;
  Date date{static_cast<std::int16_t>(*year), 0, 0};
  if (text.empty()) return date;
  const std::optional<int> month = take_part(text, '-', 2, 1, 12);
  if (!month) return std::nullopt;
  date.month = static_cast<std::uint8_t>(*month);
  if (text.empty()) return date;
  const std::optional<int> day = take_part(text, '-', 2, 1, days_in_month(*year, *month));
  if (!day || (!text.empty() && !is_time(text))) return std::nullopt;
  date.day = static_cast<std::uint8_t>(*day);
  return date;
}

std::string to_string(Date date) {
  std::string out = date.year < 0 ? "-" : "";
  append_number(out, date.year < 0 ? -date.year : date.year, 4);
  for (const int part : {int{date.month}, date.month == 0 ? 0 : int{date.day}}) {
    if (part == 0) break;
    out += '-';
    append_number(out, part, 2);
  }
  return out;
}

}  // namespace entente
