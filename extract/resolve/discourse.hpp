#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "entente/ontology/claim.hpp"
#include "entente/ontology/ontology.hpp"
#include "extract/language/language.hpp"
#include "extract/parse/syntax.hpp"

namespace entente {

/// How an entity is called, the better the higher: "combattants islamistes", "les islamistes", "les chebab" or another label of
/// the atlas without a capital, "Al-Chabab".
enum class Naming : std::uint8_t { by_adjective, by_noun, by_label, by_name };

/// Somebody or something of which the document speaks.
struct Entity {
  ActorNode node;
  ActorId actor = no_id;  ///< in the ontology; no_id when discovered
  Gender gender = Gender::unknown;
  std::vector<Tenure> roles;       ///< offices that the text gives to a discovered person
  std::optional<ActorIndex> side;  ///< whose officer, spokesman or commander the text makes a discovered person
  unsigned times = 0;              ///< spoken of so far
  bool generic = false;            ///< known by a common noun only ("des sources militaires")
  Naming naming = {};              ///< what node.name is
  bool region = false;             ///< a place that the text names with an article: "le Kivu", not "Goma"
};

/// What a mention does in its clause, the most prominent first; inner: inside another phrase.
enum class GrammaticalRole : std::uint8_t { subject, object, oblique, inner };

/// What a noun calls a place: "la ville" is no region, "la province" no town.
enum class PlaceKind : std::uint8_t { any, settlement, region };

/// One time that something was spoken of: what pronouns and descriptions look back to.
struct Trace {
  std::vector<ActorIndex> entities;  ///< empty where that is nobody known: "l'offensive", "des témoins"
  std::uint32_t sentence = 0;
  std::uint32_t phrase = none;
  std::uint32_t clause = none;
  std::uint8_t gender = 0;  ///< of the words used; bits of Inflection
  std::uint8_t number = 0;
  GrammaticalRole role = GrammaticalRole::oblique;
  bool aside = false;                 ///< in a clause that says something of another phrase
  bool thing = false;                 ///< nothing that acts
  bool pronoun = false;               ///< by a pronoun only
  bool quoted = false;                ///< inside quotation marks
  PlaceKind called = PlaceKind::any;  ///< "la province d'Idlib", "la ville d'Idlib"
  WordId noun = 0;                    ///< "province", "ville"
};

/// What the text has spoken of so far, and what it is about. Made anew for each document; buffers are kept.
class Discourse {
 public:
  static constexpr std::size_t longest_memory = 64;  ///< traces looked back at, so that the cost stays linear

  explicit Discourse(const Language& language) : language_(language) {}

  void begin(std::optional<Date> date, std::string_view document);

  [[nodiscard]] const std::vector<Entity>& entities() const { return entities_; }
  [[nodiscard]] Entity& entity(ActorIndex index) { return entities_[index]; }
  [[nodiscard]] const Entity& entity(ActorIndex index) const { return entities_[index]; }
  [[nodiscard]] std::optional<Date> date() const { return date_; }

  /// The document's entity for an actor of the ontology.
  ActorIndex of(ActorId actor);
  /// An entity known by its name alone; the same name is the same entity, and a part of a known person's name is that person.
  ActorIndex discover(std::string_view label, ActorClass actor_class, bool generic);

  /// Lets a discovered entity be known by one more name.
  void alias(std::string_view label, ActorIndex entity);

  /// Notes a form by which the text names an entity: of the best naming the longest is its name.
  void call(ActorIndex index, std::string form, Naming naming);

  /// Counts a name towards what the document is about.
  void count_topic(ActorId actor);
  /// The state that an actor is of, acts for, lies in or is: no_id where none.
  [[nodiscard]] ActorId country_of(ActorId actor) const { return language_.country_of(actor); }
  [[nodiscard]] unsigned topic_weight(ActorId country) const;
  /// The country that the document names most; no_id where it names none.
  [[nodiscard]] ActorId main_country() const;

  /// Whether an office has been left by the document's day; where that is not known, whether it has ever been.
  [[nodiscard]] bool is_over(const Tenure& tenure) const { return tenure.until && (!date_ || *tenure.until < *date_); }
  /// Who holds an office on the document's day; no_id where the ontology does not tell.
  [[nodiscard]] ActorId holder(RoleId role, ActorId of, std::uint8_t gender = 0) const;

  /// For whom those fight or work who are a person's: the group or state of an office held on the document's day, a state first
  /// for `regular` forces and a group first for others; the person where none is known. Other entities are their own side.
  ActorIndex side_of(ActorIndex entity, bool regular);

  /// Remembers the noun with which an entity was introduced: "le maréchal" may stand for "le maréchal X" afterwards.
  void introduce(WordId noun, ActorIndex entity) { introduced_[noun] = entity; }
  [[nodiscard]] std::optional<ActorIndex> introduced_as(WordId noun) const;

  void trace(Trace trace);
  /// Takes back what a phrase of the sentence that is being read left, since it is somebody else who is meant.
  void retract(std::uint32_t sentence, std::uint32_t phrase);
  /// The thing spoken of last that agrees, places excepted: "ce dernier".
  [[nodiscard]] std::vector<ActorIndex> latest(std::uint8_t gender, std::uint8_t number, std::uint32_t sentence) const;
  /// Whether a definite noun for those classes may stand for the entity.
  [[nodiscard]] bool is_known(ActorIndex entity, std::uint32_t class_mask) const;
  /// Whether the text is about a country: it names none twice as often.
  [[nodiscard]] bool is_about(ActorId country) const { return 2 * topic_weight(country) >= topic_weight(main_country()); }
  /// The nearest entity of one of the classes; nothing where there is none.
  [[nodiscard]] std::optional<ActorIndex> nearest(std::uint32_t class_mask, std::uint32_t sentence, unsigned reach) const;
  /// Whether the text has spoken of the actor, or of a part of it.
  [[nodiscard]] bool has_spoken_of(ActorId actor) const;
  /// Whether somebody or some place of the country has been spoken of within reach.
  [[nodiscard]] bool speaks_of(ActorId country, std::uint32_t sentence, unsigned reach) const;
  /// The place spoken of last that lies in `region`.
  [[nodiscard]] std::optional<ActorIndex> nearest_place_in(ActorIndex region) const;
  /// The only entity of one of the classes, generic ones left aside; nothing where there are none or several.
  [[nodiscard]] std::optional<ActorIndex> only(std::uint32_t class_mask) const;
  [[nodiscard]] std::optional<ActorIndex> nearest_with_role(RoleId role) const;
  /// The person spoken of last who holds an office of one of these.
  [[nodiscard]] std::optional<ActorIndex> nearest_of(const std::vector<ActorIndex>& organisations, RoleId role = no_id) const;
  /// The nearest entity of one of the classes that belongs to a country.
  [[nodiscard]] std::optional<ActorIndex> nearest_in(std::uint32_t class_mask, ActorId country) const;
  [[nodiscard]] const std::vector<Trace>& traces() const { return traces_; }
  /// The last `longest_memory` of them, the latest first.
  [[nodiscard]] auto recent() const {
    return std::span(traces_).last(std::min(traces_.size(), longest_memory)) | std::views::reverse;
  }
  /// Has nothing look back any further: the numbers of sentences begin anew.
  void forget_traces() { traces_.clear(); }

 private:
  void introduce_by_rank(const Actor& person, ActorIndex entity);
  ActorIndex add(Entity entity);

  const Language& language_;
  std::vector<Entity> entities_;
  std::unordered_map<ActorId, ActorIndex> by_actor_;
  std::unordered_map<std::string, ActorIndex> by_name_;       ///< folded label of discovered entities
  std::unordered_map<std::string, ActorIndex> by_last_name_;  ///< the latest with a name of several words that ends so
  std::unordered_map<WordId, ActorIndex> introduced_;
  std::unordered_map<ActorId, unsigned> topics_;
  std::vector<Trace> traces_;
  std::optional<Date> date_;
  std::string document_;
};

[[nodiscard]] constexpr std::uint32_t class_bit(ActorClass actor_class) { return 1U << static_cast<unsigned>(actor_class); }
/// What people are in, and hold.
inline constexpr std::uint32_t place_classes = class_bit(ActorClass::place) | class_bit(ActorClass::facility);

/// Of which somebody's side may be: a state, or those who fight or work together.
inline constexpr std::uint32_t state_classes = class_bit(ActorClass::state) | class_bit(ActorClass::government);
inline constexpr std::uint32_t side_classes = class_bit(ActorClass::armed_forces) | class_bit(ActorClass::armed_group) |
                                              class_bit(ActorClass::alliance) | class_bit(ActorClass::organization);

/// How many sentences a pronoun looks back.
inline constexpr std::uint32_t pronoun_reach = 3;

/// Lower-case ASCII letters, digits and hyphens, for the path of a discovered actor's IRI; other letters stay.
[[nodiscard]] std::string slug(std::string_view label);

}  // namespace entente
