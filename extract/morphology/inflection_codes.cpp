#include "inflection_codes.hpp"

#include <algorithm>
#include <array>

namespace entente {
namespace {

struct ClassCode {
  std::string_view code;
  WordClass word_class;
};

// A code matches by its beginning: `det` serves `detpos`, `detdem` …, `pro` serves `propersuj`, `prorel` …, `nb` the
// Roman numerals `nbro`.
constexpr std::array class_codes{
    ClassCode{"nom", WordClass::noun},        ClassCode{"npr", WordClass::proper_noun},
    ClassCode{"prn", WordClass::proper_noun}, ClassCode{"patr", WordClass::proper_noun},
    ClassCode{"adj", WordClass::adjective},   ClassCode{"adv", WordClass::adverb},
    ClassCode{"negadv", WordClass::adverb},   ClassCode{"det", WordClass::determiner},
    ClassCode{"pro", WordClass::pronoun},     ClassCode{"prep", WordClass::preposition},
    ClassCode{"cj", WordClass::conjunction},  ClassCode{"interj", WordClass::interjection},
    ClassCode{"nb", WordClass::numeral},      ClassCode{"titr", WordClass::title},
};

// Words that stand only within set phrases ("loc.adv") have the class of the phrase.
constexpr std::string_view phrase_prefix = "loc.";

// `mg`: grammatical word; `preverb`: clitic. Both stand beside a class. `1jsg`: the participle in -é as first person
// before an inverted pronoun, which would make every participle a finite verb.
constexpr std::array ignored_codes{std::string_view{"mg"}, std::string_view{"preverb"}, std::string_view{"1jsg"}};

struct MoodCode {
  std::string_view code;
  MoodAndTense mood;
};

constexpr std::array mood_codes{
    MoodCode{"infi", {VerbForm::infinitive, Tense::none}},       MoodCode{"ppre", {VerbForm::present_participle, Tense::present}},
    MoodCode{"ppas", {VerbForm::past_participle, Tense::none}},  MoodCode{"ipre", {VerbForm::indicative, Tense::present}},
    MoodCode{"iimp", {VerbForm::indicative, Tense::imperfect}},  MoodCode{"ipsi", {VerbForm::indicative, Tense::simple_past}},
    MoodCode{"ifut", {VerbForm::indicative, Tense::future}},     MoodCode{"spre", {VerbForm::subjunctive, Tense::present}},
    MoodCode{"simp", {VerbForm::subjunctive, Tense::imperfect}}, MoodCode{"cond", {VerbForm::conditional, Tense::present}},
    MoodCode{"impe", {VerbForm::imperative, Tense::present}},
};

struct FeatureCode {
  std::string_view code;
  std::uint8_t InflectionCodes::*feature;
  std::uint8_t bits;
};

constexpr std::uint8_t both_genders = Inflection::masculine | Inflection::feminine;
constexpr std::uint8_t both_numbers = Inflection::singular | Inflection::plural;

constexpr std::array feature_codes{
    FeatureCode{"mas", &InflectionCodes::gender, Inflection::masculine},
    FeatureCode{"fem", &InflectionCodes::gender, Inflection::feminine},
    FeatureCode{"epi", &InflectionCodes::gender, both_genders},
    FeatureCode{"sg", &InflectionCodes::number, Inflection::singular},
    FeatureCode{"pl", &InflectionCodes::number, Inflection::plural},
    FeatureCode{"inv", &InflectionCodes::number, both_numbers},
    FeatureCode{"1pe", &InflectionCodes::person, Inflection::first},
    FeatureCode{"2pe", &InflectionCodes::person, Inflection::second},
    FeatureCode{"3pe", &InflectionCodes::person, Inflection::third},
    FeatureCode{"1sg", &InflectionCodes::singular_persons, Inflection::first},
    FeatureCode{"1isg", &InflectionCodes::singular_persons, Inflection::first},  // before an inverted pronoun
    FeatureCode{"2sg", &InflectionCodes::singular_persons, Inflection::second},
    FeatureCode{"3sg", &InflectionCodes::singular_persons, Inflection::third},
    FeatureCode{"1pl", &InflectionCodes::plural_persons, Inflection::first},
    FeatureCode{"2pl", &InflectionCodes::plural_persons, Inflection::second},
    FeatureCode{"3pl", &InflectionCodes::plural_persons, Inflection::third},
    FeatureCode{"3pl!", &InflectionCodes::plural_persons, Inflection::third},  // as `3pl`; marks -ont and -rent
};

bool add_feature(std::string_view code, InflectionCodes& codes) {
  const auto* found = std::ranges::find(feature_codes, code, &FeatureCode::code);
  if (found == feature_codes.end()) return false;
  codes.*found->feature |= found->bits;
  return true;
}

bool add_mood(std::string_view code, InflectionCodes& codes) {
  const auto* found = std::ranges::find(mood_codes, code, &MoodCode::code);
  if (found == mood_codes.end()) return false;
  codes.moods.push_back(found->mood);
  return true;
}

bool add_valency(std::string_view code, InflectionCodes& codes) {
  const auto valency = valency_of(code);
  if (valency) codes.valency = valency;
  return valency.has_value();
}

WordClass class_of(std::string_view code) {
  if (code.starts_with(phrase_prefix)) code.remove_prefix(phrase_prefix.size());
  const auto* found = std::ranges::find_if(class_codes, [&](const ClassCode& known) { return code.starts_with(known.code); });
  return found == class_codes.end() ? WordClass::other : found->word_class;
}

void add_class(WordClass word_class, std::vector<WordClass>& classes) {
  if (std::ranges::find(classes, word_class) == classes.end()) classes.push_back(word_class);
}

bool has_past_participle(const InflectionCodes& codes) {
  return std::ranges::any_of(codes.moods, [](const MoodAndTense& mood) { return mood.verb_form == VerbForm::past_participle; });
}

bool is_finite(VerbForm form) {
  return form == VerbForm::indicative || form == VerbForm::subjunctive || form == VerbForm::conditional ||
         form == VerbForm::imperative;
}

void append_finite(Analysis reading, const InflectionCodes& codes, std::vector<Analysis>& out) {
  const auto append = [&](std::uint8_t number, std::uint8_t persons) {
    if (persons == 0) return;
    reading.number = number;
    reading.person = persons;
    out.push_back(reading);
  };
  append(Inflection::singular, codes.singular_persons);
  append(Inflection::plural, codes.plural_persons);
}

void append_verb(const InflectionCodes& codes, const MoodAndTense& mood, std::uint32_t lemma, std::vector<Analysis>& out) {
  Analysis reading;
  reading.lemma = lemma;
  reading.word_class = WordClass::verb;
  reading.verb_form = mood.verb_form;
  reading.tense = mood.tense;
  reading.valency = *codes.valency;
  if (is_finite(mood.verb_form)) return append_finite(reading, codes, out);
  if (mood.verb_form == VerbForm::past_participle) {
    reading.gender = codes.gender;
    reading.number = codes.number;
  }
  out.push_back(reading);
}

}  // namespace

std::optional<std::uint8_t> valency_of(std::string_view code) {
  constexpr std::size_t length = 10;
  if (code.size() != length || code[0] != 'v' || code[1] < '0' || code[1] > '3') return std::nullopt;
  const auto at = [&](std::size_t position, std::string_view letters) {
    return letters.find(code[position + 1]) != std::string_view::npos;
  };
  std::uint8_t valency = 0;
  if (at(2, "i")) valency |= Analysis::intransitive;
  if (at(3, "tx")) valency |= Analysis::transitive;
  if (at(4, "nx")) valency |= Analysis::indirect;
  if (at(5, "pqrex")) valency |= Analysis::pronominal;
  if (at(7, "e")) valency |= Analysis::auxiliary_etre;
  if (at(8, "a")) valency |= Analysis::auxiliary_avoir;
  return valency;
}

void add_code(std::string_view code, InflectionCodes& codes) {
  if (code == "err") {
    codes.misspelling = true;
    return;
  }
  if (std::ranges::find(ignored_codes, code) != ignored_codes.end()) return;
  if (add_feature(code, codes) || add_mood(code, codes) || add_valency(code, codes)) return;
  add_class(class_of(code), codes.classes);
}

InflectionCodes combine(const InflectionCodes& entry, const InflectionCodes& affix) {
  InflectionCodes both = entry;
  for (const WordClass word_class : affix.classes) add_class(word_class, both.classes);
  if (affix.valency) both.valency = affix.valency;
  both.moods.insert(both.moods.end(), affix.moods.begin(), affix.moods.end());
  if (affix.gender != 0) both.gender = affix.gender;
  if (affix.number != 0) both.number = affix.number;
  if (affix.person != 0) both.person = affix.person;
  if (affix.singular_persons != 0) both.singular_persons = affix.singular_persons;
  if (affix.plural_persons != 0) both.plural_persons = affix.plural_persons;
  both.misspelling = entry.misspelling || affix.misspelling;
  return both;
}

bool names_participial_adjective(const InflectionCodes& codes) {
  return has_past_participle(codes) && !codes.classes.empty() && (codes.gender & Inflection::masculine) != 0 &&
         (codes.number & Inflection::singular) != 0;
}

void append_readings(const InflectionCodes& codes, std::uint32_t lemma, std::uint32_t adjective_lemma,
                     std::vector<Analysis>& out) {
  if (codes.valency) {
    for (const MoodAndTense& mood : codes.moods) append_verb(codes, mood, lemma, out);
  }
  const bool nothing_stated = !codes.valency && codes.classes.empty();
  const std::vector<WordClass> classes = nothing_stated ? std::vector{WordClass::other} : codes.classes;
  const bool from_participle = codes.valency && has_past_participle(codes);
  for (const WordClass word_class : classes) {
    Analysis reading;
    reading.lemma = from_participle ? adjective_lemma : lemma;
    reading.word_class = word_class;
    reading.gender = codes.gender;
    reading.number = codes.number;
    reading.person = codes.person;
    out.push_back(reading);
  }
}

}  // namespace entente
