#include <algorithm>

#include "extract/resolve/references.hpp"

namespace entente {
/// "des milices chiites", "deux hameaux", "un dépôt de munitions": somebody or something new, known by the kind alone.
void ReferenceResolver::by_kind(std::uint32_t index, const NounPhrase& np, Referents& out) {
  if (np.class_entry == no_id) return;
  const LexicalEntry& entry = language_.entry(np.class_entry);
  const bool several = (np.number & Inflection::plural) != 0 && (np.number & Inflection::singular) == 0;
  const bool bare = np.end == np.head + entry.words.size() && complement(index, language_.genitive()) == none;
  const bool contracted = np.preposition != none && sentence_->words[np.preposition].has(Feature::Contracted);
  const bool undetermined = np.begin == np.head && !contracted && !several;  // "tête de pont", "maison par maison"
  if (head_features(np).has(Feature::PartitivePart) || undetermined) return;
  const bool one = entry.names_class == ActorClass::population && !several && np.determiner.has(Feature::Indefinite);
  bool takes = false;
  switch (entry.names_class) {
    case ActorClass::alliance:  // "la coalition" is one, though nobody has named it; not "l'Alliance"
      takes = !np.determiner.has(Feature::Possessive) && (!(definite(np) && bare) || several || told_apart_[index] ||
                                                          (entry.words.size() == 1 && !sentence_->words[np.head].capitalised));
      break;
    case ActorClass::armed_group:
      takes = !np.determiner.has(Feature::Possessive) && (!(definite(np) && bare) || several || told_apart_[index]);
      break;
    case ActorClass::armed_forces:
      takes = (several || is_unit(index, np)) && !language_.has(np.class_entry, Feature::Weapon) &&
              (out.owners.empty() ? !definite(np) && suffers(np) : several && of_towns(out.owners));
      break;
    case ActorClass::facility:
      takes = !(np.determiner.has(Feature::Possessive) && bare) && facility(index, out);
      break;
    case ActorClass::place:
      takes = place(np, bare, out) && !(definite(np) && lies_in(np, complement(index, language_.genitive())));
      break;
    case ActorClass::population:
    case ActorClass::person:
      takes = (several || one) && !(definite(np) && bare) && suffers(np) && of_places(out) && np.role == no_id && !np.included;
      break;
    case ActorClass::media_outlet:  // "deux journalistes ont été tués"
      takes = several && np.role == no_id && language_.has(np.class_entry, Feature::ActsFor) && suffers(np) &&
              (np.function == Function::subject || np.function == Function::object);
      break;
    default:
      break;
  }
  if (!takes) return;
  const ActorIndex somebody = discourse_.discover(phrase_label(index), entry.names_class, true);
  add_new(out.who, {somebody});
  discourse_.introduce(sentence_->words[np.head].lemma(), somebody);
}

/// "un convoi militaire", "une patrouille de police": told from others of the kind by an adjective or by whose it is.
bool ReferenceResolver::is_unit(std::uint32_t index, const NounPhrase& np) const {
  const std::uint32_t of = complement(index, language_.genitive());
  return np.determiner.has(Feature::Indefinite) && head_features(np).has(Feature::ActsFor) &&
         (np.end > np.head + 1 || (of != none && syntax_->phrases[of].class_entry != no_id));
}

/// "les élèves d'une école": whose place it is does not say who they are.
bool ReferenceResolver::of_places(const Referents& self) const {
  return std::all_of(self.owners.begin(), self.owners.end(), [&](ActorIndex owner) {
    const ActorClass kind = discourse_.entity(owner).node.actor_class;
    return kind == ActorClass::place || kind == ActorClass::facility;
  });
}

/// "les brigades de Misrata": nobody's but their town's.
bool ReferenceResolver::of_towns(const std::vector<ActorIndex>& owners) const {
  return std::ranges::all_of(owners, [&](ActorIndex owner) {
    const Entity& side = discourse_.entity(as_actor(discourse_, language_, owner));
    return side.node.actor_class == ActorClass::place && side.actor != no_id;
  });
}

/// "la base de Hmeimim" may be known by the name of its place alone.
bool ReferenceResolver::facility(std::uint32_t index, Referents& out) {
  if (const std::uint32_t genitive = complement(index, language_.genitive()); genitive != none)
    for (const ActorIndex owner : phrase(genitive).who)
      if (discourse_.entity(owner).node.actor_class == ActorClass::facility) add_new(out.who, {owner});
  return out.who.empty();
}

/// "deux hameaux", "les territoires disputés", "la capitale du Darfour-Nord"; not "la ville", "le territoire syrien".
bool ReferenceResolver::place(const NounPhrase& np, bool bare, const Referents& self) const {
  const auto is = [&](Feature feature) { return language_.has(np.class_entry, feature); };
  if (is(Feature::PartOf) || is(Feature::FewOf) || is(Feature::ActsFor)) return false;
  const auto is_place = [&](ActorIndex owner) { return discourse_.entity(owner).node.actor_class == ActorClass::place; };
  if (!std::all_of(self.owners.begin(), self.owners.end(), is_place)) return false;
  if (!self.owners.empty() && is(Feature::WithComplement)) return true;
  if (!self.owners.empty()) return head_features(np).has(Feature::CapitalCity) || is(Feature::CapitalCity);
  const bool several = (np.number & Inflection::singular) == 0;
  if (!is(Feature::NamedAfter)) return several && np.end > np.head + 1;
  bool counted = false;
  for (std::uint32_t at = np.begin; at < np.head; ++at) counted |= sentence_->words[at].tag() == Tag::numeral;
  const bool one = !several && np.determiner.has(Feature::Indefinite) && suffers(np);
  return counted || !bare || one;
}

/// Something is done to it, as far as its place in the clause tells.
bool ReferenceResolver::suffers(const NounPhrase& np) const {
  if (np.function != Function::subject || np.clause == none) return true;
  return syntax_->clauses[np.clause].passive;
}

}  // namespace entente
