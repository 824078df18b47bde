#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/resolve/discourse.hpp"

namespace entente {

/// What a word that points back asks of what it stands for. Who does not meet it is out of the question; of the others the
/// most salient one is meant.
struct Anaphor {
  std::uint8_t gender = 0;  ///< bits of Inflection; 0: any
  std::uint8_t number = 0;
  std::uint32_t sentence = 0;
  std::uint32_t clause = none;  ///< in which it stands
  std::uint32_t parent = none;  ///< the clause on which that one depends
  GrammaticalRole role = GrammaticalRole::oblique;
  std::uint32_t classes = any_class;        ///< of which somebody must be: bits of class_bit
  std::span<const ActorIndex> others = {};  ///< who cannot be meant: "il le soutient" are two
  bool reflexive = false;                   ///< may stand for the subject of its own clause, as possessives do
  bool quoted = false;                      ///< stands inside quotation marks
  bool somebody = false;                    ///< its verb or noun asks for one who acts, so things do not come into question
  bool known = false;                       ///< must be an actor known by more than a common noun: what descriptions mean
  PlaceKind place = PlaceKind::any;
  WordId noun = 0;          ///< which a region must be called by, or by an article: "la province" is no strait
  ActorId country = no_id;  ///< in which a place must lie, as far as that is known: "cette ville syrienne"
  unsigned reach = 3;       ///< sentences

  static constexpr std::uint32_t any_class = ~std::uint32_t{0};
};

/// For whom an anaphor stands: empty where that is nobody, something that is no actor, or where two are equally likely.
///
/// A ranking by salience after Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora Resolution". Each mention has a
/// weight by its grammatical role: subjects before objects, these before obliques, these before what is inside another phrase.
/// In a sentence the best mention of each counts. Weights are halved from one sentence to the one before and added up, so
/// that whom several sentences are about outweighs whom the last one names in passing.
/// - The subject and the object of a verb rather go on with a subject and an object (parallelism).
/// - A possessive rather means the subject of its own clause, and a pronoun that of the clause on which its own depends ("X dit
///   qu'il"). A pronoun hardly means what stands beside it in its clause.
/// - Inside quotation marks, who is spoken of outside of them counts for less.
/// - Descriptions ("la ville", "le groupe") go by what the text is about: their weights fade slower and grow with the number
///   of mentions. A place of a country that the text is not about counts for less: talks are held there.
///
/// The cost is bounded: at most `Discourse::longest_memory` mentions are weighed.
[[nodiscard]] std::vector<ActorIndex> most_salient(const Discourse& discourse, const Anaphor& anaphor);

}  // namespace entente
