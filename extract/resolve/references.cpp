#include "extract/resolve/references.hpp"

#include <algorithm>

#include "extract/text/utf8.hpp"

namespace entente {
namespace {

constexpr std::uint32_t group_classes = class_bit(ActorClass::armed_group) | class_bit(ActorClass::alliance) | class_bit(ActorClass::organization) |
                                        class_bit(ActorClass::ngo) | class_bit(ActorClass::international_organization);

/// The classes of entities that a definite noun of a class may look back to.
std::uint32_t reference_classes(ActorClass named) {
  switch (named) {
    case ActorClass::alliance: return class_bit(ActorClass::alliance);
    case ActorClass::armed_group:
    case ActorClass::organization: return group_classes;
    case ActorClass::ngo: return class_bit(ActorClass::ngo) | class_bit(ActorClass::organization);
    case ActorClass::international_organization: return class_bit(ActorClass::international_organization) | class_bit(ActorClass::alliance);
    default: return class_bit(named);
  }
}

void append(std::vector<ActorIndex>& to, const std::vector<ActorIndex>& from) {
  for (const ActorIndex index : from)
    if (std::find(to.begin(), to.end(), index) == to.end()) to.push_back(index);
}

}  // namespace

ActorIndex as_actor(Discourse& discourse, const Language& language, ActorIndex index) {
  const ActorId actor = discourse.entity(index).actor;
  if (actor == no_id) return index;
  const ActorId acting = language.acting_for(actor);
  return acting == no_id ? index : discourse.of(acting);
}

void ReferenceResolver::resolve(std::string_view text, const std::vector<Token>& tokens, const AnalysedSentence& sentence,
                                const Syntax& syntax, std::uint32_t number, SentenceReferents& out, std::vector<Mention>& mentions) {
  text_ = text;
  tokens_ = &tokens;
  sentence_ = &sentence;
  syntax_ = &syntax;
  out_ = &out;
  mentions_ = &mentions;
  number_ = number;
  out.phrases.assign(syntax.phrases.size(), {});
  out.pronouns.assign(sentence.words.size(), {});
  first_complement_.assign(syntax.phrases.size(), none);
  for (std::uint32_t i = 0; i < syntax.phrases.size(); ++i)
    if (const std::uint32_t host = syntax.phrases[i].host; host != none && first_complement_[host] == none && syntax.phrases[i].leader == none)
      first_complement_[host] = i;
  std::uint32_t next = 0;
  for (std::uint32_t at = 0; at < sentence.words.size(); ++at) {
    const Tag tag = sentence.words[at].tag();
    if (tag == Tag::subject_clitic || tag == Tag::object_clitic) clitic(at);
    while (next < syntax.phrases.size() && syntax.phrases[next].begin == at) {
      phrase(next);
      leave_trace(next);
      ++next;
    }
  }
}

Features ReferenceResolver::head_features(const NounPhrase& np) const {
  Features features = language_.lemma_features(sentence_->words[np.head].lemma());
  features.add(sentence_->words[np.head].reading.features);
  return features;
}

bool ReferenceResolver::definite(const NounPhrase& np) const {
  return np.determiner.has(Feature::Definite) || np.determiner.has(Feature::Demonstrative) ||
         (np.preposition != none && sentence_->words[np.preposition].has(Feature::Contracted));
}

std::string ReferenceResolver::label_of(std::uint32_t begin, std::uint32_t end) const {
  std::string label;
  const std::uint32_t from = (*tokens_)[sentence_->words[begin].first].span.begin;
  const std::uint32_t to = (*tokens_)[sentence_->words[end - 1].last - 1].span.end;
  bool space = false;
  for (std::size_t at = from; at < to;) {
    const CodePoint c = code_point_at(text_, at);
    if (is_space(c.value)) {
      space = true;
    } else {
      if (space && !label.empty()) label.push_back(' ');
      space = false;
      label += text_.substr(at, c.length);
    }
    at += c.length;
  }
  return label;
}

void ReferenceResolver::mention(ActorIndex actor, std::uint32_t first_word, std::uint32_t last_word) {
  const std::uint32_t begin = (*tokens_)[sentence_->words[first_word].first].span.begin;
  const std::uint32_t end = (*tokens_)[sentence_->words[last_word].last - 1].span.end;
  mentions_->push_back({actor, {begin, end}});
}

/// The complement with `preposition` that the phrase's head takes: the one right after it.
std::uint32_t ReferenceResolver::complement(std::uint32_t index, WordId preposition) const {
  std::uint32_t child = first_complement_[index];
  return child != none && syntax_->phrases[child].preposition_lemma == preposition ? child : none;
}

bool ReferenceResolver::words_follow(const NounPhrase& np, const std::vector<WordId>& rest) const {
  std::size_t matched = 0;
  for (std::uint32_t at = np.head + 1; at < np.end && matched < rest.size(); ++at) {
    const Word& word = sentence_->words[at];
    bool same = word.surface == rest[matched];
    for (std::uint8_t c = 0; !same && c < word.candidate_count; ++c) same = word.candidates[c].lemma == rest[matched];
    matched += same;
  }
  return matched == rest.size();
}

/// The states and peoples whose adjective modifies the head, or is it.
std::vector<ActorId> ReferenceResolver::demonyms(const NounPhrase& np, std::vector<std::uint32_t>* words) const {
  std::vector<ActorId> out;
  for (std::uint32_t at = np.begin; at < np.end; ++at) {
    const Word& word = sentence_->words[at];
    if ((word.prefix != 0 && !word.is_name()) || word.tag() == Tag::determiner || word.is_name()) continue;
    auto found = language_.demonyms(word.surface);
    for (std::uint8_t c = 0; found.empty() && c < word.candidate_count; ++c) found = language_.demonyms(word.candidates[c].lemma);
    if (found.empty()) continue;
    ActorId best = found.front();
    for (const ActorId actor : found)
      if (discourse_.topic_weight(discourse_.country_of(actor)) > discourse_.topic_weight(discourse_.country_of(best))) best = actor;
    out.push_back(best);
    if (words != nullptr) words->push_back(at);
  }
  return out;
}

Referents& ReferenceResolver::phrase(std::uint32_t index) {
  Referents& out = out_->phrases[index];
  if (out.resolved) return out;
  out.resolved = true;
  const NounPhrase& np = syntax_->phrases[index];
  if (np.function == Function::time) return out;
  const Word& head = sentence_->words[np.head];
  if (head.tag() == Tag::pronoun) {
    by_reference(index, np, out);
    return out;
  }
  if (np.name != none) by_name(np, out);
  Referents& later = out_->phrases[index];
  find_owners(index, np, later);
  if (later.who.empty()) by_reference(index, np, later);
  if (later.who.empty()) by_role(index, np, later);
  if (later.who.empty()) by_description(index, np, later);
  if (later.who.empty()) by_composition(index, np, later);
  if (later.who.empty()) by_class(index, np, later);
  apposition(index, np, later);
  return later;
}

ActorIndex ReferenceResolver::name_at(const NounPhrase& np, std::uint32_t at) {
  const Word& word = sentence_->words[at];
  ActorId best = no_id;
  unsigned best_weight = 0;
  for (std::uint32_t i = word.name_begin; i < word.name_end; ++i) {
    const ActorId actor = sentence_->names[i].actor;
    unsigned weight = 1 + discourse_.topic_weight(discourse_.country_of(actor));
    if (np.role != no_id && language_.ontology().actors[actor].actor_class == ActorClass::person) weight += 1000;
    if (best == no_id || weight > best_weight) {
      best = actor;
      best_weight = weight;
    }
  }
  return discourse_.of(best);
}

/// Of a capitalised name that nobody knows: what kind of thing it may be.
ActorClass ReferenceResolver::guess_class(const NounPhrase& np, std::string_view label) const {
  if (np.class_entry != no_id) return language_.entry(np.class_entry).names_class;
  const Features head = head_features(np);
  if (np.role != no_id || head.has(Feature::Title)) return ActorClass::person;
  if (np.host != none) {
    const NounPhrase& host = syntax_->phrases[np.host];
    if (host.class_entry != no_id && np.preposition_lemma == language_.genitive() && head_features(host).has(Feature::NamedAfter))
      return language_.entry(host.class_entry).names_class;
  }
  if (np.apposition_to != none && (syntax_->phrases[np.apposition_to].role != no_id || syntax_->phrases[np.apposition_to].class_entry == no_id))
    return ActorClass::person;
  if (label.find(' ') != std::string_view::npos && np.preposition == none) return ActorClass::person;
  if (np.preposition != none && sentence_->words[np.preposition].has(Feature::Locative)) return ActorClass::place;
  if (label.find(' ') != std::string_view::npos) return ActorClass::person;
  if (np.function == Function::subject && !np.determiner.has(Feature::Definite)) return ActorClass::person;
  if (np.determiner.has(Feature::Definite)) return ActorClass::organization;
  return np.function == Function::object || np.preposition_lemma == language_.genitive() ? ActorClass::place : ActorClass::actor;
}

void ReferenceResolver::by_name(const NounPhrase& np, Referents& out) {
  std::uint32_t at = np.name;
  const ActorClass head_class = np.class_entry != no_id ? language_.entry(np.class_entry).names_class : ActorClass::actor;
  while (at < np.name_end) {
    if (sentence_->words[at].is_name()) {
      const ActorIndex actor = name_at(np, at);
      const ActorClass kind = discourse_.entity(actor).node.actor_class;
      if (kind == ActorClass::person && np.name != np.head && (head_class == ActorClass::government || head_class == ActorClass::armed_forces)) {
        // "le régime Assad": what the person heads.
        const ActorId state = discourse_.country_of(discourse_.entity(actor).actor);
        if (state != no_id) append(out.who, {discourse_.of(language_.government_of(state))});
        mention(out.who.empty() ? actor : out.who.front(), np.head, np.head);
      } else {
        const bool locative = np.preposition != none && sentence_->words[np.preposition].has(Feature::Locative);
        const bool named_after = np.host != none && head_features(syntax_->phrases[np.host]).has(Feature::NamedAfter);
        append(out.who, {actor});
        const ActorIndex acting = as_actor(discourse_, language_, actor);
        if (acting != actor && !locative && !named_after) {
          mention(acting, at, at);
          out.acting = acts(np);
        }
      }
      mention(actor, at, at);
      ++at;
      continue;
    }
    std::uint32_t end = at + 1;
    while (end < np.name_end && !sentence_->words[end].is_name() && sentence_->words[end].tag() == Tag::name) ++end;
    if (sentence_->words[at].tag() != Tag::name) {
      ++at;
      continue;
    }
    const std::string label = label_of(at, end);
    const ActorIndex actor = discourse_.discover(label, guess_class(np, label), false);
    append(out.who, {actor});
    mention(actor, at, end - 1);
    at = end;
  }
  out.named = !out.who.empty();
}

void ReferenceResolver::find_owners(std::uint32_t index, const NounPhrase& np, Referents& out) {
  std::vector<std::uint32_t> words;
  const auto states = demonyms(np, &words);
  const bool government = np.class_entry != no_id && language_.entry(np.class_entry).names_class == ActorClass::government;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (words[i] == np.head) continue;
    append(out.owners, {discourse_.of(states[i])});
    if (!government || language_.government_of(states[i]) == states[i]) mention(discourse_.of(states[i]), words[i], words[i]);
  }
  if (const std::uint32_t genitive = complement(index, language_.genitive()); genitive != none) {
    std::vector<ActorIndex> owners;
    for (std::uint32_t member = genitive; member != none; member = syntax_->phrases[member].next_member) append(owners, phrase(member).who);
    // "livraisons d'armes de X", "un convoi de l'ONU": through what has no referent of its own.
    if (owners.empty()) append(owners, phrase(genitive).owners);
    append(out_->phrases[index].owners, owners);
  }
  if (const std::uint32_t blamed = complement(index, language_.dative()); blamed != none && alleged(np)) {
    const auto who = phrase(blamed).who;
    for (const ActorIndex actor : who) append(out_->phrases[index].owners, {as_actor(discourse_, language_, actor)});
  }
  // "la France, dont le pays …", "le plateau, dont il occupe la majeure partie"
  if (np.clause != none && complement(index, language_.genitive()) == none && !np.determiner.has(Feature::Possessive) &&
      (np.function == Function::subject || np.function == Function::object)) {
    const Clause& clause = syntax_->clauses[np.clause];
    if (clause.kind == ClauseKind::relative && clause.marked(Feature::RelativeGenitive) && clause.antecedent != none && clause.antecedent < index) {
      const auto who = phrase(clause.antecedent).who;
      append(out_->phrases[index].owners, who);
    }
  }
  if (np.determiner.has(Feature::Possessive)) {
    Referents& self = out_->phrases[index];
    if (np.determiner.has(Feature::SpeakerPerson)) return;
    const std::uint8_t number = np.determiner.has(Feature::PluralPossessor) ? Inflection::plural : Inflection::singular;
    append(self.owners, discourse_.look_back(0, number, number_, {}));
  }
}

/// A capital that does something, or of which something is: not one that is held, hit or gone to.
bool ReferenceResolver::acts(const NounPhrase& np) const {
  if (np.preposition != none) {
    const Word& preposition = sentence_->words[np.preposition];
    return preposition.has(Feature::Agentive) || preposition.has(Feature::Genitive) || preposition.has(Feature::Attributive);
  }
  if (np.function == Function::object || np.clause == none) return false;
  const Clause& clause = syntax_->clauses[np.clause];
  if (!clause.has_verb()) return true;
  const Word& verb = sentence_->words[clause.verb];
  return !clause.passive && !verb.has(Feature::TakesBe);
}

/// "un bombardement imputé à Damas"
bool ReferenceResolver::alleged(const NounPhrase& np) const {
  for (std::uint32_t at = np.begin; at < np.end; ++at)
    if (sentence_->words[at].has(Feature::Alleged)) return true;
  return false;
}

void ReferenceResolver::by_role(std::uint32_t index, const NounPhrase& np, Referents& out) {
  const Features head = head_features(np);
  if (np.role == no_id && !head.has(Feature::Counterpart)) return;
  for (std::uint32_t at = np.begin; at < np.end; ++at)
    if (sentence_->words[at].has(Feature::Ancestral)) return;
  RoleId role = np.role;
  if (head.has(Feature::Counterpart)) {
    // "son homologue iranien": the same office elsewhere.
    const auto self = discourse_.look_back(0, Inflection::singular, number_, {});
    for (const ActorIndex person : self)
      for (const Tenure& tenure : discourse_.entity(person).roles)
        if (role == no_id) role = tenure.role;
    if (role == no_id) return;
  }
  const bool indefinite = np.determiner.has(Feature::Indefinite) || np.determiner.has(Feature::Quantifier);
  if (!out.owners.empty() && !indefinite) {
    for (const ActorIndex owner : out.owners) {
      const ActorId of = discourse_.entity(as_actor(discourse_, language_, owner)).actor;
      if (of == no_id) continue;
      if (const ActorId holder = discourse_.holder(role, of); holder != no_id) append(out.who, {discourse_.of(holder)});
    }
  }
  if (out.who.empty() && !out.owners.empty() && !indefinite) {
    if (const auto known = discourse_.nearest_of(out.owners)) append(out.who, {*known});
  }
  if (out.who.empty() && out.owners.empty() && definite(np)) {
    if (const auto known = discourse_.nearest_with_role(role)) {
      append(out.who, {*known});
    } else if (const ActorId country = discourse_.main_country(); country != no_id) {
      if (const ActorId holder = discourse_.holder(role, country); holder != no_id) append(out.who, {discourse_.of(holder)});
    }
  }
  if (out.who.empty() && !out.owners.empty()) {
    std::vector<ActorIndex> offices;
    for (const ActorIndex owner : out.owners) {
      const ActorIndex office = as_actor(discourse_, language_, owner);
      const ActorClass kind = discourse_.entity(office).node.actor_class;
      if (kind != ActorClass::place && kind != ActorClass::facility) offices.push_back(office);
    }
    if (offices.empty()) return;
    out.office = true;
    (void)index;
    append(out.who, offices);
  }
}

/// "les rebelles", "le régime", "l'armée": whose country the text is about.
void ReferenceResolver::by_description(std::uint32_t index, const NounPhrase& np, Referents& out) {
  const Word& head = sentence_->words[np.head];
  std::vector<Description> descriptions;
  const auto collect = [&](WordId word) {
    const auto more = language_.descriptions(word);
    descriptions.insert(descriptions.end(), more.begin(), more.end());
  };
  collect(head.surface);
  for (std::uint8_t c = 0; c < head.candidate_count; ++c)
    if (head.candidates[c].tag == head.tag() && head.candidates[c].lemma != head.surface) collect(head.candidates[c].lemma);
  const ActorClass kind = np.class_entry != no_id ? language_.entry(np.class_entry).names_class : ActorClass::actor;
  if (kind == ActorClass::armed_group || kind == ActorClass::armed_forces || kind == ActorClass::alliance || kind == ActorClass::organization)  // "les factions rebelles"
    for (std::uint32_t at = np.begin; at < np.end; ++at)
      if (at != np.head && sentence_->words[at].tag() == Tag::adjective && sentence_->words[at].prefix == 0) collect(sentence_->words[at].lemma());
  if (descriptions.empty()) return;
  // "une armée" is any army; "des rebelles" are the rebels.
  const bool any = np.determiner.has(Feature::Indefinite) && (np.number & Inflection::plural) == 0;
  const auto states = demonyms(np);
  std::vector<ActorId> countries = states;
  if (const std::uint32_t genitive = complement(index, language_.genitive()); genitive != none)
    for (const ActorIndex owner : phrase(genitive).who) {
      const Entity& entity = discourse_.entity(owner);
      if (entity.node.actor_class == ActorClass::armed_group || entity.node.actor_class == ActorClass::alliance) {
        append(out_->phrases[index].who, {owner});  // "les rebelles de Jaich al-Islam"
        return;
      }
      if (entity.actor != no_id && discourse_.country_of(entity.actor) != no_id) countries.push_back(discourse_.country_of(entity.actor));
    }
  ActorId best = no_id;
  std::size_t best_length = 0;
  unsigned best_weight = 0;
  for (const Description& description : descriptions) {
    if (!words_follow(np, description.rest)) continue;
    const ActorId country = discourse_.country_of(description.actor);
    const bool everywhere = description.everywhere && country == no_id;
    unsigned weight = everywhere ? 1 : discourse_.topic_weight(country);
    if (!countries.empty() && !everywhere) {
      const bool stated = std::find(countries.begin(), countries.end(), country) != countries.end() ||
                          std::find(countries.begin(), countries.end(), description.actor) != countries.end();
      if (!stated) continue;
      weight += 1000;
    }
    if (weight == 0 || (any && countries.empty() && !everywhere)) continue;
    if (best == no_id || description.rest.size() > best_length || (description.rest.size() == best_length && weight > best_weight)) {
      best = description.actor;
      best_length = description.rest.size();
      best_weight = weight;
    }
  }
  if (best == no_id) return;
  Referents& self = out_->phrases[index];
  (void)out;
  const ActorIndex actor = discourse_.of(best);
  append(self.who, {actor});
  mention(actor, np.head, np.head);
}

/// "forces russes", "ministère turc", "les Russes", "les combattants de HTS".
void ReferenceResolver::by_composition(std::uint32_t index, const NounPhrase& np, Referents& out) {
  const Features head = head_features(np);
  const ActorClass kind = np.class_entry != no_id ? language_.entry(np.class_entry).names_class : ActorClass::actor;
  std::vector<std::uint32_t> words;
  const auto states = demonyms(np, &words);
  bool belongs = kind == ActorClass::government || kind == ActorClass::armed_forces || head.has(Feature::ActsFor);
  for (std::size_t i = 0; i < states.size(); ++i) {
    const ActorId state = states[i];
    const bool is_state = language_.ontology().actors[state].actor_class == ActorClass::state;
    ActorId actor = state;
    if (words[i] != np.head && is_state && kind == ActorClass::government) actor = language_.government_of(state);
    const bool stands_for = words[i] == np.head || belongs || !is_state;
    const ActorIndex entity = discourse_.of(stands_for ? actor : state);
    if (stands_for) append(out.who, {entity});
    if (actor != state || words[i] == np.head) mention(entity, words[i], words[i]);
  }
  if (!out.who.empty()) {
    out.named = true;
    return;
  }
  belongs = belongs && kind != ActorClass::person;
  for (std::uint32_t at = np.begin; at < np.end; ++at)
    if (sentence_->words[at].has(Feature::Ancestral)) return;  // "l'ancienne branche d'Al-Qaïda"
  for (const Phrase& trigger : language_.nouns(sentence_->words[np.head].lemma()))
    for (const Frame& frame : language_.entry(trigger.entry).frames)
      for (const auto* ends : {&frame.source, &frame.target})
        for (const FrameEnd& end : *ends)
          if (end.slot == Slot::self) return;  // "leurs alliés" are others
  if (kind == ActorClass::alliance || kind == ActorClass::armed_group) belongs = true;
  const bool share = head.has(Feature::PartitivePart) || sentence_->words[np.head].tag() == Tag::numeral;
  const std::uint32_t genitive = complement(index, language_.genitive());
  if (genitive == none) {
    if (head.has(Feature::ActsFor) && np.determiner.has(Feature::Possessive)) append(out.who, out.owners);
    if (share) append(out.who, out.owners);
    return;
  }
  if (share) append(out_->phrases[index].owners, phrase(genitive).owners);
  if (belongs || head.has(Feature::NamedAfter) || head.has(Feature::PartOf) || share || head.has(Feature::FewOf)) {
    for (std::uint32_t member = genitive; member != none; member = syntax_->phrases[member].next_member) {
      const auto who = phrase(member).who;
      for (const ActorIndex owner : who) append(out_->phrases[index].who, {belongs ? as_actor(discourse_, language_, owner) : owner});
    }
    out_->phrases[index].named = phrase(genitive).named;
  }
}

/// "le groupe", "la ville", "le pays": what was just spoken of; or something new, known by its kind.
void ReferenceResolver::by_class(std::uint32_t index, const NounPhrase& np, Referents& out) {
  if (np.class_entry == no_id) return;
  const ActorClass kind = language_.entry(np.class_entry).names_class;
  const bool bare = demonyms(np).empty() && complement(index, language_.genitive()) == none;
  if (head_features(np).has(Feature::CapitalCity) && bare && definite(np)) {
    if (const ActorId country = discourse_.main_country(); country != no_id && language_.ontology().actors[country].capital != no_id) {
      const ActorIndex capital = discourse_.of(language_.ontology().actors[country].capital);
      append(out.who, {capital});
      return;
    }
  }
  const bool relative = np.clause != none && syntax_->clauses[np.clause].kind == ClauseKind::relative &&
                        syntax_->clauses[np.clause].marked(Feature::RelativeGenitive);
  if (kind == ActorClass::state && (np.determiner.has(Feature::Possessive) || relative)) {
    for (const ActorIndex owner : out.owners) {
      const ActorId country = discourse_.entity(owner).actor == no_id ? no_id : discourse_.country_of(discourse_.entity(owner).actor);
      if (country != no_id) append(out.who, {discourse_.of(country)});
    }
    return;
  }
  // "l'armée", "les autorités": of the country that the text is about.
  if (bare && definite(np) && (kind == ActorClass::armed_forces || kind == ActorClass::government)) {
    const ActorId country = discourse_.main_country();
    if (country != no_id) append(out.who, {discourse_.of(kind == ActorClass::government ? language_.government_of(country) : country)});
    return;
  }
  const bool place = kind == ActorClass::place || kind == ActorClass::facility;
  if (bare && definite(np) && !(kind == ActorClass::place && !head_features(np).has(Feature::NamedAfter) && !np.determiner.has(Feature::Demonstrative))) {
    bool same = false;  // "la même ONG"
    for (std::uint32_t at = np.begin; at < np.head; ++at) same |= sentence_->words[at].has(Feature::SameOne);
    const unsigned reach = same ? 16 : place ? 3 : 4;
    if (place && !same)
      if (const auto here = discourse_.nearest(reference_classes(kind), number_, 0)) {
        append(out.who, {*here});
        return;
      }
    if (const auto known = place ? discourse_.foremost(reference_classes(kind), number_, reach) : discourse_.nearest(reference_classes(kind), number_, reach)) {
      append(out.who, {*known});
      return;
    }
    if (kind == ActorClass::state)
      if (const ActorId country = discourse_.main_country(); country != no_id) append(out.who, {discourse_.of(country)});
  }
  if (out.who.empty() && definite(np) && (kind == ActorClass::armed_group || kind == ActorClass::organization))
    for (const ActorId state : demonyms(np))  // "le mouvement libanais"
      if (const auto known = discourse_.nearest_in(reference_classes(kind), state)) append(out.who, {*known});
  // "les ADF, groupe affilié à …": the same.
  if (out.who.empty() && np.apposition_to != none && !np.included) append(out.who, phrase(np.apposition_to).who);
  // "des milices chiites", "une coalition": somebody new, known by the kind alone.
  const bool group = kind == ActorClass::armed_group || kind == ActorClass::alliance;
  if (out.who.empty() && group && !np.determiner.has(Feature::Possessive) && !(definite(np) && np.end == np.head + 1) && !head_features(np).has(Feature::PartitivePart)) {
    std::uint32_t begin = np.head;
    while (begin > np.begin && sentence_->words[begin - 1].tag() == Tag::adjective) --begin;
    append(out.who, {discourse_.discover(label_of(begin, np.end), kind, true)});
  }
}

void ReferenceResolver::by_reference(std::uint32_t, const NounPhrase& np, Referents& out) {
  const Word& head = sentence_->words[np.head];
  if (head.tag() != Tag::pronoun) {  // "ces derniers"
    if (head.has(Feature::Latter) && np.determiner.has(Feature::Demonstrative)) out.who = discourse_.look_back(np.gender, np.number, number_, {}, true);
    return;
  }
  if (head.has(Feature::StrongPronoun) && !head.has(Feature::SpeakerPerson))
    out.who = discourse_.look_back(np.gender, np.number, number_, {});
  if (head.has(Feature::Latter)) out.who = discourse_.look_back(np.gender, np.number, number_, {}, true);
}

/// "son porte-parole, Dmitri Peskov": the two are one.
void ReferenceResolver::apposition(std::uint32_t index, const NounPhrase& np, Referents& out) {
  if (np.apposition_to == none || np.included) return;
  std::uint32_t other = np.apposition_to;
  if (!out.who.empty() && out.named && discourse_.entity(out.who.front()).node.actor_class == ActorClass::person) {
    // A person's name goes with the office, not with what the office is of.
    for (std::uint32_t up = other; up != none; up = syntax_->phrases[up].host)
      if (syntax_->phrases[up].role != no_id) {
        other = up;
        break;
      }
    const NounPhrase& office = syntax_->phrases[other];
    Referents& holder = out_->phrases[other];
    const bool somebody = office.role != no_id || (holder.who.empty() && office.class_entry == no_id && (office.number & Inflection::plural) == 0 &&
                                                   sentence_->words[office.head].tag() == Tag::noun);
    if (!somebody || (holder.named && !holder.office)) return;
    Entity& person = discourse_.entity(out.who.front());
    if (person.actor == no_id) {
      for (const ActorIndex owner : holder.owners)
        if (discourse_.entity(owner).actor != no_id) person.roles.push_back({office.role, discourse_.entity(owner).actor, {}, {}});
    }
    holder.who = out_->phrases[index].who;
    holder.named = true;
    holder.office = false;
    leave_trace(other);
  }
}

void ReferenceResolver::clitic(std::uint32_t at) {
  const Word& word = sentence_->words[at];
  if (word.has(Feature::SpeakerPerson) || word.has(Feature::AddresseePerson) || word.has(Feature::ReflexiveClitic)) return;
  if (word.tag() == Tag::subject_clitic && word.has(Feature::DemonstrativePronoun)) return;
  if (word.has(Feature::PlaceClitic)) {
    const std::uint32_t places = class_bit(ActorClass::place) | class_bit(ActorClass::facility) | class_bit(ActorClass::state);
    if (const auto place = discourse_.nearest(places, number_, 1)) out_->pronouns[at] = {*place};
    return;
  }
  if (word.has(Feature::GenitiveClitic)) {
    out_->pronouns[at] = discourse_.look_back(0, 0, number_, {});
    return;
  }
  std::vector<ActorIndex> but_not;
  if (word.tag() == Tag::object_clitic) {
    const std::uint32_t clause = syntax_->clause_of[at];
    if (clause != none && syntax_->clauses[clause].subject != none) but_not = out_->phrases[syntax_->clauses[clause].subject].who;
  }
  if (word.has(Feature::ObjectClitic) && !word.has(Feature::DativeClitic)) {
    out_->pronouns[at] = discourse_.look_back_at_anything(word.reading.gender, word.reading.number, number_, but_not);
    return;
  }
  out_->pronouns[at] = discourse_.look_back(word.reading.gender, word.reading.number, number_, but_not);
}

void ReferenceResolver::leave_trace(std::uint32_t index) {
  const NounPhrase& np = syntax_->phrases[index];
  const Referents& self = out_->phrases[index];
  if (self.who.empty() || sentence_->words[np.head].tag() == Tag::pronoun) return;
  Trace trace{self.who, number_, np.gender, np.number, np.function == Function::subject && np.leader == none};
  if (trace.number == 0 && self.who.size() == 1) {
    const ActorClass kind = discourse_.entity(self.who.front()).node.actor_class;
    if (kind == ActorClass::person || kind == ActorClass::place || kind == ActorClass::state) trace.number = Inflection::singular;
  }
  if (self.acting)
    for (ActorIndex& entity : trace.entities) entity = as_actor(discourse_, language_, entity);
  if (np.leader == none && np.next_member != none) {
    Trace all = trace;
    for (std::uint32_t member = np.next_member; member != none; member = syntax_->phrases[member].next_member) append(all.entities, phrase(member).who);
    all.number = Inflection::plural;
    all.gender = 0;
    discourse_.trace(std::move(all));
    trace.number = Inflection::singular;
  }
  if (self.who.size() == 1 && discourse_.entity(self.who.front()).gender != Gender::unknown)
    trace.gender = discourse_.entity(self.who.front()).gender == Gender::feminine ? Inflection::feminine : Inflection::masculine;
  discourse_.trace(std::move(trace));
}

}  // namespace entente
