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

void ReferenceResolver::by_role(std::uint32_t index, const NounPhrase& np, Referents& out) {
  const Features head = head_features(np);
  if ((np.role == no_id && !head.has(Feature::Counterpart)) || of_unknown_origin(np)) return;
  if (is_former(np)) return by_former_office(np, out);
  RoleId role = np.role;
  if (head.has(Feature::Counterpart)) {
    // "son homologue iranien": the same office elsewhere.
    Anaphor anaphor = looking_back(np.head, np.clause, role_of(np));
    anaphor.number = Inflection::singular;
    anaphor.reflexive = true;
    const auto self = most_salient(discourse_, anaphor);
    for (const ActorIndex person : self)
      for (const Tenure& tenure : discourse_.entity(person).roles) {
        const auto day = discourse_.date();
        const bool over = day && tenure.until && *tenure.until < *day;
        const bool not_yet = day && tenure.from && *day < *tenure.from;
        if (!over && !not_yet) role = tenure.role;
      }
    std::erase_if(out.owners, [&](ActorIndex owner) { return std::find(self.begin(), self.end(), owner) != self.end(); });
    if (role == no_id) return;
  }
  const bool several =
      sentence_->words[np.head].reading.number == Inflection::plural && out.owners.size() == 1;  // "les chefs du groupe"
  const bool indefinite =
      np.determiner.has(Feature::Indefinite) || np.determiner.has(Feature::Quantifier) || several || is_of_unit(index);
  if (!out.owners.empty() && !indefinite) {
    std::vector<ActorIndex> organisations;
    for (const ActorIndex owner : out.owners) organisations.push_back(as_actor(discourse_, language_, owner));
    if (const auto known = discourse_.nearest_of(organisations, role)) add_new(out.who, {*known});
  }
  if (out.who.empty() && !out.owners.empty() && !indefinite) {
    for (const ActorIndex owner : out.owners) {
      const ActorId of = discourse_.entity(as_actor(discourse_, language_, owner)).actor;
      if (of == no_id) continue;
      if (const ActorId holder = discourse_.holder(role, of, np.gender); holder != no_id)
        add_new(out.who, {discourse_.of(holder)});
    }
    const bool one = (np.number & Inflection::singular) != 0 && (np.number & Inflection::plural) == 0;
    if (one && out.who.size() > 1) out.who.clear();  // "le roi" is not several
  }
  if (out.who.empty() && !out.owners.empty() && !indefinite) {
    if (const auto known = discourse_.nearest_of(out.owners)) add_new(out.who, {*known});
  }
  if (out.who.empty() && out.owners.empty() && definite(np)) {
    if (const auto known = discourse_.nearest_with_role(role)) {
      add_new(out.who, {*known});
    } else if (const ActorId country = country_here(); country != no_id) {
      if (const ActorId holder = discourse_.holder(role, country, np.gender); holder != no_id)
        add_new(out.who, {discourse_.of(holder)});
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
    add_new(out.who, offices);
  }
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

/// "les rebelles", "le régime", "l'armée": whose country the text is about.
void ReferenceResolver::by_description(std::uint32_t index, const NounPhrase& np, Referents& out) {
  const Word& head = sentence_->words[np.head];
  std::vector<const Description*> descriptions;
  const auto collect = [&](WordId word) {
    for (const Description& description : language_.descriptions(word)) descriptions.push_back(&description);
  };
  collect(head.surface);
  for (const Reading& reading : head.candidates)
    if (reading.tag == head.tag() && reading.lemma != head.surface) collect(reading.lemma);
  const ActorClass kind = np.class_entry != no_id ? language_.entry(np.class_entry).names_class : ActorClass::actor;
  if (kind == ActorClass::armed_group || kind == ActorClass::armed_forces || kind == ActorClass::alliance ||
      kind == ActorClass::organization)  // "les factions rebelles"
    for (std::uint32_t at = np.begin; at < np.end; ++at)
      if (at != np.head && sentence_->words[at].tag() == Tag::adjective && sentence_->words[at].prefix == 0)
        collect(sentence_->words[at].lemma());
  if (descriptions.empty() || of_unknown_origin(np)) return;
  // "une armée" is any army; "des rebelles" are the rebels.
  const bool any = np.determiner.has(Feature::Indefinite) && (np.number & Inflection::plural) == 0;
  const auto states = demonyms(np);
  std::vector<ActorId> countries = states;
  if (np.determiner.has(Feature::Possessive))  // "son armée": of whom the possessive means
    for (const ActorIndex owner : out.owners)
      if (const ActorId actor = discourse_.entity(owner).actor; actor != no_id) countries.push_back(discourse_.country_of(actor));
  const unsigned main_weight = discourse_.topic_weight(discourse_.main_country());
  if (const std::uint32_t genitive = complement(index, language_.genitive()); genitive != none)
    for (const ActorIndex owner : phrase(genitive).who) {
      const Entity& entity = discourse_.entity(owner);
      const bool named = !entity.generic;  // not "cette alliance de groupes armés"
      if (named && (entity.node.actor_class == ActorClass::armed_group || entity.node.actor_class == ActorClass::alliance)) {
        add_new(out.who, {owner});  // "les rebelles de Jaich al-Islam"
        return;
      }
      if (entity.actor != no_id && discourse_.country_of(entity.actor) != no_id)
        countries.push_back(discourse_.country_of(entity.actor));
    }
  // A group that the text has spoken of is meant before one of which its country alone makes us think.
  const auto is_spoken_of = [&](const Description* one) {
    const ActorClass described = language_.ontology().actors[one->actor].actor_class;
    const bool group = described == ActorClass::armed_group || described == ActorClass::alliance;
    return group && words_follow(np, one->rest) && discourse_.has_spoken_of(one->actor) && !speaks_of_others(*one, descriptions);
  };
  std::vector<const Description*> spoken_of;
  if (countries.empty()) std::ranges::copy_if(descriptions, std::back_inserter(spoken_of), is_spoken_of);
  const bool group = kind == ActorClass::armed_group || kind == ActorClass::alliance;
  if (group && np.determiner.has(Feature::Demonstrative) && countries.empty() && spoken_of.empty()) return;
  ActorId best = no_id;
  std::size_t best_length = 0;
  unsigned best_weight = 0;
  for (const Description* one : spoken_of.empty() ? descriptions : spoken_of) {
    const Description& description = *one;
    if (!words_follow(np, description.rest)) continue;
    const ActorId country = discourse_.country_of(description.actor);
    const bool everywhere = description.everywhere && country == no_id;
    unsigned weight = everywhere ? 1 : discourse_.topic_weight(country) + (spoken_of.empty() ? 0 : 1);
    if (!countries.empty() && !everywhere) {
      const bool stated = std::find(countries.begin(), countries.end(), country) != countries.end() ||
                          std::find(countries.begin(), countries.end(), description.actor) != countries.end();
      if (!stated) continue;
      weight += 1000;
    }
    // An army or a government without more is that of the country that the text is mostly about.
    const ActorClass kind_of = language_.ontology().actors[description.actor].actor_class;
    const bool power = kind_of == ActorClass::armed_forces || kind_of == ActorClass::government;
    if (power && countries.empty() && !everywhere && (2 * weight < main_weight || is_of_a_part(np))) continue;
    if (weight == 0 || (any && countries.empty() && !everywhere)) continue;
    if (best == no_id || description.rest.size() > best_length ||
        (description.rest.size() == best_length && weight > best_weight)) {
      best = description.actor;
      best_length = description.rest.size();
      best_weight = weight;
    }
  }
  if (best == no_id) return;
  const auto is_best = [&](const Description& description) { return description.actor == best; };
  const bool by_noun = std::ranges::any_of(language_.descriptions(head.surface), is_best) ||
                       std::ranges::any_of(language_.descriptions(head.lemma()), is_best);
  if (!by_noun && countries.empty() && spoken_of.empty() && looks_back_to_group(np, kind)) return;
  const ActorIndex actor = discourse_.of(best);
  add_new(out.who, {actor});
  if (!np.determiner.has(Feature::Possessive))  // "son armée" names nobody
    discourse_.call(actor, phrase_label(index), by_noun ? Naming::by_noun : Naming::by_adjective);
  mention(actor, np.head, np.head);
}

}  // namespace entente
