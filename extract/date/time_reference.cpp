#include "extract/date/time_reference.hpp"

#include <cstdlib>

namespace entente {
namespace {

using Side = TimeReference::Side;

constexpr int longest_memory_of_days = 45;  // "samedi 30": no further away than this

bool is_complete(Date date) { return date.month != 0 && date.day != 0; }

/// The date itself, if the calendar has it.
std::optional<Date> valid(Date date) { return parse_date(to_string(date)); }

Date with_year(Date date, int year) {
  date.year = static_cast<std::int16_t>(year);
  return date;
}

/// `date` as exactly as `like` is known.
Date truncated(Date date, Date like) {
  if (like.day == 0) date.day = 0;
  if (like.month == 0) date.month = 0;
  return date;
}

/// Days between two dates; months count from their first day.
int distance(Date a, Date b) {
  if (a.day == 0) a.day = 1;
  if (b.day == 0) b.day = 1;
  return std::abs(days_since_epoch(a) - days_since_epoch(b));
}

/// Which of the last and the next is meant.
bool is_coming(Side side, Tendency tendency) {
  if (side != Side::unsaid) return side == Side::coming;
  return tendency == Tendency::future;
}

/// "lundi" published on a Monday is that day, "lundi dernier" the week before.
Date nearest_weekday(int wanted, Side side, Date now, Tendency tendency) {
  const bool coming = is_coming(side, tendency);
  int step = coming ? wanted - weekday(now) : weekday(now) - wanted;
  if (step < 0) step += 7;
  if (step == 0 && side != Side::unsaid) step = 7;
  return date_from_days(days_since_epoch(now) + (coming ? step : -step));
}

std::optional<Date> day_of_weekday(const TimeReference& reference, Date now, Tendency tendency) {
  const int towards = is_coming(reference.side, tendency) ? 1 : -1;
  for (const int direction : {towards, -towards})
    for (int step = 0; step <= longest_memory_of_days; ++step) {
      const Date day = date_from_days(days_since_epoch(now) + direction * step);
      if (day.day == reference.date.day && weekday(day) == reference.weekday) return day;
    }
  return std::nullopt;
}

/// A month, or a day of a month, whose year is not said.
std::optional<Date> in_nearest_year(const TimeReference& reference, Date now, Tendency tendency) {
  std::optional<Date> past;
  std::optional<Date> coming;
  const Date here = truncated(now, reference.date);
  for (int year = now.year - 1; year <= now.year + 1; ++year) {
    const std::optional<Date> day = valid(with_year(reference.date, year));
    if (!day) continue;
    if (*day < here || (*day == here && reference.side != Side::past)) past = day;
    if (!coming && (*day > here || (*day == here && reference.side != Side::coming))) coming = day;
  }
  if (!past || !coming) return past ? past : coming;
  if (reference.weekday && is_complete(*past) && (weekday(*past) == reference.weekday) != (weekday(*coming) == reference.weekday))
    return weekday(*past) == reference.weekday ? past : coming;
  if (reference.side == Side::unsaid && tendency == Tendency::present)
    return distance(*coming, here) < distance(*past, here) ? coming : past;
  return is_coming(reference.side, tendency) ? coming : past;
}

std::optional<Date> calendar(const TimeReference& reference, std::optional<Date> now, Tendency tendency) {
  if (reference.date.year != 0) return valid(reference.date);
  if (!now) return std::nullopt;
  if (reference.date.month != 0) return in_nearest_year(reference, *now, tendency);
  if (const auto day = day_of_weekday(reference, *now, tendency)) return day;
  return nearest_weekday(*reference.weekday, reference.side, *now, tendency);
}

Date counted(Date from, TimeUnit unit, int amount) {
  const int months = from.year * 12 + from.month - 1 + amount;
  switch (unit) {
    case TimeUnit::day:
      return date_from_days(days_since_epoch(from) + amount);
    case TimeUnit::week:
      return truncated(date_from_days(days_since_epoch(from) + 7 * amount), {0, 1, 0});
    case TimeUnit::month:
      return {static_cast<std::int16_t>(months / 12), static_cast<std::uint8_t>(months % 12 + 1), 0};
    default:
      return {static_cast<std::int16_t>(from.year + amount), 0, 0};
  }
}

}  // namespace

std::optional<Date> resolve(const TimeReference& reference, const TimeAnchor& anchor, Tendency tendency) {
  std::optional<Date> now = anchor.publication;
  if (now && !is_complete(*now)) now.reset();
  switch (reference.kind) {
    case TimeReference::Kind::calendar:
      return calendar(reference, now, tendency);
    case TimeReference::Kind::weekday:
      if (!now) return std::nullopt;
      return nearest_weekday(*reference.weekday, reference.side, *now, tendency);
    case TimeReference::Kind::from_now:
      if (!now) return std::nullopt;
      return counted(*now, reference.unit, reference.amount);
    default: {
      const std::optional<Date> from = anchor.spoken ? anchor.spoken : now;
      if (!from) return std::nullopt;
      return counted(*from, reference.unit, reference.amount);
    }
  }
}

}  // namespace entente
