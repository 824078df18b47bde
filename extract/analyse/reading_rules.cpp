#include <algorithm>

#include "extract/analyse/words_in_text.hpp"

// Where the cheapest readings go against a rule of grammar that looks farther than the next word.

namespace entente {
namespace {

/// Reads the word so, where it can be read so.
void take(Word& word, Tag tag) {
  if (const Reading* reading = word.as(tag)) word.reading = *reading;
}

/// "a-t-il écrit", "a-t-elle redit": after an auxiliary and its pronoun stands the participle, not another verb.
void read_inverted_participles(std::vector<Word>& words) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i].tag() != Tag::verb || words[i - 1].tag() != Tag::subject_clitic) continue;
    const std::size_t auxiliary = words[i - 2].has(Feature::Euphonic) && i > 2 ? i - 3 : i - 2;
    if (words[auxiliary].tag() != Tag::verb || !words[auxiliary].has(Feature::Auxiliary)) continue;
    take(words[i], Tag::past_participle);
  }
}

/// "X, …, dit ne rien savoir": a participle without auxiliary governs no infinitive.
void read_verbs_over_infinitives(std::vector<Word>& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i].tag() != Tag::past_participle || words[i - 1].has(Feature::Auxiliary)) continue;
    if (words[i - 1].mark != ',' && words[i - 1].tag() != Tag::coordinator) continue;
    std::size_t next = i + 1;
    while (next < words.size() && (words[next].tag() == Tag::negation || words[next].tag() == Tag::object_clitic ||
                                   (next > i + 1 && words[next].tag() == Tag::adverb)))
      ++next;
    if (next < words.size() && words[next].tag() == Tag::infinitive) take(words[i], Tag::verb);
  }
}

/// "accusés d'avoir trahi": a preposition and an infinitive, pronouns and negation before it left aside.
bool governs_infinitive(const std::vector<Word>& words, std::size_t at) {
  std::size_t next = at + 1;
  if (next >= words.size() || !words[next].has(Feature::Genitive)) return false;
  do ++next;
  while (next < words.size() && (words[next].tag() == Tag::object_clitic || words[next].tag() == Tag::negation));
  return next < words.size() && words[next].tag() == Tag::infinitive;
}

/// "a refusé, mais continue d'armer X": behind a comma and a coordinator, what governs an infinitive is no adjective or noun.
void read_joined_verbs(std::vector<Word>& words) {
  for (std::size_t i = 2; i + 1 < words.size(); ++i) {
    const Tag here = words[i].tag();
    if ((here != Tag::adjective && here != Tag::noun) || words[i - 1].tag() != Tag::coordinator) continue;
    const bool parted = words[i - 2].mark == ',' || words[i - 1].has(Feature::Adversative);
    const Reading* verb = words[i].as(Tag::verb);
    if (verb == nullptr || (verb->person & Inflection::third) == 0) continue;  // "et promis de": not of "je promis"
    if (parted && governs_infinitive(words, i)) words[i].reading = *verb;
  }
}

/// "des missiles livrés à X", "un soldat tué lundi dans un raid": a complement that adjectives seldom have. "une attaque ciblée
/// des rebelles", "destinée à renverser X" are the noun's, or old enough to be adjectives.
bool has_complement(const std::vector<Word>& words, std::size_t at) {
  std::size_t next = at + 1;
  if (next < words.size() && words[next].has(Feature::TimeNoun)) ++next;
  if (next + 1 < words.size() && (words[next].tag() == Tag::coordinator || words[next].mark == ',') &&
      words[next + 1].tag() == Tag::past_participle)
    return true;  // "des groupes armés et financés par X"
  if (next + 1 < words.size() && words[next].tag() == Tag::preposition && words[next].has(Feature::Genitive)) {
    do ++next;  // "l'armée chassée de X par Y"
    while (next + 1 < words.size() && (words[next].tag() == Tag::determiner || words[next].tag() == Tag::noun ||
                                       words[next].tag() == Tag::name || words[next].tag() == Tag::adjective));
    return words[next].has(Feature::Agentive);
  }
  return next + 1 < words.size() && words[next].tag() == Tag::preposition && words[next + 1].tag() != Tag::infinitive;
}

/// "une colonne de rebelles venue de X": what does not agree with the noun before it is no adjective of that; nor is what
/// has the complements of a verb.
void read_participles_apart(std::vector<Word>& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const Reading& reading = words[i].reading;
    if (reading.tag != Tag::adjective || !reading.participle) continue;
    const bool complement = has_complement(words, i);
    if (!complement && words[i + 1].tag() != Tag::preposition) continue;
    std::size_t noun = i - 1;
    while (noun > 0 && words[noun].tag() == Tag::adjective) --noun;
    const Reading& head = words[noun].reading;
    const bool of_the_noun = agrees(head.gender, reading.gender) && agrees(head.number, reading.number);
    const Reading* participle = words[i].as(Tag::past_participle);  // "un raid imputé à X"
    const bool ascribes = participle != nullptr && participle->features.has(Feature::Ascribes);
    const bool verbal = !of_the_noun || ascribes || governs_infinitive(words, i);
    if ((head.tag == Tag::noun && verbal) || ((head.tag == Tag::noun || head.tag == Tag::name) && complement))
      take(words[i], Tag::past_participle);
  }
}

/// "affirme que des civils, dont X, ont péri": right after a verb that nothing denies, "que" restricts nothing.
void read_conjunctions(std::vector<Word>& words) {
  bool denied = false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const Tag before = words[i - 1].tag();
    denied = denied || before == Tag::negation;
    const bool after_verb = before == Tag::verb || before == Tag::past_participle || before == Tag::infinitive;
    if (after_verb && !denied && words[i].tag() == Tag::adverb && words[i].may_have(Feature::Restrictive))
      take(words[i], Tag::subordinator);
    if (words[i].tag() == Tag::subordinator) denied = false;
  }
}

/// "que d'anciens officiers ont rejoint": behind a word that opens a clause, "de" before adjective and noun is an article.
void read_plural_articles(std::vector<Word>& words) {
  for (std::size_t i = 1; i + 2 < words.size(); ++i) {
    const Word& adjective = words[i + 1];
    if (words[i].tag() != Tag::preposition || !words[i].has(Feature::Genitive) || words[i].has(Feature::Contracted) ||
        adjective.tag() != Tag::adjective || !adjective.has(Feature::Prenominal) || words[i + 2].tag() != Tag::noun ||
        (adjective.reading.number & Inflection::plural) == 0)
      continue;
    Word& opening = words[i - 1];
    if (opening.as(Tag::relative) == nullptr && opening.as(Tag::subordinator) == nullptr) continue;
    if (opening.tag() == Tag::adverb) take(opening, opening.as(Tag::relative) != nullptr ? Tag::relative : Tag::subordinator);
    words[i].reading = {.tag = Tag::determiner, .lemma = words[i].lemma(), .number = Inflection::plural};
  }
}

/// "entre 10 000 et 15 000 civils": about so many, before a noun.
void read_ranges(std::vector<Word>& words) {
  for (std::size_t i = 0; i + 4 < words.size(); ++i) {
    if (!words[i].has(Feature::Paired) || words[i + 1].tag() != Tag::numeral || words[i + 2].tag() != Tag::coordinator ||
        words[i + 3].tag() != Tag::numeral || words[i + 3].has(Feature::TimeNoun) || words[i + 4].tag() != Tag::noun)
      continue;
    for (std::size_t at = i; at < i + 3; ++at) words[at].reading = {.tag = Tag::adverb};
  }
}

/// "a pris depuis de vastes pans de X": "since then", where no noun follows but an article of the plural.
void read_adverbs_of_time(std::vector<Word>& words) {
  for (std::size_t i = 1; i + 3 < words.size(); ++i) {
    const bool article = words[i + 1].has(Feature::Genitive) && !words[i + 1].has(Feature::Contracted) &&
                         words[i + 2].tag() == Tag::adjective && words[i + 2].has(Feature::Prenominal);
    const Tag before = words[i - 1].tag();
    const bool behind_verb = before == Tag::verb || before == Tag::past_participle;
    if (words[i].tag() == Tag::preposition && words[i].has(Feature::Ago) && behind_verb && article)
      words[i].reading = {.tag = Tag::adverb};
  }
}

/// "X, cité arabe du nord": behind a comma and before its adjective, not "cited".
void read_bare_nouns(std::vector<Word>& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i].tag() != Tag::past_participle || words[i - 1].mark != ',' || words[i + 1].tag() != Tag::adjective) continue;
    const Reading* noun = words[i].as(Tag::noun);
    if (noun != nullptr && agrees(noun->gender, words[i + 1].reading.gender) && agrees(noun->number, words[i + 1].reading.number))
      words[i].reading = *noun;
  }
}

/// "le ministère de la Santé": what an office is for is a common noun, capital or not.
void read_portfolios(std::vector<Word>& words) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i].tag() != Tag::name || words[i].is_name() || words[i].as(Tag::noun) == nullptr) continue;
    const bool article = words[i - 1].tag() == Tag::determiner;
    const Word& preposition = words[article ? i - 2 : i - 1];
    if (!preposition.has(Feature::Genitive) || (!article && !preposition.has(Feature::Contracted))) continue;
    std::size_t office = article ? i - 2 : i - 1;
    while (office > 0 && words[office - 1].tag() == Tag::adjective) --office;
    if (office > 0 && words[office - 1].tag() == Tag::noun && words[office - 1].has(Feature::ActsFor)) take(words[i], Tag::noun);
  }
}

/// "nie que la ville soit tombée": a clause with "que" wants its verb before it joins anything.
void read_subjunctives(std::vector<Word>& words) {
  bool wanted = false;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i].tag() == Tag::subordinator) wanted = words[i].has(Feature::Complementizer);
    if (words[i].tag() == Tag::verb || words[i].tag() == Tag::punctuation) wanted = false;
    const Reading* verb = words[i].as(Tag::verb);
    if (!wanted || words[i].tag() != Tag::coordinator || verb == nullptr || words[i - 1].tag() == Tag::subordinator) continue;
    words[i].reading = *verb;
    if (words[i + 1].tag() == Tag::adjective && words[i + 1].reading.participle) take(words[i + 1], Tag::past_participle);
  }
}

/// "en attaquant": a gerund, not an attacker.
void read_gerunds(std::vector<Word>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool noun = words[i].tag() == Tag::noun || words[i].tag() == Tag::adjective;
    if (!noun || words[i - 1].tag() != Tag::preposition || !words[i - 1].has(Feature::Gerundive)) continue;
    take(words[i], Tag::present_participle);
  }
}

/// "en avoir pris la moitié": the preposition governs no infinitive, the pronoun may stand before one.
void read_pronouns_before_infinitives(std::vector<Word>& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (words[i].tag() == Tag::preposition && words[i].has(Feature::Gerundive) && words[i + 1].tag() == Tag::infinitive)
      take(words[i], Tag::object_clitic);
}

/// "« … », juge X": after quoted words, a bare noun that may be a verb is one.
void read_verbs_beside_quotations(std::vector<Word>& words) {
  for (std::size_t i = 2; i + 1 < words.size(); ++i) {
    if (words[i].tag() != Tag::noun || words[i].quoted || words[i].capitalised) continue;
    const bool after = words[i - 1].mark == ',' && words[i - 2].quoted && !words[i - 1].quoted;
    const bool before = words[i + 1].tag() == Tag::name || words[i + 1].tag() == Tag::determiner;
    if (after && before) take(words[i], Tag::verb);
  }
}

/// "X, cible de frappes, manque d'eau": set off by commas before the finite verb, what "de" follows is a noun.
void read_nouns_in_apposition(std::vector<Word>& words) {
  constexpr std::size_t longest = 12;  // words
  for (std::size_t i = 2; i + 1 < words.size(); ++i) {
    if (words[i].tag() != Tag::verb || words[i - 1].mark != ',' || !words[i + 1].has(Feature::Genitive)) continue;
    const Tag before = words[i - 2].tag();
    if ((before != Tag::name && before != Tag::noun) || words[i].as(Tag::noun) == nullptr) continue;
    std::size_t close = i + 1;
    while (close < words.size() && close < i + longest && words[close].mark == 0 && words[close].tag() != Tag::verb) ++close;
    std::size_t verb = close + 1;
    while (verb < words.size() && (words[verb].tag() == Tag::negation || words[verb].tag() == Tag::object_clitic)) ++verb;
    if (close < words.size() && words[close].mark == ',' && verb < words.size() && words[verb].tag() == Tag::verb)
      take(words[i], Tag::noun);
  }
}

/// "dit dans un communiqué avoir pris la ville": an auxiliary before its participle, where no determiner makes it a noun.
void read_compound_infinitives(std::vector<Word>& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const Tag before = words[i - 1].tag();
    if (words[i].tag() != Tag::noun || (before != Tag::noun && before != Tag::name && before != Tag::adverb)) continue;
    const Reading* auxiliary = words[i].as(Tag::infinitive);
    const std::size_t next = words[i + 1].tag() == Tag::adverb && i + 2 < words.size() ? i + 2 : i + 1;
    const Reading* participle = words[next].as(Tag::past_participle);
    if (auxiliary == nullptr || participle == nullptr || !auxiliary->features.has(Feature::Auxiliary)) continue;
    words[i].reading = *auxiliary;
    words[next].reading = *participle;
  }
}

/// "tient la partie est de la ville": a side of the sky behind a part of a place, where the sentence has another verb.
void read_sides(std::vector<Word>& words) {
  for (std::size_t i = 1; i + 2 < words.size(); ++i) {
    const Reading* side = words[i].as(Tag::noun);
    if (words[i].tag() != Tag::verb || !words[i].has(Feature::Copula) || side == nullptr || !side->features.has(Feature::PartOf))
      continue;
    const Word& part = words[i - 1];
    const bool of_place = part.has(Feature::PartOf) || part.has(Feature::FewOf) || part.has(Feature::WithComplement);
    if (part.tag() != Tag::noun || !of_place || !words[i + 1].has(Feature::Genitive)) continue;
    const auto is_finite = [&](const Word& word) { return word.tag() == Tag::verb && &word != &words[i]; };
    if (std::ranges::any_of(words, is_finite)) words[i].reading = *side;
  }
}

}  // namespace

void correct_readings(std::vector<Word>& words) {
  read_inverted_participles(words);
  read_gerunds(words);
  read_conjunctions(words);
  read_plural_articles(words);
  read_subjunctives(words);
  read_portfolios(words);
  read_ranges(words);
  read_adverbs_of_time(words);
  read_bare_nouns(words);
  read_pronouns_before_infinitives(words);
  read_participles_apart(words);
  read_compound_infinitives(words);
  read_verbs_over_infinitives(words);
  read_joined_verbs(words);
  read_verbs_beside_quotations(words);
  read_sides(words);
  read_nouns_in_apposition(words);
}

}  // namespace entente
