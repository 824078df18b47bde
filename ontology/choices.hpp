#pragma once

#include <span>
#include <string_view>

#include "entente/ontology/ontology.hpp"
#include "entente/ontology/vocabulary.hpp"

/// The properties whose values are a closed list.
namespace entente::choices {

template <typename T>
struct Choice {
  std::string_view iri;
  T value;
};

namespace v = vocabulary;

inline constexpr Choice<Gender> gender[] = {
    {v::ent::Masculine, Gender::masculine},
    {v::ent::Feminine, Gender::feminine},
};

inline constexpr Choice<PartOfSpeech> part_of_speech[] = {
    {v::lexinfo::verb, PartOfSpeech::verb},
    {v::lexinfo::noun, PartOfSpeech::noun},
    {v::lexinfo::properNoun, PartOfSpeech::proper_noun},
    {v::lexinfo::adjective, PartOfSpeech::adjective},
    {v::lexinfo::adverb, PartOfSpeech::adverb},
    {v::lexinfo::determiner, PartOfSpeech::determiner},
    {v::lexinfo::pronoun, PartOfSpeech::pronoun},
    {v::lexinfo::preposition, PartOfSpeech::preposition},
    {v::lexinfo::conjunction, PartOfSpeech::conjunction},
    {v::lexinfo::subordinatingConjunction, PartOfSpeech::subordinator},
    {v::lexinfo::particle, PartOfSpeech::particle},
};

inline constexpr Choice<Slot> slot[] = {
    {v::ent::subject, Slot::subject},   {v::ent::object, Slot::object}, {v::ent::indirectObject, Slot::indirect_object},
    {v::ent::genitive, Slot::genitive}, {v::ent::self, Slot::self},     {v::ent::modified, Slot::modified},
    {v::ent::event, Slot::event},
};

/// The slots that can be the subject of an infinitive: the first three.
inline constexpr std::span<const Choice<Slot>, 3> control = std::span(slot).first<3>();

inline constexpr Choice<Polarity> polarity[] = {
    {v::ent::positive, Polarity::positive},
    {v::ent::negative, Polarity::negative},
};

inline constexpr Choice<Modality> modality[] = {
    {v::ent::asserted, Modality::asserted},
    {v::ent::unconfirmed, Modality::unconfirmed},
    {v::ent::intended, Modality::intended},
    {v::ent::hypothetical, Modality::hypothetical},
};

inline constexpr Choice<Commitment> commitment[] = {
    {v::ent::reports, Commitment::reports},
    {v::ent::claims, Commitment::claims},
    {v::ent::denies, Commitment::denies},
    {v::ent::promises, Commitment::promises},
    {v::ent::asks, Commitment::asks},
    {v::ent::intends, Commitment::intends},
    {v::ent::may, Commitment::may},
    {v::ent::achieves, Commitment::achieves},
    {v::ent::continues, Commitment::continues},
    {v::ent::stops, Commitment::stops},
    {v::ent::causes, Commitment::causes},
};

inline constexpr Choice<std::uint8_t> takes[] = {
    {v::ent::QueClause, takes_que_clause},       {v::ent::Infinitive, takes_infinitive}, {v::ent::NounPhrase, takes_noun_phrase},
    {v::ent::DirectSpeech, takes_direct_speech}, {v::ent::Adjective, takes_adjective},
};

/// Calls `visit` with the IRI of every choice of every list.
template <typename Visit>
void for_each_iri(const Visit& visit) {
  const auto each = [&](const auto& list) {
    for (const auto& choice : list) visit(choice.iri);
  };
  each(gender), each(part_of_speech), each(slot), each(polarity), each(modality), each(commitment), each(takes);
}

}  // namespace entente::choices
