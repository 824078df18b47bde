#include <algorithm>

#include "extract/parse/parser.hpp"

namespace entente {

bool Parser::begins_phrase(std::uint32_t at) const {
  switch (tag(at)) {
    case Tag::determiner:
    case Tag::noun:
    case Tag::name:
    case Tag::numeral:
    case Tag::pronoun:
    case Tag::adjective:
      return true;
    default:
      return false;
  }
}

void Parser::preposition(std::uint32_t at) {
  std::uint32_t next = at + 1;
  while (next < end_ &&
         (tag(next) == Tag::adverb || (tag(next) == Tag::punctuation && next + 1 < end_ && word(next).mark == 0x2026)))
    ++next;
  // Clitics and negation before an infinitive: "pour ne pas les viser".
  std::uint32_t verb = next;
  while (verb < end_ && (tag(verb) == Tag::object_clitic || tag(verb) == Tag::negation || tag(verb) == Tag::adverb)) ++verb;
  if (tag(verb) == Tag::infinitive) return infinitive(at + 1, at);
  if (tag(verb) == Tag::present_participle) return present_participle(at + 1, at);
  if (tag(next) == Tag::relative) return relative(next, at);
  if (next == at + 1 && is_approximation(at)) return attach(noun_phrase(next, none));  // "a tué près de cent soldats"
  next = skip_approximation(next);
  const bool since = next == at + 2 && word(at + 1).has(Feature::TimeNoun);  // "depuis longtemps", "depuis toujours"
  if (since) {
    at_ = next;
    return;
  }
  if (begins_phrase(next)) return attach(noun_phrase(next, at));
  ++at_;
}

/// "par d'anciens rebelles", "après près de deux ans": what stands for an article between a preposition and its noun.
std::uint32_t Parser::skip_approximation(std::uint32_t at) const {
  if (tag(at) != Tag::preposition) return at;
  const bool article = word(at).lemma() == language_.genitive() && !word(at).has(Feature::Contracted) &&
                       tag(at + 1) == Tag::adjective && word(at + 1).has(Feature::Prenominal) &&
                       (word(at + 1).reading.number & Inflection::plural) != 0;
  return article || is_approximation(at) ? at + 1 : at;
}

/// "près de cent soldats", "près de la moitié": about as many or as much.
bool Parser::is_approximation(std::uint32_t at) const {
  if (!word(at).has(Feature::Approximative)) return false;
  if (tag(at + 1) == Tag::numeral) return true;
  const std::uint32_t noun = tag(at + 1) == Tag::determiner ? at + 2 : at + 1;
  const bool heads = tag(noun) == Tag::noun || (tag(noun) == Tag::adjective && word(noun + 1).has(Feature::Genitive));
  return heads && language_.lemma_features(word(noun).lemma()).has(Feature::PartitivePart);
}

/// Determiner, numbers and adjectives, then the noun, then what follows it closely.
std::uint32_t Parser::noun_phrase(std::uint32_t at, std::uint32_t preposition) {
  NounPhrase phrase;
  phrase.begin = at;
  phrase.preposition = preposition;
  if (preposition != none) phrase.preposition_lemma = word(preposition).lemma();
  read_head(phrase, at);
  read_fixed_complement(phrase, at);
  read_modifiers(phrase, at);
  phrase.end = at;
  take_number(phrase);
  const auto index = static_cast<std::uint32_t>(out_.phrases.size());
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) out_.phrase_of[i] = index;
  out_.phrases.push_back(phrase);
  at_ = at;
  return index;
}

void Parser::read_head(NounPhrase& phrase, std::uint32_t& at) const {
  std::uint32_t last = at;
  while (at < end_) {
    const Tag here = tag(at);
    if (here == Tag::determiner && at > phrase.begin && tag(at - 1) == Tag::numeral) break;  // "mène depuis 2015 une campagne"
    if (here == Tag::numeral && at == phrase.begin && word(at).has(Feature::TimeNoun) && tag(at + 1) == Tag::name) {
      last = at++;  // "tient depuis 2014 Sanaa": a year
      break;
    }
    if (here == Tag::determiner || here == Tag::numeral || here == Tag::adjective ||
        (here == Tag::adverb && word(at).has(Feature::Degree) &&
         (tag(at + 1) == Tag::adjective || (at > phrase.begin && tag(at + 1) == Tag::noun))) ||  // "la presque totalité"
        (here == Tag::past_participle && at > phrase.begin && (tag(at + 1) == Tag::noun))) {
      if (here == Tag::determiner) phrase.determiner.add(word(at).reading.features);
      last = at++;
      continue;
    }
    if (here == Tag::preposition && at > phrase.begin && tag(at - 1) == Tag::numeral && tag(at + 1) == Tag::numeral &&
        word(at).lemma() == language_.dative() && !word(at).has(Feature::Contracted)) {  // "3 000 à 4 000 soldats"
      last = ++at;
      continue;
    }
    if (here == Tag::punctuation && word(at).mark == '%' && at > phrase.begin && tag(at - 1) == Tag::numeral) {
      ++at;
      continue;
    }
    if (ends_share(phrase, at)) break;
    if (here == Tag::noun || here == Tag::name || here == Tag::pronoun) last = at++;
    break;
  }
  phrase.head = last;
  if (at == phrase.begin) ++at;
  phrase.negated = phrase.determiner.has(Feature::NegativeQuantifier) ||
                   (tag(last) == Tag::pronoun && word(last).has(Feature::NegativePronoun));
}

/// "en tiennent l'essentiel depuis lundi", "ont pris l'essentiel lundi": the day is no part of what is shared out.
bool Parser::ends_share(const NounPhrase& phrase, std::uint32_t at) const {
  return at > phrase.begin && tag(at) == Tag::noun && word(at).has(Feature::TimeNoun) && tag(at - 1) == Tag::adjective &&
         language_.lemma_features(word(at - 1).lemma()).has(Feature::PartitivePart);
}

/// An office or kind that takes several words: "ministre iranien des Affaires étrangères", "groupe armé".
void Parser::read_fixed_complement(NounPhrase& phrase, std::uint32_t& at) const {
  const WordId lemma = word(phrase.head).lemma();
  std::uint32_t best = phrase.head;
  const WordId surface = word(phrase.head).surface;
  for (const Phrase& role : language_.role_nouns(language_.role_nouns(lemma).empty() ? surface : lemma)) {
    const std::uint32_t end = match_after(phrase.head, role.rest);
    if (end == none || (end <= best && phrase.role != no_id)) continue;
    phrase.role = language_.entry(role.entry).names_role;
    best = end;
  }
  if (phrase.head > phrase.begin && tag(phrase.head - 1) == Tag::adjective)  // "le Premier ministre"
    for (const Phrase& role : language_.role_nouns(word(phrase.head - 1).lemma())) {
      const std::uint32_t end = match_after(phrase.head - 1, role.rest);
      if (end != none && end >= phrase.head) phrase.role = language_.entry(role.entry).names_role;
    }
  for (const Phrase& kind : language_.class_nouns(language_.class_nouns(surface).empty() ? lemma : surface)) {
    const std::uint32_t end = match_after(phrase.head, kind.rest);
    if (end == none || (end <= best && phrase.class_entry != no_id)) continue;
    phrase.class_entry = kind.entry;
    best = std::max(best, end);
  }
  if (best > phrase.head) at = best + 1;
}

/// The last word of `rest` where it follows `at`, adjectives right after `at` and articles inside left aside; `at` itself
/// where there is nothing to match.
std::uint32_t Parser::match_after(std::uint32_t at, const std::vector<WordId>& rest) const {
  if (rest.empty()) return at;
  std::uint32_t here = at + 1;
  std::size_t matched = 0;
  unsigned skipped = 0;
  while (here < end_ && matched < rest.size()) {
    const bool longer_name = word(here).is_name() && word(here).last > word(here).first + 1;  // "la Commission européenne"
    if (word(here).may_be(rest[matched]) && !longer_name) {
      ++matched;
      ++here;
      continue;
    }
    const bool may_skip = tag(here) == Tag::determiner || (tag(here) == Tag::adjective && matched == 0);
    if (!may_skip || ++skipped > 3) return none;
    ++here;
  }
  return matched == rest.size() ? here - 1 : none;
}

void Parser::read_modifiers(NounPhrase& phrase, std::uint32_t& at) const {
  if (tag(phrase.head) == Tag::name) {
    phrase.name = phrase.head;
    phrase.name_end = phrase.head + 1;
  }
  while (at < end_) {
    const Tag here = tag(at);
    if (here == Tag::adjective && !governs(at) &&
        !(phrase.name != none && word(at + 1 < end_ ? at + 1 : at).has(Feature::TimeNoun))) {
      ++at;
    } else if (here == Tag::name && !names_time(phrase) && !belongs_to_host(phrase, at) && !splits_name(phrase, at)) {
      if (phrase.name == none) phrase.name = at;
      phrase.name_end = ++at;
    } else if (here == Tag::adverb && tag(at + 1) == Tag::adjective &&
               (word(at).has(Feature::Degree) || modifies(phrase, at + 1))) {
      at += 2;
    } else if (superlative(at)) {
      at += 3;
    } else if (compounds(phrase, at)) {
      ++at;
    } else if (here == Tag::coordinator && tag(at - 1) == Tag::adjective && tag(at + 1) == Tag::adjective &&
               tag(at + 2) != Tag::noun && !word(at).has(Feature::Adversative)) {
      at += 2;
    } else if (here == Tag::numeral && tag(at + 1) != Tag::noun &&
               (phrase.name != none || (at == phrase.head + 1 && names_time(phrase)))) {  // "mars 2020"
      ++at;
    } else {
      break;
    }
  }
}

/// "l'appui le plus sûr": the article goes with the degree, not with another noun.
bool Parser::superlative(std::uint32_t at) const {
  return tag(at) == Tag::determiner && word(at).has(Feature::Definite) && tag(at + 1) == Tag::adverb &&
         word(at + 1).has(Feature::Degree) && tag(at + 2) == Tag::adjective && !word(at + 2).has(Feature::Prenominal) &&
         tag(at + 3) != Tag::noun;
}

/// "un commando lourdement armé": a participle that agrees with the noun is said of it, whatever adverb stands before.
bool Parser::modifies(const NounPhrase& phrase, std::uint32_t at) const {
  const Reading& participle = word(at).reading;
  const Reading& head = word(phrase.head).reading;
  return participle.participle && participle.tag == Tag::adjective && phrase.name == none &&
         (participle.gender & head.gender) != 0 && (participle.number & head.number) != 0 && !word(at - 1).has(Feature::TimeNoun);
}

/// "la banlieue nord", "une offensive éclair", "des soldats loyalistes": a noun right after a noun says of what sort it is.
bool Parser::compounds(const NounPhrase& phrase, std::uint32_t at) const {
  if (tag(at) != Tag::noun || at != phrase.head + 1 || tag(phrase.head) != Tag::noun || phrase.begin == phrase.head) return false;
  const Word& noun = word(at);
  const Tag next = tag(at + 1);
  const bool participle = noun.as(Tag::past_participle) != nullptr;
  return !participle && !noun.capitalised && !noun.quoted && !noun.has(Feature::TimeNoun) && !names_time(phrase) &&
         next != Tag::name && next != Tag::determiner && next != Tag::noun && language_.role_nouns(noun.lemma()).empty();
}

/// "proche de", "fidèle à": an adjective with a complement of its own, which the lexicon knows it to take.
bool Parser::governs(std::uint32_t at) const {
  if (tag(at) != Tag::adjective || tag(at + 1) != Tag::preposition) return false;
  const WordId preposition = word(at + 1).lemma();
  const auto takes = [&](const FrameEnd& end) {
    return (end.slot == Slot::indirect_object && preposition == language_.dative()) ||
           std::any_of(end.prepositions.begin(), end.prepositions.end(),
                       [&](const std::string& wanted) { return language_.preposition(wanted) == preposition; });
  };
  for (const Phrase& phrase : language_.adjectives(word(at).lemma()))
    for (const Frame& frame : language_.entry(phrase.entry).frames)
      if (std::any_of(frame.source.begin(), frame.source.end(), takes) ||
          std::any_of(frame.target.begin(), frame.target.end(), takes))
        return true;
  return false;
}

/// "la metteuse en scène Naïla Mansour", "a pris d'assaut Goma": a name after a bare complement is none of it.
bool Parser::belongs_to_host(const NounPhrase& phrase, std::uint32_t at) const {
  const bool complement = phrase.name == none && phrase.preposition != none && at == phrase.head + 1;
  // "promet dans un entretien X": the name is whom the verb waits for.
  const bool is_subject = complement && top().incise && top().inverted && top().subject == none && phrase.begin < phrase.head &&
                          (phrase.class_entry == no_id || (phrase.number & Inflection::singular) == 0) && phrase.role == no_id &&
                          tag(at + 1) == Tag::name;
  if (is_subject) return true;
  // "a placé sous son contrôle Kidal": what is somebody's bears no name of a place.
  if (complement && phrase.determiner.has(Feature::Possessive) && phrase.class_entry == no_id && phrase.role == no_id &&
      word(at).is_name() && names_place(word(at)))
    return true;
  const bool bare = complement && phrase.begin == phrase.head;
  const bool of_office =
      last_ != none && out_.phrases[last_].role != no_id && tag(at + 1) == Tag::name;  // "la maire d'arrondissement"
  return bare && (phrase.class_entry == no_id || of_office) && phrase.role == no_id && tag(phrase.head) == Tag::noun &&
         !word(phrase.preposition).has(Feature::Contracted) && !word(phrase.head).capitalised;
}

/// "le porte-parole du Kremlin Dmitri Peskov": the second name is no part of the first.
bool Parser::splits_name(const NounPhrase& phrase, std::uint32_t at) const {
  if (phrase.name == none || phrase.name_end != at) return phrase.name != none;
  const Word& before = word(at - 1);
  const Word& next = word(at);
  const bool ends_name = next.is_name() && before.mark == 0 && names_place(next) && before.reading.dictionary_lemma == no_id;
  return before.is_name() || (next.is_name() && !ends_name);  // "Beit Lahia", of which only the second word is known
}

void Parser::take_number(NounPhrase& phrase) const {
  const Reading& head = word(phrase.head).reading;
  phrase.gender = head.gender;
  phrase.number = head.number;
  for (std::uint32_t i = phrase.begin; i < phrase.head; ++i) {
    const Reading& reading = word(i).reading;
    if (reading.tag == Tag::numeral && word(i).last == word(i).first + 1) phrase.number = Inflection::plural;
    if (reading.tag != Tag::determiner && reading.tag != Tag::adjective) continue;
    const std::uint8_t gender = phrase.gender & reading.gender;
    const std::uint8_t number = phrase.number & reading.number;
    if (gender != 0) phrase.gender = gender;
    if (number != 0) phrase.number = number;
    if (phrase.gender == 0) phrase.gender = reading.gender;
    if (phrase.number == 0) phrase.number = reading.number;
  }
  // "du Yémen", "des Houthis": of a name the article tells, also where it has run together with the preposition.
  if (phrase.number == 0 && phrase.preposition != none) phrase.number = word(phrase.preposition).reading.number;
}

}  // namespace entente
