#include "day_runs.hpp"

#include <algorithm>
#include <iterator>

namespace entente {
namespace {

Date following_month(Date date) {
  if (date.month == 0 || date.month == 12) return {static_cast<std::int16_t>(date.year + 1), 1, 1};
  return {date.year, static_cast<std::uint8_t>(date.month + 1), 1};
}

}  // namespace

void DayRuns::include(const Date& date) {
  if (date.day != 0) return include(days_since_epoch(date), days_since_epoch(date));
  const Date first{date.year, std::max<std::uint8_t>(date.month, 1), 1};
  include(days_since_epoch(first), days_since_epoch(following_month(date)) - 1);
}

void DayRuns::include(std::int32_t first, std::int32_t last) {
  auto next = runs_.upper_bound(last + 1);  // the first run that neither meets nor touches these days
  while (next != runs_.begin()) {
    const auto before = std::prev(next);
    if (before->second + 1 < first) break;
    first = std::min(first, before->first);
    last = std::max(last, before->second);
    next = runs_.erase(before);
  }
  runs_.emplace(first, last);
}

}  // namespace entente
