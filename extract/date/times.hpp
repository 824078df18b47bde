#pragma once

#include <vector>

#include "extract/date/time_reference.hpp"
#include "extract/quote/quotes.hpp"

namespace entente {

/// A time that the text speaks of, resolved.
struct TimeMention {
  std::uint32_t sentence = 0;
  std::uint32_t begin = 0;  ///< words [begin, end)
  std::uint32_t end = 0;
  Date date;                  ///< of a range: where it begins
  std::uint32_t noun = none;  ///< the phrase that it dates, where it is no time of the clause ("l'offensive du 27 novembre")
};

/// The times that a document speaks of, in text order, appended to `out`. Linear.
void find_times(const DocumentView& document, const Language& language, std::optional<Date> publication,
                std::vector<TimeMention>& out);

/// Dates each statement: by the time in its clause that stands nearest to the trigger; else by one of the clauses
/// around it, as far as the nearest verb of saying, since that one's time is when it was said; else by the day of
/// publication, unless the statement is of what is to come or may be.
void date_statements(const DocumentView& document, const Language& language, const std::vector<TimeMention>& times,
                     std::optional<Date> publication, std::vector<Statement>& statements);

}  // namespace entente
