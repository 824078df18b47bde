#include <algorithm>

#include "extract/resolve/references.hpp"

namespace entente {

bool ReferenceResolver::words_follow(const NounPhrase& np, const std::vector<WordId>& rest) const {
  std::size_t matched = 0;
  for (std::uint32_t at = np.head + 1; at < np.end && matched < rest.size(); ++at)
    matched += sentence_->words[at].may_be(rest[matched]);
  return matched == rest.size();
}

/// "le commandant de la 110e brigade": of one of several, not of the whole army.
bool ReferenceResolver::is_of_unit(std::uint32_t index) const {
  const std::uint32_t unit = complement(index, language_.genitive());
  if (unit == none || syntax_->phrases[unit].class_entry == no_id) return false;
  const NounPhrase& of = syntax_->phrases[unit];
  return sentence_->words[of.head - (of.head > of.begin ? 1 : 0)].tag() == Tag::numeral;
}

/// "le président déchu", "l'ancien premier ministre": of those named, who held the office once.
void ReferenceResolver::by_former_office(const NounPhrase& np, Referents& out) {
  if (np.role == no_id || !definite(np) || np.name != none || (np.number & Inflection::singular) == 0) return;
  const auto is_of_owner = [&](const Tenure& tenure) {
    return out.owners.empty() || std::ranges::any_of(out.owners, [&](ActorIndex owner) {
             return discourse_.entity(as_actor(discourse_, language_, owner)).actor == tenure.of;
           });
  };
  for (const Trace& trace : discourse_.recent())
    for (const ActorIndex entity : trace.entities)
      for (const Tenure& tenure : discourse_.entity(entity).roles)
        if (tenure.role == np.role && discourse_.is_over(tenure) && is_of_owner(tenure)) return add_new(out.who, {entity});
}

/// "les forces loyales au gouvernement": they are of that side.
void ReferenceResolver::by_loyalty(std::uint32_t index, const NounPhrase& np, Referents& out) {
  if (np.class_entry == no_id || language_.entry(np.class_entry).names_class != ActorClass::armed_forces) return;
  for (std::uint32_t i = index + 1; i < syntax_->phrases.size() && i < index + 3; ++i) {
    const NounPhrase& adjective = syntax_->phrases[i];
    const std::uint32_t leader = complement(i, language_.dative());
    if (adjective.apposition_to != index || leader == none || !is_of_supporters(sentence_->words[adjective.head])) continue;
    const auto who = phrase(leader).who;
    for (const ActorIndex owner : who)
      add_new(out_->phrases[index].who, {discourse_.side_of(as_actor(discourse_, language_, owner), true)});
    out.named = !out.who.empty();
  }
}

/// "loyal", "fidèle": an adjective of those who support whom its complement names, and no place.
bool ReferenceResolver::is_of_supporters(const Word& adjective) const {
  if (adjective.tag() != Tag::adjective) return false;
  return std::ranges::any_of(language_.adjectives(adjective.lemma()), [&](const Phrase& phrase) {
    return std::ranges::any_of(language_.entry(phrase.entry).frames, [&](const Frame& frame) {
      return has_slot(frame.source, Slot::modified) && !language_.ontology().relations[frame.relation].reaches(ActorClass::place);
    });
  });
}

/// "son homologue iranien": the office of whom the possessive means, and not his own organisation.
RoleId ReferenceResolver::role_of_counterpart(const NounPhrase& np, Referents& out) {
  Anaphor anaphor = looking_back(np.head, np.clause, role_of(np));
  anaphor.number = Inflection::singular;
  anaphor.reflexive = true;
  const auto self = most_salient(discourse_, anaphor);
  RoleId role = np.role;
  const auto day = discourse_.date();
  for (const ActorIndex person : self)
    for (const Tenure& tenure : discourse_.entity(person).roles) {
      const bool over = day && tenure.until && *tenure.until < *day;
      const bool not_yet = day && tenure.from && *day < *tenure.from;
      if (!over && !not_yet) role = tenure.role;
    }
  std::erase_if(out.owners, [&](ActorIndex owner) { return std::ranges::find(self, owner) != self.end(); });
  return role;
}

/// "un chef du groupe", "les chefs du groupe", "le commandant de la 110e brigade": one or more of several.
bool ReferenceResolver::is_one_of_several(std::uint32_t index, const NounPhrase& np, const Referents& self) const {
  const bool several = sentence_->words[np.head].reading.number == Inflection::plural && self.owners.size() == 1;
  return several || np.determiner.has(Feature::Indefinite) || np.determiner.has(Feature::Quantifier) || is_of_unit(index);
}

/// "le président du pays": of whom the text has spoken as such, or who holds the office, or who else is one of theirs.
void ReferenceResolver::holder_of_owners(const NounPhrase& np, RoleId role, Referents& out) {
  std::vector<ActorIndex> organisations;
  for (const ActorIndex owner : out.owners) organisations.push_back(as_actor(discourse_, language_, owner));
  if (const auto known = discourse_.nearest_of(organisations, role)) return add_new(out.who, {*known});
  for (const ActorIndex organisation : organisations) {
    const ActorId of = discourse_.entity(organisation).actor;
    if (of == no_id) continue;
    if (const ActorId holder = discourse_.holder(role, of, np.gender); holder != no_id) add_new(out.who, {discourse_.of(holder)});
  }
  const bool one = (np.number & Inflection::singular) != 0 && (np.number & Inflection::plural) == 0;
  if (one && out.who.size() > 1) out.who.clear();  // "le roi" is not several
  if (!out.who.empty()) return;
  if (const auto known = discourse_.nearest_of(out.owners)) add_new(out.who, {*known});
}

/// "le président": of whom the text has spoken as such, or who it is in the country that the text is about.
void ReferenceResolver::holder_here(const NounPhrase& np, RoleId role, Referents& out) {
  if (const auto known = discourse_.nearest_with_role(role)) return add_new(out.who, {*known});
  const ActorId country = country_here();
  const ActorId holder = country != no_id ? discourse_.holder(role, country, np.gender) : no_id;
  if (holder != no_id) add_new(out.who, {discourse_.of(holder)});
}

/// "un porte-parole de l'armée": whoever he is, the office speaks.
void ReferenceResolver::office_of_owners(Referents& out) {
  std::vector<ActorIndex> offices;
  for (const ActorIndex owner : out.owners) {
    const ActorIndex office = as_actor(discourse_, language_, owner);
    const ActorClass kind = discourse_.entity(office).node.actor_class;
    if (kind != ActorClass::place && kind != ActorClass::facility) offices.push_back(office);
  }
  if (offices.empty()) return;
  out.office = true;
  add_new(out.who, offices);
}

void ReferenceResolver::by_role(std::uint32_t index, const NounPhrase& np, Referents& out) {
  const bool counterpart = head_features(np).has(Feature::Counterpart);
  if ((np.role == no_id && !counterpart) || of_unknown_origin(np)) return;
  if (is_former(np)) return by_former_office(np, out);
  const RoleId role = counterpart ? role_of_counterpart(np, out) : np.role;
  if (role == no_id) return;
  if (out.owners.empty()) {
    if (definite(np)) holder_here(np, role, out);
    return;
  }
  if (!is_one_of_several(index, np, out)) holder_of_owners(np, role, out);
  if (out.who.empty()) office_of_owners(out);
}

/// "Les rebelles ont pris Hama": the sentence names a country of others of whom the noun may be said, and not the group's own.
bool ReferenceResolver::speaks_of_others(const Description& one, const std::vector<const Description*>& all) const {
  const ActorId own = discourse_.country_of(one.actor);
  const auto& lies_in = language_.ontology().actors[one.actor].located_in;  // several, of a group across borders
  if (own == no_id) return false;
  bool others = false;
  for (const Word& word : sentence_->words) {
    if (!word.is_name()) continue;
    const ActorId country = discourse_.country_of(sentence_->names[word.name_begin].actor);
    if (country == own || std::ranges::find(lies_in, country) != lies_in.end()) return false;
    others |= country != no_id &&
              std::ranges::any_of(all, [&](const Description* other) { return discourse_.country_of(other->actor) == country; });
  }
  return others;
}

/// "les autorités locales", "l'armée rebelle": not those of the state.
bool ReferenceResolver::is_of_a_part(const NounPhrase& np) const {
  return sentence_->any_has(np.head + 1, np.end, Feature::Subnational);
}

/// "le groupe rebelle": the group that the text has just named, not one of which only the country makes us think.
bool ReferenceResolver::looks_back_to_group(const NounPhrase& np, ActorClass kind) const {
  constexpr std::uint32_t groups = class_bit(ActorClass::armed_group) | class_bit(ActorClass::alliance);
  if ((groups & class_bit(kind)) == 0 || !definite(np) || (np.number & Inflection::plural) != 0) return false;
  const auto known = discourse_.nearest(groups, number_, 1);
  return known && discourse_.entity(*known).actor != no_id && discourse_.entity(*known).naming == Naming::by_name;
}

/// What the head, or an adjective of a noun for a group, may describe: "les rebelles", "les factions rebelles".
std::vector<const Description*> ReferenceResolver::descriptions_of(const NounPhrase& np, ActorClass kind) const {
  constexpr std::uint32_t groups = class_bit(ActorClass::armed_group) | class_bit(ActorClass::armed_forces) |
                                   class_bit(ActorClass::alliance) | class_bit(ActorClass::organization);
  std::vector<const Description*> out;
  const auto collect = [&](WordId word) {
    for (const Description& description : language_.descriptions(word)) out.push_back(&description);
  };
  const Word& head = sentence_->words[np.head];
  collect(head.surface);
  for (const Reading& reading : head.candidates)
    if (reading.tag == head.tag() && reading.lemma != head.surface) collect(reading.lemma);
  for (std::uint32_t at = np.begin; (groups & class_bit(kind)) != 0 && at < np.end; ++at)
    if (at != np.head && sentence_->words[at].tag() == Tag::adjective && sentence_->words[at].prefix == 0)
      collect(sentence_->words[at].lemma());
  return out;
}

/// "les rebelles de Jaich al-Islam": the group that a complement names; none where there is no such.
ActorIndex ReferenceResolver::group_in_complement(std::uint32_t index) {
  const std::uint32_t genitive = complement(index, language_.genitive());
  if (genitive == none) return none;
  for (const ActorIndex owner : phrase(genitive).who) {
    const Entity& entity = discourse_.entity(owner);
    const bool group = entity.node.actor_class == ActorClass::armed_group || entity.node.actor_class == ActorClass::alliance;
    if (group && !entity.generic) return owner;  // not "cette alliance de groupes armés"
  }
  return none;
}

/// The countries of which adjectives, a possessive ("son armée") or a complement say that it is.
std::vector<ActorId> ReferenceResolver::countries_stated(std::uint32_t index, const NounPhrase& np, const Referents& self) {
  std::vector<ActorId> out = demonyms(np);
  if (np.determiner.has(Feature::Possessive))
    for (const ActorIndex owner : self.owners)
      if (const ActorId actor = discourse_.entity(owner).actor; actor != no_id) out.push_back(discourse_.country_of(actor));
  if (const std::uint32_t genitive = complement(index, language_.genitive()); genitive != none)
    for (const ActorIndex owner : phrase(genitive).who) {
      const ActorId actor = discourse_.entity(owner).actor;
      if (actor != no_id && discourse_.country_of(actor) != no_id) out.push_back(discourse_.country_of(actor));
    }
  return out;
}

/// Those of the groups described of which the text has spoken: they are meant before one of which its country alone makes us
/// think.
std::vector<const Description*> ReferenceResolver::spoken_of(const NounPhrase& np,
                                                             const std::vector<const Description*>& descriptions) const {
  std::vector<const Description*> out;
  std::ranges::copy_if(descriptions, std::back_inserter(out), [&](const Description* one) {
    const ActorClass described = language_.ontology().actors[one->actor].actor_class;
    const bool group = described == ActorClass::armed_group || described == ActorClass::alliance;
    return group && words_follow(np, one->rest) && discourse_.has_spoken_of(one->actor) && !speaks_of_others(*one, descriptions);
  });
  return out;
}

/// How much speaks for the description in this text; 0 where it cannot be meant. `known`: it is a group of which the text has
/// spoken.
unsigned ReferenceResolver::weight_of(const Description& one, bool known, const NounPhrase& np,
                                      const std::vector<ActorId>& countries) const {
  const ActorId country = discourse_.country_of(one.actor);
  if (one.everywhere && country == no_id) return 1;
  const unsigned weight = discourse_.topic_weight(country) + (known ? 1 : 0);
  if (!countries.empty()) {
    const bool stated =
        std::ranges::find(countries, country) != countries.end() || std::ranges::find(countries, one.actor) != countries.end();
    return stated ? weight + 1000 : 0;
  }
  // "une armée" is any army; "des rebelles" are the rebels.
  if (np.determiner.has(Feature::Indefinite) && (np.number & Inflection::plural) == 0) return 0;
  // An army or a government without more is that of the country that the text is mostly about.
  const ActorClass kind = language_.ontology().actors[one.actor].actor_class;
  const bool power = kind == ActorClass::armed_forces || kind == ActorClass::government;
  const bool main = 2 * weight >= discourse_.topic_weight(discourse_.main_country());
  return power && (!main || is_of_a_part(np)) ? 0 : weight;
}

/// The actor with the longest description that follows the head, of these the weightiest; no_id where none is meant. `known`: all
/// of them are groups of which the text has spoken.
ActorId ReferenceResolver::best_described(const std::vector<const Description*>& descriptions, bool known, const NounPhrase& np,
                                          const std::vector<ActorId>& countries) const {
  ActorId best = no_id;
  std::size_t best_length = 0;
  unsigned best_weight = 0;
  for (const Description* one : descriptions) {
    if (!words_follow(np, one->rest)) continue;
    const unsigned weight = weight_of(*one, known, np, countries);
    if (weight == 0) continue;
    const std::size_t length = one->rest.size();
    if (best != no_id && (length < best_length || (length == best_length && weight <= best_weight))) continue;
    best = one->actor;
    best_length = length;
    best_weight = weight;
  }
  return best;
}

/// "les rebelles", "le régime", "l'armée": whose country the text is about.
void ReferenceResolver::by_description(std::uint32_t index, const NounPhrase& np, Referents& out) {
  const ActorClass kind = np.class_entry != no_id ? language_.entry(np.class_entry).names_class : ActorClass::actor;
  const auto descriptions = descriptions_of(np, kind);
  if (descriptions.empty() || of_unknown_origin(np)) return;
  if (const ActorIndex group = group_in_complement(index); group != none) return add_new(out.who, {group});
  const auto countries = countries_stated(index, np, out);
  const auto known = countries.empty() ? spoken_of(np, descriptions) : std::vector<const Description*>{};
  const bool group = kind == ActorClass::armed_group || kind == ActorClass::alliance;
  if (group && np.determiner.has(Feature::Demonstrative) && countries.empty() && known.empty()) return;
  const ActorId best = best_described(known.empty() ? descriptions : known, !known.empty(), np, countries);
  if (best == no_id) return;
  const Word& head = sentence_->words[np.head];
  const auto is_best = [&](const Description& description) { return description.actor == best; };
  const bool by_noun = std::ranges::any_of(language_.descriptions(head.surface), is_best) ||
                       std::ranges::any_of(language_.descriptions(head.lemma()), is_best);
  if (!by_noun && countries.empty() && known.empty() && looks_back_to_group(np, kind)) return;
  const ActorIndex actor = discourse_.of(best);
  add_new(out.who, {actor});
  if (!np.determiner.has(Feature::Possessive))  // "son armée" names nobody
    discourse_.call(actor, phrase_label(index), by_noun ? Naming::by_noun : Naming::by_adjective);
  mention(actor, np.head, np.head);
}

}  // namespace entente
