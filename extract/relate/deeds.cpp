#include <algorithm>

#include "extract/relate/clause_frame.hpp"
#include "extract/relate/modality.hpp"

// Who did what a noun names: a strike, an embargo, an attack in which somebody died.

namespace entente {
namespace {

bool announces(const Language& language, EntryId verb) {
  return language.has(verb, Feature::Announces) || language.has(verb, Feature::Admits);
}

}  // namespace

/// "des drones livrés par X": whoever gives them does not fly them.
bool ClauseArguments::hands_over(const Clause& clause) const {
  for (const Phrase& phrase : language_.verbs(sentence_.analysed.words[clause.verb].lemma()))
    for (const Frame& frame : language_.entry(phrase.entry).frames)
      if (phrase.rest.empty() && has_slot(frame.target, Slot::indirect_object)) return true;
  return false;
}

/// "deux drones iraniens lancés par X": X's, whoever made them. Not of people, who act for themselves.
bool ClauseArguments::launched(std::uint32_t phrase, Fillers& out) const {
  const NounPhrase& np = sentence_.syntax.phrases[phrase];
  const Features head = language_.lemma_features(sentence_.analysed.words[np.head].lemma());
  const bool facility = np.class_entry != no_id && language_.entry(np.class_entry).names_class == ActorClass::facility;
  if (!head.has(Feature::Weapon) && !(head.has(Feature::ActsFor) && (np.class_entry == no_id || facility))) return false;
  const std::size_t before = out.size();
  for (const Clause& clause : sentence_.syntax.clauses)
    if (clause.kind == ClauseKind::participial && clause.passive && clause.antecedent == phrase && !hands_over(clause))
      with_preposition(clause, language_.agentive(), false, out);
  return out.size() > before;
}

/// "l'explosion d'une bombe posée par X": who laid it did what it did.
void ClauseArguments::launched_part(std::uint32_t event, Fillers& out) const {
  const auto& phrases = sentence_.syntax.phrases;
  const std::uint32_t weapon = event + 1;
  if (weapon < phrases.size() && phrases[weapon].host == event && phrases[weapon].preposition_lemma == language_.genitive())
    launched(weapon, out);
}

void ClauseArguments::with_preposition(const Clause& clause, WordId preposition, bool ascribed, Fillers& out) const {
  for (const std::uint32_t oblique : clause.obliques)
    if (sentence_.syntax.phrases[oblique].preposition_lemma == preposition &&
        !(ascribed && sentence_.syntax.phrases[oblique].negated))  // "impute à X, et non à Y"
      for (const ActorIndex actor : sentence_.referents.phrases[oblique].who) {
        Filler& doer = add(as_actor(discourse_, language_, actor), oblique, false, out);
        if (!ascribed) continue;
        doer.ascribed = true;
        doer.ascribing = static_cast<std::uint32_t>(&clause - sentence_.syntax.clauses.data());
      }
}

void ClauseArguments::modifier_performer(std::uint32_t phrase, Fillers& out) const {
  for (std::uint32_t index = 0; index < sentence_.syntax.clauses.size(); ++index) {
    const Clause& clause = sentence_.syntax.clauses[index];
    const bool relative = clause.kind == ClauseKind::relative && clause.marked(Feature::RelativeObject);
    if (clause.antecedent != phrase || !(clause.passive || relative)) continue;
    const Features verb = verb_features(clause);
    const std::size_t before = out.size();
    const EntryId governor = governing_entry(sentence_, language_, index);
    const bool announced = announces(language_, governor);
    if (verb.has(Feature::Performs) || announced) {
      if (relative)
        agent(index, out);
      else
        with_preposition(clause, language_.agentive(), false, out);
      mark_announced(announced, index, before, out);
    }
    if (governor != no_id && language_.entry(governor).commitment == Commitment::claims)  // "revendiqué par X": so X says
      for (std::size_t i = before; i < out.size(); ++i) {
        out[i].ascribed = true;
        out[i].ascribing = index;
      }
    if (verb.has(Feature::Ascribes)) with_preposition(clause, language_.dative(), true, out);
  }
  for (std::uint32_t i = phrase + 1; i < sentence_.syntax.phrases.size() && i < phrase + 6; ++i) {  // "un raid sur Y, imputé à X"
    std::uint32_t said_of = sentence_.syntax.phrases[i].apposition_to;
    while (said_of != none && said_of > phrase) said_of = sentence_.syntax.phrases[said_of].host;
    if (said_of != phrase || !is_alleged(i)) continue;
    for (const ActorIndex owner : sentence_.referents.phrases[i].owners) add(owner, i, true, out).ascribed = true;
  }
}

void ClauseArguments::performer(std::uint32_t phrase, Fillers& out) const {
  modifier_performer(phrase, out);
  if (out.empty()) governing_performer(phrase, out);
}

/// By the verb or noun of which what the phrase names is the complement.
void ClauseArguments::governing_performer(std::uint32_t phrase, Fillers& out) const {
  const auto& phrases = sentence_.syntax.phrases;
  std::uint32_t top = phrase;  // "par une série de raids", "toute forme de soutien", "un projet d'attaque"
  const auto is_of = [&](std::uint32_t host) {
    return head_features(host).has(Feature::PartitivePart) ||
           (noun_commitment(sentence_, language_, host) != no_id && sentence_.referents.phrases[host].owners.empty());
  };
  while (phrases[top].host != none && phrases[top].preposition_lemma == language_.genitive() && is_of(phrases[top].host))
    top = phrases[top].host;
  const NounPhrase& np = phrases[top];
  if (np.clause == none) return;
  answerable(top, out);
  if (!out.empty()) return;
  const Clause& clause = sentence_.syntax.clauses[np.clause];
  const Features verb = verb_features(clause);
  const bool suffered = clause.passive && clause.subject == top;
  const bool object = suffered || std::ranges::find(clause.objects, top) != clause.objects.end();
  if (object && verb.has(Feature::Ascribes)) return with_preposition(clause, language_.dative(), true, out);
  const bool means = np.function == Function::oblique && !clause.passive && np.begin > clause.verb &&
                     (np.preposition_lemma == language_.agentive() || np.preposition_lemma == language_.dative());
  if ((object || means) && (verb.has(Feature::Performs) || denies_charge(top, clause))) return agent(np.clause, out);
  const EntryId governor = governing_entry(sentence_, language_, np.clause);
  if (!object || !announces(language_, governor)) return;
  agent(np.clause, out);
  mark_announced(true, np.clause, 0, out);
}

/// "X annonce la prise de Y": of what X did so far only X knows.
void ClauseArguments::mark_announced(bool announced, std::uint32_t clause, std::size_t from, Fillers& out) const {
  for (std::size_t i = from; announced && i < out.size(); ++i) {
    out[i].announced = true;
    out[i].ascribing = clause;
  }
}

/// "X rejette les accusations d'attaque": who denies a charge is charged with it.
bool ClauseArguments::denies_charge(std::uint32_t charge, const Clause& clause) const {
  const EntryId noun = noun_commitment(sentence_, language_, charge);
  const EntryId verb =
      governing_entry(sentence_, language_, static_cast<std::uint32_t>(&clause - sentence_.syntax.clauses.data()));
  return noun != no_id && verb != no_id && language_.entry(noun).commitment == Commitment::claims &&
         language_.entry(verb).commitment == Commitment::denies;
}

bool ClauseArguments::is_event(std::uint32_t phrase, RelationId relation) const {
  const WordId head = sentence_.analysed.words[sentence_.syntax.phrases[phrase].head].lemma();
  return std::ranges::any_of(language_.nouns(head), [&](const Phrase& noun) {
    return std::ranges::any_of(language_.entry(noun.entry).frames, [&](const Frame& frame) {  // not "la branche de X"
      return frame.relation == relation && !has_slot(frame.source, Slot::self) && !has_slot(frame.target, Slot::self);
    });
  });
}

bool ClauseArguments::is_alleged(std::uint32_t phrase) const {
  const NounPhrase& np = sentence_.syntax.phrases[phrase];
  return sentence_.analysed.any_has(np.begin, np.end, Feature::Alleged);
}

void ClauseArguments::event_doer(std::uint32_t phrase, RelationId relation, bool hit, Fillers& out) const {
  if (!hit && !is_event(phrase, relation)) return;
  const std::size_t before = out.size();
  modifier_performer(phrase, out);
  if (out.size() == before) launched_part(phrase, out);
  if (out.size() > before) return;
  for (const ActorIndex owner : sentence_.referents.phrases[phrase].owners)
    add(as_actor(discourse_, language_, owner), phrase, true, out);
}

void ClauseArguments::event_of_noun(std::uint32_t phrase, RelationId relation, Fillers& out) const {
  const auto& phrases = sentence_.syntax.phrases;
  for (std::uint32_t i = phrase + 1; i < phrases.size() && i < phrase + 6 && out.empty(); ++i) {
    if (phrases[i].preposition == none && phrases[i].leader == none) return;
    if (phrases[i].preposition_lemma != language_.genitive()) event_doer(i, relation, false, out);
  }
}

void ClauseArguments::event_agent(std::uint32_t index, RelationId relation, Fillers& out) const {
  events_in(index, relation, out);
  if (const std::uint32_t next = gapped_after(index); out.empty() && next != none) events_in(next, relation, out);
}

/// "dix civils ont été tués et des dizaines blessés dans des raids de X": the participle behind, which shares the auxiliary and
/// what follows; or none.
std::uint32_t ClauseArguments::gapped_after(std::uint32_t index) const {
  const auto& clauses = sentence_.syntax.clauses;
  if (index + 1 >= clauses.size() || !clauses[index].passive) return none;
  const Clause& next = clauses[index + 1];
  if (next.kind != ClauseKind::participial || !next.passive || next.parent != index || next.antecedent == none) return none;
  const std::uint32_t begin = sentence_.syntax.phrases[next.antecedent].begin;
  return begin > clauses[index].verb && sentence_.analysed.words[begin - 1].tag() == Tag::coordinator ? index + 1 : none;
}

void ClauseArguments::events_in(std::uint32_t index, RelationId relation, Fillers& out) const {
  const Clause& clause = sentence_.syntax.clauses[index];
  if (!clause.passive && clause.subject != none)  // "les tirs de X ont atteint Y"
    event_doer(clause.subject, relation, head_features(clause.subject).has(Feature::Weapon), out);
  for (const auto* list : {&clause.obliques, &clause.objects})
    for (const std::uint32_t complement : *list)
      for (std::uint32_t member = complement; member != none; member = sentence_.syntax.phrases[member].next_member) {
        const bool hit = list == &clause.objects && head_features(member).has(Feature::Weapon);  // "essuyer des missiles de X"
        event_doer(member, relation, hit, out);
      }
}

/// "X n'a pas revendiqué les frappes qui ont visé Y": what the verb before says of the deed goes for whose it is.
void ClauseArguments::doer_of(std::uint32_t deed, Fillers& out) const {
  modifier_performer(deed, out);
  if (!out.empty()) return;
  governing_performer(deed, out);
  const std::uint32_t index = sentence_.syntax.phrases[deed].clause;
  if (out.empty() || index == none || !sentence_.syntax.clauses[index].has_verb()) return;
  const Standing standing = standing_of(sentence_, language_, index);
  const EntryId governor = governing_entry(sentence_, language_, index);
  const Commitment said = governor != no_id ? language_.entry(governor).commitment : Commitment::none;
  if (said == Commitment::claims && standing.negative) return out.clear();
  const bool owned_up = said == Commitment::claims || said == Commitment::denies;
  for (Filler& filler : out) {
    filler.negated ^= standing.negative != (said == Commitment::denies);
    filler.ascribed |= owned_up || standing.modality != Modality::asserted;
    if (owned_up && filler.ascribing == none) filler.ascribing = index;
  }
}

}  // namespace entente
