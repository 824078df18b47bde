#include "extract/language/language.hpp"

#include <algorithm>

#include "extract/text/utf8.hpp"

namespace entente {
namespace {

bool has_upper(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_upper(c.value)) return true;
    at += c.length;
  }
  return false;
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : to_lower(text)) {
    if (c == ' ') {
      if (!word.empty()) out.push_back(std::move(word));
      word.clear();
      continue;
    }
    word.push_back(c);
    if (c == '\'') {
      out.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) out.push_back(std::move(word));
  return out;
}

bool is_closed(PartOfSpeech part) {
  switch (part) {
    case PartOfSpeech::determiner:
    case PartOfSpeech::pronoun:
    case PartOfSpeech::preposition:
    case PartOfSpeech::conjunction:
    case PartOfSpeech::subordinator:
    case PartOfSpeech::particle:
    case PartOfSpeech::adverb:
      return true;
    default:
      return false;
  }
}

Tag closed_tag(PartOfSpeech part, const Features& features) {
  switch (part) {
    case PartOfSpeech::determiner:
      return Tag::determiner;
    case PartOfSpeech::preposition:
      return Tag::preposition;
    case PartOfSpeech::conjunction:
      return Tag::coordinator;
    case PartOfSpeech::subordinator:
      return Tag::subordinator;
    case PartOfSpeech::particle:
      return features.has(Feature::NameParticle) ? Tag::name : Tag::other;
    case PartOfSpeech::adverb:
      return features.has(Feature::NegativeParticle) ? Tag::negation : Tag::adverb;
    case PartOfSpeech::pronoun:
      if (features.has(Feature::SubjectClitic)) return Tag::subject_clitic;
      if (features.has(Feature::ObjectClitic) || features.has(Feature::DativeClitic) || features.has(Feature::ReflexiveClitic) ||
          features.has(Feature::PlaceClitic) || features.has(Feature::GenitiveClitic))
        return Tag::object_clitic;
      if (features.has(Feature::RelativeSubject) || features.has(Feature::RelativeObject) ||
          features.has(Feature::RelativeGenitive) || features.has(Feature::RelativePlace) ||
          features.has(Feature::RelativeOblique))
        return Tag::relative;
      return Tag::pronoun;
    default:
      return Tag::other;
  }
}

ActorId find_country(const Ontology& ontology, ActorId actor) {
  constexpr unsigned longest_chain = 6;
  for (unsigned depth = 0; actor != no_id && depth < longest_chain; ++depth) {
    const Actor& here = ontology.actors[actor];
    if (here.actor_class == ActorClass::state) return actor;
    if (!here.acts_for.empty()) {
      actor = here.acts_for.front();
    } else if (here.capital_of != no_id) {
      actor = here.capital_of;
    } else if (!here.located_in.empty()) {
      actor = here.located_in.front();
    } else if (!here.part_of.empty()) {
      actor = here.part_of.front();
    } else if (!here.tenures.empty()) {
      actor = here.tenures.back().of;
    } else {
      return no_id;
    }
  }
  return no_id;
}

constexpr std::uint64_t relation_bit(RelationId relation) { return relation < 64 ? std::uint64_t{1} << relation : 0; }

/// Gender, number and person of a form, from the dictionary's readings of the same class.
void take_inflection(const Morphology& morphology, std::string_view form, Reading& reading) {
  const bool contracted = reading.tag == Tag::preposition && reading.features.has(Feature::Contracted);
  const WordClass wanted = contracted || reading.tag == Tag::determiner ? WordClass::determiner : WordClass::pronoun;
  if ((reading.tag == Tag::preposition && !contracted) || reading.tag == Tag::adverb) return;
  for (const Analysis& analysis : morphology.lookup(form)) {
    if (analysis.word_class != wanted) continue;
    reading.gender |= analysis.gender;
    reading.number |= analysis.number;
    reading.person |= analysis.person;
  }
}

}  // namespace

std::string join_words(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty() && out.back() != '\'') out.push_back(' ');
    out += word;
  }
  return out;
}

Language::Language(const Ontology& ontology, const Morphology& morphology, std::string_view tag)
    : ontology_(ontology), morphology_(morphology), tag_(tag) {
  words_.reserve(2 * ontology.entries.size());
  std::size_t labels = 0;
  for (const Actor& actor : ontology.actors) labels += actor.labels.size();
  gazetteer_.reserve(labels);
  read_features();
  find_case_markers();
  const auto turn = [](const LexicalEntry& entry) {  // phrases need to know the pronouns, articles and prepositions in them
    return !is_closed(entry.part_of_speech) ? 2U : entry.frames.empty() ? 0U : 1U;
  };
  for (unsigned now = 0; now < 3; ++now)
    for (EntryId id = 0; id < ontology.entries.size(); ++id)
      if (ontology.entries[id].language == tag && turn(ontology.entries[id]) == now) compile_entry(id);
  for (const WordSet& words : ontology.word_sets)
    if (words.language == tag) compile_company(words);
  map_offices();
  map_countries();
  for (ActorId id = 0; id < ontology.actors.size(); ++id) compile_labels(id);
  map_lemmas();
  find_ends_of_prepositions();
}

std::vector<WordId> Language::intern_all(const std::vector<std::string>& words, std::size_t from) {
  std::vector<WordId> out;
  for (std::size_t i = from; i < words.size(); ++i) out.push_back(words_.intern(to_lower(words[i])));
  return out;
}

void Language::read_features() {
  entry_features_.resize(ontology_.entries.size());
  for (EntryId id = 0; id < ontology_.entries.size(); ++id)
    for (const std::string& name : ontology_.entries[id].features)
      if (const auto feature = feature_from_name(name)) entry_features_[id].add(*feature);
}

Reading Language::closed_reading(EntryId id) const {
  Reading reading;
  reading.features = entry_features_[id];
  reading.tag = closed_tag(ontology_.entries[id].part_of_speech, reading.features);
  return reading;
}

void Language::add_features(WordId lemma, const Features& features) {
  if (lemma >= lemma_features_.size()) lemma_features_.resize(lemma + 1);
  lemma_features_[lemma].add(features);
}

void Language::find_case_markers() {
  for (EntryId id = 0; id < ontology_.entries.size(); ++id) {
    const LexicalEntry& entry = ontology_.entries[id];
    if (entry.language != tag_ || entry.part_of_speech != PartOfSpeech::preposition || entry.words.size() != 1) continue;
    const Features& features = entry_features_[id];
    if (features.has(Feature::Contracted)) continue;
    const WordId word = words_.intern(to_lower(entry.words.front()));
    if (features.has(Feature::Genitive)) genitive_ = word;
    if (features.has(Feature::Dative)) dative_ = word;
    if (features.has(Feature::Agentive)) agentive_ = word;
  }
}

void Language::compile_entry(EntryId id) {
  const LexicalEntry& entry = ontology_.entries[id];
  if (entry.words.empty()) return;
  for (const Frame& frame : entry.frames)
    for (const auto* list : {&frame.not_with, &frame.only_with})
      if (!list->empty()) frame_words_[list->data()] = intern_all(*list, 0);
  Reading reading = closed_reading(id);
  if (is_closed(entry.part_of_speech)) {
    reading.lemma = words_.intern(to_lower(join_words(entry.words)));
    if (reading.features.has(Feature::Contracted)) reading.lemma = reading.features.has(Feature::Genitive) ? genitive_ : dative_;
    if (!entry.frames.empty()) return compile_phrase(id, entry.words);  // "aux mains": a trigger, read word by word
    compile_closed(entry, entry.words, reading);
    for (const auto& form : entry.other_forms) compile_closed(entry, form, reading);
  }
  compile_company(id);
  compile_phrase(id, entry.words);
  for (const auto& form : entry.other_forms)
    if (!is_closed(entry.part_of_speech)) compile_phrase(id, form);
}

void Language::compile_closed(const LexicalEntry& entry, const std::vector<std::string>& form, const Reading& reading) {
  FixedPhrase phrase{intern_all(form, 1), reading};
  take_inflection(morphology_, to_lower(join_words(form)), phrase.reading);
  if (entry.part_of_speech == PartOfSpeech::particle && !reading.features.any()) return;  // a prefix, no word
  fixed_[words_.intern(to_lower(form.front()))].push_back(std::move(phrase));
}

/// How many words of the form a known preposition of several takes, where more follow: two of "grâce à l'appui"; else one.
std::size_t Language::opening_preposition(const std::vector<std::string>& form) const {
  std::size_t longest = 1;
  for (const FixedPhrase& fixed : fixed_.find(words_.find(to_lower(form.front())))) {
    const std::size_t size = fixed.rest.size() + 1;
    if (fixed.reading.tag != Tag::preposition || size >= form.size()) continue;
    bool same = true;
    for (std::size_t i = 1; i < size; ++i) same = same && words_.find(to_lower(form[i])) == fixed.rest[i - 1];
    if (same) longest = std::max(longest, size);
  }
  return longest;
}

/// "à la solde" is found by "à solde": articles vary.
std::string Language::phrase_key(const std::vector<std::string>& form) const {
  const std::size_t opening = opening_preposition(form);
  std::vector<std::string> words;
  for (const std::string& word : form) {
    bool determiner = false;
    for (const FixedPhrase& fixed : fixed_.find(words_.find(to_lower(word)))) determiner |= fixed.reading.tag == Tag::determiner;
    if (!determiner || words.size() < opening) words.push_back(to_lower(word));
    if (words.size() == opening + 1) break;
  }
  return join_words(words);
}

void Language::compile_phrase(EntryId id, const std::vector<std::string>& form) {
  const LexicalEntry& entry = ontology_.entries[id];
  Phrase phrase;
  phrase.entry = id;
  std::size_t head = 0;
  if (entry.part_of_speech == PartOfSpeech::verb && form.size() > 1)
    for (const FixedPhrase& fixed : fixed_.find(words_.intern(to_lower(form.front()))))
      phrase.pronominal |= fixed.reading.features.has(Feature::ReflexiveClitic);
  if (phrase.pronominal) ++head;
  if (entry.part_of_speech == PartOfSpeech::verb && head + 1 < form.size())
    for (const FixedPhrase& fixed : fixed_.find(words_.intern(to_lower(form[head]))))
      if (phrase.clitic == 0 &&
          (fixed.reading.features.has(Feature::GenitiveClitic) || fixed.reading.features.has(Feature::PlaceClitic)))
        phrase.clitic = words_.intern(to_lower(form[head]));
  if (phrase.clitic != 0) ++head;
  if (head >= form.size()) return;
  const WordId first = words_.intern(to_lower(form[head]));
  phrase.rest = intern_all(form, head + 1);
  if (phrase.rest.empty() && entry_features_[id].any()) add_features(first, entry_features_[id]);
  if (entry.has_class) class_nouns_[first].push_back(phrase);
  if (entry.has_class && entry.words.size() == 1) {
    class_words_.resize(ontology_.entries.size());
    class_words_[id] = words_.find(entry.words.front());
  }
  if (entry.names_role != no_id) role_nouns_[first].push_back(phrase);
  switch (entry.part_of_speech) {
    case PartOfSpeech::verb:
      verbs_[first].push_back(std::move(phrase));
      break;
    case PartOfSpeech::noun:
      nouns_[first].push_back(std::move(phrase));
      break;
    case PartOfSpeech::adjective:
      adjectives_[first].push_back(std::move(phrase));
      break;
    case PartOfSpeech::preposition:
      prepositions_[words_.intern(phrase_key(form))].push_back(std::move(phrase));
      break;
    case PartOfSpeech::particle:
      prefixes_[first].push_back(std::move(phrase));
      break;
    default:
      break;
  }
}

void Language::compile_company(const WordSet& words) {
  CompanyWord word;
  word.weight = 2;
  for (const RelationId relation : words.speaks_for) word.speaks_for |= relation_bit(relation);
  for (const RelationId relation : words.speaks_against) word.speaks_against |= relation_bit(relation);
  for (const std::string& text : words.words) {
    const std::vector<std::string> form = split_words(text);
    if (form.empty()) continue;
    word.rest = intern_all(form, 1);
    company_[words_.intern(form.front())].push_back(word);
  }
}

/// A noun that evokes a relation speaks for it too, half as loud, unless it has many senses: "raid", "offensive".
void Language::compile_company(EntryId id) {
  const LexicalEntry& trigger = ontology_.entries[id];
  if (trigger.part_of_speech != PartOfSpeech::noun || trigger.words.size() != 1 || has(id, Feature::weak)) return;
  CompanyWord word;
  word.weight = 1;
  for (const Frame& frame : trigger.frames)
    if (frame.only_with.empty()) word.speaks_for |= relation_bit(frame.relation);
  if (word.speaks_for != 0) company_[words_.intern(to_lower(trigger.words.front()))].push_back(word);
}

void Language::compile_labels(ActorId id) {
  for (const Label& label : ontology_.actors[id].labels) {
    const bool capitalised = has_upper(label.text);
    const bool ours = label.language.empty() || label.language == tag_;
    if (capital_called(id, label) != no_id) continue;  // found by the place's own name
    if (label.kind == LabelKind::demonym) {
      if (!ours) continue;
      const WordId word = words_.intern(to_lower(label.text));
      auto& actors = demonyms_[word];
      if (std::find(actors.begin(), actors.end(), id) == actors.end()) actors.push_back(id);
    } else if (label.kind == LabelKind::description || !capitalised) {
      if (!ours) continue;
      const auto words = split_words(label.text);
      if (words.empty()) continue;
      const bool everywhere = label.kind != LabelKind::description;
      descriptions_[words_.intern(words.front())].push_back({intern_all(words, 1), id, everywhere});
      if (everywhere && words.size() > 1) gazetteer_.add(label.text, label.kind, id);
    } else {
      gazetteer_.add(label.text, label.kind, id);
      if (ours && ontology_.actors[id].actor_class == ActorClass::media_outlet)
        gazetteer_.add(without_article(label.text), label.kind, id, true);
    }
  }
}

/// "Monde" of "Le Monde", "Express" of "L'Express"; empty for a name without an article.
std::string Language::without_article(const std::string& name) const {
  const auto words = split_words(name);
  if (words.size() < 2) return {};
  const WordId first = words_.find(to_lower(words.front()));
  const bool article = std::ranges::any_of(fixed(first), [](const FixedPhrase& phrase) {
    return phrase.rest.empty() && phrase.reading.tag == Tag::determiner && phrase.reading.features.has(Feature::Definite);
  });
  return article ? name.substr(words.front().size()) : std::string{};
}

void Language::map_countries() {
  countries_.reserve(ontology_.actors.size());
  for (ActorId id = 0; id < ontology_.actors.size(); ++id) countries_.push_back(find_country(ontology_, id));
}

ActorId Language::government_of(ActorId state) const {
  const auto at = governments_.find(state);
  return at == governments_.end() ? state : at->second;
}

ActorId Language::acting_for(ActorId place) const {
  const ActorId state = ontology_.actors[place].capital_of;
  if (state == no_id) return no_id;
  const auto at = acting_.find(place);
  return at == acting_.end() ? state : at->second;
}

/// "Damas" for the Syrian government, "Bruxelles" for the European Union: the capital by whose name somebody is called, that of
/// the state for which he acts, or where an international organisation has its seat; no_id where it is none.
ActorId Language::capital_called(ActorId actor, const Label& label) const {
  if (label.kind != LabelKind::metonym) return no_id;
  const auto is_called = [&](ActorId capital) {
    return capital != no_id && std::ranges::find(ontology_.actors[capital].labels, label.text, &Label::text) !=
                                   ontology_.actors[capital].labels.end();
  };
  const Actor& self = ontology_.actors[actor];
  if (!self.acts_for.empty()) {
    const ActorId capital = ontology_.actors[self.acts_for.front()].capital;
    return is_called(capital) ? capital : no_id;
  }
  if (self.actor_class != ActorClass::international_organization) return no_id;
  const auto seat = std::ranges::find_if(ontology_.actors, [&](const Actor& state) { return is_called(state.capital); });
  return seat == ontology_.actors.end() ? no_id : seat->capital;
}

void Language::map_offices() {
  holders_.resize(ontology_.roles.size());
  for (ActorId id = 0; id < ontology_.actors.size(); ++id) {
    const Actor& actor = ontology_.actors[id];
    for (const Tenure& tenure : actor.tenures)
      if (tenure.role != no_id && (holders_[tenure.role].empty() || holders_[tenure.role].back() != id))
        holders_[tenure.role].push_back(id);
    if (actor.actor_class != ActorClass::government || actor.acts_for.empty()) continue;
    governments_.try_emplace(actor.acts_for.front(), id);
    for (const Label& label : actor.labels)
      if (const ActorId capital = capital_called(id, label); capital != no_id) acting_[capital] = id;
  }
}

void Language::find_ends_of_prepositions() {
  ends_preposition_.assign(words_.size(), false);
  for (WordId key = 1; key < words_.size(); ++key) {
    if (prepositions_.find(key).empty()) continue;
    const std::string_view text = words_.text(key);
    for (std::size_t space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1))
      ends_preposition_[words_.find(text.substr(space + 1))] = true;
  }
  ends_preposition_[0] = false;
}

void Language::map_lemmas() {
  lemma_words_.assign(morphology_.lemma_count(), 0);
  for (WordId word = 1; word < words_.size(); ++word)
    for (const Analysis& analysis : morphology_.lookup(words_.text(word)))
      if (morphology_.lemma(analysis.lemma) == words_.text(word)) lemma_words_[analysis.lemma] = word;
}

}  // namespace entente
