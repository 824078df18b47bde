#include <algorithm>

#include "extract/analyse/words_in_text.hpp"

namespace entente {
namespace {

/// The finite verb read last, and whether a participle went with it.
struct LastVerb {
  const Reading* finite = nullptr;
  bool compound = false;
};

const Reading* parallel(const Word& word, const Reading& finite) {
  const Reading* verb = word.as(Tag::verb);
  return verb != nullptr && verb->tense == finite.tense && verb->form == finite.form && (verb->number & finite.number) != 0 &&
                 (verb->person & finite.person) != 0
             ? verb
             : nullptr;
}

/// "attaque et tue": no participle without an auxiliary to share; "entraîne et équipe": no noun without an article beside a verb.
void read_verb(const Word& before, Word& word, const LastVerb& last) {
  const bool participle = word.tag() == Tag::past_participle || (word.tag() == Tag::adjective && word.reading.participle);
  const bool bare = word.tag() == Tag::noun && before.tag() == Tag::verb && !word.capitalised;
  if ((!participle && !bare) || last.compound) return;
  if (const Reading* verb = parallel(word, *last.finite)) word.reading = *verb;
}

/// "a pris X et détruit Y", "dit avoir pris X et promis de …", "a dit que X tient et promis de …": the auxiliary is shared, be it
/// that of the verb that reports.
void read_participle(Word& word, const LastVerb& last, bool reported) {
  const bool adjective = word.tag() == Tag::adjective && word.reading.participle;
  if (!(last.compound && (adjective || word.tag() == Tag::verb)) && !(reported && adjective)) return;
  const Reading* participle = word.as(Tag::past_participle);
  if (participle == nullptr || (participle->number & Inflection::singular) == 0 ||
      (participle->gender & Inflection::masculine) == 0)
    return;
  if (word.tag() == Tag::verb && word.reading.tense != Tense::present) return;
  word.reading = *participle;
}

/// "soutient X et leur livre des armes", "tient la ville et la défend": pronoun and verb, where what follows or goes before is
/// no part of a noun's group.
void read_pronoun_and_verb(std::vector<Word>& words, std::size_t coordinator, const LastVerb& last) {
  Word& pronoun = words[coordinator + 1];
  Word& verb = words[coordinator + 2];
  if (pronoun.tag() != Tag::determiner || verb.tag() != Tag::noun) return;
  const Reading* clitic = pronoun.as(Tag::object_clitic);
  const Reading* finite = parallel(verb, *last.finite);
  if (clitic == nullptr || finite == nullptr) return;
  const Tag before = coordinator > 0 ? words[coordinator - 1].tag() : Tag::start;
  const bool after_verb = before == Tag::verb || before == Tag::past_participle || before == Tag::infinitive;
  const Word* next = coordinator + 3 < words.size() ? &words[coordinator + 3] : nullptr;
  const Reading* article = next != nullptr ? next->as(Tag::determiner) : nullptr;
  const bool object_follows =
      article != nullptr && (clitic->features.has(Feature::DativeClitic) || next->as(Tag::preposition) == nullptr);
  const bool apart = (pronoun.reading.gender & verb.reading.gender) == 0 && pronoun.reading.gender != 0 &&
                     verb.reading.gender != 0;  // "et le commande"
  if (!after_verb && !object_follows && !apart) return;
  pronoun.reading = *clitic;
  verb.reading = *finite;
  if (object_follows) words[coordinator + 3].reading = *article;
}

}  // namespace

void align_coordinated_verbs(AnalysedSentence& sentence) {
  auto& words = sentence.words;
  LastVerb last;
  bool auxiliary = false;  // an infinitive of one was read since
  bool reported = false;   // stands in a clause with "que" of a verb that has an auxiliary
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].tag() == Tag::verb) {
      last = {&words[i].reading, false};
      auxiliary = false;
    }
    if (words[i].tag() == Tag::infinitive) auxiliary = words[i].has(Feature::Auxiliary);
    if (words[i].tag() == Tag::past_participle && last.finite != nullptr)
      last.compound = auxiliary || last.finite->features.has(Feature::Auxiliary);
    if (words[i].tag() == Tag::subordinator && words[i].has(Feature::Complementizer)) reported |= last.compound;
    if (words[i].mark == ';' || words[i].mark == ':') reported = false;
    if (words[i].tag() != Tag::coordinator || last.finite == nullptr || i + 1 >= words.size()) continue;
    if (i > 0) read_verb(words[i - 1], words[i + 1], last);
    read_participle(words[i + 1], last, reported);
    if (i + 2 < words.size() && !last.compound) read_pronoun_and_verb(words, i, last);
  }
}

}  // namespace entente
