#include <algorithm>

#include "extract/relate/relater.hpp"

namespace entente {

/// "vingt ans de guerre", "des tonnes d'armes": the bare complement says what there is so much of; none where there is none.
std::uint32_t Relater::measured(std::uint32_t phrase) const {
  const std::uint32_t next = phrase + 1;
  const bool bare = next < sentence_.syntax.phrases.size() && np(next).host == phrase && np(next).begin == np(next).head &&
                    np(next).preposition_lemma == language_.genitive() && !word(np(next).preposition).has(Feature::Contracted);
  const bool part = next < sentence_.syntax.phrases.size() && np(next).host == phrase &&
                    np(next).preposition_lemma == language_.genitive() &&
                    language_.lemma_features(word(np(phrase).head).lemma()).has(Feature::PartitivePart);
  return bare || part ? next : none;
}

/// "partie" may be a form of "parti", but where it is read as a noun it is that noun.
bool Relater::may_mean(std::uint32_t at, WordId lemma) const {
  const Word& here = word(at);
  const bool place = here.has(Feature::PartOf) || here.has(Feature::FewOf);
  return here.tag() == Tag::noun && place ? here.lemma() == lemma : here.may_be(lemma);
}

/// Whether one of the words stands in the phrase.
bool Relater::holds_any(const std::vector<std::string>& list, std::uint32_t phrase) const {
  return std::ranges::any_of(language_.frame_words(list), [&](WordId lemma) {
    if (!sentence_.analysed.may_hold(lemma)) return false;  // nearly always
    for (std::uint32_t at = np(phrase).begin; at < np(phrase).end; ++at)
      if (may_mean(at, lemma)) return true;
    return false;
  });
}

bool Relater::words_exclude(const Frame& frame, const std::vector<std::uint32_t>& phrases, std::uint32_t trigger_phrase) const {
  if (frame.not_with.empty()) return false;
  for (const std::uint32_t phrase : phrases)
    if (holds_any(frame.not_with, phrase)) return true;
  if (trigger_phrase == none) return false;
  if (holds_any(frame.not_with, trigger_phrase)) return true;
  for (std::uint32_t i = trigger_phrase + 1; i < sentence_.syntax.phrases.size() && i <= trigger_phrase + 2; ++i)
    if (np(i).host == trigger_phrase && holds_any(frame.not_with, i)) return true;
  return false;
}

bool Relater::words_demanded(const Frame& frame, const std::vector<std::uint32_t>& phrases) const {
  if (frame.only_with.empty()) return true;
  return std::any_of(phrases.begin(), phrases.end(), [&](std::uint32_t phrase) {
    for (std::uint32_t member = phrase; member != none; member = np(member).next_member)
      for (std::uint32_t part = member; part != none; part = measured(part))
        if (holds_any(frame.only_with, part)) return true;
    return false;
  });
}

std::vector<std::uint32_t> Relater::object_phrases(const Trigger& trigger) const {
  const Clause& clause = sentence_.syntax.clauses[trigger.clause];
  if (clause.passive) {
    if (clause.subject != none) return {clause.subject};
    return clause.antecedent != none ? std::vector<std::uint32_t>{clause.antecedent} : std::vector<std::uint32_t>{};
  }
  std::vector<std::uint32_t> out = clause.objects;
  if (clause.kind == ClauseKind::relative && clause.marked(Feature::RelativeObject) && clause.antecedent != none)
    out.push_back(clause.antecedent);
  if (trigger.inner != none) {
    const auto& inner = sentence_.syntax.clauses[trigger.inner].objects;
    out.insert(out.end(), inner.begin(), inner.end());
  }
  return out;
}

/// "tient X pour responsable": what the object is taken for.
std::uint32_t Relater::predicative(std::uint32_t clause) const {
  for (const std::uint32_t oblique : sentence_.syntax.clauses[clause].obliques) {
    const NounPhrase& said = np(oblique);
    if (said.begin == said.head && said.name == none && word(said.preposition).has(Feature::Purpose)) return oblique;
  }
  return none;
}

/// "n'a pas intensifié ses frappes": there are some; what is denied is that they have become more.
bool Relater::presupposes(const Trigger& trigger, const Frame& frame) const {
  return arguments_.presupposes(sentence_.syntax.clauses[trigger.clause]) &&
         std::ranges::any_of(object_phrases(trigger),
                             [&](std::uint32_t phrase) { return arguments_.is_event(phrase, frame.relation); });
}

void Relater::verb_frame(const Trigger& trigger, const Frame& frame, Standing standing) {
  const std::vector<std::uint32_t> objects = object_phrases(trigger);
  if (words_exclude(frame, objects, predicative(trigger.clause)))
    return refuse(trigger, frame, "a word beside it excludes the frame");
  if (!words_demanded(frame, objects)) return refuse(trigger, frame, "the object has none of the words that the frame demands");
  for (const FrameEnd& required : frame.requires_slots) {
    std::vector<Fillers> fillers;
    arguments_.fill(trigger.clause, required, trigger.fixed, fillers);
    std::vector<std::uint32_t> phrases;
    arguments_.phrases(trigger.clause, required, trigger.fixed, phrases);
    if (trigger.inner != none) arguments_.phrases(trigger.inner, required, none, phrases);
    if (fillers.empty() && phrases.empty()) return refuse(trigger, frame, "what the frame requires is not there");
  }
  if (presupposes(trigger, frame)) standing.negative = false;
  state(trigger, frame, verb_ends(trigger, frame, true), verb_ends(trigger, frame, false), standing);
}

bool Relater::fixed_source(const Trigger& trigger, const Frame& frame) const {
  const std::string_view genitive_word = language_.words().text(language_.genitive());
  for (const FrameEnd& end : frame.target)  // "le contrôle de la ville": the complement is what is held
    if (end.slot == Slot::genitive ||
        std::find(end.prepositions.begin(), end.prepositions.end(), genitive_word) != end.prepositions.end())
      return false;
  if (!has_genitive(trigger.fixed)) return false;
  for (const Phrase& phrase : language_.nouns(word(np(trigger.fixed).head).lemma()))
    for (const Frame& other : language_.entry(phrase.entry).frames)
      if (other.relation == frame.relation && has_slot(other.source, Slot::genitive)) return true;
  return false;
}

/// "a pris en otage des soldats": behind fixed words "des" is an article, and no preposition.
std::uint32_t Relater::indefinite_object(const Trigger& trigger) const {
  if (trigger.fixed == none || np(trigger.fixed).preposition == none || trigger.last_word != np(trigger.fixed).head) return none;
  const std::uint32_t next = trigger.fixed + 1;
  if (next >= sentence_.syntax.phrases.size() || np(next).preposition != trigger.last_word + 1) return none;
  const Word& article = word(np(next).preposition);
  const bool plural = (article.reading.number & Inflection::singular) == 0 && (np(next).number & Inflection::plural) != 0;
  return article.has(Feature::Contracted) && article.lemma() == language_.genitive() && plural ? next : none;
}

Fillers Relater::verb_ends(const Trigger& trigger, const Frame& frame, bool source) const {
  Fillers out;
  const bool takes_subject = source && has_slot(frame.source, Slot::subject);
  if (takes_subject && trigger.fixed != none && fixed_source(trigger, frame)) return out;
  if (takes_subject && sentence_.syntax.clauses[trigger.clause].passive) {
    Fillers events;
    arguments_.event_agent(trigger.clause, frame.relation, events);
    Fillers agents;
    arguments_.agent(trigger.clause, agents);
    if (agents.empty()) keep(events, frame, FrameEnd{}, true, out);
    if (!out.empty()) return out;
  }
  for (const FrameEnd& end : source ? frame.source : frame.target) {
    std::vector<Fillers> alternatives;
    if (end.slot == Slot::event) arguments_.event_agent(trigger.clause, frame.relation, alternatives.emplace_back());
    arguments_.fill(trigger.clause, end, trigger.fixed, alternatives);
    if (trigger.inner != none && end.slot != Slot::subject) arguments_.fill(trigger.inner, end, none, alternatives);
    if (const std::uint32_t object = end.slot == Slot::object ? indefinite_object(trigger) : none; object != none)
      arguments_.group(object, alternatives.emplace_back());
    for (const Fillers& fillers : alternatives) {
      keep(fillers, frame, end, source, out);
      if (!out.empty()) return out;
    }
  }
  return out;
}

/// One word does not fill both ends: "la prise de la ville", "l'invasion de X" have no doer of their own.
void Relater::drop_complement(const Frame& frame, const Fillers& targets, Fillers& sources) const {
  if (frame.source.size() != 1 || frame.source.front().slot != Slot::genitive) return;
  std::erase_if(sources, [&](const Filler& filler) {
    return std::ranges::any_of(targets, [&](const Filler& target) {
      return target.actor == filler.actor || as_actor(discourse_, language_, target.actor) == filler.actor;
    });
  });
}

/// "un assaut de X sur Y": who is hit stands behind another preposition, so "de X" is the doer.
bool Relater::aims_elsewhere(const Trigger& trigger, const Frame& frame) const {
  for (const Frame& other : language_.entry(trigger.entry).frames)
    for (const FrameEnd& end : other.target) {
      if (&other == &frame || other.relation != frame.relation || end.slot != Slot::oblique) continue;
      std::vector<std::uint32_t> found;
      arguments_.complements(trigger.phrase, end.prepositions, found);
      if (std::ranges::any_of(found, [&](std::uint32_t p) { return np(p).preposition_lemma != language_.genitive(); }))
        return true;
    }
  return false;
}

/// "X et Y sont alliés": each other's.
bool Relater::is_mutual(std::uint32_t phrase) const {
  const std::uint32_t next = phrase + 1;
  const bool complemented = next < sentence_.syntax.phrases.size() && np(next).host == phrase;
  return np(phrase).function == Function::attribute && !complemented && !np(phrase).determiner.has(Feature::Possessive) &&
         (np(phrase).number & Inflection::singular) == 0 &&
         language_.lemma_features(word(np(phrase).head).lemma()).has(Feature::Mutual);
}

/// The phrase and the two behind it.
std::vector<std::uint32_t> Relater::itself_and_next(std::uint32_t phrase) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = phrase; i < sentence_.syntax.phrases.size() && i < phrase + 3; ++i) out.push_back(i);
  return out;
}

void Relater::noun_frame(const Trigger& trigger, const Frame& frame) {
  if (words_exclude(frame, {}, trigger.phrase)) return refuse(trigger, frame, "a word beside it excludes the frame");
  if (!words_demanded(frame, itself_and_next(trigger.phrase)))
    return refuse(trigger, frame, "none of the words that the frame demands is near");
  for (const FrameEnd& required : frame.requires_slots) {
    Fillers fillers;
    noun_end(trigger, Frame{}, required, false, fillers);
    std::vector<std::uint32_t> found;
    arguments_.complements(trigger.phrase, required.prepositions, found);
    if (fillers.empty() && found.empty()) return refuse(trigger, frame, "what the frame requires is not there");
  }
  Fillers sources;
  Fillers targets;
  for (const FrameEnd& end : frame.source) {
    noun_end(trigger, frame, end, true, sources);
    if (!sources.empty()) break;
  }
  for (const FrameEnd& end : frame.target) {
    noun_end(trigger, frame, end, false, targets);
    if (!targets.empty()) break;
  }
  if (np(trigger.phrase).function == Function::object && !aims_elsewhere(trigger, frame))
    drop_complement(frame, targets, sources);
  if (has_slot(frame.source, Slot::genitive)) performed(trigger, frame, sources, targets);
  if (targets.empty() && !sources.empty()) aimed_at(trigger, frame, targets);
  if (targets.empty() && is_mutual(trigger.phrase)) targets = sources;
  drop_complement(frame, targets, sources);
  if (uses_self(frame) && trigger.last_word == np(trigger.phrase).head && is_possessor_backing(trigger.phrase))
    std::swap(sources, targets);
  Standing standing = noun_standing(trigger, uses_self(frame));
  standing.negative ^= shares_negation(trigger, frame);
  state(trigger, frame, sources, targets, standing);
}

/// "n'est pas intervenu à ses côtés": without an object, what is denied is how the subject does it.
bool Relater::shares_negation(const Trigger& trigger, const Frame& frame) const {
  const NounPhrase& phrase = np(trigger.phrase);
  const bool of_subject = has_slot(frame.source, Slot::subject);
  if (!of_subject || trigger.first_word != phrase.preposition || phrase.clause == none) return false;
  const Clause& clause = sentence_.syntax.clauses[phrase.clause];
  const bool alone = clause.has_verb() && !clause.passive && clause.objects.empty() && clause.object_clitic == none;
  return alone && standing_of(sentence_, language_, phrase.clause).negative;
}

/// "nos amis": the speaker is the one who backs; "livre des armes à son allié", "fait pression sur son partenaire": so is who
/// does something for or to an ally of his own. Who acts together with his allies is backed by them.
bool Relater::is_possessor_backing(std::uint32_t index) const {
  const NounPhrase& phrase = np(index);
  if (phrase.determiner.has(Feature::SpeakerPerson)) return true;
  if (!phrase.determiner.has(Feature::Possessive) || phrase.clause == none || phrase.leader != none ||
      !language_.lemma_features(word(phrase.head).lemma()).has(Feature::Mutual))
    return false;
  const bool undergoes = phrase.function == Function::object || phrase.preposition_lemma == language_.dative() ||
                         (phrase.preposition != none && word(phrase.preposition).has(Feature::Locative));
  if (!undergoes || sentence_.syntax.clauses[phrase.clause].passive) return false;
  Fillers doers;
  arguments_.agent(phrase.clause, doers);
  return std::ranges::any_of(doers, [&](const Filler& doer) {
    const auto& owners = sentence_.referents.phrases[index].owners;
    return std::ranges::find(owners, doer.actor) != owners.end();
  });
}

/// "l'auteur de l'attentat de Kaboul", "a mené le raid de Djibo": where the deed has a doer elsewhere, its complement, if a
/// place, is where it was done.
void Relater::performed(const Trigger& trigger, const Frame& frame, Fillers& sources, Fillers& targets) const {
  Fillers performers;
  arguments_.answerable(trigger.phrase, performers);
  if (!performers.empty()) sources.clear();
  if (!sources.empty()) return;
  if (performers.empty()) arguments_.performer(trigger.phrase, performers);
  own_deeds(frame, targets, performers);
  keep(performers, frame, frame.source.front(), true, sources);
  if (sources.empty() || !targets.empty()) return;
  Fillers places;
  for (const ActorIndex owner : sentence_.referents.phrases[trigger.phrase].owners)
    if ((place_classes & class_bit(discourse_.entity(owner).node.actor_class)) != 0) places.push_back({owner, trigger.phrase});
  keep(places, frame, FrameEnd{}, false, targets);
}

/// "X annonce la prise de Y": a party to a war announces what it did itself, observers what others did; nobody strikes his own
/// country. A gift that is announced is a gift, a loss admitted a loss; of a blow there is but the word of whoever struck it.
void Relater::own_deeds(const Frame& frame, const Fillers& targets, Fillers& performers) const {
  constexpr std::uint32_t parties =
      state_classes | class_bit(ActorClass::armed_forces) | class_bit(ActorClass::armed_group) | class_bit(ActorClass::alliance);
  const bool hits = frame.relation != no_id && language_.ontology().relations[frame.relation].reaches(ActorClass::place);
  const bool loses = about_holding(frame, false) && frame.polarity == Polarity::negative;
  std::erase_if(performers, [&](const Filler& doer) {
    if (!doer.announced) return false;
    const ActorIndex side = discourse_.side_of(as_actor(discourse_, language_, doer.actor), false);
    const bool party = (parties & class_bit(discourse_.entity(side).node.actor_class)) != 0;
    const bool admits = language_.has(governing_entry(sentence_, language_, doer.ascribing), Feature::Admits);
    return (admits && !loses) || (hits && !party) || (!about_holding(frame, false) && hits && strikes_home(side, targets));
  });
  for (Filler& doer : performers) doer.ascribed |= doer.announced && hits && !loses;
}

bool Relater::strikes_home(ActorIndex side, const Fillers& targets) const {
  const ActorId party = discourse_.entity(side).actor;
  const ActorId country = party != no_id ? discourse_.country_of(party) : no_id;
  return country != no_id && std::ranges::any_of(targets, [&](const Filler& target) {
           const ActorId actor = discourse_.entity(target.actor).actor;
           return actor != no_id && discourse_.country_of(actor) == country;
         });
}

/// "une offensive pour reprendre X": what is to be taken is attacked.
void Relater::aimed_at(const Trigger& trigger, const Frame& frame, Fillers& out) const {
  if (!has_slot(frame.target, Slot::oblique) || about_holding(frame, false)) return;
  for (std::uint32_t index = 0; index < sentence_.syntax.clauses.size(); ++index) {
    const Clause& clause = sentence_.syntax.clauses[index];
    if (clause.kind != ClauseKind::infinitive || clause.antecedent != trigger.phrase || !clause.marked(Feature::Purpose))
      continue;
    const bool takes = std::ranges::any_of(language_.verbs(word(clause.verb).lemma()), [&](const Phrase& verb) {
      return verb.rest.empty() && std::ranges::any_of(language_.entry(verb.entry).frames, [&](const Frame& other) {
               return about_holding(other, false) && other.polarity == Polarity::positive;
             });
    });
    Fillers taken;
    if (takes) arguments_.patient(index, taken);
    std::erase_if(taken, [&](const Filler& filler) {  // not "pour libérer des otages"
      return (place_classes & class_bit(discourse_.entity(filler.actor).node.actor_class)) == 0;
    });
    keep(taken, frame, FrameEnd{}, false, out);
  }
}

void Relater::prefix_frame(EntryId entry, const Frame& frame, std::uint32_t phrase, std::uint32_t at) {
  Fillers sources;
  const WordId stem = word(at).stem != 0 ? word(at).stem : word(at).lemma();
  for (const ActorId actor : language_.demonyms(stem)) sources.push_back({discourse_.of(actor), none, false, false});
  if (word(at).is_name() && word(at).stem == 0)
    sources.push_back({as_actor(discourse_, language_, discourse_.of(sentence_.analysed.names[word(at).name_begin].actor)), none,
                       false, false});
  if (sources.size() > 1) sources.resize(1);
  Fillers targets;
  if (np(phrase).function == Function::attribute) {
    arguments_.agent(np(phrase).clause, targets);
  } else {
    for (const ActorIndex actor : sentence_.referents.phrases[phrase].who) targets.push_back({actor, phrase, false, false});
    if (targets.empty() && np(phrase).apposition_to != none) arguments_.one(np(phrase).apposition_to, targets);
  }
  Fillers kept;
  keep(targets, frame, frame.target.empty() ? FrameEnd{} : frame.target.front(), false, kept);
  state({entry, at, at, none, phrase, none, none}, frame, sources, kept, {});
}

bool Relater::uses_self(const Frame& frame) { return has_slot(frame.source, Slot::self) || has_slot(frame.target, Slot::self); }

}  // namespace entente
