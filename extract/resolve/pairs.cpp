#include <algorithm>
#include <span>

#include "extract/resolve/references.hpp"

namespace entente {
namespace {

constexpr std::uint32_t reach = 3;  // sentences

constexpr std::uint32_t no_party = class_bit(ActorClass::place) | class_bit(ActorClass::facility) |
                                   class_bit(ActorClass::media_outlet) | class_bit(ActorClass::population);

}  // namespace

/// "le premier", "l'un": one of two, and which; "les deux camps": both.
ReferenceResolver::OfTwo ReferenceResolver::of_two(std::uint32_t index, const NounPhrase& np) const {
  const Word& head = sentence_->words[np.head];
  if (!definite(np) || np.name != none || complement(index, language_.genitive()) != none) return OfTwo::neither;
  bool two = false;
  bool other = false;
  for (std::uint32_t at = np.begin; at <= np.head; ++at) {
    const Word& word = sentence_->words[at];
    if (word.tag() == Tag::numeral) two = word.has(Feature::Two) && !two;  // not "deux mille"
    other |= language_.lemma_features(word.lemma()).has(Feature::OtherOne);
  }
  if (two) return np.end == np.head + 1 ? OfTwo::both : OfTwo::neither;
  const Features noun = head_features(np);
  if (other) return the_one_before(index) != none ? OfTwo::second : OfTwo::neither;
  if (np.end != np.head + 1 || np.head != np.begin + 1) return OfTwo::neither;
  if (head.tag() == Tag::noun) return is_the_one(np) && other_follows(index) ? OfTwo::first : OfTwo::neither;
  if (noun.has(Feature::Former)) return OfTwo::first;
  return noun.has(Feature::Latter) ? OfTwo::second : OfTwo::neither;
}

/// "l'un", "l'une".
bool ReferenceResolver::is_the_one(const NounPhrase& np) const {
  return np.head == np.begin + 1 && np.end == np.head + 1 && np.determiner.has(Feature::Definite) &&
         head_features(np).has(Feature::One);
}

/// The "l'un" that goes with "l'autre", or none.
std::uint32_t ReferenceResolver::the_one_before(std::uint32_t index) const {
  while (index-- > 0)
    if (is_the_one(syntax_->phrases[index])) return index;
  return none;
}

bool ReferenceResolver::other_follows(std::uint32_t index) const {
  const auto later = std::span(sentence_->words).subspan(syntax_->phrases[index].end);
  return std::ranges::any_of(later, [&](const Word& word) {
    return language_.lemma_features(word.lemma()).has(Feature::OtherOne) && (word.reading.number & Inflection::singular) != 0;
  });
}

/// Which kind the two are of: "les deux pays", "les deux groupes", "les deux camps", "les deux".
std::uint32_t ReferenceResolver::kind_of_two(const NounPhrase& np) const {
  const Features head = head_features(np);
  if (head.has(Feature::Party)) return state_classes | side_classes;
  if (head.has(Feature::CapitalCity)) return state_classes;
  if (np.role != no_id) return class_bit(ActorClass::person);
  if (np.class_entry == no_id) return sentence_->words[np.head].tag() == Tag::noun && !is_the_one(np) ? 0 : ~no_party;
  const std::uint32_t kind = class_bit(language_.entry(np.class_entry).names_class);
  if (kind == class_bit(ActorClass::armed_forces)) return state_classes | side_classes;
  return (kind & state_classes) != 0  ? state_classes
         : (kind & side_classes) != 0 ? side_classes
                                      : kind & class_bit(ActorClass::person);
}

/// "l'une" is not said of two whom the text calls by masculine names.
bool ReferenceResolver::may_be_called(ActorIndex entity, std::uint8_t gender) const {
  return std::ranges::none_of(discourse_.recent(), [&](const Trace& trace) {
    return trace.entities.size() == 1 && trace.entities.front() == entity && !agrees(gender, trace.gender);
  });
}

/// The two that were named together last, or else the only two of their kind of whom the last sentences speak.
std::vector<ActorIndex> ReferenceResolver::last_two(std::uint32_t classes, std::uint8_t gender,
                                                    const std::vector<ActorIndex>& others) {
  const auto fits = [&](ActorIndex entity) {
    return (class_bit(discourse_.entity(entity).node.actor_class) & classes) != 0 &&
           std::ranges::find(others, entity) == others.end();
  };
  const bool persons = (class_bit(ActorClass::person) & classes) != 0;
  std::vector<ActorIndex> all;
  for (const Trace& trace : discourse_.recent()) {
    if (trace.sentence + reach < number_) break;
    std::vector<ActorIndex> two;
    for (const ActorIndex entity : trace.entities)  // "X et Y se sont entretenus": their countries
      add_new(two, {as_actor(discourse_, language_, persons ? entity : discourse_.side_of(entity, true))});
    if (!std::ranges::all_of(two, fits)) continue;
    if (two.size() == 2 && (may_be_called(two[0], gender) || may_be_called(two[1], gender))) return two;
    add_new(all, two);
  }
  std::ranges::reverse(all);  // in the order of the text
  return all.size() == 2 ? all : std::vector<ActorIndex>{};
}

/// "le premier", "l'un comme l'autre", "les deux camps": of the two of whom the text speaks.
void ReferenceResolver::by_pair(std::uint32_t index, const NounPhrase& np, Referents& out) {
  const OfTwo which = of_two(index, np);
  const std::uint32_t classes = which == OfTwo::neither ? 0 : kind_of_two(np);
  if (classes == 0) return;
  std::vector<ActorIndex> doers;
  if (np.function != Function::subject && np.clause != none) {
    const Subject subject = subject_of(np.clause);
    if (subject.phrase == none || subject.phrase < index) doers = who_is(subject);
  }
  const std::uint8_t gender = which == OfTwo::both ? std::uint8_t{0} : np.gender;
  const bool mutual = np.preposition != none && sentence_->words[np.preposition].has(Feature::Paired);
  if (mutual) doers.clear();  // "X salue l'accord entre les deux pays": his is one of them
  std::vector<ActorIndex> two = last_two(classes, gender, doers);
  if (two.empty()) two = last_two(classes & (state_classes | side_classes), gender, doers);  // not counting their people
  if (two.empty()) return;
  if (which == OfTwo::both) return add_new(out.who, two);
  const std::uint32_t one = which == OfTwo::second ? the_one_before(index) : none;
  const bool crosswise = one != none ? phrase(one).who == std::vector{two.back()}
                                     : !may_be_called(which == OfTwo::first ? two.front() : two.back(), np.gender);
  add_new(out.who, {(which == OfTwo::first) != crosswise ? two.front() : two.back()});
}

}  // namespace entente
