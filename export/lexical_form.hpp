#pragma once

#include <string>
#include <string_view>

#include "entente/ontology/date.hpp"

namespace entente {

/// A confidence in hundredths, 0 to 100: what is written, and what decides whether a plain triple is stated.
int confidence_hundredths(double confidence);

/// Canonical xsd:decimal (XML Schema 1.1 part 2, E.1): "0.93", "0.5", "1".
std::string decimal_from_hundredths(int hundredths);

/// The datatype that `date` has in XML Schema: xsd:date, xsd:gYearMonth or xsd:gYear.
std::string_view date_datatype(Date date);

/// The tag in lower case if it is well-formed (BCP 47: subtags of one to eight letters and digits), else nothing.
std::string language_tag(std::string_view tag);

}  // namespace entente
