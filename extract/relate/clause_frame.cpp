#include "extract/relate/clause_frame.hpp"

#include <algorithm>

namespace entente {
namespace {

constexpr std::uint32_t region_classes = place_classes | class_bit(ActorClass::state);

}  // namespace

Filler& ClauseArguments::add(ActorIndex actor, std::uint32_t phrase, bool by_owner, Fillers& out) const {
  for (Filler& filler : out)
    if (filler.actor == actor) return filler;
  const bool negated = phrase != none && sentence_.syntax.phrases[phrase].negated;
  const bool affirmed = phrase != none && sentence_.syntax.phrases[phrase].affirmed;
  return out.emplace_back(Filler{actor, phrase, by_owner, negated, affirmed, phrase != none && is_alleged(phrase)});
}

/// "le chef-lieu de la province, X": a kind of town, which its name follows.
bool ClauseArguments::is_town(std::uint32_t phrase) const {
  Features head = head_features(phrase);
  head.add(language_.lemma_features(sentence_.analysed.words[sentence_.syntax.phrases[phrase].head].surface));  // "capitale"
  return head.has(Feature::Settlement) || head.has(Feature::CapitalCity);
}

/// "X, une coalition de groupes que Y soutient": the name of what the phrase is the make-up of, or none.
std::uint32_t ClauseArguments::made_up_of(std::uint32_t phrase) const {
  const NounPhrase& members = sentence_.syntax.phrases[phrase];
  if (members.host == none || members.preposition_lemma != language_.genitive()) return none;
  const std::uint32_t named = sentence_.syntax.phrases[members.host].apposition_to;
  return named != none && named < members.host && names_somebody(sentence_.referents.phrases[named]) ? named : none;
}

/// "les assaillants, des combattants de X, ont pris Y": the apposition that says who somebody known by a noun alone is, or none.
std::uint32_t ClauseArguments::identified_by(std::uint32_t phrase) const {
  constexpr std::uint32_t reach = 3;  // phrases
  const auto& who = sentence_.referents.phrases[phrase].who;
  const auto is_generic = [&](ActorIndex actor) { return discourse_.entity(actor).generic; };
  constexpr std::uint32_t groups = class_bit(ActorClass::armed_group) | class_bit(ActorClass::alliance) | place_classes;
  const bool member = who.empty() && sentence_.syntax.phrases[phrase].leader != none;  // "X et ses supplétifs, les Y"
  const bool own = who.empty() && sentence_.syntax.phrases[phrase].determiner.has(Feature::Possessive);  // "son bastion, X"
  const bool by_noun =
      who.size() == 1 && is_generic(who.front()) && (groups & class_bit(discourse_.entity(who.front()).node.actor_class)) != 0;
  if (by_noun)
    if (const std::uint32_t named = made_up_of(phrase); named != none) return named;
  if (!member && !own && !by_noun && !(who.empty() && is_town(phrase))) return none;
  for (std::uint32_t i = phrase + 1; i < sentence_.syntax.phrases.size() && i <= phrase + reach; ++i) {
    const NounPhrase& np = sentence_.syntax.phrases[i];
    const auto& named = sentence_.referents.phrases[i].who;
    if (np.apposition_to != phrase || np.included || named.empty()) continue;
    const bool place = (place_classes & class_bit(discourse_.entity(named.front()).node.actor_class)) != 0;
    if (member || (std::ranges::none_of(named, is_generic) && (by_noun || place))) return i;
  }
  return none;
}

/// Somebody who is known by more than a common noun.
bool ClauseArguments::names_somebody(const Referents& referents) const {
  return std::ranges::any_of(referents.who, [&](ActorIndex actor) { return !discourse_.entity(actor).generic; });
}

bool ClauseArguments::one_of(std::uint32_t phrase, Fillers& out) const {
  const NounPhrase& np = sentence_.syntax.phrases[phrase];
  if (np.host == none || np.preposition_lemma != language_.genitive() || (np.number & Inflection::plural) == 0) return false;
  const NounPhrase& one = sentence_.syntax.phrases[np.host];
  if (one.function != Function::attribute || one.clause == none || !head_features(np.host).has(Feature::One)) return false;
  const std::size_t before = out.size();
  agent(one.clause, out);
  return out.size() > before;
}

void ClauseArguments::one(std::uint32_t phrase, Fillers& out) const {
  const Step step(depth_);
  if (step.too_far()) return;
  const Referents& referents = sentence_.referents.phrases[phrase];
  if (launched(phrase, out) || (!names_somebody(referents) && one_of(phrase, out))) return;
  const std::size_t before = out.size();
  const std::uint32_t identified = identified_by(phrase);
  if (identified != none) return group(identified, out);
  for (const ActorIndex actor : referents.who) add(actor, phrase, false, out);
  // "une caserne israélienne", "un convoi de l'armée": whose it is.
  const NounPhrase& owned = sentence_.syntax.phrases[phrase];
  const Features head = language_.lemma_features(sentence_.analysed.words[owned.head].lemma());
  bool event = false;  // "une frappe russe a tué": the event stands for its doer
  for (const Phrase& trigger : language_.nouns(sentence_.analysed.words[owned.head].lemma()))
    for (const Frame& frame : language_.entry(trigger.entry).frames)
      event |= has_slot(frame.source, Slot::genitive) && owned.function != Function::object && !head.has(Feature::Weapon);
  const bool model = owned.name == owned.head && referents.who.empty();           // "ses F-16"
  const bool share = sentence_.analysed.words[owned.head].tag() == Tag::numeral;  // "treize des dix-sept communes"
  const bool stands_for = event || share || model || owned.class_entry != no_id || head.has(Feature::ActsFor) ||
                          head.has(Feature::PartOf) || head.has(Feature::PartitivePart);
  const bool nameless = referents.who.size() == 1 && discourse_.entity(referents.who.front()).generic &&
                        discourse_.entity(referents.who.front()).node.actor_class == ActorClass::facility;
  const bool former = sentence_.analysed.any_has(owned.begin, owned.end, Feature::Ancestral);  // "l'ancienne branche de X"
  if ((referents.who.empty() || nameless) && stands_for && !former)
    for (const ActorIndex actor : referents.owners) add(actor, phrase, true, out);
  if (event && out.size() == before) modifier_performer(phrase, out);  // "les raids menés par X ont tué"
  if (event && out.size() == before) launched_part(phrase, out);
  if (out.size() == before) region_of_part(phrase, out);
  // "sites houthis, dont l'aéroport de Hodeïda"
  for (std::uint32_t i = phrase + 1; i < sentence_.syntax.phrases.size(); ++i) {
    const NounPhrase& np = sentence_.syntax.phrases[i];
    std::uint32_t root = np.included ? np.apposition_to : none;
    while (root != none && root != phrase && sentence_.syntax.phrases[root].host != none)
      root = sentence_.syntax.phrases[root].host;
    if (np.included && root == phrase)
      for (std::uint32_t member = i; member != none; member = sentence_.syntax.phrases[member].next_member)
        for (const ActorIndex actor : sentence_.referents.phrases[member].who) add(actor, member, false, out);
    if (i > phrase + 4) break;
  }
}

/// "les territoires que X occupe en Y": parts of a place that is named only where they lie.
void ClauseArguments::region_of_part(std::uint32_t phrase, Fillers& out) const {
  const auto& phrases = sentence_.syntax.phrases;
  const NounPhrase& part = phrases[phrase];
  if (part.class_entry == no_id || part.name != none || !part.determiner.has(Feature::Definite) ||
      language_.entry(part.class_entry).names_class != ActorClass::place || (part.number & Inflection::singular) != 0)
    return;
  const auto lies_in = [&](std::uint32_t where) {
    if (phrases[where].preposition == none || !sentence_.analysed.words[phrases[where].preposition].has(Feature::Locative))
      return;
    for (const ActorIndex actor : sentence_.referents.phrases[where].who)
      if ((region_classes & class_bit(discourse_.entity(actor).node.actor_class)) != 0) add(actor, phrase, false, out);
  };
  if (phrase + 1 < phrases.size() && phrases[phrase + 1].host == phrase) lies_in(phrase + 1);
  for (const Clause& clause : sentence_.syntax.clauses)
    if (clause.antecedent == phrase)
      for (const std::uint32_t oblique : clause.obliques) lies_in(oblique);
}

Features ClauseArguments::verb_features(const Clause& clause) const {
  return clause.has_verb() ? language_.lemma_features(sentence_.analysed.words[clause.verb].lemma()) : Features{};
}

Features ClauseArguments::head_features(std::uint32_t phrase) const {
  return language_.lemma_features(sentence_.analysed.words[sentence_.syntax.phrases[phrase].head].lemma());
}

void ClauseArguments::group(std::uint32_t phrase, Fillers& out) const {
  for (std::uint32_t member = phrase; member != none; member = sentence_.syntax.phrases[member].next_member) one(member, out);
}

void ClauseArguments::antecedent(const Clause& clause, Fillers& out) const {
  const std::size_t before = out.size();
  for (std::uint32_t member = clause.antecedent; member != none; member = sentence_.syntax.phrases[member].next_member)
    if (sentence_.syntax.phrases[member].begin < clause.first) {
      const NounPhrase& np = sentence_.syntax.phrases[member];
      const bool identifies = np.name == none && np.function == Function::attribute && np.clause != none &&
                              sentence_.syntax.clauses[np.clause].subject != none;
      if (identifies)  // "X est la ville que Y tient"
        subject(np.clause, out);
      else
        one(np.name == none && np.apposition_to != none ? np.apposition_to : member, out);  // "X, ville que Y tient"
    }
  if (clause.parent != none && sentence_.syntax.clauses[clause.parent].cleft) return;  // "ce n'est pas X qui attaque"
  for (std::size_t i = before; i < out.size(); ++i) out[i].negated = false;            // "ni X, que Y soutient, n'a bougé"
}

void ClauseArguments::owner_by_relative(const Clause& clause, std::uint32_t phrase, Fillers& out) const {
  if (clause.kind != ClauseKind::relative || !clause.marked(Feature::RelativeGenitive) || clause.antecedent == none ||
      clause.pronominal)
    return;
  const NounPhrase& np = sentence_.syntax.phrases[phrase];
  if (np.name != none || np.end != np.head + 1 || np.determiner.has(Feature::Possessive)) return;  // says itself whose it is
  if (phrase + 1 < sentence_.syntax.phrases.size() && sentence_.syntax.phrases[phrase + 1].host == phrase) return;
  const Features head = language_.lemma_features(sentence_.analysed.words[np.head].lemma());
  const std::uint32_t places = place_classes | class_bit(ActorClass::state);
  const bool acts = np.class_entry != no_id && (class_bit(language_.entry(np.class_entry).names_class) & places) == 0;
  if (!acts && !head.has(Feature::ActsFor) && !head.has(Feature::PartOf)) return;
  Fillers owners;
  antecedent(clause, owners);
  for (const Filler& owner : owners) {
    const ActorClass kind = discourse_.entity(owner.actor).node.actor_class;
    if (kind != ActorClass::place && kind != ActorClass::facility) add(owner.actor, owner.phrase, true, out);
  }
}

void ClauseArguments::pronoun(std::uint32_t word, Fillers& out) const {
  if (word == none) return;
  for (const ActorIndex actor : sentence_.referents.pronouns[word]) add(actor, none, false, out);
}

/// "des roquettes, dont trois ont atteint Y"
bool ClauseArguments::is_share_of_antecedent(const Clause& clause) const {
  return clause.kind == ClauseKind::relative && clause.marked(Feature::RelativeGenitive) && clause.antecedent != none &&
         sentence_.analysed.words[sentence_.syntax.phrases[clause.subject].head].tag() == Tag::numeral;
}

void ClauseArguments::subject(std::uint32_t index, Fillers& out) const {
  const Step step(depth_);
  if (step.too_far()) return;
  const Clause& clause = sentence_.syntax.clauses[index];
  if (clause.subject != none && clause.subject == clause.antecedent) {
    antecedent(clause, out);
    if (out.empty()) doer_of(clause.antecedent, out);  // "a tiré des roquettes, qui ont atteint Y"
    return;
  }
  if (clause.subject != none) {
    owner_by_relative(clause, clause.subject, out);
    if (out.empty()) group(clause.subject, out);
    if (out.empty() && is_share_of_antecedent(clause)) {
      antecedent(clause, out);
      if (out.empty()) doer_of(clause.antecedent, out);
    }
    return;
  }
  if (clause.subject_clitic != none) return pronoun(clause.subject_clitic, out);
  if (clause.inverted)  // "que finance et arme X"
    if (const std::uint32_t next = follower(index); next != none) return subject(next, out);
  if (clause.shares_with != none) return subject(clause.shares_with, out);
  if (clause.kind == ClauseKind::participial || clause.kind == ClauseKind::gerund) {
    if (clause.antecedent != none) return antecedent(clause, out);
    if (clause.parent != none) return subject(clause.parent, out);
  }
  if (clause.kind == ClauseKind::infinitive && clause.parent != none) infinitive_subject(clause, out);
}

void ClauseArguments::agent(std::uint32_t index, Fillers& out) const {
  const Clause& clause = sentence_.syntax.clauses[index];
  if (!clause.passive) return subject(index, out);
  for (const std::uint32_t oblique : clause.obliques)
    if (sentence_.syntax.phrases[oblique].preposition_lemma == language_.agentive()) group(oblique, out);
  if (clause.kind == ClauseKind::relative && clause.relative_preposition != none && clause.antecedent != none &&
      sentence_.analysed.words[clause.relative_preposition].lemma() == language_.agentive())
    antecedent(clause, out);
  if (out.empty() && verb_features(clause).has(Feature::GenitiveAgent)) genitive_agent(clause, out);
  if (const std::uint32_t next = follower(index); out.empty() && next != none) agent(next, out);
  if (const std::uint32_t next = gapped_after(index); out.empty() && next != none) agent(next, out);
}

/// "aidés de miliciens": right behind the participle.
void ClauseArguments::genitive_agent(const Clause& clause, Fillers& out) const {
  for (const std::uint32_t oblique : clause.obliques) {
    const NounPhrase& np = sentence_.syntax.phrases[oblique];
    if (np.preposition_lemma == language_.genitive() && np.host == none && np.preposition > clause.verb)
      return group(oblique, out);
  }
}

std::uint32_t ClauseArguments::follower(std::uint32_t index) const {
  const auto& clauses = sentence_.syntax.clauses;
  for (std::uint32_t next = index + 1; next < clauses.size(); ++next) {
    if (clauses[next].shares_with != index) continue;
    for (std::uint32_t at = clauses[index].verb + 1; at < clauses[next].verb; ++at)
      if (sentence_.syntax.phrase_of[at] != none) return none;
    return next;
  }
  return none;
}

/// "s'est fait ravir la ville par X": from whom it was taken.
bool ClauseArguments::has_dative_subject(const Clause& clause) const {
  return clause.kind == ClauseKind::infinitive && clause.passive && !clause.objects.empty();
}

/// "la ville que l'armée dit avoir reprise": the object of the infinitive stands before the verb that governs it.
void ClauseArguments::extracted(const Clause& clause, Fillers& out) const {
  if (clause.kind != ClauseKind::infinitive || clause.parent == none) return;
  const Clause& governor = sentence_.syntax.clauses[clause.parent];
  // "les rebelles que X accuse Y de soutenir": of the two verbs the first has its object.
  if (governor.kind == ClauseKind::relative && governor.marked(Feature::RelativeObject) && governor.antecedent != none &&
      governor.object_clitic == none)
    antecedent(governor, out);
}

void ClauseArguments::patient(std::uint32_t index, Fillers& out) const {
  const Clause& clause = sentence_.syntax.clauses[index];
  if (clause.passive && !has_dative_subject(clause)) return subject(index, out);
  for (const std::uint32_t object : clause.objects) {
    Fillers owners;
    owner_by_relative(clause, object, owners);
    if (owners.empty()) group(object, out);
    out.insert(out.end(), owners.begin(), owners.end());
  }
  pronoun(clause.object_clitic, out);
  for (const std::uint32_t object : clause.objects)  // "en tiennent l'essentiel"
    if (out.empty() && head_features(object).has(Feature::PartitivePart)) pronoun(clause.genitive_clitic, out);
  if (clause.kind == ClauseKind::relative && clause.marked(Feature::RelativeObject) && clause.antecedent != none)
    antecedent(clause, out);
  if (out.empty()) extracted(clause, out);
  if (const std::uint32_t next = follower(index); out.empty() && next != none) patient(next, out);
  if (!out.empty() || index + 1 >= sentence_.syntax.clauses.size()) return;
  const Clause& next = sentence_.syntax.clauses[index + 1];  // "a fait sauter le pont"
  if (next.kind == ClauseKind::infinitive && next.marker == none && next.parent == index && next.first == clause.verb + 1)
    for (const std::uint32_t object : next.objects) group(object, out);
}

bool ClauseArguments::has_preposition(std::uint32_t phrase, const std::vector<std::string>& prepositions) const {
  const WordId lemma = sentence_.syntax.phrases[phrase].preposition_lemma;
  if (lemma == 0) return false;
  return std::any_of(prepositions.begin(), prepositions.end(),
                     [&](const std::string& wanted) { return language_.preposition(wanted) == lemma; });
}

/// Complements follow their noun; others may stand between ("une offensive de choc contre les troupes").
void ClauseArguments::complements(std::uint32_t phrase, const std::vector<std::string>& prepositions,
                                  std::vector<std::uint32_t>& out) const {
  const auto& phrases = sentence_.syntax.phrases;
  std::uint32_t end = phrases[phrase].end;
  for (std::uint32_t i = phrase + 1; i < phrases.size() && i < phrase + 8; ++i) {
    if (phrases[i].function == Function::time) {
      bool joined = false;  // "les frappes de X et, depuis lundi, par Y"
      for (std::uint32_t at = end; at < phrases[i].begin; ++at) joined |= sentence_.analysed.words[at].tag() == Tag::coordinator;
      if (joined) break;
      end = phrases[i].end;
      continue;
    }
    if (phrases[i].apposition_to != none && phrases[i].begin > end && sentence_.analysed.words[end].mark == ',') {
      end = phrases[i].end;  // "la prise de X, fief de Y, par Z"
      continue;
    }
    if (phrases[i].preposition == none && phrases[i].leader == none) break;
    // Only adverbs, times and participles may stand between.
    const std::uint32_t begin = phrases[i].preposition != none ? phrases[i].preposition : phrases[i].begin;
    bool broken = false;
    for (std::uint32_t at = end; at < begin; ++at) {
      const Tag tag = sentence_.analysed.words[at].tag();
      broken |= tag == Tag::verb || tag == Tag::infinitive || tag == Tag::relative || tag == Tag::subordinator ||
                tag == Tag::present_participle || (tag == Tag::coordinator && phrases[i].leader == none) ||
                (tag == Tag::past_participle && at != phrases[phrase].end) ||
                (tag == Tag::punctuation && phrases[i].leader == none && sentence_.analysed.words[at].mark != ',');
    }
    if (broken) break;
    end = phrases[i].end;
    // "possession de la scène du Châtelet": of the stage, not of a house that nobody knows.
    const auto is_unknown = [&](ActorIndex actor) { return discourse_.entity(actor).actor == no_id; };
    const bool of_other = phrases[i].preposition_lemma == language_.genitive() && phrases[i].host > phrase &&
                          phrases[i].host < i && phrases[phrases[i].host].preposition_lemma == language_.genitive() &&
                          phrases[phrases[i].host].class_entry == no_id &&
                          std::ranges::any_of(sentence_.referents.phrases[i].who, is_unknown);
    if (phrases[i].leader == none && !of_other && has_preposition(i, prepositions)) out.push_back(i);
  }
}

/// What "où" stands for: "à", "dans", not "contre".
bool ClauseArguments::is_locative(const std::string& preposition) const {
  return std::ranges::any_of(language_.fixed(language_.words().find(preposition)),
                             [](const FixedPhrase& fixed) { return fixed.reading.features.has(Feature::Locative); });
}

void ClauseArguments::phrases(std::uint32_t index, const FrameEnd& end, std::uint32_t fixed,
                              std::vector<std::uint32_t>& out) const {
  const Clause& clause = sentence_.syntax.clauses[index];
  const auto& phrases = sentence_.syntax.phrases;
  std::vector<std::string> prepositions = end.prepositions;
  if (end.slot == Slot::indirect_object) prepositions.emplace_back(language_.words().text(language_.dative()));
  std::uint32_t elsewhere = none;  // "où"
  if (clause.kind == ClauseKind::relative && clause.antecedent != none) {
    const WordId before = clause.relative_preposition != none ? sentence_.analysed.words[clause.relative_preposition].lemma()
                          : clause.marked(Feature::RelativeGenitive) ? language_.genitive()
                          : clause.marker_features.has(Feature::Contracted) && clause.marker_features.has(Feature::Dative)
                              ? language_.dative()
                              : 0;
    const bool where = before == 0 && clause.marked(Feature::RelativePlace);
    const bool fits = std::any_of(prepositions.begin(), prepositions.end(), [&](const std::string& p) {
      return where ? is_locative(p) : before != 0 && language_.preposition(p) == before;
    });
    if (fits && !where) out.push_back(clause.antecedent);
    if (fits && where) elsewhere = clause.antecedent;
  }
  if (fixed != none) complements(fixed, prepositions, out);
  // After the verb first: what directly follows it, then what follows its objects; before it only what opens the sentence.
  for (const bool hosted : {false, true})
    for (const std::uint32_t oblique : clause.obliques) {
      if (oblique == fixed || (phrases[oblique].host != none) != hosted || !has_preposition(oblique, prepositions)) continue;
      if (hosted && phrases[oblique].begin < clause.verb) continue;
      const bool put_in = clause.subject != none && phrases[oblique].begin > phrases[clause.subject].begin &&
                          phrases[oblique].begin < clause.verb;
      if (put_in && phrases[oblique].preposition_lemma == language_.dative()) continue;  // "X, à la tête de Y, a pris Z"
      // "se replier sur la route de X": of the noun, not of the verb.
      if (hosted && phrases[oblique].preposition_lemma == language_.genitive() &&
          phrases[phrases[oblique].host].preposition != none && phrases[oblique].host != fixed)
        continue;
      out.push_back(oblique);
    }
  for (const std::uint32_t host : clause.objects) complements(host, prepositions, out);
  const std::uint32_t passive_subject = clause.passive ? (clause.subject != none ? clause.subject : clause.antecedent) : none;
  const std::uint32_t moved =
      clause.kind == ClauseKind::relative && clause.marked(Feature::RelativeObject) ? clause.antecedent : passive_subject;
  if (moved != none) complements(moved, prepositions, out);
  // Against whom something is done tells more than where: "a mené des frappes contre X, au Cachemire".
  std::ranges::stable_partition(out, [&](std::uint32_t phrase) {
    return phrases[phrase].preposition == none || !sentence_.analysed.words[phrases[phrase].preposition].has(Feature::Locative);
  });
  if (out.empty() && elsewhere != none) out.push_back(elsewhere);
}

void ClauseArguments::fill(std::uint32_t index, const FrameEnd& end, std::uint32_t fixed, std::vector<Fillers>& out) const {
  const Clause& clause = sentence_.syntax.clauses[index];
  Fillers fillers;
  const auto take = [&] {
    if (!fillers.empty()) out.push_back(fillers);
    fillers.clear();
  };
  switch (end.slot) {
    case Slot::subject:
      agent(index, fillers);
      return take();
    case Slot::object:
      patient(index, fillers);
      return take();
    case Slot::genitive:
      if (fixed != none)
        for (const ActorIndex owner : sentence_.referents.phrases[fixed].owners) add(owner, fixed, false, fillers);
      return take();
    case Slot::indirect_object:
      if (has_dative_subject(clause)) subject(index, fillers);
      pronoun(clause.dative_clitic, fillers);
      break;
    case Slot::oblique:
      break;
    default:
      return;
  }
  take();
  std::vector<std::uint32_t> found;
  phrases(index, end, fixed, found);
  for (const std::uint32_t phrase : found) {
    group(phrase, fillers);
    take();
  }
  if (!found.empty()) return;
  const std::string_view genitive = language_.words().text(language_.genitive());
  const auto locative = [&](const std::string& preposition) { return is_locative(preposition); };
  if (end.slot == Slot::oblique &&
      std::find(end.prepositions.begin(), end.prepositions.end(), genitive) != end.prepositions.end()) {
    pronoun(clause.genitive_clitic, fillers);
    if (fillers.empty() && fixed != none && sentence_.syntax.phrases[fixed].determiner.has(Feature::Possessive))
      for (const ActorIndex owner : sentence_.referents.phrases[fixed].owners) add(owner, fixed, false, fillers);
  } else if (end.slot == Slot::indirect_object || std::ranges::any_of(end.prepositions, locative)) {
    pronoun(clause.place_clitic, fillers);  // "y", which stands for "à" and "dans", not for "contre"
  }
  take();
}

}  // namespace entente
