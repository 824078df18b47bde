#include <algorithm>

#include "extract/resolve/references.hpp"

namespace entente {
namespace {

constexpr unsigned deepest = 6;  // clauses within clauses

constexpr std::uint32_t no_place = ~place_classes;

}  // namespace

GrammaticalRole role_of(const NounPhrase& np) {
  if (np.host != none || np.apposition_to != none) return GrammaticalRole::inner;
  if (np.function == Function::subject) return GrammaticalRole::subject;
  const bool object = np.function == Function::object || np.function == Function::attribute ||
                      (np.function == Function::unattached && np.preposition == none);
  return object ? GrammaticalRole::object : GrammaticalRole::oblique;
}

bool ReferenceResolver::aside(std::uint32_t clause) const {
  if (clause == none) return false;
  const ClauseKind kind = syntax_->clauses[clause].kind;
  return kind == ClauseKind::relative || kind == ClauseKind::participial;
}

Anaphor ReferenceResolver::looking_back(std::uint32_t word, std::uint32_t clause, GrammaticalRole role) const {
  Anaphor out;
  out.quoted = sentence_->words[word].quoted;
  out.sentence = number_;
  out.clause = clause;
  if (clause != none) out.parent = syntax_->clauses[clause].parent;
  out.role = role;
  out.classes = no_place;
  return out;
}

/// The clause in which the subject of a clause stands, and whether it is the subject there.
ReferenceResolver::Subject ReferenceResolver::subject_of(std::uint32_t clause) const {
  for (unsigned depth = 0; clause != none && depth < deepest; ++depth) {
    const Clause& here = syntax_->clauses[clause];
    if (here.subject != none || here.subject_clitic != none) return {clause, here.subject, here.subject_clitic};
    if (here.shares_with != none) {
      clause = here.shares_with;
      continue;
    }
    if (here.kind == ClauseKind::participial && here.antecedent != none) return {clause, here.antecedent, none};
    if (here.kind != ClauseKind::participial && here.kind != ClauseKind::gerund && here.kind != ClauseKind::infinitive) break;
    if (here.parent == none) break;
    if (here.kind == ClauseKind::infinitive)
      if (const Subject subject = controlling(here.parent); subject.controls) return subject;
    clause = here.parent;
  }
  return {};
}

/// "exhorte X à rappeler": the object of the verb that is the subject of its infinitive.
ReferenceResolver::Subject ReferenceResolver::controlling(std::uint32_t clause) const {
  const Clause& governor = syntax_->clauses[clause];
  if (!governor.has_verb()) return {};
  for (const Phrase& phrase : language_.verbs(sentence_->words[governor.verb].lemma())) {
    const LexicalEntry& entry = language_.entry(phrase.entry);
    if (entry.commitment == Commitment::none || !phrase.rest.empty()) continue;
    if (entry.control == Slot::object && !governor.objects.empty()) return {clause, governor.objects.front(), none, true};
    if (entry.control == Slot::object && governor.object_clitic != none) return {clause, none, governor.object_clitic, true};
    if (entry.control != Slot::indirect_object) continue;
    if (governor.dative_clitic != none) return {clause, none, governor.dative_clitic, true};
    for (const std::uint32_t oblique : governor.obliques)
      if (syntax_->phrases[oblique].preposition_lemma == language_.dative()) return {clause, oblique, none, true};
  }
  return {};
}

std::vector<ActorIndex> ReferenceResolver::who_is(const Subject& subject) {
  if (subject.clitic != none) return out_->pronouns[subject.clitic];
  std::vector<ActorIndex> out;
  for (std::uint32_t member = subject.phrase; member != none; member = syntax_->phrases[member].next_member)
    add_new(out, phrase(member).who);
  return out;
}

/// What things do not do: speak, promise, and whatever makes a relation between actors.
bool ReferenceResolver::asks_for_somebody(const Clause& clause) const {
  if (!clause.has_verb() || clause.passive) return false;
  for (const Phrase& phrase : language_.verbs(sentence_->words[clause.verb].lemma())) {
    const LexicalEntry& entry = language_.entry(phrase.entry);
    if (phrase.rest.empty() && (entry.says || !entry.frames.empty())) return true;
  }
  return false;
}

/// Of which classes the object of the verb may be, as far as its frames tell.
std::uint32_t ReferenceResolver::classes_of_object(const Clause& clause) const {
  std::uint32_t out = 0;
  if (!clause.has_verb()) return Anaphor::any_class;
  for (const Phrase& phrase : language_.verbs(sentence_->words[clause.verb].lemma()))
    for (const Frame& frame : language_.entry(phrase.entry).frames) {
      if (!phrase.rest.empty() || !has_slot(frame.target, Slot::object)) continue;
      const Relation& relation = language_.ontology().relations[frame.relation];
      if (relation.range.empty()) return Anaphor::any_class;
      for (const ActorClass kind : relation.range) out |= class_bit(kind);
    }
  return out == 0 ? Anaphor::any_class : out;
}

/// "Paris annonce la fin de son soutien": a town without an article is one, whatever the form of its name.
bool ReferenceResolver::is_town_in_plural(const Subject& subject) {
  if (subject.phrase == none) return false;
  const NounPhrase& np = syntax_->phrases[subject.phrase];
  const bool plural = np.number != 0 && (np.number & Inflection::singular) == 0;
  if (!plural || np.begin != np.head || np.next_member != none) return false;
  const auto who = phrase(subject.phrase).who;
  return who.size() == 1 && discourse_.entity(who.front()).node.actor_class == ActorClass::place;
}

/// "soutient X dans sa guerre contre Y": the war is X's. The phrase of whom the verb's subject backs; none where nobody is
/// backed.
std::uint32_t ReferenceResolver::whom_somebody_backs(const NounPhrase& np) const {
  if (np.preposition == none || np.clause == none || !is_deed(np)) return none;
  const Clause& clause = syntax_->clauses[np.clause];
  if (!clause.has_verb() || clause.passive || clause.objects.empty() || clause.objects.front() >= np.begin) return none;
  for (const Phrase& verb : language_.verbs(sentence_->words[clause.verb].lemma()))
    for (const Frame& frame : language_.entry(verb.entry).frames)
      if (verb.rest.empty() && has_slot(frame.target, Slot::object) &&
          !language_.ontology().relations[frame.relation].reaches(ActorClass::place))
        return clause.objects.front();
  return none;
}

/// Whose "son" and "leur" say that something is.
std::vector<ActorIndex> ReferenceResolver::possessor(const NounPhrase& np) {
  const std::uint8_t number = np.determiner.has(Feature::PluralPossessor) ? Inflection::plural : Inflection::singular;
  if (np.leader != none) {  // "X et ses alliés"
    const NounPhrase& leader = syntax_->phrases[np.leader];
    const auto who = phrase(np.leader).who;
    const bool one = number == Inflection::singular && leader.next_member != none;
    if (!who.empty() && (one || agrees(number, leader.number))) return who;
  }
  Anaphor anaphor = looking_back(np.head, np.clause, role_of(np));
  anaphor.number = number;
  anaphor.reflexive = true;
  const ActorClass kind = np.class_entry != no_id ? language_.entry(np.class_entry).names_class : ActorClass::actor;
  if (kind == ActorClass::armed_forces || kind == ActorClass::armed_group)  // a paper has no troops
    anaphor.classes &= ~(class_bit(ActorClass::media_outlet) | class_bit(ActorClass::ngo));
  anaphor.somebody = np.class_entry != no_id || np.role != no_id || !language_.nouns(sentence_->words[np.head].lemma()).empty();
  if (np.function == Function::subject) return most_salient(discourse_, anaphor);
  if (const std::uint32_t backed = whom_somebody_backs(np); backed != none) {
    const auto who = phrase(backed).who;
    if (!who.empty()) return who;
  }
  const Subject subject = subject_of(np.clause);
  if (subject.phrase == none && subject.clitic == none) return most_salient(discourse_, anaphor);
  anaphor.clause = subject.clause;
  std::vector<ActorIndex> doers;
  if (number == Inflection::singular && is_town_in_plural(subject)) {
    for (const ActorIndex doer : who_is(subject)) doers.push_back(as_actor(discourse_, language_, doer));
    return doers;
  }
  const bool later = subject.phrase != none && syntax_->phrases[subject.phrase].begin > np.begin;
  if (is_of_another(np)) {
    doers = who_is(subject);
    anaphor.others = doers;
  } else if (subject.controls || later) {  // "exhorte X à rappeler ses soldats", "malgré ses pertes, X …"
    doers = who_is(subject);
    const std::uint8_t of = subject.phrase == none ? 0 : syntax_->phrases[subject.phrase].number;
    const bool place = !doers.empty() && (place_classes & class_bit(discourse_.entity(doers.front()).node.actor_class)) != 0;
    if (!doers.empty() && !place && agrees(number, of)) return doers;
  }
  return most_salient(discourse_, anaphor);
}

/// "je", "vous", "se", "on", "ce": they look back to nobody.
bool ReferenceResolver::looks_back(const Word& pronoun) {
  return !pronoun.has(Feature::SpeakerPerson) && !pronoun.has(Feature::AddresseePerson) &&
         !pronoun.has(Feature::ReflexiveClitic) && !pronoun.has(Feature::IndefinitePronoun) &&
         !(pronoun.tag() == Tag::subject_clitic && pronoun.has(Feature::DemonstrativePronoun));
}

/// "y": the place of which the text has spoken last, else the state.
std::vector<ActorIndex> ReferenceResolver::place_there() const {
  auto place = discourse_.nearest(place_classes, number_, 1);
  if (!place) place = discourse_.nearest(class_bit(ActorClass::state), number_, 1);
  return place ? std::vector<ActorIndex>{*place} : std::vector<ActorIndex>{};
}

/// "X a-t-il …", "Quant à X, il …", "X, Y l'a bombardé": the phrase that a pronoun takes up in its own clause; none where there
/// is none.
std::uint32_t ReferenceResolver::taken_up_by(std::uint32_t pronoun) const {
  const std::uint32_t clause = syntax_->clause_of[pronoun];
  if (clause == none) return none;
  const Clause& here = syntax_->clauses[clause];
  const Word& word = sentence_->words[pronoun];
  if (word.tag() != Tag::subject_clitic) return topic_of(here, word.reading);
  return here.subject != none ? here.subject : topic_before(pronoun, word.reading);
}

/// "en": where somebody is driven from, of what the share is, or anything.
std::uint32_t ReferenceResolver::classes_of_genitive(std::uint32_t clause) const {
  if (clause == none) return Anaphor::any_class;
  const Clause& here = syntax_->clauses[clause];
  if (leaves_place(here)) return place_classes;  // "les en a chassés"
  if (!is_of_share(here)) return Anaphor::any_class;
  const std::uint32_t classes = classes_of_object(here);  // "en contrôle la moitié"; nobody holds half a group
  return (classes & class_bit(ActorClass::population)) == 0 ? classes & place_classes : classes;
}

/// "l'a capturé", "l'a lancée": what the verb tells of its object.
void ReferenceResolver::narrow_to_object(const Clause& clause, Anaphor& anaphor) const {
  anaphor.classes = classes_of_object(clause);
  if (is_located(clause)) anaphor.classes &= no_place;  // "l'a capturé à Syrte": towns are not taken somewhere
  anaphor.reach = 1;
  if (!clause.compound || clause.passive || !clause.has_verb()) return;
  const Reading& participle = sentence_->words[clause.verb].reading;
  if ((anaphor.gender & participle.gender) != 0 || anaphor.gender == 0) anaphor.gender = participle.gender;
  if ((anaphor.number & participle.number) != 0 || anaphor.number == 0) anaphor.number = participle.number;
}

/// "il le soutient": who does what is done to whom an object pronoun means.
std::vector<ActorIndex> ReferenceResolver::doers_beside(std::uint32_t pronoun) {
  const std::uint32_t clause = syntax_->clause_of[pronoun];
  if (clause == none || sentence_->words[pronoun].tag() == Tag::subject_clitic) return {};
  const Subject doer = subject_of(clause);
  return doer.phrase != none || doer.clitic < pronoun ? who_is(doer) : std::vector<ActorIndex>{};
}

/// What the pronoun's form and its clause tell of whom it means.
Anaphor ReferenceResolver::anaphor_of(std::uint32_t at) const {
  const Word& word = sentence_->words[at];
  const std::uint32_t clause = syntax_->clause_of[at];
  const bool subject = word.tag() == Tag::subject_clitic;
  const bool object = !subject && word.has(Feature::ObjectClitic) && !word.has(Feature::DativeClitic);
  const GrammaticalRole role = subject ? GrammaticalRole::subject : object ? GrammaticalRole::object : GrammaticalRole::oblique;
  Anaphor anaphor = looking_back(at, clause, role);
  anaphor.gender = word.reading.gender;
  anaphor.number = word.reading.number;
  if (word.has(Feature::GenitiveClitic)) {
    anaphor.known = clause != none && leaves_place(syntax_->clauses[clause]);
    anaphor.classes = classes_of_genitive(clause);
    anaphor.reach = 1;
  } else if (object && clause != none) {
    narrow_to_object(syntax_->clauses[clause], anaphor);
  } else if (clause != none) {
    anaphor.somebody = !subject || asks_for_somebody(syntax_->clauses[clause]);
    if (subject && syntax_->clauses[clause].passive) anaphor.classes = Anaphor::any_class;
  }
  return anaphor;
}

void ReferenceResolver::clitic(std::uint32_t at) {
  const Word& word = sentence_->words[at];
  if (!looks_back(word)) return;
  if (word.has(Feature::PlaceClitic)) {
    out_->pronouns[at] = place_there();
    return;
  }
  if (const std::uint32_t phrase = taken_up_by(at); phrase != none) {
    out_->pronouns[at] = who_is({syntax_->clause_of[at], phrase});
    return;
  }
  const std::vector<ActorIndex> doers = doers_beside(at);
  Anaphor anaphor = anaphor_of(at);
  anaphor.others = doers;
  out_->pronouns[at] = most_salient(discourse_, anaphor);
  if (anaphor.role == GrammaticalRole::object && means_what_is_nearer(anaphor, out_->pronouns[at])) out_->pronouns[at].clear();
  leave_trace_of_pronoun(at, anaphor);
}

/// "à Syrte", "dans la capitale"
bool ReferenceResolver::is_located(const Clause& clause) const {
  return std::ranges::any_of(clause.obliques, [&](std::uint32_t oblique) {
    const NounPhrase& np = syntax_->phrases[oblique];
    return np.preposition != none && sentence_->words[np.preposition].has(Feature::Locative) && np.name == np.head &&
           sentence_->words[np.head].is_name() &&
           language_.ontology().actors[sentence_->names[sentence_->words[np.head].name_begin].actor].actor_class ==
               ActorClass::place;
  });
}

/// "la moitié", "une centaine", "trois": of those that "en" means.
bool ReferenceResolver::is_of_share(const Clause& clause) const {
  return std::ranges::any_of(clause.objects, [&](std::uint32_t object) {
    const NounPhrase& np = syntax_->phrases[object];
    return sentence_->words[np.head].tag() == Tag::numeral || head_features(np).has(Feature::PartitivePart);
  });
}

/// Whether the fixed words of a phrase stand behind its verb: "s'en rendre maître".
bool ReferenceResolver::follow(std::uint32_t verb, const std::vector<WordId>& rest) const {
  constexpr std::uint32_t reach = 4;  // words
  std::size_t matched = 0;
  for (std::uint32_t at = verb + 1; at < sentence_->words.size() && at <= verb + reach && matched < rest.size(); ++at)
    matched += sentence_->words[at].may_be(rest[matched]);
  return matched == rest.size();
}

/// Whether the verb has a frame in which something is held or lost that stands after "de".
bool ReferenceResolver::leaves_place(const Clause& clause) const {
  if (!clause.has_verb()) return false;
  const std::string_view genitive = language_.words().text(language_.genitive());
  for (const Phrase& phrase : language_.verbs(sentence_->words[clause.verb].lemma()))
    for (const Frame& frame : language_.entry(phrase.entry).frames) {
      if (language_.ontology().relations[frame.relation].reaches(ActorClass::population)) continue;
      for (const FrameEnd& end : frame.target)
        if (follow(clause.verb, phrase.rest) && std::ranges::find(end.prepositions, genitive) != end.prepositions.end())
          return true;
    }
  return false;
}

/// "à ses côtés": nobody stands beside himself.
bool ReferenceResolver::stands_by(const NounPhrase& np) const {
  const Word& head = sentence_->words[np.head];
  if (np.preposition == none || !language_.ends_preposition(head.lemma())) return false;
  const std::string words =
      std::string(language_.words().text(np.preposition_lemma)) + " " + std::string(language_.words().text(head.lemma()));
  return std::ranges::any_of(language_.prepositions(language_.words().find(words)), [&](const Phrase& entry) {
    return std::ranges::any_of(language_.entry(entry.entry).frames,
                               [](const Frame& frame) { return has_slot(frame.target, Slot::genitive); });
  });
}

/// "Quant à X, il …": the topic announced just before; none where there is none.
std::uint32_t ReferenceResolver::topic_before(std::uint32_t word, const Reading& pronoun) const {
  std::uint32_t last = none;
  for (std::uint32_t i = 0; i < syntax_->phrases.size() && syntax_->phrases[i].begin < word; ++i)
    if (syntax_->phrases[i].host == none && syntax_->phrases[i].apposition_to == none) last = i;
  if (last == none) return none;
  const NounPhrase& before = syntax_->phrases[last];
  const bool announced = before.preposition != none && sentence_->words[before.preposition].has(Feature::Topic);
  const bool agreeing = agrees(before.gender, pronoun.gender) && agrees(before.number, pronoun.number);
  return announced && agreeing && before.clause == syntax_->clause_of[word] ? last : none;
}

/// "maîtres de la ville, ont juré de la défendre": an agreeing phrase of the sentence is meant before somebody of an earlier one,
/// though it is nothing of which the verb makes a relation.
bool ReferenceResolver::means_what_is_nearer(const Anaphor& anaphor, const std::vector<ActorIndex>& meant) const {
  if (meant.empty()) return false;
  bool nearer = false;
  for (const Trace& trace : discourse_.recent()) {
    if (trace.sentence != number_) break;
    if (trace.entities == meant) return false;
    const bool other = std::ranges::any_of(
        trace.entities, [&](ActorIndex entity) { return std::ranges::find(anaphor.others, entity) != anaphor.others.end(); });
    nearer |= !other && !trace.entities.empty() && trace.gender != 0 && agrees(anaphor.gender, trace.gender) &&
              agrees(anaphor.number, trace.number) && trace.clause != anaphor.clause;
  }
  return nearer;
}

/// "X, Y l'a bombardé", "Quant à X, Y l'a bombardé": the phrase that stands first, which a pronoun takes up; none where there is
/// none.
std::uint32_t ReferenceResolver::topic_of(const Clause& clause, const Reading& pronoun) const {
  if (clause.subject == none || clause.subject == 0) return none;
  const std::uint32_t own = syntax_->phrases[clause.subject].clause;
  for (std::uint32_t i = clause.subject; i-- > 0;) {
    const NounPhrase& before = syntax_->phrases[i];
    const bool dislocated = before.function == Function::unattached && before.apposition_to == none && before.preposition == none;
    const bool announced = before.preposition != none && sentence_->words[before.preposition].has(Feature::Topic);
    const bool meant = before.clause == own && agrees(before.gender, pronoun.gender) && agrees(before.number, pronoun.number);
    if (dislocated || announced) return meant ? i : none;
    if (before.clause == own && before.host == none && before.apposition_to == none) return none;
  }
  return none;
}

/// "X a tué son chef": who attacks somebody's does not attack his own.
bool ReferenceResolver::is_of_another(const NounPhrase& np) const {
  if (is_deed(np)) return false;  // "a achevé son retrait"
  if (stands_by(np)) return true;
  if (np.clause == none || np.function != Function::object) return false;
  const Clause& clause = syntax_->clauses[np.clause];
  if (!clause.has_verb() || clause.passive) return false;
  for (const Phrase& phrase : language_.verbs(sentence_->words[clause.verb].lemma()))
    for (const Frame& frame : language_.entry(phrase.entry).frames) {
      const Relation& relation = language_.ontology().relations[frame.relation];
      if (!phrase.rest.empty() || !relation.reaches(ActorClass::place) || !relation.reaches(ActorClass::population)) continue;
      if (has_slot(frame.target, Slot::object)) return true;
    }
  return false;
}

/// Who is spoken of by a pronoun goes on being spoken of.
void ReferenceResolver::leave_trace_of_pronoun(std::uint32_t at, const Anaphor& anaphor) {
  if (out_->pronouns[at].empty()) return;
  discourse_.trace({.entities = out_->pronouns[at],
                    .sentence = number_,
                    .clause = anaphor.clause,
                    .gender = anaphor.gender,
                    .number = anaphor.number,
                    .role = anaphor.role,
                    .aside = aside(anaphor.clause),
                    .pronoun = true,
                    .quoted = anaphor.quoted});
}

}  // namespace entente
