#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/ontology/claim.hpp"
#include "entente/ontology/date.hpp"
#include "entente/ontology/result.hpp"

namespace entente {

/// Indices into the vectors of an Ontology.
using ActorId = std::uint32_t;
using RelationId = std::uint32_t;
using RoleId = std::uint32_t;
using EntryId = std::uint32_t;
inline constexpr std::uint32_t no_id = 0xffffffff;

/// How a form of words names an actor.
enum class LabelKind : std::uint8_t {
  preferred,    ///< skos:prefLabel
  alternative,  ///< skos:altLabel: another name, spelling or transliteration
  hidden,       ///< skos:hiddenLabel: a misspelling, or a short form that is no name of its own
  acronym,      ///< ent:acronym: only as written, or all in capitals, or with a first capital ("Otan")
  demonym,      ///< ent:demonym: "russe"; adjective or noun, masculine singular
  metonym,      ///< ent:metonym: "Kremlin"; names a seat, and by it the actor
  description,  ///< ent:description: "rebelle", "régime"; a common noun (singular) that means this actor where its country is the
                ///< topic
};

struct Label {
  std::string text;      ///< NFC, as written in the ontology
  std::string language;  ///< BCP 47, lower case; empty when any
  LabelKind kind = LabelKind::preferred;
};

/// Who held which office of which organisation, and when. Both ends belong to the tenure.
struct Tenure {
  RoleId role = no_id;
  ActorId of = no_id;
  std::optional<Date> from;
  std::optional<Date> until;
};

enum class Gender : std::uint8_t { unknown, masculine, feminine };

struct Actor {
  std::string iri;
  ActorClass actor_class = ActorClass::actor;
  Gender gender = Gender::unknown;
  std::vector<Label> labels;
  std::vector<Tenure> tenures;      ///< ent:holds, for persons
  std::vector<ActorId> acts_for;    ///< ent:actsFor: the state or organisation on whose behalf it acts
  std::vector<ActorId> part_of;     ///< ent:partOf
  std::vector<ActorId> located_in;  ///< ent:locatedIn: for places, facilities and groups, the state or wider place
  ActorId capital = no_id;          ///< ent:capital: for states, the place
  ActorId capital_of = no_id;       ///< the inverse of `capital`, filled by the loader
};

/// A relation between actors, evoked by triggers (`a ent:Relation`).
struct Relation {
  std::string iri;
  std::vector<Label> labels;
  std::vector<ActorClass> domain;  ///< what its subject may be, subclasses spelled out; empty: anything
  std::vector<ActorClass> range;   ///< what its object may be, likewise
  bool symmetric = false;          ///< `a owl:SymmetricProperty`

  /// Whether its object may be of that class.
  [[nodiscard]] bool reaches(ActorClass actor_class) const {
    return range.empty() || std::ranges::find(range, actor_class) != range.end();
  }
};

/// An office or function (`a ent:Role`): President, ForeignMinister, Spokesperson.
struct Role {
  std::string iri;
  std::vector<Label> labels;
};

enum class PartOfSpeech : std::uint8_t {
  verb,
  noun,
  proper_noun,
  adjective,
  adverb,
  determiner,
  pronoun,
  preposition,
  conjunction,
  subordinator,
  particle,
};

/// Where, around a trigger, an end of the relation is found.
enum class Slot : std::uint8_t {
  none,
  subject,          ///< of the verb (its agent, when passive)
  object,           ///< direct object (its subject, when passive)
  indirect_object,  ///< à X, or a dative pronoun
  genitive,         ///< of a noun: de X, a demonym adjective, a possessive
  oblique,          ///< a complement with one of `prepositions`
  self,             ///< what the trigger noun itself refers to ("allié", "bastion")
  modified,         ///< the noun that a trigger adjective modifies, or of which it is predicated
  event,  ///< of a verb of loss or death: who did what an event among its complements names ("périr dans un raid de X")
};

/// One end of a frame.
struct FrameEnd {
  Slot slot = Slot::none;
  std::vector<std::string> prepositions;  ///< lemmas as in the language's grammar file; only with Slot::oblique
  std::vector<ActorClass> classes;        ///< selectional restriction, subclasses spelled out; empty: the relation's
};

/// Whether one of the alternatives stands in that slot.
[[nodiscard]] inline bool has_slot(const std::vector<FrameEnd>& ends, Slot slot) {
  return std::ranges::find(ends, slot, &FrameEnd::slot) != ends.end();
}

/// One way in which a trigger evokes a relation (synsem:SyntacticFrame).
struct Frame {
  RelationId relation = no_id;
  std::vector<FrameEnd> source;  ///< alternatives, best first, for the relation's subject
  std::vector<FrameEnd> target;  ///< alternatives for its object
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
  std::vector<FrameEnd> requires_slots;  ///< complements that must be there for the frame to hold ("reprendre Y à X")
  std::vector<std::string> not_with;     ///< lemmas of a complement's head under which the words mean something else
  std::vector<std::string> only_with;    ///< lemmas of which one must head the object for the frame to hold
};

/// What a verb that takes a clause or infinitive says of it (ent:ComplementEffect).
enum class Commitment : std::uint8_t {
  none,       ///< takes no clause
  reports,    ///< somebody says so: declare, indicate
  claims,     ///< somebody says so and the writer keeps a distance: pretend, allege, claim responsibility for
  denies,     ///< somebody says that it is not so
  promises,   ///< somebody says that it will be so
  asks,       ///< somebody says that it should be so: demand, urge
  intends,    ///< will, wants, plans, tries, gets ready
  may,        ///< can, may, might
  achieves,   ///< manages, finishes: it is so
  continues,  ///< continues, goes on: it is so
  stops,      ///< stops, gives up, refuses, fails: it is not so
  causes,     ///< makes, lets, helps somebody do it: its object is the infinitive's subject
};

/// The complements that an entry may take (`ent:takes`), as bits of LexicalEntry::takes.
inline constexpr std::uint8_t takes_que_clause = 1;     ///< ent:QueClause
inline constexpr std::uint8_t takes_infinitive = 2;     ///< ent:Infinitive
inline constexpr std::uint8_t takes_noun_phrase = 4;    ///< ent:NounPhrase
inline constexpr std::uint8_t takes_direct_speech = 8;  ///< ent:DirectSpeech
inline constexpr std::uint8_t takes_adjective = 16;     ///< ent:Adjective

/// An entry of a lexicon (ontolex:LexicalEntry).
struct LexicalEntry {
  std::string iri;
  std::string language;
  PartOfSpeech part_of_speech = PartOfSpeech::noun;
  std::vector<std::string> words;  ///< the written form, split at spaces and after apostrophes: "s'", "emparer"
  std::vector<std::vector<std::string>> other_forms;  ///< ontolex:otherForm, each split likewise
  std::vector<Frame> frames;
  Commitment commitment = Commitment::none;
  std::uint8_t takes = 0;                      ///< ent:takes: bits `takes_…`
  Slot control = Slot::subject;                ///< ent:control: which slot of the entry is the subject of its infinitive
  std::vector<std::string> complementizers;    ///< ent:complementizer: lemmas that introduce its clause or infinitive
  bool says = false;                           ///< ent:SpeechVerb or speech noun: may stand beside a direct quotation
  ActorClass names_class = ActorClass::actor;  ///< ent:namesClass: a common noun for a kind of actor ("armée", "ville")
  bool has_class = false;                      ///< whether `names_class` was given
  RoleId names_role = no_id;                   ///< ent:namesRole: a noun for an office ("président")
  std::vector<std::string> features;           ///< local names of ent:feature values; what they mean stands in grammar.ttl
  std::vector<std::string> examples;           ///< lexinfo-style usage examples; each is a test

  [[nodiscard]] bool has_feature(std::string_view name) const { return std::ranges::find(features, name) != features.end(); }
};

/// Words that one may meet in the same company: weapons, or all that is said of a match (ent:WordSet).
struct WordSet {
  std::string iri;
  std::string language;
  std::vector<std::string> words;          ///< lemmas, some of several words ("tir au but")
  std::vector<RelationId> speaks_for;      ///< relations of which a text with these words may speak
  std::vector<RelationId> speaks_against;  ///< relations of which it hardly does: "battre" is no attack in a match
};

/// Everything that Turtle says of actors, relations, roles and words. Immutable once loaded; share it between threads.
struct Ontology {
  std::vector<Actor> actors;
  std::vector<Relation> relations;
  std::vector<Role> roles;
  std::vector<LexicalEntry> entries;
  std::vector<WordSet> word_sets;
  std::unordered_map<std::string, ActorId> actor_by_iri;
  std::unordered_map<std::string, RelationId> relation_by_iri;
  std::unordered_map<std::string, RoleId> role_by_iri;

  /// The preferred label of an actor in `language`, else in English, else any; its IRI's last part if it has none.
  [[nodiscard]] std::string_view preferred_label(ActorId actor, std::string_view language) const;
};

/// The Turtle files below `directory`, recursively, in byte order of their paths.
[[nodiscard]] std::vector<std::filesystem::path> ontology_files(const std::filesystem::path& directory);

/// Reads Turtle files into one ontology and checks it. Statements about one thing may be spread over files, so a user's
/// file can extend the actors that come with the program. Appends to `errors` each mistake with file, line, column and
/// what was expected: syntax, an unknown `ent:` term, a literal where a resource belongs, a date that is none, a
/// reference to something that no file defines, an entry without a written form, a frame without an end. True if none.
bool load_ontology(const std::vector<std::filesystem::path>& files, Ontology& out, std::vector<Error>& errors);

/// The same, from `compiled` where `compile_ontology` made that of files with exactly these bytes: many times as fast. What
/// is missing, damaged or made of other files or by another version does not matter: then it reads `files`.
bool load_ontology(const std::vector<std::filesystem::path>& files, const std::filesystem::path& compiled, Ontology& out,
                   std::vector<Error>& errors);

/// Loads `files` and writes `compiled`, unless they have mistakes, which it appends to `errors` as `load_ontology` does.
bool compile_ontology(const std::vector<std::filesystem::path>& files, const std::filesystem::path& compiled,
                      std::vector<Error>& errors);

/// The name of a class in the vocabulary ("ArmedGroup"), and back.
[[nodiscard]] std::string_view class_name(ActorClass actor_class);
[[nodiscard]] std::optional<ActorClass> class_from_name(std::string_view name);

}  // namespace entente
