#include <algorithm>

#include "extract/relate/relater.hpp"

// What a filled frame states: between whom, how surely, and on whose word.

namespace entente {
namespace {

constexpr double best = 0.93;  // of claims whose ends are named, by a trigger of one sense
constexpr std::size_t long_sentence = 45;

/// "X, qui tient Y", "Z, ville que X tient": the first word of the relative that adds it in passing; none where it is no such.
std::uint32_t aside_of(const SentenceView& sentence, std::uint32_t at) {
  const auto is_comma = [&](std::uint32_t word) { return word > 0 && sentence.analysed.words[word - 1].mark == ','; };
  const auto& clauses = sentence.syntax.clauses;
  std::uint32_t c = sentence.syntax.clause_of[at];
  while (c != none && clauses[c].kind != ClauseKind::relative && clauses[c].kind != ClauseKind::main) c = clauses[c].parent;
  if (c == none || clauses[c].kind != ClauseKind::relative) return none;
  if (is_comma(clauses[c].first)) return clauses[c].first;
  if (clauses[c].antecedent == none) return none;
  const NounPhrase& said_of = sentence.syntax.phrases[clauses[c].antecedent];
  return said_of.apposition_to != none && is_comma(said_of.begin) ? said_of.begin : none;
}

}  // namespace

/// The share of claims of the kind that are right in the gold; `entente eval --calibration` shows how far it is.
double Relater::confidence(const Trigger& trigger, const Filler& source, const Filler& target, Modality modality) const {
  double value = best;
  for (const Filler* filler : {&source, &target}) {
    const Entity& entity = discourse_.entity(filler->actor);
    if (entity.generic)
      value -= 0.12;
    else if (entity.actor == no_id)
      value -= 0.15;
    if (filler->by_owner) value -= 0.06;
    if (filler->phrase == none) value -= 0.06;
  }
  if (language_.has(trigger.entry, Feature::weak)) value -= 0.1;
  if (modality == Modality::intended) value -= 0.15;
  if (sentence_.analysed.words.size() > long_sentence) value -= 0.1;
  return std::max(0.1, value);
}

/// Neither end tells what the claim would be about: a person that no catalogue has and another, "des manifestants" and "la
/// mairie".
bool Relater::nobody_known(ActorIndex source, ActorIndex target) const {
  constexpr std::uint32_t armed = class_bit(ActorClass::armed_group) | class_bit(ActorClass::armed_forces) |
                                  class_bit(ActorClass::alliance) | class_bit(ActorClass::government);
  const Entity& doer = discourse_.entity(source);
  const Entity& other = discourse_.entity(target);
  if (doer.actor != no_id || other.actor != no_id || (armed & class_bit(doer.node.actor_class)) != 0) return false;
  const bool somebody = doer.node.actor_class == ActorClass::person || doer.node.actor_class == ActorClass::actor;
  return somebody || (doer.generic && other.generic);
}

/// A state, its government and its forces do nothing to each other that would be news.
bool Relater::are_one(ActorIndex source, ActorIndex target) const {
  constexpr std::uint32_t powers =
      class_bit(ActorClass::state) | class_bit(ActorClass::government) | class_bit(ActorClass::armed_forces);
  const Entity& a = discourse_.entity(source);
  const Entity& b = discourse_.entity(target);
  if (a.actor == no_id || b.actor == no_id || (powers & class_bit(a.node.actor_class)) == 0 ||
      (powers & class_bit(b.node.actor_class)) == 0)
    return false;
  const bool one_is_state = a.node.actor_class == ActorClass::state || b.node.actor_class == ActorClass::state ||
                            (a.node.actor_class == ActorClass::government && b.node.actor_class == ActorClass::government);
  return one_is_state && discourse_.country_of(a.actor) != no_id &&
         discourse_.country_of(a.actor) == discourse_.country_of(b.actor);
}

/// "X dit que", and "X a revendiqué un attentat", where the verb of saying is part of the trigger itself.
std::uint32_t Relater::saying_clause(const Trigger& trigger, const Standing& standing) const {
  if (standing.reported_by != none) return standing.reported_by;
  if (trigger.clause == none || trigger.fixed == none) return none;
  if (sentence_.syntax.clauses[trigger.clause].pronominal) return none;  // "s'assurer le contrôle de"
  const EntryId governor = governing_entry(sentence_, language_, trigger.clause);
  const bool claims =
      governor != no_id && language_.entry(governor).commitment != Commitment::asks;  // "impose sa loi" says nothing
  return claims && is_said(trigger.fixed, language_.entry(governor)) ? trigger.clause : none;
}

/// "leur porte-parole a revendiqué un attentat": theirs.
bool Relater::claims_deed(const Trigger& trigger) const {
  if (trigger.clause == none || sentence_.syntax.clauses[trigger.clause].passive || saying_clause(trigger, {}) == none)
    return false;
  const EntryId governor = governing_entry(sentence_, language_, trigger.clause);
  return language_.entry(governor).commitment == Commitment::claims;  // not "assure le commandement"
}

Relater::Speech Relater::speech_in(std::uint32_t clause) const {
  Speech speech;
  if (clause == none) return speech;
  const Clause& saying = sentence_.syntax.clauses[clause];
  arguments_.agent(clause, speech.speakers);
  const EntryId governor = governing_entry(sentence_, language_, clause);
  const bool accuses = governor != no_id && language_.entry(governor).control == Slot::object;
  if (speech.speakers.empty() && saying.subject != none && accuses)  // "un rapport de l'ONU accuse X"
    for (const ActorIndex owner : sentence_.referents.phrases[saying.subject].owners)
      speech.speakers.push_back({owner, saying.subject, true, false});
  speech.verb = saying.verb;
  speech.of_each_other = accuses && saying.pronominal && speech.speakers.size() > 1;
  return speech;
}

Relater::Speech Relater::speech_about(const Trigger& trigger, const Standing& standing) const {
  return speech_in(saying_clause(trigger, standing));
}

/// Of several speakers, "X et Y se disent prêts", each speaks for himself.
void Relater::vouch(const Speech& speech, Statement& statement) const {
  if (speech.speakers.empty()) return;
  const auto is_subject = [&](const Filler& speaker) {
    return speaker.actor == statement.subject || as_actor(discourse_, language_, speaker.actor) == statement.subject;
  };
  const bool own = std::ranges::any_of(speech.speakers, is_subject);
  if (own && speech.of_each_other) {  // "X et Y s'accusent d'avoir tiré": what X does Y says
    const auto other = std::ranges::find_if_not(speech.speakers, is_subject);
    if (other == speech.speakers.end()) return;
    statement.voucher = as_actor(discourse_, language_, other->actor);
  } else {
    statement.voucher = own ? statement.subject : as_actor(discourse_, language_, speech.speakers.front().actor);
  }
  statement.voucher_word = speech.verb;
}

Statement Relater::statement_of(const Trigger& trigger, const Frame& frame, const Filler& source, const Filler& target,
                                const Standing& standing) const {
  Statement statement;
  statement.subject = source.actor;
  statement.object = target.actor;
  statement.relation = frame.relation;
  const bool negative = (frame.polarity == Polarity::negative) !=
                        ((standing.negative && !source.affirmed && !target.affirmed) || source.negated || target.negated);
  statement.polarity = negative ? Polarity::negative : Polarity::positive;
  statement.modality = weaker(frame.modality, standing.modality);
  if (source.ascribed) statement.modality = weaker(statement.modality, Modality::unconfirmed);
  statement.trigger = trigger.entry;
  statement.first_word = trigger.first_word;
  statement.last_word = trigger.last_word;
  statement.sentence = sentence_.number;
  statement.aside = aside_of(sentence_, trigger.first_word);
  statement.confidence = confidence(trigger, source, target, statement.modality);
  if (refusals_ != nullptr) statement.reason = reason(frame, source, target, standing);
  return statement;
}

void Relater::state(const Trigger& trigger, const Frame& frame, const Fillers& sources, const Fillers& targets,
                    const Standing& standing) {
  // "ne quitteront pas la ville": who promises not to lose it does not say that it is his.
  if (about_holding(frame, false) && frame.polarity == Polarity::negative && standing.negative &&
      standing.modality != Modality::asserted)
    return refuse(trigger, frame, "not to lose what one may not hold says nothing");
  const auto holds_any = [&](const Filler& filler) { return discourse_.entity(filler.actor).generic; };
  if (about_holding(frame, false) && frame.polarity == Polarity::negative && standing.negative &&
      std::ranges::all_of(targets, holds_any))  // "n'avaient jamais perdu une ville aussi grande"
    return;
  if (standing.unsaid) return refuse(trigger, frame, "nobody says so");
  if (standing.failed && standing.negative && !about_holding(frame, false))
    return refuse(trigger, frame, "who did not manage has tried");  // "n'ont pas réussi à les déloger"
  if (sources.empty() || targets.empty()) return refuse_ends(trigger, frame, sources.empty());
  const Speech speech = speech_about(trigger, standing);
  const bool of_his_side = claims_deed(trigger);
  for (Filler source : sources) {
    if (of_his_side) source.actor = discourse_.side_of(source.actor, false);
    const Speech ascription = speech_in(source.ascribing);
    for (const Filler& target : targets) {
      if (source.actor == target.actor || (!about_holding(frame, false) && are_one(source.actor, target.actor)) ||
          nobody_known(source.actor, target.actor) || (source.ascribed && source.phrase == target.phrase)) {
        refuse(trigger, frame, "its ends are one party, or nobody that is known");
        continue;
      }
      Statement& statement = out_.emplace_back(statement_of(trigger, frame, source, target, standing));
      vouch(speech, statement);
      vouch(ascription, statement);  // "un raid que X impute à Y"
    }
  }
}

}  // namespace entente
