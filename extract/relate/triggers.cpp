#include <algorithm>

#include "extract/relate/relater.hpp"

namespace entente {

void Relater::run() {
  for (std::uint32_t clause = 0; clause < sentence_.syntax.clauses.size(); ++clause)
    if (sentence_.syntax.clauses[clause].has_verb()) {
      if (!governed_[clause]) verb(clause);
      participle(clause);
    }
  for (std::uint32_t phrase = 0; phrase < sentence_.syntax.phrases.size(); ++phrase) {
    noun(phrase);
    adjectives(phrase);
    prepositional(phrase);
  }
}

void Relater::verb(std::uint32_t index) {
  const Clause& clause = sentence_.syntax.clauses[index];
  const auto candidates = language_.verbs(word(clause.verb).lemma());
  std::size_t longest = 0;
  std::vector<Trigger> found;
  for (const Phrase& phrase : candidates) {
    if (!phrase.rest.empty() && !sentence_.analysed.may_hold(phrase.rest.front())) continue;
    const LexicalEntry& entry = language_.entry(phrase.entry);
    if (entry.frames.empty()) continue;
    if (phrase.pronominal != clause.pronominal && !(clause.pronominal && clause.passive)) continue;
    if (phrase.clitic != 0 && !has_clitic(clause, phrase.clitic)) continue;
    Trigger trigger{phrase.entry, clause.verb, clause.verb, index, none, none, none};
    if (!phrase.rest.empty() && !match_rest(clause, phrase.rest, trigger) && !undergone(clause, phrase.rest, trigger)) continue;
    trigger.inner = inner_clause(trigger);
    const std::size_t length = phrase.rest.size() + (phrase.clitic != 0 ? 1 : 0);
    if (length > longest) found.clear();
    if (length < longest) continue;
    longest = length;
    found.push_back(trigger);
  }
  for (const Trigger& trigger : found) {
    const std::size_t before = out_.size();
    if (trigger.inner != none) governed_[trigger.inner] = true;
    if (trigger.fixed != none && takes_complement(language_.entry(trigger.entry))) spent_[trigger.fixed] = true;
    Standing standing = standing_of(sentence_, language_, index);
    const EntryId governor = governing_entry(sentence_, language_, index);
    standing.unsaid |= trigger.fixed != none && standing.negative && governor != no_id &&
                       language_.entry(governor).commitment == Commitment::claims;
    for (const Frame& frame : language_.entry(trigger.entry).frames) verb_frame(trigger, frame, standing);
    if (trigger.fixed != none && (out_.size() > before || trigger.last_word > clause.verb)) fixed_[trigger.fixed] = true;
  }
}

/// "faire parvenir X à Y": where an infinitive is part of the trigger, that has the complements.
std::uint32_t Relater::inner_clause(const Trigger& trigger) const {
  for (std::uint32_t i = trigger.clause + 1; i < sentence_.syntax.clauses.size(); ++i) {
    const Clause& clause = sentence_.syntax.clauses[i];
    if (clause.has_verb() && clause.verb > trigger.last_word) return none;
    if (clause.kind == ClauseKind::infinitive && clause.has_verb() && clause.verb > trigger.first_word) return i;
  }
  return none;
}

bool Relater::has_clitic(const Clause& clause, WordId wanted) const {
  for (const std::uint32_t at : {clause.genitive_clitic, clause.place_clitic})
    if (at != none && word(at).surface == wanted) return true;
  return false;
}

bool Relater::begins_with_preposition(const std::vector<WordId>& words) const {
  for (const FixedPhrase& fixed : language_.fixed(words.front()))
    if (fixed.reading.tag == Tag::preposition) return true;
  return false;
}

/// How many of the fixed words from `from` on are this one: a preposition of several words, "hors de", is one word in the text.
std::size_t Relater::spells(const Word& text, const std::vector<WordId>& rest, std::size_t from) const {
  if (text.may_be(rest[from])) return 1;
  if (text.tag() != Tag::preposition) return 0;
  const std::string_view whole = language_.words().text(text.lemma());
  const std::string_view first = language_.words().text(rest[from]);
  if (!whole.starts_with(first)) return 0;
  std::string joined(first);
  for (std::size_t next = from + 1; next < rest.size() && joined.size() < whole.size(); ++next) {
    joined.append(" ").append(language_.words().text(rest[next]));
    if (joined == whole) return next + 1 - from;
  }
  return 0;
}

bool Relater::match_rest(const Clause& clause, const std::vector<WordId>& rest, Trigger& trigger) const {
  std::size_t matched = 0;
  unsigned skipped = 0;
  // "prendre X en otage": the object may stand before a fixed complement.
  const bool complement = begins_with_preposition(rest);
  for (std::uint32_t at = clause.verb + 1; at < sentence_.analysed.words.size() && matched < rest.size(); ++at) {
    const Word& w = word(at);
    if (matched > 0 && complement && !w.may_be(rest[matched]) && w.tag() != Tag::determiner && w.tag() != Tag::adjective) {
      matched = 0;  // another complement with the same preposition
      ++skipped;
    }
    if (const std::size_t spelt = spells(w, rest, matched); spelt > 0) {
      matched += spelt;
      trigger.last_word = at;
      trigger.fixed = sentence_.syntax.phrase_of[at];
      continue;
    }
    // "a reçu à Nairobi le soutien de X"
    if (const std::uint32_t inserted = sentence_.syntax.phrase_of[at];
        matched == 0 && !holds(inserted, rest.front()) && !complement && inserted != none && np(inserted).preposition != none &&
        np(inserted).begin == at && np(inserted).function == Function::oblique &&
        (np(inserted).preposition_lemma != language_.genitive() || np(inserted).host == none)) {  // "a fait de X sa capitale"
      at = np(inserted).end - 1;
      if (++skipped > 4) return false;
      continue;
    }
    if (const std::uint32_t end = w.mark == ',' ? end_of_insertion(at) : none; end != none && skipped < 4) {
      matched = 0;  // "a assuré X, par téléphone, de son soutien"
      at = end;
      ++skipped;
      continue;
    }
    const Tag tag = w.tag();
    const bool may_stand = tag == Tag::determiner || tag == Tag::adjective || tag == Tag::adverb || tag == Tag::numeral ||
                           tag == Tag::past_participle || (tag == Tag::preposition && matched == 0) ||
                           (tag == Tag::noun && w.has(Feature::TimeNoun)) ||
                           (complement && (tag == Tag::noun || tag == Tag::name || tag == Tag::preposition));
    if (!may_stand || ++skipped > (complement ? 8U : 4U)) return false;
  }
  return matched == rest.size();
}

/// "l'assaut donné par X à Y", "l'aide que X apporte à Y": the fixed noun before its verb, as the subject of the passive or the
/// antecedent.
bool Relater::undergone(const Clause& clause, const std::vector<WordId>& rest, Trigger& trigger) const {
  if (rest.size() != 1 || clause.pronominal) return false;
  const bool relative = clause.kind == ClauseKind::relative && clause.marked(Feature::RelativeObject);
  const std::uint32_t noun = relative                 ? clause.antecedent
                             : !clause.passive        ? none
                             : clause.subject != none ? clause.subject
                                                      : clause.antecedent;
  if (noun == none || !word(np(noun).head).may_be(rest.front())) return false;
  const EntryId governor = governing_entry(sentence_, language_, trigger.clause);
  if (governor != no_id && reports_speech(language_.entry(governor))) return false;  // "revendiqué sur X"
  trigger.fixed = noun;
  trigger.first_word = std::min(np(noun).head, clause.verb);
  trigger.last_word = std::max(np(noun).head, clause.verb);
  return true;
}

/// The comma that closes a short insertion which the one at `at` opens: an adverb, a time, a complement; none where it has a
/// verb.
std::uint32_t Relater::end_of_insertion(std::uint32_t at) const {
  constexpr std::uint32_t longest = 6;  // words
  for (std::uint32_t close = at + 1; close < sentence_.analysed.words.size() && close <= at + longest + 1; ++close) {
    const Tag tag = word(close).tag();
    if (word(close).mark == ',') return close > at + 1 ? close : none;
    if (tag == Tag::verb || tag == Tag::infinitive || tag == Tag::relative || tag == Tag::subordinator ||
        tag == Tag::coordinator || tag == Tag::present_participle || tag == Tag::past_participle || word(close).mark != 0)
      return none;
  }
  return none;
}

bool Relater::holds(std::uint32_t phrase, WordId wanted) const {
  if (phrase == none) return false;
  for (std::uint32_t at = np(phrase).begin; at < np(phrase).end; ++at)
    if (word(at).may_be(wanted)) return true;
  return false;
}

void Relater::noun(std::uint32_t index) {
  const NounPhrase& phrase = np(index);
  if (spent_[index] || (fixed_[index] && !has_genitive(index)) || word(phrase.head).is_name()) return;
  const Word& head = word(phrase.head);
  std::span<const Phrase> candidates = language_.nouns(head.lemma());
  if (candidates.empty()) candidates = language_.nouns(head.surface);
  std::size_t longest = 0;
  std::vector<Trigger> found;
  for (const Phrase& candidate : candidates) {
    if (language_.entry(candidate.entry).frames.empty()) continue;
    Trigger trigger{candidate.entry, phrase.head, phrase.head, none, index, none, none};
    std::size_t matched = 0;
    for (std::uint32_t at = phrase.head + 1;
         at < sentence_.analysed.words.size() && at < phrase.head + 5 && matched < candidate.rest.size(); ++at)
      if (word(at).may_be(candidate.rest[matched])) {
        ++matched;
        trigger.last_word = at;
      }
    if (matched < candidate.rest.size()) continue;
    if (candidate.rest.size() > longest) found.clear();
    if (candidate.rest.size() < longest) continue;
    longest = candidate.rest.size();
    found.push_back(trigger);
  }
  for (const Trigger& trigger : found)
    for (const Frame& frame : language_.entry(trigger.entry).frames) noun_frame(trigger, frame);
}

/// "se lancer à la conquête de Y": the fixed noun's complement is an end of the whole phrase.
bool Relater::takes_complement(const LexicalEntry& entry) const {
  const std::string_view genitive = language_.words().text(language_.genitive());
  return std::ranges::any_of(entry.frames, [&](const Frame& frame) {
    return std::ranges::any_of(frame.target, [&](const FrameEnd& end) {
      return end.slot == Slot::genitive || std::ranges::find(end.prepositions, genitive) != end.prepositions.end();
    });
  });
}

bool Relater::has_genitive(std::uint32_t index) const {
  for (std::uint32_t i = index + 1; i < sentence_.syntax.phrases.size() && i < index + 3; ++i)
    if (np(i).host == index && np(i).preposition_lemma == language_.genitive() && !sentence_.referents.phrases[i].who.empty() &&
        !sentence_.referents.phrases[index].owners.empty())
      return true;
  return false;
}

void Relater::adjectives(std::uint32_t index) {
  const NounPhrase& phrase = np(index);
  for (std::uint32_t at = phrase.begin; at < phrase.end; ++at) {
    const Word& w = word(at);
    if (w.prefix != 0) {
      for (const Phrase& prefix : language_.prefixes(w.prefix))
        for (const Frame& frame : language_.entry(prefix.entry).frames) prefix_frame(prefix.entry, frame, index, at);
      continue;
    }
    if (w.tag() != Tag::adjective && w.tag() != Tag::past_participle) continue;
    for (const Phrase& adjective : language_.adjectives(w.lemma()))
      for (const Frame& frame : language_.entry(adjective.entry).frames)
        noun_frame({adjective.entry, at, at, none, index, none}, frame);
  }
}

/// "X, lié à Y": a participle that is an adjective too.
void Relater::participle(std::uint32_t index) {
  const Clause& clause = sentence_.syntax.clauses[index];
  if (clause.kind != ClauseKind::participial || clause.antecedent == none) return;
  for (const Reading& reading : word(clause.verb).candidates) {
    if (reading.tag != Tag::adjective) continue;
    for (const Phrase& adjective : language_.adjectives(reading.lemma))
      for (const Frame& frame : language_.entry(adjective.entry).frames)
        noun_frame({adjective.entry, clause.verb, clause.verb, index, clause.antecedent, none}, frame);
  }
}

void Relater::prepositional(std::uint32_t index) {
  const NounPhrase& phrase = np(index);
  if (phrase.preposition == none || fixed_[index]) return;
  const std::string_view preposition = language_.words().text(phrase.preposition_lemma);
  const std::string opening(preposition.substr(0, preposition.find(' ', preposition.find(' ') + 1)));
  for (const Phrase& entry : language_.prepositions(language_.words().find(opening)))  // "grâce à X", "de concert avec X"
    if (join_words(language_.entry(entry.entry).words) == preposition)
      for (const Frame& frame : language_.entry(entry.entry).frames)
        noun_frame({entry.entry, phrase.preposition, phrase.preposition, none, index, none}, frame);
  const std::string_view surface = language_.words().text(word(phrase.preposition).surface);
  for (const WordId head : {word(phrase.head).surface, word(phrase.head).lemma()}) {
    if (!language_.ends_preposition(head)) continue;
    for (const std::string_view before : {preposition, surface}) {
      const WordId key = language_.words().find(std::string(before) + " " + std::string(language_.words().text(head)));
      for (const Phrase& entry : language_.prepositions(key)) {
        for (const Frame& frame : language_.entry(entry.entry).frames)
          noun_frame({entry.entry, phrase.preposition, phrase.head, none, index, none}, frame);
        if (!language_.entry(entry.entry).frames.empty()) return;
      }
    }
  }
}

void relate(const SentenceView& sentence, const Language& language, Discourse& discourse, std::vector<Statement>& out,
            std::vector<Refusal>* refusals) {
  if (!sentence.referents.has_anybody()) return;  // each end of a statement is somebody
  Relater(sentence, language, discourse, out, refusals).run();
}

}  // namespace entente
