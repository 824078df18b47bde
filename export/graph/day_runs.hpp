#pragma once

#include <cstdint>
#include <map>

#include "entente/ontology/date.hpp"

namespace entente {

/// The days on which something is so: runs of days, in order, with at least a day between one and the next.
class DayRuns {
 public:
  /// Adds the day, or all days of the month or year where `date` knows no more.
  void include(const Date& date);
  /// Adds all days from `first` to `last`, since 1970-01-01; `first` is not after `last`.
  void include(std::int32_t first, std::int32_t last);

  [[nodiscard]] bool empty() const { return runs_.empty(); }
  /// The first and the last day of all. There must be one.
  [[nodiscard]] Date first() const { return date_from_days(runs_.begin()->first); }
  [[nodiscard]] Date last() const { return date_from_days(runs_.rbegin()->second); }

  /// The last day of each run, by its first; both since 1970-01-01.
  [[nodiscard]] const std::map<std::int32_t, std::int32_t>& runs() const { return runs_; }

 private:
  std::map<std::int32_t, std::int32_t> runs_;
};

}  // namespace entente
