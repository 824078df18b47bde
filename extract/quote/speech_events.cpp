#include "extract/quote/speech_events.hpp"

#include <string_view>

namespace entente {
void SpeechEventFinder::run() {
  for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
    const auto first = static_cast<std::ptrdiff_t>(events_.size());
    heading(s);
    clauses(s);
    colon(s);
    phrases(s);
    std::stable_sort(events_.begin() + first, events_.end(),
                     [](const SpeechEvent& a, const SpeechEvent& b) { return a.first_token < b.first_token; });
  }
}

void SpeechEventFinder::add(const SpeechEvent& event) {
  if (!event.weak && (quotation_of_[event.verb_token] == none || event.inverted))
    speakers_.has_spoken(event.speaker, event.sentence);
  events_.push_back(event);
}

void SpeechEventFinder::clauses(std::uint32_t s) {
  for (std::uint32_t c = 0; c < document_.syntax[s].clauses.size(); ++c) {
    if (relative_source(s, c)) continue;
    if (document_.syntax[s].clauses[c].has_verb()) clause(s, c);
  }
}

void SpeechEventFinder::clause(std::uint32_t s, std::uint32_t c) {
  const Syntax& syntax = document_.syntax[s];
  const Clause& clause = syntax.clauses[c];
  SpeechEvent event{.sentence = s, .clause = c, .entry = speech_entry(s, c)};
  if (names_somebody(s, clause) || nobody_says(s, clause)) return;
  if (event.entry == no_id && !beside_quotation(s, clause)) return;
  if (as_said(s, c, event) || late_subject(s, c, event) || subject_behind_remark(s, c, event)) return add(event);
  if (!finds_speaker(s, c, event, event.speaker)) return;
  by_voice_of(s, clause, event.speaker);
  for (const Clause& inner : syntax.clauses)  // "a fait savoir par Y"
    if (inner.kind == ClauseKind::infinitive && inner.parent == c && inner.marker == none) by_voice_of(s, inner, event.speaker);
  citing(s, c, event.speaker);
  event.first_token = word(s, clause.first).first;
  event.verb_token = word(s, clause.verb).first;
  event.last_token = word(s, clause.verb).last;
  const bool pronoun_after = clause.subject_clitic != none && clause.subject_clitic > clause.finite;
  const bool subject_after = clause.subject != none && syntax.phrases[clause.subject].begin > clause.verb;
  event.inverted = clause.kind != ClauseKind::relative && (pronoun_after || subject_after) && set_off(s, event.first_token);
  if (clause.question && pronoun_after && !event.inverted) return;
  take_from_governor(s, clause, event);
  if (pronoun_after && !word(s, clause.subject_clitic).has(Feature::IndefinitePronoun) && !speaks_of_himself(s, event))
    event.speaker = speakers_.of_pronoun(s, clause.subject_clitic, event.speaker);
  if (subject_after) event.last_token = word(s, syntax.phrases[clause.subject].end - 1).last;
  if (event.entry == no_id && !event.inverted) return;
  const bool reports = event.entry != no_id && reports_speech(language_.entry(event.entry));
  if (!reports && !event.inverted && !speakers_.is_somebody(s, c)) return;
  event.weak = !event.inverted && !clause.incise && !before_colon(s, c) &&
               !(reports_speech(language_.entry(event.entry)) && has_complement(s, c));
  add(event);
}

bool SpeechEventFinder::finds_speaker(std::uint32_t s, std::uint32_t c, const SpeechEvent& event, ActorIndex& speaker) {
  const Clause& clause = document_.syntax[s].clauses[c];
  if (language_.has(event.entry, Feature::Learns)) return speakers_.teller(s, c, language_.entry(event.entry), speaker);
  if (cited_to_say(s, clause, speaker) || goes_on(s, c, speaker) || speakers_.of_clause(s, c, speaker)) return true;
  const std::uint32_t pronoun = pronoun_behind(s, clause);
  speaker = pronoun != none ? speakers_.of_pronoun(s, pronoun, none) : none;
  return speaker != none ||
         (pronoun != none && (speakers_.named_next(s, pronoun, speaker) || speakers_.described_before(s, pronoun, speaker)));
}

/// "a-t-il dit", "raconte-t-elle": the pronoun, unless it is "on"; none where there is none behind the verb.
std::uint32_t SpeechEventFinder::pronoun_behind(std::uint32_t s, const Clause& clause) const {
  std::uint32_t pronoun = clause.subject_clitic;
  if (pronoun == none && clause.subject != none) pronoun = document_.syntax[s].phrases[clause.subject].head;
  if (pronoun == none || pronoun < clause.finite || word(s, pronoun).has(Feature::IndefinitePronoun)) return none;
  const Tag tag = word(s, pronoun).tag();
  return tag == Tag::subject_clitic || word(s, pronoun).has(Feature::StrongPronoun) ? pronoun : none;
}

/// "X ne cédera pas, a-t-il menacé": who threatens or promises speaks of what he will do himself.
bool SpeechEventFinder::speaks_of_himself(std::uint32_t s, SpeechEvent& event) const {
  const bool vows = event.entry != no_id && language_.entry(event.entry).commitment == Commitment::promises;
  return vows && event.inverted && quotation_of_[event.verb_token] == none && speakers_.main_person(s, event.speaker);
}

/// "…, a-t-il dit, ajoutant que": the speaker of the clause that it goes with.
bool SpeechEventFinder::goes_on(std::uint32_t s, std::uint32_t c, ActorIndex& speaker) const {
  const Clause& clause = document_.syntax[s].clauses[c];
  if (clause.subject != none || clause.subject_clitic != none || clause.passive) return false;
  if (clause.kind == ClauseKind::gerund && put_in_before(s, clause, speaker)) return true;
  const bool beside = clause.marked(Feature::Temporal) || clause.marked(Feature::Without);
  if (clause.kind == ClauseKind::infinitive && beside && said_before(s, clause, speaker)) return true;
  const std::uint32_t before = clause.shares_with != none          ? clause.shares_with
                               : clause.kind == ClauseKind::gerund ? clause.parent
                                                                   : none;
  if (before == none) return false;
  // Beside quoted words, the speaker's verb may be no part of their clause.
  const std::uint32_t verb = document_.syntax[s].clauses[before].verb;
  const bool quoted = verb != none && word(s, verb).quoted && !word(s, clause.verb).quoted;
  const SpeechEvent* found = nullptr;
  std::uint32_t above = before;
  const auto& clauses = document_.syntax[s].clauses;
  for (unsigned depth = 0; clause.kind == ClauseKind::gerund && clauses[above].kind == ClauseKind::complement && depth < 4;
       ++depth)
    if (clauses[above].parent != none) above = clauses[above].parent;
  for (const SpeechEvent& event : events_in(s, s))
    if (event.kind == SpeechEvent::Kind::clause && (event.clause == above || (quoted && !token(event.verb_token).quoted)))
      found = &event;
  if (found != nullptr) speaker = found->speaker;
  return found != nullptr;
}

/// "A est tombé, a dit X, assurant que": X does, where no further verb of the sentence stands in between.
bool SpeechEventFinder::put_in_before(std::uint32_t s, const Clause& clause, ActorIndex& speaker) const {
  const SpeechEvent* found = nullptr;
  const std::uint32_t first = word(s, clause.first).first;
  for (const SpeechEvent& event : events_in(s, s))
    if (event.kind == SpeechEvent::Kind::clause && event.inverted && event.verb_token < first) found = &event;
  if (found == nullptr) return false;
  const std::uint32_t put_in = word_at(s, found->verb_token);
  for (std::uint32_t at = put_in + 1; at < clause.first; ++at)
    if (word(s, at).tag() == Tag::verb) return false;
  return speaker = found->speaker, true;
}

/// "…, a dit X, avant d'ajouter que", "X a dit que A, sans préciser si": the speaker of what was said before the comma.
bool SpeechEventFinder::said_before(std::uint32_t s, const Clause& clause, ActorIndex& speaker) const {
  const std::uint32_t first = word(s, clause.first).first;
  const bool set_off = first > 0 && token(first - 1).mark == ',';
  const SpeechEvent* found = nullptr;
  for (const SpeechEvent& event : events_in(s, s)) {
    if (event.kind != SpeechEvent::Kind::clause || event.verb_token >= first || quotation_of_[event.verb_token] != none) continue;
    const bool main = document_.syntax[s].clauses[event.clause].kind == ClauseKind::main;
    if (event.inverted || (set_off && main && !event.weak)) found = &event;
  }
  if (found != nullptr) speaker = found->speaker;
  return found != nullptr;
}

/// "…, résume X : « … »", "X conclut : « … »": as verbs must stand that only say there.
bool SpeechEventFinder::before_colon(std::uint32_t s, std::uint32_t c) const {
  const std::uint32_t after = word(s, document_.syntax[s].clauses[c].verb).last;
  for (std::uint32_t t = after; t < document_.tokens.size() && t < after + 3; ++t)
    if (token(t).mark == ':') return true;
  return false;
}

/// Of an attributive preposition: "par la voix de", as against "selon".
bool SpeechEventFinder::is_voice(const NounPhrase& np) const {
  return language_.words().text(np.preposition_lemma).starts_with(language_.words().text(language_.agentive()));
}

/// "X a promis, par la voix de Y": Y speaks.
void SpeechEventFinder::by_voice_of(std::uint32_t s, const Clause& clause, ActorIndex& speaker) {
  for (const std::uint32_t oblique : clause.obliques) {
    const NounPhrase& np = document_.syntax[s].phrases[oblique];
    const bool attributive = np.preposition != none && word(s, np.preposition).has(Feature::Attributive);
    if ((attributive && is_voice(np)) || is_spokesman(s, clause, oblique)) speakers_.of_phrase(s, oblique, speaker);
  }
}

/// "X fait savoir par Y que": a person.
bool SpeechEventFinder::is_spokesman(std::uint32_t s, const Clause& clause, std::uint32_t oblique) const {
  const auto& who = document_.referents[s].phrases[oblique].who;
  return !clause.passive && document_.syntax[s].phrases[oblique].preposition_lemma == language_.agentive() && who.size() == 1 &&
         discourse_.entity(who.front()).node.actor_class == ActorClass::person;
}

/// "L'agence X rapporte, citant Y, que": Y says so.
void SpeechEventFinder::citing(std::uint32_t s, std::uint32_t c, ActorIndex& speaker) {
  for (const Clause& clause : document_.syntax[s].clauses)
    if (clause.kind == ClauseKind::gerund && clause.parent == c && clause.marker == none && !clause.objects.empty() &&
        relays(s, clause))
      speakers_.of_phrase(s, clause.objects.front(), speaker);
}

/// "L'agence a cité X disant que": X does.
bool SpeechEventFinder::cited_to_say(std::uint32_t s, const Clause& clause, ActorIndex& speaker) {
  if (clause.kind != ClauseKind::gerund || clause.marker != none || clause.antecedent == none || clause.parent == none)
    return false;
  const Clause& cites = document_.syntax[s].clauses[clause.parent];
  const bool object = std::ranges::find(cites.objects, clause.antecedent) != cites.objects.end();
  return object && relays(s, cites) && speakers_.of_phrase(s, clause.antecedent, speaker);
}

/// A verb for what passes on another's words.
bool SpeechEventFinder::relays(std::uint32_t s, const Clause& clause) const {
  return std::ranges::any_of(language_.verbs(word(s, clause.verb).lemma()), [&](const Phrase& phrase) {
    return phrase.rest.empty() && language_.has(phrase.entry, Feature::Relays);
  });
}

/// "Il faut dire que", "on voudrait pouvoir dire que": said by nobody in particular.
bool SpeechEventFinder::nobody_says(std::uint32_t s, const Clause& clause) const {
  const auto& clauses = document_.syntax[s].clauses;
  const Clause* governor = &clause;
  for (unsigned depth = 0; governor->kind == ClauseKind::infinitive && governor->parent != none && depth < 4; ++depth)
    governor = &clauses[governor->parent];
  if (governor->subject_clitic == none || governor->subject_clitic > governor->finite) return false;
  const Word& pronoun = word(s, governor->subject_clitic);
  return (pronoun.has(Feature::IndefinitePronoun) && governor != &clause) ||
         (pronoun.has(Feature::Impersonal) && word(s, governor->verb).may_have(Feature::Impersonal));
}

/// "X, dit « le Borgne »".
bool SpeechEventFinder::names_somebody(std::uint32_t s, const Clause& clause) const {
  const std::uint32_t next = clause.verb + 1;
  return clause.subject != none && next < document_.sentences[s].words.size() && word(s, next).quoted &&
         !word(s, clause.verb).quoted && document_.syntax[s].phrases[clause.subject].begin == next;
}

/// "« … », grince X": whatever the verb is, it stands where only one of saying does.
bool SpeechEventFinder::beside_quotation(std::uint32_t s, const Clause& clause) const {
  const std::uint32_t first = word(s, clause.first).first;
  if (!clause.is_finite() || first < 3 || quotation_of_[first] != none) return false;
  const bool mark = token(first - 1).kind != TokenKind::word && token(first - 1).kind != TokenKind::number;
  return mark && (token(first - 1).quoted || token(first - 2).quoted || token(first - 3).quoted);
}

/// After a mark, or at the edge of a sentence: as a verb stands that is put in. "A-t-il dit" asks, ", a-t-il dit" does not.
bool SpeechEventFinder::set_off(std::uint32_t s, std::uint32_t first) const {
  if (first == document_.sentences[s].sentence.begin) return token(document_.sentences[s].sentence.end - 1).mark != '?';
  const Token& before = token(first - 1);
  return before.kind != TokenKind::word && before.kind != TokenKind::number && before.mark != ')';
}

/// "finit par dire X", "peut-on lire": the infinitive says it, its governor stands where a verb is put in.
void SpeechEventFinder::take_from_governor(std::uint32_t s, const Clause& clause, SpeechEvent& event) const {
  if (clause.kind != ClauseKind::infinitive || clause.parent == none) return;
  const Syntax& syntax = document_.syntax[s];
  const Clause& governor = syntax.clauses[clause.parent];
  if (!governor.has_verb() || !governor.is_finite() || governor.verb > clause.verb || governor.verb + 4 < clause.verb) return;
  const bool pronoun_after = governor.subject_clitic != none && governor.subject_clitic > governor.finite;
  const bool subject_after = governor.subject != none && syntax.phrases[governor.subject].begin > clause.verb;
  const std::uint32_t first = word(s, governor.first).first;
  if (!(pronoun_after || subject_after) || !set_off(s, first)) return;
  event.inverted = true;
  event.first_token = first;
  if (subject_after) event.last_token = word(s, syntax.phrases[governor.subject].end - 1).last;
}

/// A clause or an infinitive that may be what is said.
bool SpeechEventFinder::has_complement(std::uint32_t s, std::uint32_t c) const {
  const auto& clauses = document_.syntax[s].clauses;
  return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& inner) {
    return inner.parent == c && inner.has_verb() && inner.first > clauses[c].verb &&
           (inner.kind == ClauseKind::complement || inner.kind == ClauseKind::infinitive || asks(s, inner));
  });
}

/// The verb's entry where it may say something here.
EntryId SpeechEventFinder::speech_entry(std::uint32_t s, std::uint32_t c) const {
  const SentenceView sentence = view(s);
  const EntryId entry = governing_entry(sentence, language_, c);
  const Clause& clause = sentence.syntax.clauses[c];
  if (clause.passive && language_.has(entry, Feature::Relays)) return no_id;
  if (entry != no_id && reports_speech(language_.entry(entry))) return entry;
  EntryId said = no_id;
  for (const Phrase& phrase : language_.verbs(word(s, clause.verb).lemma()))
    if (language_.entry(phrase.entry).says && phrase.rest.empty() && phrase.pronominal == clause.pronominal) said = phrase.entry;
  return said;
}

/// "X, selon qui la ville est tombée".
bool SpeechEventFinder::relative_source(std::uint32_t s, std::uint32_t c) {
  const Clause& clause = document_.syntax[s].clauses[c];
  if (clause.relative_preposition == none || clause.antecedent == none) return false;
  const Word& preposition = word(s, clause.relative_preposition);
  if (!preposition.has(Feature::Attributive) && !preposition.has(Feature::Viewpoint)) return false;
  if (document_.referents[s].phrases[clause.antecedent].who.empty() && told_by_noun(view(s), language_, clause) != none)
    return false;  // "les accusations selon lesquelles"
  SpeechEvent event{.kind = SpeechEvent::Kind::relative, .sentence = s, .clause = c};
  if (!speakers_.of_phrase(s, clause.antecedent, event.speaker)) return false;
  const auto before = events_in(s, s);  // "pour qui": his view, if he has just spoken or the words of his are named
  const std::uint32_t words = document_.syntax[s].phrases[clause.antecedent].host;
  const bool told = words != none && noun_commitment(view(s), language_, words) != no_id;
  if (!preposition.has(Feature::Attributive) && !told &&
      std::none_of(before.begin(), before.end(), [&](const SpeechEvent& other) { return other.speaker == event.speaker; }))
    return false;
  event.first_token = event.verb_token = word(s, clause.relative_preposition).first;
  event.last_token = word(s, clause.marker).last;
  add(event);
  return true;
}

void SpeechEventFinder::phrases(std::uint32_t s) {
  for (std::uint32_t p = 0; p < document_.syntax[s].phrases.size(); ++p)
    if (document_.syntax[s].phrases[p].preposition != none) phrase(s, p);
  for (std::uint32_t w = 0; w < document_.sentences[s].words.size(); ++w)
    if (word(s, w).tag() == Tag::adverb && word(s, w).has(Feature::Attributive)) pronoun_source(s, w);
}

/// "À l'en croire, A": whoever spoke last, or acted.
void SpeechEventFinder::pronoun_source(std::uint32_t s, std::uint32_t w) {
  const std::uint32_t c = document_.syntax[s].clause_of[w];
  const bool relative = c != none && document_.syntax[s].clauses[c].kind == ClauseKind::relative;
  SpeechEvent event{.kind = relative ? SpeechEvent::Kind::relative : SpeechEvent::Kind::source, .sentence = s, .clause = c};
  event.first_token = event.verb_token = word(s, w).first;
  event.last_token = word(s, w).last;
  event.speaker = none;
  if (w == 0 || !speakers_.main_person(s, event.speaker)) event.speaker = speakers_.of_pronoun(s, w, none);
  if (event.speaker != none) add(event);
}

void SpeechEventFinder::phrase(std::uint32_t s, std::uint32_t p) {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  const Word& preposition = word(s, np.preposition);
  const bool opens = np.preposition == 0 || word(s, np.preposition - 1).mark == ':' || word(s, np.preposition - 1).mark == ';';
  const bool viewpoint = preposition.has(Feature::Viewpoint) && opens;
  if (!preposition.has(Feature::Attributive) && !viewpoint) return;
  if (language_.lemma_features(word(s, np.head).lemma()).has(Feature::Standard)) return;
  const bool local = word(s, np.head).has(Feature::StrongPronoun) && np.preposition > 0 && modifies(s, np.preposition - 1);
  if (local || is_voice(np)) return;  // "prévenue selon elle trop tard"; "par la voix de X": whoever speaks is the subject
  SpeechEvent event{.kind = viewpoint ? SpeechEvent::Kind::viewpoint : SpeechEvent::Kind::source, .sentence = s};
  event.weak = viewpoint;
  event.first_token = event.verb_token = preposition.first;
  event.last_token = word(s, np.end - 1).last;
  const auto entries = language_.prepositions(np.preposition_lemma);
  if (!entries.empty()) event.entry = entries.front().entry;
  event.of_text = language_.lemma_features(word(s, np.head).lemma()).has(Feature::SpeechNoun);
  if (viewpoint && document_.referents[s].phrases[p].who.empty() && !quoted_next(s, np.end)) return;
  if (word(s, np.head).has(Feature::StrongPronoun)) {
    const auto& who = document_.referents[s].phrases[p].who;
    event.speaker = speakers_.of_pronoun(s, np.head, who.empty() ? none : who.front());
    if (event.speaker == none && !speakers_.named_next(s, np.head, event.speaker)) return;
  } else if (!speakers_.of_phrase(s, p, event.speaker)) {
    if (!event.of_text || (np.number & Inflection::plural) != 0 || !speakers_.main_subject(s, event.speaker)) return;
  }
  cited_by(s, p, event.speaker);
  add(event);
}

/// "Pour un ancien ministre, « … »": words are quoted behind the next comma.
bool SpeechEventFinder::quoted_next(std::uint32_t s, std::uint32_t at) const {
  const auto size = static_cast<std::uint32_t>(document_.sentences[s].words.size());
  while (at < size && word(s, at).mark != ',' && document_.syntax[s].clause_of[at] == document_.syntax[s].clause_of[0]) ++at;
  return at + 1 < size && word(s, at).mark == ',' && word(s, at + 1).quoted && !word(s, at).quoted;
}

/// "selon l'agence X, qui cite Y": Y says so.
void SpeechEventFinder::cited_by(std::uint32_t s, std::uint32_t p, ActorIndex& speaker) {
  for (const Clause& clause : document_.syntax[s].clauses) {
    if (clause.kind != ClauseKind::relative || clause.antecedent != p || !clause.has_verb() || clause.passive) continue;
    if (clause.objects.empty() || !clause.marked(Feature::RelativeSubject)) continue;
    if (relays(s, clause)) {
      speakers_.of_phrase(s, clause.objects.front(), speaker);
      return;
    }
  }
}

/// A participle or adjective.
bool SpeechEventFinder::modifies(std::uint32_t s, std::uint32_t at) const {
  return word(s, at).tag() == Tag::past_participle || word(s, at).tag() == Tag::adjective;
}

/// "Dupont n'en démord pas : …": somebody does something before the only colon of a sentence, and says nothing.
void SpeechEventFinder::colon(std::uint32_t s) {
  std::uint32_t mark = 1;
  const auto size = static_cast<std::uint32_t>(document_.sentences[s].words.size());
  while (mark < size && (word(s, mark).mark != ':' || word(s, mark).quoted)) ++mark;
  if (mark + 1 >= size || !events_in(s, s).empty()) return;
  const auto& clauses = document_.syntax[s].clauses;
  for (std::uint32_t c = 0; c < clauses.size(); ++c) {
    if (clauses[c].kind != ClauseKind::main || !clauses[c].has_verb() || clauses[c].subject == none || clauses[c].verb > mark)
      continue;
    SpeechEvent event{.kind = SpeechEvent::Kind::colon, .sentence = s};
    const auto& who = document_.referents[s].phrases[clauses[c].subject].who;
    if (who.size() != 1 || discourse_.entity(who.front()).node.actor_class != ActorClass::person) return;
    event.speaker = who.front();
    event.first_token = event.verb_token = word(s, 0).first;
    event.last_token = word(s, mark).last;
    event.weak = true;
    return add(event);
  }
}

/// "Dupont : nous tiendrons", "Dupont, député : « … »": a person's name before a colon. Where words are quoted after it, it may
/// be anybody's ("Un habitant, sur Facebook : « … »"), after an hour or a date.
void SpeechEventFinder::heading(std::uint32_t s) {
  const Syntax& syntax = document_.syntax[s];
  const std::uint32_t colon = first_colon(s);
  if (colon == none) return;
  std::uint32_t p = 0;
  while (p < syntax.phrases.size() && syntax.phrases[p].function == Function::time) ++p;
  if (p >= syntax.phrases.size() || syntax.phrases[p].preposition != none || syntax.phrases[p].begin > colon) return;
  if (!opens_line(s, syntax.phrases[p].begin)) return;
  SpeechEvent event{.kind = SpeechEvent::Kind::heading, .sentence = s};
  const auto& who = document_.referents[s].phrases[p].who;
  const bool person = who.size() == 1 && discourse_.entity(who.front()).node.actor_class == ActorClass::person;
  if (person) {
    event.speaker = who.front();
  } else if (!word(s, colon + 1).quoted || !speakers_.of_subject(s, p, event.speaker)) {
    return;
  }
  event.first_token = event.verb_token = word(s, 0).first;
  event.last_token = word(s, colon).last;
  add(event);
}

/// The first colon before quoted words, or after a bare name; none where a verb stands before it.
std::uint32_t SpeechEventFinder::first_colon(std::uint32_t s) const {
  const auto size = static_cast<std::uint32_t>(document_.sentences[s].words.size());
  bool comma = false;
  for (std::uint32_t w = 0; w + 1 < size; ++w) {
    const Word& at = word(s, w);
    if (at.quoted || at.tag() == Tag::verb || at.mark == ';') return none;
    comma |= at.mark == ',';
    if (at.mark != ':' || w == 0) continue;
    return word(s, w + 1).quoted || !comma ? w : none;
  }
  return none;
}

/// Nothing but numbers and marks before it.
bool SpeechEventFinder::opens_line(std::uint32_t s, std::uint32_t at) const {
  for (std::uint32_t w = 0; w < at; ++w) {
    const Tag tag = word(s, w).tag();
    const std::uint32_t phrase = document_.syntax[s].phrase_of[w];
    const bool time = phrase != none && document_.syntax[s].phrases[phrase].function == Function::time;
    if (!time && tag != Tag::punctuation && tag != Tag::numeral) return false;
  }
  return true;
}

}  // namespace entente
