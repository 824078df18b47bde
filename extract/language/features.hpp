#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

/// What a word of a closed class, or a noun of a special kind, does in its sentence. The names are those of the
/// `ent:Feature` individuals of the language's grammar file, where each is explained.
enum class Feature : std::uint8_t {
  Definite,
  Indefinite,
  Demonstrative,
  Possessive,
  PluralPossessor,
  CapitalCity,
  Quantifier,
  NegativeQuantifier,
  Interrogative,
  SubjectClitic,
  ObjectClitic,
  DativeClitic,
  ReflexiveClitic,
  PlaceClitic,
  GenitiveClitic,
  Impersonal,
  StrongPronoun,
  DemonstrativePronoun,
  NegativePronoun,
  IndefinitePronoun,
  SpeakerPerson,
  AddresseePerson,
  RelativeSubject,
  RelativeObject,
  RelativeGenitive,
  RelativePlace,
  RelativeOblique,
  Genitive,
  Dative,
  Agentive,
  Locative,
  Contracted,
  Without,
  NameParticle,
  Paired,
  Purpose,
  Temporal,
  Coordinator,
  NegativeCoordinator,
  Adversative,
  Complementizer,
  Condition,
  Causal,
  Concession,
  Hypothetic,
  NegativeParticle,
  NegativeAdverb,
  Restrictive,
  Hedge,
  Degree,
  Prenominal,
  NoLonger,
  Auxiliary,
  Copula,
  PassiveAuxiliary,
  TakesBe,
  NearFuture,
  RecentPast,
  Abbreviation,
  Enclitic,
  Euphonic,
  Latter,
  Former,
  Counterpart,
  SameOne,
  Approximative,
  Gerundive,
  Settlement,
  WithComplement,
  TimeNoun,
  Yesterday,
  Today,
  Tomorrow,
  DayBeforeYesterday,
  EveOf,
  NextOne,
  LastOne,
  Ancestral,
  Alleged,
  PartitivePart,
  Attributive,
  Viewpoint,
  SpeechNoun,
  Relays,
  ActsFor,
  PartOf,
  NamedAfter,
  Eponymous,
  FewOf,
  Weapon,
  Title,
  weak,
  Performs,
  Ascribes,
  MorrowOf,
  ThatDay,
  Earlier,
  Later,
  Ago,
  Ahead,
  Anterior,
  DayUnit,
  WeekUnit,
  MonthUnit,
  YearUnit,
  DayPart,
  Weekend,
  One,
  Two,
  Four,
  Eight,
  Sixteen,
  Monday,
  Tuesday,
  Wednesday,
  Thursday,
  Friday,
  Saturday,
  Sunday,
  January,
  February,
  March,
  April,
  May,
  June,
  July,
  August,
  September,
  October,
  November,
  December,
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::December) + 1;

/// A set of features.
class Features {
 public:
  [[nodiscard]] bool has(Feature feature) const { return bits_.test(static_cast<std::size_t>(feature)); }
  [[nodiscard]] bool any() const { return bits_.any(); }
  [[nodiscard]] bool shares(const Features& other) const { return (bits_ & other.bits_).any(); }
  void add(Feature feature) { bits_.set(static_cast<std::size_t>(feature)); }
  void add(const Features& other) { bits_ |= other.bits_; }

 private:
  std::bitset<feature_count> bits_;
};

/// By the local name in the grammar file.
[[nodiscard]] std::optional<Feature> feature_from_name(std::string_view name);

}  // namespace entente
