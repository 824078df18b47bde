#include <algorithm>

#include "extract/relate/relater.hpp"

namespace entente {
void Relater::self(std::uint32_t index, Fillers& out) const {
  const NounPhrase& phrase = np(index);
  const std::uint32_t first = phrase.leader != none ? phrase.leader : index;
  if (arguments_.one_of(first, out)) return;
  if (np(first).function == Function::attribute && np(first).clause != none) {
    arguments_.agent(np(first).clause, out);
    return;
  }
  if (const std::uint32_t clause = np(first).clause;
      np(first).function == Function::subject && clause != none && !sentence_.syntax.clauses[clause].attributes.empty()) {
    arguments_.group(sentence_.syntax.clauses[clause].attributes.front(), out);  // "son principal allié est X"
    if (!out.empty()) return;
  }
  if (phrase.apposition_to != none) {
    const bool of_all = (phrase.number & Inflection::singular) == 0 && ends_group(phrase.apposition_to, index);
    of_all ? arguments_.group(phrase.apposition_to, out) : arguments_.one(phrase.apposition_to, out);
    for (Filler& filler : out) filler.negated = false;  // "ni X, allié de Y, ni Z": the apposition is not denied
    return;
  }
  if (phrase.name != none) return arguments_.one(index, out);
  if (phrase.determiner.has(Feature::Possessive)) return named_of(index, out);
  for (std::uint32_t i = index + 1; out.empty() && i < sentence_.syntax.phrases.size() && i < index + 4; ++i)
    if (np(i).apposition_to == index) arguments_.group(i, out);
}

/// "A et B, alliés de X": the phrase at `index` follows all that are joined with the first.
bool Relater::ends_group(std::uint32_t first, std::uint32_t index) const {
  std::uint32_t member = first;
  while (np(member).next_member != none) member = np(member).next_member;
  return member != first && member < index;
}

/// After a possessive the complement or the adjectives say who: "leurs alliés russes de Wagner", "ses alliés russe et iranien".
void Relater::named_of(std::uint32_t index, Fillers& out) const {
  const NounPhrase& phrase = np(index);
  Fillers complements;
  for (std::uint32_t i = index + 1; i < sentence_.syntax.phrases.size() && i < index + 3; ++i)
    if (np(i).host == index && np(i).leader == none && np(i).preposition_lemma == language_.genitive())
      arguments_.group(i, complements);
  std::erase_if(complements, [&](const Filler& filler) {  // "son allié de l'Otan" is one of its members
    constexpr std::uint32_t of_states = class_bit(ActorClass::international_organization) | class_bit(ActorClass::alliance);
    return (of_states & class_bit(discourse_.entity(filler.actor).node.actor_class)) != 0;
  });
  Fillers adjectives;
  for (std::uint32_t at = phrase.head + 1; at < phrase.end; ++at)
    for (const ActorId actor : language_.demonyms(word(at).lemma() != 0 ? word(at).lemma() : word(at).surface))
      adjectives.push_back({discourse_.of(actor), index, false, false});
  const bool group = std::ranges::any_of(complements, [&](const Filler& filler) {
    return (place_classes & class_bit(discourse_.entity(filler.actor).node.actor_class)) == 0;
  });
  out = group || adjectives.empty() ? complements : adjectives;
  for (std::uint32_t i = index + 1; out.empty() && i < sentence_.syntax.phrases.size() && i < index + 4; ++i)
    if (np(i).apposition_to == index && !np(i).included) arguments_.group(i, out);
}

void Relater::genitive(std::uint32_t index, bool role_noun, Fillers& out) const {
  const auto& owners = sentence_.referents.phrases[index].owners;
  Fillers own;
  if (role_noun) self(index, own);
  const bool shared = role_noun && np(index).determiner.has(Feature::Possessive) && np(index).leader != none;
  if (shared) return arguments_.one(np(index).leader, out);  // "X et ses alliés"
  for (const ActorIndex owner : owners) {
    const bool taken = std::any_of(own.begin(), own.end(), [&](const Filler& filler) { return filler.actor == owner; });
    if (!taken) out.push_back({owner, index, false, false});
  }
}

/// "la dernière ville de X aux mains de Y": the town, not the country that tells where it lies.
std::uint32_t Relater::town_of(std::uint32_t phrase) const {
  const std::uint32_t host = np(phrase).host;
  const bool lies_in = host != none && np(phrase).name == np(phrase).head && np(host).class_entry != no_id &&
                       np(phrase).preposition_lemma == language_.genitive() && np(host).apposition_to != none &&
                       language_.entry(np(host).class_entry).names_class == ActorClass::place;
  return lies_in ? np(host).apposition_to : phrase;
}

/// "se dit maître de la ville": said by the subject of itself.
bool Relater::calls_itself(const NounPhrase& phrase) const {
  if (phrase.function != Function::object || phrase.clause == none || !sentence_.syntax.clauses[phrase.clause].pronominal)
    return false;
  const EntryId governor = governing_entry(sentence_, language_, phrase.clause);
  return governor != no_id && (language_.entry(governor).takes & takes_adjective) != 0;
}

/// "la ville est aux mains de X", "se réveille entre les mains de X": behind a verb without an object.
bool Relater::is_said_of_subject(const NounPhrase& phrase) const {
  if (phrase.clause == none || !sentence_.syntax.clauses[phrase.clause].has_verb()) return false;
  const Clause& clause = sentence_.syntax.clauses[phrase.clause];
  const bool alone = !clause.passive && clause.objects.empty() && phrase.preposition > clause.verb &&
                     (clause.pronominal || clause.object_clitic == none) && clause.kind != ClauseKind::infinitive;
  return word(clause.verb).has(Feature::Copula) || alone;
}

void Relater::modified(const Trigger& trigger, Fillers& out) const {
  const NounPhrase& phrase = np(trigger.phrase);
  const bool adjective = trigger.last_word != phrase.head || word(phrase.head).tag() == Tag::adjective;
  if (trigger.first_word == phrase.preposition) {  // "la ville, aux mains de X"
    if (phrase.host != none) return arguments_.one(town_of(phrase.host), out);
    if (is_said_of_subject(phrase)) return arguments_.agent(phrase.clause, out);
    if (phrase.clause != none && phrase.preposition == sentence_.syntax.clauses[phrase.clause].first)  // "Aux mains de X, Y …"
      return sentence_.syntax.clauses[phrase.clause].passive ? arguments_.patient(phrase.clause, out)
                                                             : arguments_.agent(phrase.clause, out);
    if (trigger.phrase > 0 && np(trigger.phrase - 1).end + 2 >= phrase.preposition) arguments_.one(trigger.phrase - 1, out);
    return;
  }
  if (phrase.function == Function::attribute || calls_itself(phrase)) return arguments_.agent(phrase.clause, out);
  if (adjective && phrase.apposition_to != none && trigger.first_word == phrase.head) return self(trigger.phrase, out);
  if (adjective) arguments_.one(trigger.phrase, out);
}

bool Relater::class_fits(ActorClass actor_class, const Frame& frame, const FrameEnd& end, bool source) const {
  const auto in = [&](const std::vector<ActorClass>& classes) {
    return std::find(classes.begin(), classes.end(), actor_class) != classes.end();
  };
  if (frame.relation == no_id) return true;
  const Relation& relation = language_.ontology().relations[frame.relation];
  if (source ? !relation.domain.empty() && !in(relation.domain) : !relation.reaches(actor_class)) return false;
  if (end.classes.empty() || in(end.classes)) return true;
  return source && actor_class == ActorClass::population &&
         std::ranges::find(end.classes, ActorClass::armed_group) != end.classes.end();
}

/// "l'armée ukrainienne" is Ukraine, but an army all the same; "deux Ukrainiens" are people.
bool Relater::noun_fits(const Filler& filler, const FrameEnd& end) const {
  if (filler.phrase == none || filler.by_owner) return false;
  const NounPhrase& phrase = np(filler.phrase);
  const bool people = word(phrase.head).tag() == Tag::noun && !language_.demonyms(word(phrase.head).lemma()).empty();
  if (phrase.class_entry == no_id && !people) return false;
  const ActorClass kind = people ? ActorClass::population : language_.entry(phrase.class_entry).names_class;
  return std::find(end.classes.begin(), end.classes.end(), kind) != end.classes.end() &&
         discourse_.entity(filler.actor).node.actor_class == ActorClass::state;
}

/// Whether the relation is about having something, not about a party: whose a thing is does not matter then.
bool Relater::about_holding(const Frame& frame, bool source) const {
  if (source || frame.relation == no_id) return false;
  return !language_.ontology().relations[frame.relation].reaches(ActorClass::population);
}

/// "la base de l'armée", "deux avions de l'armée": who loses them does not lose the army.
bool Relater::is_thing(std::uint32_t phrase) const {
  if (phrase == none || np(phrase).class_entry == no_id) return false;
  const EntryId kind = np(phrase).class_entry;
  return language_.entry(kind).names_class == ActorClass::facility || language_.has(kind, Feature::Weapon);
}

/// "revendiquée sur la radio X": where something is said is not what it is done to.
bool Relater::is_medium(const Filler& filler) const {
  if (filler.phrase == none || discourse_.entity(filler.actor).node.actor_class != ActorClass::media_outlet) return false;
  const NounPhrase& phrase = np(filler.phrase);
  const bool of_a_deed = phrase.host != none && np(phrase.host).preposition == none;  // "a revendiqué un tir sur la radio X"
  if (phrase.preposition == none || of_a_deed || phrase.clause == none) return false;
  const Clause& clause = sentence_.syntax.clauses[phrase.clause];
  return clause.has_verb() && std::ranges::any_of(language_.verbs(word(clause.verb).lemma()), [&](const Phrase& verb) {
           return reports_speech(language_.entry(verb.entry));
         });
}

void Relater::keep(const Fillers& fillers, const Frame& frame, const FrameEnd& end, bool source, Fillers& out) const {
  for (Filler filler : fillers) {
    const Entity& entity = discourse_.entity(filler.actor);
    const bool place = (place_classes & class_bit(entity.node.actor_class)) != 0;
    if (filler.by_owner && place && source) continue;
    if (!source && is_medium(filler)) continue;
    if (filler.by_owner && about_holding(frame, source) && is_thing(filler.phrase)) continue;
    const bool part =
        filler.phrase != none && language_.lemma_features(word(np(filler.phrase).head).lemma()).has(Feature::PartOf);
    if (!part && (source || !class_fits(entity.node.actor_class, frame, end, source)))  // "au sud de X" is no government
      filler.actor = as_actor(discourse_, language_, filler.actor);
    if (source && !class_fits(discourse_.entity(filler.actor).node.actor_class, frame, end, source))  // "Haftar s'est retiré de"
      filler.actor = discourse_.side_of(filler.actor, true);
    if (class_fits(discourse_.entity(filler.actor).node.actor_class, frame, end, source) || noun_fits(filler, end))
      out.push_back(filler);
    else
      note_unfit(filler);
  }
  // "un dépôt de l'armée" is hit: so is the army.
  std::erase_if(out, [&](const Filler& filler) {
    return !filler.by_owner && filler.phrase != none && discourse_.entity(filler.actor).generic &&
           std::any_of(out.begin(), out.end(), [&](const Filler& o) { return o.by_owner && o.phrase == filler.phrase; });
  });
}

}  // namespace entente
