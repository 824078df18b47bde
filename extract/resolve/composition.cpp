#include <algorithm>

#include "extract/resolve/references.hpp"

namespace entente {
namespace {

constexpr std::uint32_t group_classes = class_bit(ActorClass::armed_group) | class_bit(ActorClass::alliance) |
                                        class_bit(ActorClass::organization) | class_bit(ActorClass::ngo) |
                                        class_bit(ActorClass::international_organization);

constexpr unsigned farthest_place = 8;  // sentences

/// The classes of entities that a definite noun of a class may look back to; `several`: the fighters, not the group.
std::uint32_t reference_classes(ActorClass named, bool several) {
  switch (named) {
    case ActorClass::alliance:
      return class_bit(ActorClass::alliance);
    case ActorClass::armed_group:
      return class_bit(ActorClass::armed_group) | class_bit(ActorClass::alliance) |
             (several ? 0 : class_bit(ActorClass::organization));
    case ActorClass::organization:
      return group_classes;
    case ActorClass::ngo:
      return class_bit(ActorClass::ngo) | class_bit(ActorClass::organization);
    case ActorClass::international_organization:
      return class_bit(ActorClass::international_organization) | class_bit(ActorClass::alliance);
    default:
      return class_bit(named);
  }
}

}  // namespace

/// The states and peoples whose adjective modifies the head, or is it.
std::vector<ActorId> ReferenceResolver::demonyms(const NounPhrase& np, std::vector<std::uint32_t>* words) const {
  std::vector<ActorId> out;
  for (std::uint32_t at = np.begin; at < np.end; ++at) {
    const Word& word = sentence_->words[at];
    if ((word.prefix != 0 && !word.is_name()) || word.tag() == Tag::determiner || word.is_name()) continue;
    auto found = language_.demonyms(word.surface);
    for (auto reading = word.candidates.begin(); found.empty() && reading != word.candidates.end(); ++reading)
      found = language_.demonyms(reading->lemma);
    if (found.empty()) continue;
    ActorId best = found.front();
    for (const ActorId actor : found)
      if (discourse_.topic_weight(discourse_.country_of(actor)) > discourse_.topic_weight(discourse_.country_of(best)))
        best = actor;
    out.push_back(best);
    if (words != nullptr) words->push_back(at);
  }
  return out;
}

/// "le président zorgien": an adjective that no dictionary has may say whose, so it is not that of the text.
bool ReferenceResolver::of_unknown_origin(const NounPhrase& np) const {
  for (std::uint32_t at = np.head + 1; at < np.end; ++at) {
    const Word& word = sentence_->words[at];
    if (word.tag() == Tag::adjective && !word.is_name() && word.prefix == 0 && word.reading.lemma == 0 &&
        word.reading.dictionary_lemma == no_id)
      return true;
  }
  return false;
}

/// The country of whom the sentence has spoken last, else of what the text is about.
ActorId ReferenceResolver::country_here() const {
  constexpr std::uint32_t powers =
      class_bit(ActorClass::state) | class_bit(ActorClass::government) | class_bit(ActorClass::armed_forces);
  if (const auto known = discourse_.nearest(powers, number_, 0))
    if (const ActorId actor = discourse_.entity(*known).actor; actor != no_id) return discourse_.country_of(actor);
  return discourse_.main_country();
}

bool ReferenceResolver::is_former(const NounPhrase& np) const { return sentence_->any_has(np.begin, np.end, Feature::Ancestral); }

/// "un bombardement imputé à Damas"
bool ReferenceResolver::alleged(const NounPhrase& np) const { return sentence_->any_has(np.begin, np.end, Feature::Alleged); }

/// "une attaque", "des frappes": somebody does it, whom a complement or an adjective may name.
bool ReferenceResolver::is_deed(const NounPhrase& np) const {
  if (np.class_entry != no_id || np.role != no_id) return false;
  return std::ranges::any_of(language_.nouns(sentence_->words[np.head].lemma()), [&](const Phrase& noun) {
    return std::ranges::any_of(language_.entry(noun.entry).frames, [](const Frame& frame) {
      return has_slot(frame.source, Slot::genitive) && !has_slot(frame.target, Slot::self);
    });
  });
}

/// "une attaque rebelle": by whom the text's country makes of the word, else the only group of which the text has spoken, if such
/// a noun is said of groups.
std::optional<ActorIndex> ReferenceResolver::side_called(const Word& word) const {
  if (const ActorId side = described(word); side != no_id) return discourse_.of(side);
  const auto names_group = [&](const Phrase& noun) {
    return noun.rest.empty() && language_.entry(noun.entry).names_class == ActorClass::armed_group;
  };
  if (word.tag() != Tag::adjective || std::ranges::none_of(language_.class_nouns(word.lemma()), names_group)) return {};
  return discourse_.only(class_bit(ActorClass::armed_group));
}

/// Whom the text's country makes of "rebelle", "loyaliste"; no_id where nobody.
ActorId ReferenceResolver::described(const Word& word) const {
  if (word.tag() != Tag::adjective && word.tag() != Tag::noun) return no_id;
  ActorId best = no_id;
  unsigned best_weight = 0;
  for (const Description& description : language_.descriptions(word.lemma())) {
    const unsigned weight = discourse_.topic_weight(discourse_.country_of(description.actor));
    if (!description.rest.empty() || weight <= best_weight) continue;
    best = description.actor;
    best_weight = weight;
  }
  return best;
}

bool ReferenceResolver::is_state(ActorId actor) const {
  return language_.ontology().actors[actor].actor_class == ActorClass::state;
}

/// "Ankara et ses supplétifs syriens", "ses mercenaires soudanais": fighters of somebody's, who act for no other state.
bool ReferenceResolver::comes_from_there(std::uint32_t index) const {
  const NounPhrase& np = syntax_->phrases[index];
  if (complement(index, language_.genitive()) != none) return false;  // "ses supplétifs russes de Wagner"
  if (!np.determiner.has(Feature::Possessive) || (np.number & Inflection::singular) != 0) return false;
  if (sentence_->words[np.head].tag() == Tag::adjective) return true;
  if (np.class_entry == no_id) return false;
  const ActorClass kind = language_.entry(np.class_entry).names_class;
  return kind == ActorClass::armed_forces || kind == ActorClass::armed_group;
}

void ReferenceResolver::find_owners(std::uint32_t index, const NounPhrase& np, Referents& out) {
  std::vector<std::uint32_t> words;
  const auto states = demonyms(np, &words);
  const bool government = np.class_entry != no_id && language_.entry(np.class_entry).names_class == ActorClass::government;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (words[i] == np.head || (comes_from_there(index) && is_state(states[i]))) continue;
    add_new(out.owners, {discourse_.of(states[i])});
    if (!government || language_.government_of(states[i]) == states[i]) mention(discourse_.of(states[i]), words[i], words[i]);
  }
  const bool officer =
      np.role != no_id || (np.class_entry != no_id && language_.entry(np.class_entry).names_class == ActorClass::person);
  for (std::uint32_t at = np.head + 1; (officer || is_deed(np)) && at < np.end; ++at)  // "un commandant rebelle"
    if (const auto side = side_called(sentence_->words[at])) add_new(out.owners, {*side});
  if (const std::uint32_t genitive = complement(index, language_.genitive()); genitive != none) {
    std::vector<ActorIndex> owners;
    for (std::uint32_t member = genitive; member != none; member = syntax_->phrases[member].next_member)
      add_new(owners, phrase(member).who);
    const auto is_group = [&](ActorIndex owner) {
      const Entity& entity = discourse_.entity(owner);
      return !entity.generic && (group_classes & class_bit(entity.node.actor_class)) != 0;
    };
    if (!is_deed(np) && std::ranges::any_of(owners, is_group)) out_->phrases[index].owners.clear();  // "la branche yéménite de X"
    // "ont assuré l'émir de leur soutien": of whom an office is says a name or a noun of its own.
    const bool through = np.role == no_id || !syntax_->phrases[genitive].determiner.has(Feature::Possessive);
    // "livraisons d'armes de X", "un convoi de l'ONU": through what has no referent of its own.
    if (owners.empty() && through &&
        !head_features(syntax_->phrases[genitive]).has(Feature::Origin))  // not "de fabrication turque"
      add_new(owners, phrase(genitive).owners);
    add_new(out_->phrases[index].owners, owners);
  }
  if (const std::uint32_t blamed = complement(index, language_.dative()); blamed != none && alleged(np)) {
    const auto who = phrase(blamed).who;
    for (const ActorIndex actor : who) add_new(out_->phrases[index].owners, {as_actor(discourse_, language_, actor)});
  }
  // "la France, dont le pays …", "le plateau, dont il occupe la majeure partie"
  if (np.clause != none && complement(index, language_.genitive()) == none && !np.determiner.has(Feature::Possessive) &&
      (np.function == Function::subject || np.function == Function::object)) {
    const Clause& clause = syntax_->clauses[np.clause];
    const bool another = np.function == Function::object && !definite(np);  // "dont l'armée a pris deux villes"
    if (clause.kind == ClauseKind::relative && clause.marked(Feature::RelativeGenitive) && clause.antecedent != none &&
        clause.antecedent < index && !another) {
      const auto who = phrase(clause.antecedent).who;
      add_new(out_->phrases[index].owners, who);
    }
  }
  if (np.determiner.has(Feature::Possessive)) {
    if (np.determiner.has(Feature::SpeakerPerson)) return;
    add_new(out_->phrases[index].owners, possessor(np));
  }
}

/// By a possessive, or by the relative pronoun of its clause: "ses troupes", "X, dont les troupes …".
bool ReferenceResolver::possessed(const NounPhrase& np) const {
  if (np.determiner.has(Feature::Possessive)) return true;
  if (np.clause == none || (np.function != Function::subject && np.function != Function::object)) return false;
  const Clause& clause = syntax_->clauses[np.clause];
  return clause.kind == ClauseKind::relative && clause.marked(Feature::RelativeGenitive);
}

/// "forces russes", "ministère turc", "les Russes", "les combattants de HTS".
void ReferenceResolver::by_composition(std::uint32_t index, const NounPhrase& np, Referents& out) {
  if (is_former(np) || head_features(np).has(Feature::Neighbour)) return;  // "l'ancienne branche de X", "son voisin"
  const Features head = head_features(np);
  const ActorClass kind = np.class_entry != no_id ? language_.entry(np.class_entry).names_class : ActorClass::actor;
  std::vector<std::uint32_t> words;
  const auto states = demonyms(np, &words);
  // "des mercenaires roumains", "trois hommes syriens" do not act for the state that they come from.
  const bool people = kind == ActorClass::armed_group || kind == ActorClass::person;
  const bool facility = kind == ActorClass::facility || (kind == ActorClass::place && !head.has(Feature::ActsFor));
  bool belongs = kind == ActorClass::state || kind == ActorClass::government || kind == ActorClass::armed_forces ||
                 head.has(Feature::ActsFor);
  for (std::size_t i = 0; i < states.size(); ++i) {
    const ActorId state = states[i];
    const bool is_state = this->is_state(state);
    if (is_state && comes_from_there(index)) continue;
    ActorId actor = state;
    if (words[i] != np.head && is_state && kind == ActorClass::government) actor = language_.government_of(state);
    const bool of_place = language_.ontology().actors[state].actor_class == ActorClass::place;  // "les rebelles tigréens"
    const bool people_of_it =
        facility && language_.ontology().actors[state].actor_class == ActorClass::population;  // "bourg druze"
    const bool stands_for = words[i] == np.head || (belongs && !facility && !(people && is_state)) ||
                            (!is_state && !(people && of_place) && !people_of_it);
    ActorIndex entity = discourse_.of(stands_for ? actor : state);
    if (words[i] == np.head && language_.ontology().actors[state].actor_class == ActorClass::place)
      entity = discourse_.discover(label_of(words[i], words[i] + 1), ActorClass::population, false);  // "les Tigréens"
    if (stands_for) add_new(out.who, {entity});
    if (actor != state || words[i] == np.head) mention(entity, words[i], words[i]);
    if (words[i] == np.head && (group_classes & class_bit(discourse_.entity(entity).node.actor_class)) != 0)
      discourse_.call(entity, label_of(words[i], words[i] + 1), Naming::by_label);  // "les shebab", rather than "les islamistes"
    const bool power = kind == ActorClass::armed_forces || kind == ActorClass::government;
    if (power && definite(np) && words[i] != np.head && states.size() == 1)
      discourse_.call(entity, phrase_label(index), Naming::by_noun);
  }
  if (!out.who.empty()) {
    out.named = true;
    return;
  }
  belongs = belongs && (kind != ActorClass::person || (np.number & Inflection::plural) != 0);
  for (const Phrase& trigger : language_.nouns(sentence_->words[np.head].lemma()))
    if (words_follow(np, trigger.rest))
      for (const Frame& frame : language_.entry(trigger.entry).frames)
        if (has_slot(frame.source, Slot::self) || has_slot(frame.target, Slot::self)) return;  // "leurs alliés" are others
  if (kind == ActorClass::alliance || kind == ActorClass::armed_group) belongs = true;
  const bool share = head.has(Feature::PartitivePart) || sentence_->words[np.head].tag() == Tag::numeral;
  const std::uint32_t genitive = complement(index, language_.genitive());
  const bool from = genitive != none && np.determiner.has(Feature::Possessive) && belongs;  // "ses commandos de Mindanao"
  if (genitive == none || from) {
    if (belongs && possessed(np))  // "son armée", "HTS, dont les combattants"
      for (const ActorIndex owner : out.owners) add_new(out.who, {discourse_.side_of(owner, kind == ActorClass::armed_forces)});
    if (share) add_new(out.who, out.owners);
    return;
  }
  if (share) add_new(out_->phrases[index].owners, phrase(genitive).owners);
  if (lies_in(np, genitive)) {
    out_->phrases[index].owners.clear();
    return;
  }
  if (belongs || head.has(Feature::NamedAfter) || head.has(Feature::PartOf) || share || head.has(Feature::FewOf)) {
    const bool fighters =
        (kind == ActorClass::armed_group || kind == ActorClass::armed_forces) && (np.number & Inflection::singular) == 0;
    for (std::uint32_t member = genitive; member != none; member = syntax_->phrases[member].next_member) {
      if (fighters && of_towns(phrase(member).who)) continue;  // "les milices de Misrata"
      const auto who = phrase(member).who;
      for (const ActorIndex owner : who) {
        const ActorIndex side =
            belongs ? discourse_.side_of(as_actor(discourse_, language_, owner), kind == ActorClass::armed_forces) : owner;
        const bool place = (place_classes & class_bit(discourse_.entity(side).node.actor_class)) != 0;
        if (place && kind == ActorClass::armed_group) continue;  // "les insurgés du Cachemire"
        add_new(out_->phrases[index].who, {side});
      }
    }
    out_->phrases[index].named = phrase(genitive).named;
  }
}

/// The state by whose adjective or name a noun is told from others: "la capitale libyenne", "la capitale de la Libye".
ActorId ReferenceResolver::owner_country(const NounPhrase& np, const Referents& self) const {
  for (const ActorId actor : demonyms(np))
    if (language_.ontology().actors[actor].actor_class == ActorClass::state) return actor;
  for (const ActorIndex owner : self.owners)
    if (discourse_.entity(owner).node.actor_class == ActorClass::state) return discourse_.entity(owner).actor;
  return no_id;
}

/// "Paris fournit des armes aux militaires": a state does nothing to its own without saying so.
bool ReferenceResolver::faces(const NounPhrase& np, ActorId country) const {
  if (np.clause == none || (np.function != Function::object && np.function != Function::oblique)) return false;
  if (np.preposition_lemma == language_.genitive() || np.preposition_lemma == language_.agentive()) return false;
  const std::uint32_t subject = syntax_->clauses[np.clause].subject;
  if (subject == none || !out_->phrases[subject].resolved) return false;
  const auto& who = out_->phrases[subject].who;
  return std::any_of(who.begin(), who.end(), [&](ActorIndex doer) {
    const ActorId actor = discourse_.entity(doer).actor;
    return actor != no_id && discourse_.country_of(actor) == country;
  });
}

/// "la ville du nord de la Syrie", "la deuxième ville du pays": where a town lies is not its name.
bool ReferenceResolver::lies_in(const NounPhrase& np, std::uint32_t genitive) const {
  const Features head = head_features(np);
  if (genitive == none || !head.has(Feature::Settlement) || head.has(Feature::CapitalCity) ||
      (np.number & Inflection::singular) == 0)
    return false;
  const NounPhrase& where = syntax_->phrases[genitive];
  if (where.name != where.head || definite(where)) return true;
  const auto& who = out_->phrases[genitive].who;
  return !who.empty() && discourse_.entity(who.front()).node.actor_class == ActorClass::state;
}

/// In which country a noun says that its place lies: "la deuxième ville de Syrie", "cette cité du Donbass"; no_id where in none.
ActorId ReferenceResolver::country_of_place(std::uint32_t index) const {
  for (const ActorId actor : demonyms(syntax_->phrases[index]))
    if (language_.ontology().actors[actor].actor_class == ActorClass::state) return actor;
  const std::uint32_t where = complement(index, language_.genitive());
  if (where == none || !out_->phrases[where].named || out_->phrases[where].who.size() != 1) return no_id;
  return discourse_.country_of(discourse_.entity(out_->phrases[where].who.front()).actor);
}

/// "la capitale régionale": told from others by something else than its country.
bool ReferenceResolver::qualified(const NounPhrase& np) const {
  for (std::uint32_t at = np.head + 1; at < np.end; ++at)
    if (sentence_->words[at].tag() == Tag::adjective && language_.demonyms(sentence_->words[at].lemma()).empty()) return true;
  return false;
}

/// "la capitale", "le chef-lieu du Nord-Kivu"
void ReferenceResolver::capital(std::uint32_t index, const NounPhrase& np, bool bare, Referents& out) {
  if (np.apposition_to != none) return add_new(out.who, phrase(np.apposition_to).who);  // "Sittwe, la capitale"
  for (std::uint32_t i = index + 1; i < syntax_->phrases.size() && i < index + 3; ++i)
    if (syntax_->phrases[i].apposition_to == index && syntax_->phrases[i].name != none) return;  // "la capitale, Sittwe"
  for (const ActorIndex owner : out.owners)
    if (discourse_.entity(owner).node.actor_class == ActorClass::place)
      if (const auto known = discourse_.nearest_place_in(owner)) return add_new(out.who, {*known});
  if (qualified(np)) return;
  const ActorId country = bare ? discourse_.main_country() : owner_country(np, out);
  if (country != no_id && language_.ontology().actors[country].capital != no_id)
    add_new(out.who, {discourse_.of(language_.ontology().actors[country].capital)});
}

/// "le groupe", "la ville", "le pays": what was just spoken of.
void ReferenceResolver::by_looking_back(std::uint32_t index, const NounPhrase& np, ActorClass kind, Referents& out) {
  const bool place = kind == ActorClass::place || kind == ActorClass::facility;
  const bool settlement = head_features(np).has(Feature::Settlement);
  if (kind == ActorClass::place && !settlement && !head_features(np).has(Feature::NamedAfter) &&
      !np.determiner.has(Feature::Demonstrative))
    return;
  if (told_apart_[index] && kind == ActorClass::alliance) return;
  const bool several = (np.number & Inflection::singular) == 0;
  const bool state = kind == ActorClass::state;
  if ((place || state) && several) return;  // "les bourgs" are not one town
  const PlaceKind called = kind != ActorClass::place ? PlaceKind::any : settlement ? PlaceKind::settlement : PlaceKind::region;
  bool same = false;  // "la même ONG"
  for (std::uint32_t at = np.begin; at < np.head; ++at) {
    same |= sentence_->words[at].has(Feature::SameOne);
    if (state && sentence_->words[at].tag() == Tag::adjective && !sentence_->words[at].has(Feature::SameOne))
      return;  // "le haut pays"
  }
  const unsigned reach = same ? 16 : place ? 3 : 4;
  Anaphor anaphor = looking_back(np.head, np.clause, role_of(np));
  anaphor.classes = reference_classes(kind, several);
  if ((kind == ActorClass::alliance || kind == ActorClass::armed_forces) && np.determiner.has(Feature::Demonstrative))
    anaphor.classes |= class_bit(ActorClass::armed_group);  // "cette alliance", "cette force": groups call themselves so
  anaphor.known = true;
  anaphor.place = called;
  anaphor.noun = sentence_->words[np.head].lemma();
  if (kind == ActorClass::place) anaphor.country = country_of_place(index);
  anaphor.reach = reach;
  if (kind == ActorClass::person) {  // "la chercheuse"
    anaphor.gender = np.gender;
    anaphor.number = np.number;
  }
  std::vector<ActorIndex> doers;
  if (np.function != Function::subject && np.clause != none && !place) {
    const Subject subject = subject_of(np.clause);
    if (subject.phrase == none || subject.phrase < index) doers = who_is(subject);
    anaphor.others = doers;  // "X a quitté le groupe"
  }
  const ActorId main = state && !np.determiner.has(Feature::Demonstrative) ? discourse_.main_country() : no_id;
  if (main != no_id && discourse_.speaks_of(main, number_, reach) &&
      !std::ranges::any_of(doers, [&](ActorIndex doer) { return discourse_.entity(doer).actor == main; }))
    return add_new(out.who, {discourse_.of(main)});
  auto meant = most_salient(discourse_, anaphor);
  if (meant.empty() && settlement && np.determiner.has(Feature::Demonstrative)) {
    anaphor.reach = farthest_place;
    meant = most_salient(discourse_, anaphor);
  }
  for (const ActorIndex known : meant)
    if (discourse_.is_known(known, anaphor.classes)) return add_new(out.who, {known});
  if (state)
    if (const ActorId country = discourse_.main_country(); country != no_id) add_new(out.who, {discourse_.of(country)});
}

/// "cette alliance de six groupes", "cette ville du nord": what was just spoken of, whatever else is said of it.
void ReferenceResolver::by_pointing(std::uint32_t index, const NounPhrase& np, Referents& out) {
  if (np.class_entry == no_id || of_unknown_origin(np) || np.apposition_to != none) return;
  const ActorClass kind = language_.entry(np.class_entry).names_class;
  const bool several = (np.number & Inflection::singular) == 0;
  const std::uint32_t groups = group_classes | class_bit(ActorClass::place) | (several ? 0 : class_bit(ActorClass::armed_forces));
  if ((groups & class_bit(kind)) != 0 && demonyms(np).empty()) by_looking_back(index, np, kind, out);
}

/// What a noun for a kind of actor means here.
void ReferenceResolver::by_class(std::uint32_t index, const NounPhrase& np, Referents& out) {
  if (np.class_entry == no_id || of_unknown_origin(np)) return;
  const ActorClass kind = language_.entry(np.class_entry).names_class;
  const std::uint32_t genitive = complement(index, language_.genitive());
  const bool bare = demonyms(np).empty() && (genitive == none || lies_in(np, genitive));
  if (head_features(np).has(Feature::CapitalCity) && definite(np)) {
    capital(index, np, bare, out);
    if (!out.who.empty() || !qualified(np)) return;
  }
  if (kind == ActorClass::state && possessed(np) && head_features(np).has(Feature::Neighbour)) {  // "son voisin"
    Anaphor anaphor = looking_back(np.head, np.clause, role_of(np));
    anaphor.classes = class_bit(ActorClass::state);
    anaphor.known = true;
    anaphor.others = out.owners;
    return add_new(out.who, most_salient(discourse_, anaphor));
  }
  if (kind == ActorClass::state && possessed(np)) {
    for (const ActorIndex owner : out.owners) {
      const ActorId country =
          discourse_.entity(owner).actor == no_id ? no_id : discourse_.country_of(discourse_.entity(owner).actor);
      if (country != no_id) add_new(out.who, {discourse_.of(country)});
    }
    return;
  }
  // "l'armée", "les autorités": of the country that the text is about.
  if (bare && definite(np) && (kind == ActorClass::armed_forces || kind == ActorClass::government)) {
    if (is_of_a_part(np) || head_features(np).has(Feature::Weapon)) return;
    ActorId country = country_here();
    if (country != no_id && faces(np, country))
      country = discourse_.main_country() == country ? no_id : discourse_.main_country();
    if (country != no_id)
      add_new(out.who, {discourse_.of(kind == ActorClass::government ? language_.government_of(country) : country)});
    return;
  }
  const bool several = (np.number & Inflection::singular) == 0;
  if (bare && definite(np)) by_looking_back(index, np, kind, out);
  if (!out.who.empty()) return;
  if (definite(np) && (kind == ActorClass::armed_group || kind == ActorClass::organization))
    for (const ActorId state : demonyms(np))  // "le mouvement libanais"
      if (const auto known = discourse_.nearest_in(reference_classes(kind, several), state)) add_new(out.who, {*known});
  // "les ADF, groupe affilié à …": the same.
  if (out.who.empty() && np.apposition_to != none && !np.included) add_new(out.who, phrase(np.apposition_to).who);
  // "une vingtaine de jihadistes": of the only group there is.
  if (out.who.empty() && kind == ActorClass::armed_group && several && np.end == np.head + 1 && bare && !told_apart_[index])
    if (const auto known = discourse_.only(reference_classes(kind, several))) add_new(out.who, {*known});
}

}  // namespace entente
