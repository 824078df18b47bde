#include "extract/quote/speech_events.hpp"

#include <algorithm>
#include <string_view>

#include "extract/relate/modality.hpp"

namespace entente {
namespace {

bool has_feature(const LexicalEntry& entry, std::string_view name) {
  return std::find(entry.features.begin(), entry.features.end(), name) != entry.features.end();
}

}  // namespace

bool reports_speech(const LexicalEntry& entry) {
  switch (entry.commitment) {
    case Commitment::reports:
    case Commitment::claims:
    case Commitment::denies:
    case Commitment::promises:
    case Commitment::asks:
      return true;
    default:
      return false;
  }
}

void SpeechEventFinder::run() {
  for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
    const auto first = static_cast<std::ptrdiff_t>(events_.size());
    clauses(s);
    phrases(s);
    std::stable_sort(events_.begin() + first, events_.end(),
                     [](const SpeechEvent& a, const SpeechEvent& b) { return a.first_token < b.first_token; });
  }
}

void SpeechEventFinder::add(const SpeechEvent& event) {
  recent_ = event.speaker;
  recent_sentence_ = event.sentence;
  events_.push_back(event);
}

void SpeechEventFinder::clauses(std::uint32_t s) {
  const Syntax& syntax = document_.syntax[s];
  for (std::uint32_t c = 0; c < syntax.clauses.size(); ++c) {
    const Clause& clause = syntax.clauses[c];
    if (!clause.has_verb()) continue;
    const EntryId entry = speech_entry(s, c);
    if (entry == no_id) continue;
    SpeechEvent event{s, c, none, entry, 0, 0, 0, false};
    if (!reports_speech(language_.entry(entry)) && !put_in(s, c)) continue;
    if (!speaker(s, c, event.speaker)) continue;
    event.first_token = word(s, clause.first).first;
    event.last_token = word(s, clause.verb).last;
    if (clause.incise && clause.subject != none) event.last_token = std::max(event.last_token, phrase_end(s, clause.subject));
    const bool inverted = clause.subject_clitic != none && clause.subject_clitic > clause.finite;
    if (inverted && recent_ != none && recent_sentence_ + 3 >= s) event.speaker = again(s, clause.subject_clitic, event.speaker);
    add(event);
  }
}

void SpeechEventFinder::phrases(std::uint32_t s) {
  const Syntax& syntax = document_.syntax[s];
  for (std::uint32_t p = 0; p < syntax.phrases.size(); ++p) {
    const NounPhrase& np = syntax.phrases[p];
    if (np.preposition == none) continue;
    const auto& features = word(s, np.preposition).reading.features;
    if (!features.has(Feature::Attributive)) continue;
    SpeechEvent event{s, none, p, no_id, 0, word(s, np.preposition).first, phrase_end(s, p), false};
    const auto entries = language_.prepositions(np.preposition_lemma);
    if (!entries.empty()) event.entry = entries.front().entry;
    const bool pronoun = word(s, np.head).has(Feature::StrongPronoun);
    if (pronoun && recent_ != none && recent_sentence_ + 3 >= s) {
      event.speaker = again(s, np.head, recent_);
    } else if (!phrase_speaker(s, p, event.speaker)) {
      const bool speech = language_.lemma_features(word(s, np.head).lemma()).has(Feature::SpeechNoun);
      if (!speech || !subject_speaker(s, event.speaker)) continue;
    }
    add(event);
  }
}

/// Who speaks on when a pronoun stands for the speaker: the last one, if the pronoun agrees.
ActorIndex SpeechEventFinder::again(std::uint32_t s, std::uint32_t pronoun, ActorIndex otherwise) const {
  const Entity& last = discourse_.entity(recent_);
  const std::uint8_t gender = word(s, pronoun).reading.gender;
  const bool masculine = last.gender != Gender::feminine;
  const bool fits =
      last.gender == Gender::unknown || gender == 0 || (gender & (masculine ? Inflection::masculine : Inflection::feminine)) != 0;
  const bool speaks = last.node.actor_class == ActorClass::person || last.gender == Gender::unknown;
  return fits && speaks ? recent_ : otherwise;
}

/// Beside a quotation, as verbs must be that only say there: ", poursuit-il", "résume X : « … »".
bool SpeechEventFinder::put_in(std::uint32_t s, std::uint32_t c) const {
  const Clause& clause = document_.syntax[s].clauses[c];
  if (clause.incise || (clause.subject_clitic != none && clause.subject_clitic > clause.finite)) return true;
  const std::uint32_t after = word(s, clause.verb).last;
  for (std::uint32_t t = after; t < document_.tokens.size() && t < after + 3; ++t)
    if (document_.tokens[t].mark == ':' || document_.tokens[t].kind == TokenKind::open_quote ||
        document_.tokens[t].kind == TokenKind::either_quote)
      return true;
  return false;
}

/// "X s'est retiré, selon un communiqué": its own.
bool SpeechEventFinder::subject_speaker(std::uint32_t s, ActorIndex& out) {
  for (const Clause& clause : document_.syntax[s].clauses)
    if (clause.kind == ClauseKind::main && clause.has_verb() && clause.subject != none &&
        !document_.referents[s].phrases[clause.subject].who.empty()) {
      out = as_actor(discourse_, language_, document_.referents[s].phrases[clause.subject].who.front());
      return true;
    }
  return false;
}

/// The verb's entry where it says something here: it has a clause, an infinitive or a quotation as complement, or is put in.
EntryId SpeechEventFinder::speech_entry(std::uint32_t s, std::uint32_t c) const {
  const SentenceView sentence = view(s);
  const EntryId entry = governing_entry(sentence, language_, c);
  const Clause& clause = sentence.syntax.clauses[c];
  if (entry != no_id && clause.passive && has_feature(language_.entry(entry), "Relays")) return no_id;
  EntryId said = no_id;
  if (entry != no_id && reports_speech(language_.entry(entry))) said = entry;
  if (said == no_id)
    for (const Phrase& phrase : language_.verbs(word(s, clause.verb).lemma()))
      if (language_.entry(phrase.entry).says && phrase.rest.empty() && (!phrase.pronominal || clause.pronominal))
        said = phrase.entry;
  return said;
}

bool SpeechEventFinder::speaker(std::uint32_t s, std::uint32_t c, ActorIndex& out) {
  const SentenceView sentence = view(s);
  Fillers fillers;
  ClauseArguments(sentence, language_, discourse_).agent(c, fillers);
  const Clause& clause = sentence.syntax.clauses[c];
  if (!fillers.empty() && !fillers.front().by_owner) {
    out = person_among(fillers);
    return true;
  }
  std::uint32_t phrase = clause.subject;
  if (clause.passive) return false;
  for (std::uint32_t other = c; phrase == none && other != none;
       other = sentence.syntax.clauses[other].shares_with != none
                   ? sentence.syntax.clauses[other].shares_with
                   : (sentence.syntax.clauses[other].kind == ClauseKind::gerund ? sentence.syntax.clauses[other].parent : none))
    phrase = sentence.syntax.clauses[other].subject;
  return phrase != none && phrase_speaker(s, phrase, out);
}

ActorIndex SpeechEventFinder::person_among(const Fillers& fillers) {
  for (const Filler& filler : fillers)
    if (discourse_.entity(filler.actor).node.actor_class == ActorClass::person) return filler.actor;
  return as_actor(discourse_, language_, fillers.front().actor);
}

bool SpeechEventFinder::phrase_speaker(std::uint32_t s, std::uint32_t p, ActorIndex& out) {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  const Referents& referents = document_.referents[s].phrases[p];
  const Features head = language_.lemma_features(word(s, np.head).lemma());
  if (head.has(Feature::SpeechNoun) && !referents.owners.empty()) {
    out = as_actor(discourse_, language_, referents.owners.front());
    return true;
  }
  if (!referents.who.empty()) {
    out = as_actor(discourse_, language_, referents.who.front());
    return true;
  }
  const Tag tag = word(s, np.head).tag();
  if (tag != Tag::noun && tag != Tag::name) return false;
  if (head.has(Feature::SpeechNoun)) return false;
  // "résume le réalisateur": somebody named before.
  const bool bare = np.end == np.head + 1 && np.determiner.has(Feature::Definite) && (np.number & Inflection::plural) == 0;
  if (bare && np.class_entry == no_id && np.role == no_id && recent_ != none && recent_sentence_ + 6 >= s &&
      discourse_.entity(recent_).node.actor_class == ActorClass::person) {
    out = recent_;
    return true;
  }
  const std::string label = generic_label(s, p);
  if (label.empty()) return false;
  out = discourse_.discover(label, np.role != no_id ? ActorClass::person : ActorClass::actor, true);
  return true;
}

/// The words of a phrase and of its complements, from the first that is no determiner or number.
std::string SpeechEventFinder::generic_label(std::uint32_t s, std::uint32_t p) const {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  std::uint32_t begin = np.begin;
  while (begin < np.head && (word(s, begin).tag() == Tag::determiner || word(s, begin).tag() == Tag::numeral)) ++begin;
  std::uint32_t end = np.end;
  for (std::uint32_t i = p + 1; i < document_.syntax[s].phrases.size(); ++i) {
    const NounPhrase& next = document_.syntax[s].phrases[i];
    if (next.preposition != end || next.preposition_lemma != language_.genitive()) break;
    end = next.end;
  }
  std::string label;
  const Span span{document_.tokens[word(s, begin).first].span.begin, document_.tokens[word(s, end - 1).last - 1].span.end};
  for (const char c : span.of(document_.text)) label.push_back(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
  return label;
}

}  // namespace entente
