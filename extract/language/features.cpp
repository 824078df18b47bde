#include "extract/language/features.hpp"

#include <algorithm>
#include <array>

namespace entente {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, feature_count> names = {
    "Definite", "Indefinite", "Demonstrative", "Possessive", "PluralPossessor", "CapitalCity", "Quantifier", "NegativeQuantifier", "Interrogative",
    "SubjectClitic", "ObjectClitic", "DativeClitic", "ReflexiveClitic", "PlaceClitic", "GenitiveClitic", "Impersonal",
    "StrongPronoun", "DemonstrativePronoun", "NegativePronoun", "IndefinitePronoun", "SpeakerPerson",
    "AddresseePerson", "RelativeSubject", "RelativeObject", "RelativeGenitive", "RelativePlace", "RelativeOblique",
    "Genitive", "Dative", "Agentive", "Locative", "Contracted", "Without", "NameParticle", "Paired", "Purpose", "Temporal", "Coordinator",
    "NegativeCoordinator", "Adversative", "Complementizer", "Condition", "Causal", "Concession", "Hypothetic",
    "NegativeParticle", "NegativeAdverb", "Restrictive", "Hedge", "Degree", "Prenominal", "NoLonger", "Auxiliary", "Copula",
    "PassiveAuxiliary", "TakesBe", "NearFuture", "RecentPast", "Abbreviation", "Enclitic", "Euphonic", "Latter", "Former",
    "Counterpart", "SameOne", "TimeNoun", "Yesterday", "Today", "Tomorrow", "DayBeforeYesterday", "EveOf", "NextOne",
    "LastOne", "Ancestral", "Alleged", "PartitivePart", "Attributive", "SpeechNoun", "Relays", "ActsFor", "PartOf",
    "NamedAfter", "FewOf", "Title", "weak", "MorrowOf", "ThatDay", "Ago",
    "Ahead", "Anterior", "DayUnit", "WeekUnit", "MonthUnit", "YearUnit", "DayPart", "Weekend", "One", "Two", "Four", "Eight",
    "Sixteen", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    "Sunday", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
};

}  // namespace

std::optional<Feature> feature_from_name(std::string_view name) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Feature>(found - names.begin());
}

}  // namespace entente
