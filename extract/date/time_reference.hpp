#pragma once

#include <cstdint>
#include <optional>

#include "entente/ontology/date.hpp"

namespace entente {

enum class TimeUnit : std::uint8_t { day, week, month, year };

/// What a time expression says by itself, before it is known from which day it counts.
struct TimeReference {
  enum class Kind : std::uint8_t {
    calendar,    ///< "30 novembre", "samedi 30", "novembre 2024", "2015"
    weekday,     ///< "lundi"
    from_now,    ///< "hier", "il y a deux jours", "cette année"
    from_spoken  ///< "la veille", "un an plus tôt": counts from the day spoken of
  };
  /// "dernier" and "prochain".
  enum class Side : std::uint8_t { unsaid, past, coming };

  Kind kind = Kind::calendar;
  Side side = Side::unsaid;
  Date date;                   ///< calendar: what is said of it; year, month and day are 0 where unsaid
  std::optional<int> weekday;  ///< 0 for Monday
  TimeUnit unit = TimeUnit::day;
  int amount = 0;  ///< units from now or from the day spoken of
};

/// Where the verb beside a time expression places what it tells.
enum class Tendency : std::uint8_t { past, present, future };

/// From which days time expressions count.
struct TimeAnchor {
  std::optional<Date> publication;
  std::optional<Date> spoken;  ///< the last day that the text spoke of
};

/// The day, month or year that is meant; nothing where the anchor or the calendar does not have it. A weekday is the
/// last one up to the day of publication, and the next one from it under a future verb; a month or day without year is
/// chosen in the same way, except that a verb in the present takes the nearest. Weeks come as their month, since a Date
/// has no weeks.
[[nodiscard]] std::optional<Date> resolve(const TimeReference& reference, const TimeAnchor& anchor, Tendency tendency);

}  // namespace entente
