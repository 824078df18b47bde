#pragma once

#include <vector>

#include "extract/relate/statement.hpp"

namespace entente {

/// Who fills an end of a frame.
struct Filler {
  ActorIndex actor = 0;
  std::uint32_t phrase = none;  ///< where it stands, when it is a phrase
  bool by_owner = false;        ///< not the phrase's own referent, but whose thing it is
  bool negated = false;
  bool affirmed = false;           ///< against the negation of its clause: "ne … pas A mais B"
  bool ascribed = false;           ///< only said to have done it: "un raid attribué à X"
  std::uint32_t ascribing = none;  ///< the clause that says so, if one does
  bool announced = false;          ///< he says so himself, in that clause: "X annonce la prise de Y"
};
using Fillers = std::vector<Filler>;

/// What the verb of a clause governs: who does it, to whom, with what; pronouns, antecedents and shared subjects
/// included.
class ClauseArguments {
 public:
  ClauseArguments(const SentenceView& sentence, const Language& language, Discourse& discourse)
      : sentence_(sentence), language_(language), discourse_(discourse) {}

  /// What may stand in `end` of the clause, likeliest first: each is a whole coordination. `fixed` is the phrase that
  /// holds the trigger's fixed noun, or none.
  void fill(std::uint32_t clause, const FrameEnd& end, std::uint32_t fixed, std::vector<Fillers>& out) const;
  /// The phrases that may stand in a slot with a preposition, likeliest first.
  void phrases(std::uint32_t clause, const FrameEnd& end, std::uint32_t fixed, std::vector<std::uint32_t>& out) const;

  /// Who does what the verb says, in active and passive.
  void agent(std::uint32_t clause, Fillers& out) const;
  void patient(std::uint32_t clause, Fillers& out) const;
  /// The doer of an event in which somebody suffered: "tués dans des frappes de X", "essuyer une attaque de X".
  void event_agent(std::uint32_t clause, RelationId relation, Fillers& out) const;
  /// The same of a noun: "la mort de X dans une frappe de Y".
  void event_of_noun(std::uint32_t phrase, RelationId relation, Fillers& out) const;
  /// Who did what a noun names, by a participle said of it ("menée par X", "attribuée à X") or by the verb whose complement it
  /// is ("X riposte par des frappes", "X nie tout soutien").
  void performer(std::uint32_t phrase, Fillers& out) const;
  /// Who is said to answer for what a noun names: "X est responsable de l'attaque".
  void answerable(std::uint32_t phrase, Fillers& out) const;
  /// Whether the noun names what makes the relation: "frappe" attacks.
  [[nodiscard]] bool is_event(std::uint32_t phrase, RelationId relation) const;
  /// Whether the clause's verb takes for granted what its object names: "intensifier des frappes".
  [[nodiscard]] bool presupposes(const Clause& clause) const { return verb_features(clause).has(Feature::Presupposing); }
  /// What the phrase denotes, or whose it is, for each member of its coordination.
  void group(std::uint32_t phrase, Fillers& out) const;
  void one(std::uint32_t phrase, Fillers& out) const;
  /// "X est l'un des alliés de Y": X, for those of whom he is one. False for other phrases.
  bool one_of(std::uint32_t phrase, Fillers& out) const;
  /// The complements of a noun with one of `prepositions`, wherever it may take them.
  void complements(std::uint32_t phrase, const std::vector<std::string>& prepositions, std::vector<std::uint32_t>& out) const;
  [[nodiscard]] bool has_preposition(std::uint32_t phrase, const std::vector<std::string>& prepositions) const;

 private:
  void subject(std::uint32_t clause, Fillers& out) const;
  [[nodiscard]] bool names_somebody(const Referents& referents) const;
  void infinitive_subject(const Clause& clause, Fillers& out) const;
  bool of_intention(const Clause& clause, Fillers& out) const;
  bool controlled_by_object(const Clause& governor, Fillers& out) const;
  bool controlled_by_dative(const Clause& governor, Fillers& out) const;
  bool dative(const Clause& clause, Fillers& out) const;
  void genitive_agent(const Clause& clause, Fillers& out) const;
  /// The clause coordinated with this one whose verb directly follows, with which it may share what comes after; or none.
  [[nodiscard]] std::uint32_t follower(std::uint32_t clause) const;
  /// Whom the phrase that the clause modifies denotes, as far as it stands before the clause.
  void antecedent(const Clause& clause, Fillers& out) const;
  /// "X, dont les troupes avancent": the antecedent, where what the phrase names is its, and stands for it.
  void owner_by_relative(const Clause& clause, std::uint32_t phrase, Fillers& out) const;
  void pronoun(std::uint32_t word, Fillers& out) const;
  void extracted(const Clause& clause, Fillers& out) const;
  [[nodiscard]] bool is_town(std::uint32_t phrase) const;
  [[nodiscard]] std::uint32_t made_up_of(std::uint32_t phrase) const;
  [[nodiscard]] std::uint32_t identified_by(std::uint32_t phrase) const;
  [[nodiscard]] bool is_locative(const std::string& preposition) const;
  [[nodiscard]] bool has_dative_subject(const Clause& clause) const;
  [[nodiscard]] bool is_share_of_antecedent(const Clause& clause) const;
  [[nodiscard]] bool hands_over(const Clause& clause) const;
  void involved(std::uint32_t phrase, Fillers& out) const;
  bool launched(std::uint32_t phrase, Fillers& out) const;
  void launched_part(std::uint32_t event, Fillers& out) const;
  void region_of_part(std::uint32_t phrase, Fillers& out) const;
  void doer_of(std::uint32_t deed, Fillers& out) const;
  void governing_performer(std::uint32_t phrase, Fillers& out) const;
  /// Whom a participle or relative clause said of the phrase names as its doer.
  void modifier_performer(std::uint32_t phrase, Fillers& out) const;
  void with_preposition(const Clause& clause, WordId preposition, bool ascribed, Fillers& out) const;
  void mark_announced(bool announced, std::uint32_t clause, std::size_t from, Fillers& out) const;
  [[nodiscard]] bool denies_charge(std::uint32_t charge, const Clause& clause) const;
  [[nodiscard]] Features head_features(std::uint32_t phrase) const;
  [[nodiscard]] Features verb_features(const Clause& clause) const;
  [[nodiscard]] bool is_alleged(std::uint32_t phrase) const;
  [[nodiscard]] std::uint32_t gapped_after(std::uint32_t clause) const;
  void events_in(std::uint32_t clause, RelationId relation, Fillers& out) const;
  void event_doer(std::uint32_t phrase, RelationId relation, bool hit, Fillers& out) const;
  /// "envoie des troupes combattre X": who sends them fights.
  [[nodiscard]] bool sends(const Clause& governor) const;
  /// Adds the actor if he is not there yet; returns what there is of him.
  Filler& add(ActorIndex actor, std::uint32_t phrase, bool by_owner, Fillers& out) const;

  /// Counts how deep the search for whom a phrase or a subject means has gone: each step leads to another phrase or clause, which
  /// may lead on.
  class Step {
   public:
    explicit Step(unsigned& depth) : depth_(++depth) {}
    ~Step() { --depth_; }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    [[nodiscard]] bool too_far() const { return depth_ > 24; }

   private:
    unsigned& depth_;
  };

  const SentenceView& sentence_;
  const Language& language_;
  Discourse& discourse_;
  mutable unsigned depth_ = 0;
};

}  // namespace entente
