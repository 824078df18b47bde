#include "extract/analyse/form_reader.hpp"

#include <algorithm>
#include <utility>

#include "extract/text/utf8.hpp"

namespace entente {
namespace {

Tag tag_of(const Analysis& analysis) {
  switch (analysis.word_class) {
    case WordClass::noun:
    case WordClass::title:
      return Tag::noun;
    case WordClass::proper_noun:
      return Tag::name;
    case WordClass::adjective:
      return Tag::adjective;
    case WordClass::adverb:
      return Tag::adverb;
    case WordClass::determiner:
      return Tag::determiner;
    case WordClass::pronoun:
      return Tag::pronoun;
    case WordClass::preposition:
      return Tag::preposition;
    case WordClass::conjunction:
      return Tag::coordinator;
    case WordClass::numeral:
      return Tag::numeral;
    case WordClass::verb:
      switch (analysis.verb_form) {
        case VerbForm::infinitive:
          return Tag::infinitive;
        case VerbForm::past_participle:
          return Tag::past_participle;
        case VerbForm::present_participle:
          return Tag::present_participle;
        default:
          return Tag::verb;
      }
    default:
      return Tag::other;
  }
}

/// How much rarer than the rest a verb form is in news: commands, and what only "je" or "tu" may say.
std::uint8_t verb_cost(const Analysis& analysis) {
  if (analysis.verb_form == VerbForm::imperative) return 5;
  std::uint8_t cost = 0;
  if ((analysis.person & Inflection::third) == 0 && analysis.person != 0)
    cost = (analysis.number & Inflection::plural) != 0 && (analysis.person & Inflection::first) != 0 ? 1 : 4;
  if (analysis.verb_form == VerbForm::subjunctive) cost = static_cast<std::uint8_t>(cost + 1);
  if (analysis.tense == Tense::simple_past) cost = static_cast<std::uint8_t>(cost + 1);
  return cost;
}

bool is_open_class(Tag tag) {
  return tag == Tag::noun || tag == Tag::name || tag == Tag::adjective || tag == Tag::verb || tag == Tag::infinitive ||
         tag == Tag::past_participle || tag == Tag::present_participle || tag == Tag::adverb;
}

class FormReader {
 public:
  FormReader(const Form& form, const Language& language) : form_(form), language_(language) {}

  Readings read(FormPlace place);
  Form::Prefixed read_prefix();

 private:
  bool read_abbreviation();
  void read_open();
  void add_analysis(const Analysis& analysis, bool closed);
  void add_unknown(WordId lemma);
  void mark_participles();
  void prefer_known();
  void prefer_name();
  [[nodiscard]] bool is_unknown_noun() const;
  bool read_title();
  [[nodiscard]] bool is_proper_too() const;
  bool read_prefixed();
  bool read_after_hyphen(std::size_t hyphen);
  [[nodiscard]] bool is_prefixed_demonym() const;
  bool prefixed_name();
  void forget_demonym();
  [[nodiscard]] WordId demonym() const;
  [[nodiscard]] WordId uninflected() const;
  [[nodiscard]] bool is_preposition() const;
  [[nodiscard]] bool names_kind() const;
  [[nodiscard]] bool names_office() const;
  [[nodiscard]] bool names_party() const;
  [[nodiscard]] bool prenominal(const Analysis& analysis) const;
  [[nodiscard]] bool auxiliary() const;

  const Form& form_;
  const Language& language_;
  FormPlace place_;
  Readings out_;
};

Form::Prefixed FormReader::read_prefix() {
  Form::Prefixed found;
  if (!form_.fixed.empty() || (form_.in_dictionary && !is_prefixed_demonym()) || !read_prefixed()) return found;
  found.prefix = out_.prefix;
  if (found.prefix == 0) return found;
  for (const Reading& reading : out_.list)
    if (!language_.demonyms(reading.lemma).empty()) found.stem = reading.lemma;
  return found;
}

Readings FormReader::read(FormPlace place) {
  place_ = place;
  for (const FixedPhrase& phrase : form_.fixed) {
    if (!phrase.rest.empty()) continue;
    if (phrase.reading.features.has(Feature::Euphonic) && !place_.enclitic) continue;
    out_.add(phrase.reading);
  }
  if (!place_.before_stop || !read_abbreviation()) read_open();
  return std::move(out_);
}

/// "M." and the like.
bool FormReader::read_abbreviation() {
  const auto found = std::ranges::find_if(out_.list, [](const Reading& r) { return r.features.has(Feature::Abbreviation); });
  if (found == out_.list.end()) return false;
  out_.list = {Reading(*found)};
  return out_.abbreviation = true;
}

/// Words of the dictionary, unknown ones and names.
void FormReader::read_open() {
  if (const Features features = language_.lemma_features(form_.word); out_.list.empty() && features.has(Feature::Alleged)) {
    Reading reading{.tag = Tag::adjective, .lemma = form_.word};
    reading.features = features;
    out_.add(reading);
  }
  const bool closed = !out_.list.empty();
  auto analyses = language_.morphology().lookup(form_.lower);
  if (analyses.empty() && !closed) analyses = language_.morphology().lookup(form_.text);
  if (analyses.empty() && !closed && form_.lower.find('-') != std::string::npos && prefixed_name()) return;
  if ((analyses.empty() || is_prefixed_demonym()) && !closed && read_prefixed()) return prefer_name();
  bool common = false;
  for (const Analysis& analysis : analyses) {
    common |= analysis.word_class != WordClass::proper_noun;
    add_analysis(analysis, closed);
  }
  mark_participles();
  prefer_known();
  if (place_.enclitic) return;
  if (closed && read_title() && !place_.first) return;
  if (place_.before_capital && is_proper_too()) {
    out_.add({.tag = Tag::name});  // "Pierre Dupont": no stone
  } else if (form_.inner_capital && !(closed && place_.first)) {
    const WordId people = !common && !closed ? demonym() : 0;
    const bool rare = common && !closed && !place_.first && is_unknown_noun();  // "sur Surin": no knife
    const std::uint8_t cost = people != 0 ? 3 : !common && !closed ? 0 : place_.first ? 6 : 2;
    if (people != 0) add_unknown(people);  // "les Exampliens", whom no dictionary has
    if (common && !place_.first)
      for (Reading& reading : out_.list)
        if (reading.tag == Tag::noun || reading.tag == Tag::adjective)
          reading.cost = static_cast<std::uint8_t>(reading.cost + (rare ? 3 : 1));
    out_.add({.tag = Tag::name, .cost = cost});
  } else if (out_.list.empty()) {
    const WordId people = demonym();
    const WordId known = form_.word != 0 ? form_.word : uninflected();
    add_unknown(people != 0 ? people : known);
  }
}

/// Whether the dictionary has the form with its capital as a name: "Pierre" beside "pierre".
bool FormReader::is_proper_too() const {
  return form_.capitalised && !form_.all_capitals &&
         std::ranges::any_of(language_.morphology().lookup(form_.text),
                             [](const Analysis& analysis) { return analysis.word_class == WordClass::proper_noun; });
}

/// Whether nothing in the lexicon is called so: no office, no kind of actor, no deed.
bool FormReader::is_unknown_noun() const {
  return std::ranges::all_of(out_.list, [&](const Reading& reading) {
    return language_.nouns(reading.lemma).empty() && language_.adjectives(reading.lemma).empty() &&
           language_.demonyms(reading.lemma).empty() && !reading.features.any() && (reading.number & Inflection::plural) == 0;
  });
}

/// "Me Roth": with a capital, a function word may be the short form of a title.
bool FormReader::read_title() {
  const Features features = language_.lemma_features(form_.word);
  if (!form_.capitalised || form_.all_capitals || !features.has(Feature::Title)) return false;
  Reading reading{.tag = Tag::noun, .lemma = form_.word, .cost = static_cast<std::uint8_t>(place_.first ? 2 : 0)};
  reading.features = features;
  out_.add(reading);
  return true;
}

/// "Haute-Ravine": capitals inside a sentence make a name of a compound, but of those for a people.
void FormReader::prefer_name() {
  if (!form_.capitalised || place_.first || out_.prefix != 0) return;
  for (const Reading& reading : out_.list)
    if (!language_.demonyms(reading.lemma).empty()) return;
  for (Reading& reading : out_.list) reading.cost = static_cast<std::uint8_t>(reading.cost + 3);
  out_.add({.tag = Tag::name});
}

void FormReader::add_unknown(WordId lemma) {
  out_.add({.tag = Tag::noun, .lemma = lemma, .cost = 1});
  out_.add({.tag = Tag::adjective, .lemma = lemma, .cost = 1});
}

/// The demonym that an unknown word is, or of which it may be the feminine or plural; 0 for others.
WordId FormReader::demonym() const {
  if (!language_.demonyms(form_.word).empty()) return form_.word;
  const WordId base = uninflected();
  return language_.demonyms(base).empty() ? 0 : base;
}

void FormReader::add_analysis(const Analysis& analysis, bool closed) {
  const Tag tag = tag_of(analysis);
  if (closed && (!is_open_class(tag) || tag == Tag::adverb)) return;
  Reading reading{.tag = tag,
                  .lemma = language_.lemma_word(analysis.lemma),
                  .dictionary_lemma = analysis.lemma,
                  .form = analysis.verb_form,
                  .tense = analysis.tense,
                  .gender = analysis.gender,
                  .number = analysis.number,
                  .person = analysis.person,
                  .valency = analysis.valency};
  reading.features = language_.lemma_features(reading.lemma);
  unsigned cost = closed ? 4 : 0;
  if (tag == Tag::verb) cost += verb_cost(analysis);
  if (tag == Tag::verb && form_.capitalised && !place_.first && !form_.all_capitals) cost += 4;
  if (tag == Tag::other) cost += 3;
  if (tag == Tag::noun && form_.letter) cost += 6;  // the name of a letter
  if (tag == Tag::adjective && prenominal(analysis)) reading.features.add(Feature::Prenominal);
  if (tag == Tag::noun && prenominal(analysis)) cost += 4;
  if (tag == Tag::adjective && closed && (reading.lemma == 0 || is_preposition())) cost += 3;  // "sur" is not "sour"
  if (tag == Tag::noun && auxiliary()) cost += 3;
  if (tag == Tag::verb && names_kind()) cost += 2;
  if (tag == Tag::verb && (analysis.number & Inflection::singular) == 0 && names_office()) cost += 4;
  if (tag == Tag::past_participle && names_party()) cost += 3;
  if (tag == Tag::infinitive && place_.after_contraction) cost += 9;
  reading.cost = static_cast<std::uint8_t>(cost);
  out_.add(reading);
}

void FormReader::mark_participles() {
  const bool participle = std::ranges::any_of(out_.list, [](const Reading& r) { return r.tag == Tag::past_participle; });
  for (Reading& reading : out_.list) reading.participle = participle;
}

/// "prise" is of "prendre", not of "priser"; "tue" of "tuer", not of "taire": verbs that the lexicon does not know are rarer in
/// news than the words that it knows.
void FormReader::prefer_known() {
  if (std::ranges::none_of(out_.list, [](const Reading& r) { return r.lemma != 0; })) return;
  for (Reading& reading : out_.list)
    if (reading.lemma == 0 && (reading.tag == Tag::verb || reading.tag == Tag::past_participle))
      reading.cost = static_cast<std::uint8_t>(reading.cost + 2);
}

bool FormReader::is_preposition() const {
  return std::ranges::any_of(out_.list, [](const Reading& reading) { return reading.tag == Tag::preposition; });
}

/// "groupe", "base": a noun for a kind of actor before it is a verb.
bool FormReader::names_kind() const {
  for (const Analysis& analysis : language_.morphology().lookup(form_.lower))
    if (analysis.word_class == WordClass::noun && !language_.class_nouns(language_.lemma_word(analysis.lemma)).empty())
      return true;
  return false;
}

/// "président", "résident": a noun for an office, and hardly ever what several people do.
bool FormReader::names_office() const {
  return std::ranges::any_of(language_.morphology().lookup(form_.lower), [&](const Analysis& analysis) {
    return analysis.word_class == WordClass::noun && !language_.role_nouns(language_.lemma_word(analysis.lemma)).empty();
  });
}

/// "allié": a noun that stands for somebody before it is a participle.
bool FormReader::names_party() const {
  for (const Analysis& analysis : language_.morphology().lookup(form_.lower)) {
    if (analysis.word_class != WordClass::noun) continue;
    for (const Phrase& phrase : language_.nouns(language_.lemma_word(analysis.lemma)))
      for (const Frame& frame : language_.entry(phrase.entry).frames)
        if (frame.source.size() == 1 && frame.source.front().slot == Slot::self) return true;
  }
  return false;
}

/// "grand", "nouveau": the few adjectives that stand before their noun; they are seldom nouns.
bool FormReader::prenominal(const Analysis& analysis) const {
  return language_.lemma_features(language_.lemma_word(analysis.lemma)).has(Feature::Prenominal);
}

/// "est", "a": hardly ever the noun.
bool FormReader::auxiliary() const {
  for (const Analysis& analysis : language_.morphology().lookup(language_.words().text(form_.word)))
    if (analysis.word_class == WordClass::verb &&
        language_.lemma_features(language_.lemma_word(analysis.lemma)).has(Feature::Auxiliary))
      return true;
  return false;
}

/// "pro-iraniennes", "proturcs", "ex-ministre", "nord-coréens": read as their last part; a prefix that the lexicon
/// knows is remembered.
bool FormReader::read_prefixed() {
  const std::string_view lower = form_.lower;
  if (const std::size_t hyphen = lower.rfind('-'); hyphen != std::string::npos)
    return prefixed_name() || read_after_hyphen(hyphen);
  for (std::size_t length = 3; length <= 4 && length + 3 < lower.size(); ++length) {
    const WordId prefix = language_.words().find(lower.substr(0, length));
    if (language_.prefixes(prefix).empty()) continue;
    for (const Analysis& analysis : language_.morphology().lookup(lower.substr(length)))
      if (!language_.demonyms(language_.lemma_word(analysis.lemma)).empty()) add_analysis(analysis, false);
    if (out_.list.empty()) continue;
    out_.prefix = prefix;
    return true;
  }
  return false;
}

/// "prorusse": a prefix and a demonym, though the dictionary has the whole as a word.
bool FormReader::is_prefixed_demonym() const {
  const std::string_view lower = form_.lower;
  for (std::size_t length = 3; length <= 4 && length + 3 < lower.size(); ++length) {
    if (language_.prefixes(language_.words().find(lower.substr(0, length))).empty()) continue;
    for (const Analysis& analysis : language_.morphology().lookup(lower.substr(length)))
      if (!language_.demonyms(language_.lemma_word(analysis.lemma)).empty()) return true;
  }
  return false;
}

bool FormReader::read_after_hyphen(std::size_t hyphen) {
  const std::string_view lower = form_.lower;
  for (const Analysis& analysis : language_.morphology().lookup(lower.substr(hyphen + 1))) add_analysis(analysis, false);
  if (out_.list.empty()) return false;
  const WordId prefix = language_.words().find(lower.substr(0, lower.find('-')));
  if (!language_.prefixes(prefix).empty()) out_.prefix = prefix;
  if (out_.prefix == 0) forget_demonym();
  return true;
}

/// "pro-Ankara": an adjective made of a name.
bool FormReader::prefixed_name() {
  const WordId prefix = language_.words().find(std::string_view(form_.lower).substr(0, form_.lower.find('-')));
  if (language_.prefixes(prefix).empty()) return false;
  if (form_.pieces.size() < 2 || !form_.pieces[1].capitalised) return false;
  std::uint32_t node = 0;
  for (std::size_t i = 1; i < form_.pieces.size(); ++i) {
    node = language_.gazetteer().step(node, form_.pieces[i].id);
    if (node == 0) return false;
  }
  const auto names = language_.gazetteer().names(node);
  if (names.empty()) return false;
  out_.prefix = prefix;
  out_.names.assign(names.begin(), names.end());
  out_.add({.tag = Tag::adjective});
  return true;
}

/// The demonym or description of which an unknown word may be the feminine or plural ("houthis").
WordId FormReader::uninflected() const {
  const std::string_view lower = form_.lower;
  for (std::size_t cut = 1; cut <= 3 && cut + 4 <= lower.size(); ++cut) {
    const WordId word = language_.words().find(lower.substr(0, lower.size() - cut));
    if (!language_.demonyms(word).empty() || !language_.descriptions(word).empty()) return word;
  }
  return 0;
}

/// A compound that is no known prefix and a demonym names something else ("nord-coréen" is not "coréen").
void FormReader::forget_demonym() {
  const std::string_view lower = form_.lower;
  WordId whole = form_.word;
  for (std::size_t cut = 1; whole == 0 && cut <= 3 && cut + 4 < lower.size(); ++cut)
    if (const WordId word = language_.words().find(lower.substr(0, lower.size() - cut)); !language_.demonyms(word).empty())
      whole = word;
  for (Reading& reading : out_.list)
    if (whole != 0 || !language_.demonyms(reading.lemma).empty()) reading.lemma = whole;
}

}  // namespace

const Readings& read_form(Form& form, FormPlace place, const Language& language) {
  for (const Form::Placed& known : form.placed)
    if (known.place == place) return known.readings;
  return form.placed.emplace_front(Form::Placed{place, FormReader(form, language).read(place)}).readings;
}

const Readings& read_phrase(Form& form, std::size_t first) {
  if (form.phrases.empty()) form.phrases.resize(form.fixed.size());
  auto& known = form.phrases[first];
  if (known) return *known;
  known.emplace();
  for (const FixedPhrase& phrase : form.fixed)
    if (phrase.rest == form.fixed[first].rest) known->add(phrase.reading);
  return *known;
}

const Readings& read_name(Form& form, const Language& language) {
  if (form.name) return *form.name;
  Reading reading{.tag = Tag::name};
  const auto analyses = language.morphology().lookup(form.lower);
  for (const Analysis& analysis : analyses) {
    if (analysis.word_class != WordClass::noun || form.all_capitals) continue;  // "FSR" is no symbol that is written "fsr"
    reading.gender |= analysis.gender;
    reading.number |= analysis.number;
    reading.lemma = language.lemma_word(analysis.lemma);
  }
  if (analyses.empty())  // "Algérie": she; that the form does not change says nothing of the number
    for (const Analysis& analysis : language.morphology().lookup(form.text))
      if (analysis.word_class == WordClass::noun) reading.gender |= analysis.gender;
  form.name.emplace().add(reading);
  return *form.name;
}

Form::Prefixed read_prefix(Form& form, const Language& language) {
  if (!form.prefixed) form.prefixed = FormReader(form, language).read_prefix();
  return *form.prefixed;
}

}  // namespace entente
