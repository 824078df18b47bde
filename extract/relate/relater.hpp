#pragma once

#include <vector>

#include "extract/relate/clause_frame.hpp"
#include "extract/relate/modality.hpp"
#include "extract/relate/statement.hpp"

namespace entente {

/// A trigger found in the text.
struct Trigger {
  EntryId entry = no_id;
  std::uint32_t first_word = 0;
  std::uint32_t last_word = 0;
  std::uint32_t clause = none;  ///< whose verb it is, for verbs and participles
  std::uint32_t phrase = none;  ///< whose head it is, for nouns; which holds it, for adjectives
  std::uint32_t fixed = none;   ///< the phrase that holds a verb phrase's fixed noun
  std::uint32_t inner = none;   ///< the clause of its infinitive, for "faire parvenir": what is governed stands there too
};

/// Finds the triggers of a sentence and fills their frames.
class Relater {
 public:
  /// `refusals`: where to say why a trigger came to nothing, or null; with it, statements say how they came about.
  Relater(const SentenceView& sentence, const Language& language, Discourse& discourse, std::vector<Statement>& out,
          std::vector<Refusal>* refusals)
      : sentence_(sentence),
        language_(language),
        discourse_(discourse),
        out_(out),
        arguments_(sentence, language, discourse),
        fixed_(sentence.syntax.phrases.size(), false),
        spent_(sentence.syntax.phrases.size(), false),
        governed_(sentence.syntax.clauses.size(), false),
        refusals_(refusals) {}

  void run();

 private:
  [[nodiscard]] const Word& word(std::uint32_t at) const { return sentence_.analysed.words[at]; }
  [[nodiscard]] const NounPhrase& np(std::uint32_t index) const { return sentence_.syntax.phrases[index]; }

  // Triggers (triggers.cpp)
  void verb(std::uint32_t index);
  [[nodiscard]] bool has_clitic(const Clause& clause, WordId wanted) const;
  /// The fixed words after the verb; what stands between may be determiners, adjectives and adverbs.
  bool match_rest(const Clause& clause, const std::vector<WordId>& rest, Trigger& trigger) const;
  bool undergone(const Clause& clause, const std::vector<WordId>& rest, Trigger& trigger) const;
  [[nodiscard]] std::size_t spells(const Word& text, const std::vector<WordId>& rest, std::size_t from) const;
  [[nodiscard]] std::uint32_t end_of_insertion(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t inner_clause(const Trigger& trigger) const;
  [[nodiscard]] bool begins_with_preposition(const std::vector<WordId>& words) const;
  [[nodiscard]] bool holds(std::uint32_t phrase, WordId wanted) const;
  void noun(std::uint32_t index);
  /// "a réitéré le soutien de X à Y": the noun says whose.
  [[nodiscard]] bool has_genitive(std::uint32_t index) const;
  [[nodiscard]] bool takes_complement(const LexicalEntry& entry) const;
  void adjectives(std::uint32_t index);
  void participle(std::uint32_t clause);
  void prepositional(std::uint32_t index);

  // Frames (frames.cpp)
  [[nodiscard]] bool may_mean(std::uint32_t at, WordId lemma) const;
  [[nodiscard]] bool holds_any(const std::vector<std::string>& list, std::uint32_t phrase) const;
  /// Whether one of the nouns at hand decides against the frame (ent:notWith).
  [[nodiscard]] bool words_exclude(const Frame& frame, const std::vector<std::uint32_t>& phrases,
                                   std::uint32_t trigger_phrase) const;
  /// Whether one of the nouns that the frame needs beside it is at hand (ent:onlyWith), or it needs none.
  [[nodiscard]] bool words_demanded(const Frame& frame, const std::vector<std::uint32_t>& phrases) const;
  [[nodiscard]] bool is_mutual(std::uint32_t phrase) const;
  [[nodiscard]] std::vector<std::uint32_t> object_phrases(const Trigger& trigger) const;
  [[nodiscard]] bool presupposes(const Trigger& trigger, const Frame& frame) const;
  void verb_frame(const Trigger& trigger, const Frame& frame, Standing standing);
  [[nodiscard]] std::uint32_t predicative(std::uint32_t clause) const;
  /// Whether the fixed noun has a doer of its own, and a frame for it.
  [[nodiscard]] bool fixed_source(const Trigger& trigger, const Frame& frame) const;
  [[nodiscard]] std::uint32_t indefinite_object(const Trigger& trigger) const;
  /// The first that fits of what may stand at an end.
  [[nodiscard]] Fillers verb_ends(const Trigger& trigger, const Frame& frame, bool source) const;
  [[nodiscard]] bool aims_elsewhere(const Trigger& trigger, const Frame& frame) const;
  void drop_complement(const Frame& frame, const Fillers& targets, Fillers& sources) const;
  [[nodiscard]] std::vector<std::uint32_t> itself_and_next(std::uint32_t phrase) const;
  void noun_frame(const Trigger& trigger, const Frame& frame);
  [[nodiscard]] std::uint32_t measured(std::uint32_t phrase) const;
  void performed(const Trigger& trigger, const Frame& frame, Fillers& sources, Fillers& targets) const;
  [[nodiscard]] bool strikes_home(ActorIndex side, const Fillers& targets) const;
  void own_deeds(const Frame& frame, const Fillers& targets, Fillers& performers) const;
  void aimed_at(const Trigger& trigger, const Frame& frame, Fillers& out) const;
  void prefix_frame(EntryId entry, const Frame& frame, std::uint32_t phrase, std::uint32_t at);
  [[nodiscard]] bool shares_negation(const Trigger& trigger, const Frame& frame) const;
  [[nodiscard]] bool is_possessor_backing(std::uint32_t phrase) const;
  static bool uses_self(const Frame& frame);
  [[nodiscard]] double confidence(const Trigger& trigger, const Filler& source, const Filler& target, Modality modality) const;
  [[nodiscard]] bool are_one(ActorIndex source, ActorIndex target) const;
  /// The clause whose verb of saying governs the trigger, or none.
  [[nodiscard]] std::uint32_t saying_clause(const Trigger& trigger, const Standing& standing) const;
  /// Who says so, and by which word.
  struct Speech {
    Fillers speakers;
    std::uint32_t verb = none;
    bool of_each_other = false;  ///< "s'accusent"
  };
  [[nodiscard]] bool claims_deed(const Trigger& trigger) const;
  [[nodiscard]] Speech speech_in(std::uint32_t clause) const;
  [[nodiscard]] Speech speech_about(const Trigger& trigger, const Standing& standing) const;
  void vouch(const Speech& speech, Statement& statement) const;
  [[nodiscard]] bool nobody_known(ActorIndex source, ActorIndex target) const;
  [[nodiscard]] Statement statement_of(const Trigger& trigger, const Frame& frame, const Filler& source, const Filler& target,
                                       const Standing& standing) const;
  /// One statement for each pair of fillers that may have something to do with each other.
  void state(const Trigger& trigger, const Frame& frame, const Fillers& sources, const Fillers& targets,
             const Standing& standing);

  // Explanations (reasons.cpp)
  [[nodiscard]] std::string reason(const Frame& frame, const Filler& source, const Filler& target,
                                   const Standing& standing) const;
  [[nodiscard]] std::string place_of(const Filler& filler) const;
  void refuse(const Trigger& trigger, const Frame& frame, std::string_view reason) const;
  void refuse_ends(const Trigger& trigger, const Frame& frame, bool no_source) const;
  void note_unfit(const Filler& filler) const;

  // What stands at an end (ends.cpp)
  /// What a noun refers to: by itself, by apposition, or as the attribute of a subject.
  void self(std::uint32_t index, Fillers& out) const;
  [[nodiscard]] bool ends_group(std::uint32_t first, std::uint32_t index) const;
  void named_of(std::uint32_t index, Fillers& out) const;
  void genitive(std::uint32_t index, bool role_noun, Fillers& out) const;
  [[nodiscard]] std::uint32_t town_of(std::uint32_t phrase) const;
  [[nodiscard]] bool calls_itself(const NounPhrase& phrase) const;
  void modified(const Trigger& trigger, Fillers& out) const;
  [[nodiscard]] bool is_said_of_subject(const NounPhrase& phrase) const;
  [[nodiscard]] bool class_fits(ActorClass actor_class, const Frame& frame, const FrameEnd& end, bool source) const;
  [[nodiscard]] bool noun_fits(const Filler& filler, const FrameEnd& end) const;
  [[nodiscard]] bool is_thing(std::uint32_t phrase) const;
  [[nodiscard]] bool about_holding(const Frame& frame, bool source) const;
  [[nodiscard]] bool is_medium(const Filler& filler) const;
  /// Keeps the fillers that may stand at this end; a capital becomes its government where a place may not.
  void keep(const Fillers& fillers, const Frame& frame, const FrameEnd& end, bool source, Fillers& out) const;

  // What stands at an end of a noun's frame (noun_ends.cpp)
  void passed_on(std::uint32_t phrase, const FrameEnd& end, std::vector<std::uint32_t>& found) const;
  void subject_beside(std::uint32_t phrase, Fillers& out) const;
  void before_relative(std::uint32_t phrase, const FrameEnd& end, std::vector<std::uint32_t>& found) const;
  void behind_in_clause(std::uint32_t phrase, const std::vector<std::string>& prepositions,
                        std::vector<std::uint32_t>& found) const;
  [[nodiscard]] std::vector<std::uint32_t> complements_at(const Trigger& trigger, const FrameEnd& end) const;
  void first_fitting(const std::vector<std::uint32_t>& phrases, const Frame& frame, const FrameEnd& end, bool source,
                     Fillers& out) const;
  void noun_end(const Trigger& trigger, const Frame& frame, const FrameEnd& end, bool source, Fillers& out) const;
  [[nodiscard]] bool is_put_in(std::uint32_t clause) const;
  [[nodiscard]] bool is_blamed(std::uint32_t phrase) const;

  // How what a noun names is meant (noun_standing.cpp)
  /// The verb of a clause, and what it has to do with a noun of the clause.
  struct Governor {
    EntryId entry = no_id;
    bool takes = false;  ///< the noun is a complement of it
    bool says = false;   ///< and is what is said
  };
  /// A noun is meant as its clause is, where it is what the clause's verb gives, gets, denies or promises.
  [[nodiscard]] Standing noun_standing(const Trigger& trigger, bool means_somebody) const;
  std::uint32_t outermost(std::uint32_t phrase, Standing& standing, bool& ends) const;
  [[nodiscard]] bool is_unreal(const NounPhrase& phrase, std::uint32_t clause) const;
  void apply_own_words(const NounPhrase& phrase, Standing& standing) const;
  [[nodiscard]] bool is_said(std::uint32_t phrase, const LexicalEntry& governor) const;
  [[nodiscard]] Governor governor_of(std::uint32_t phrase) const;
  [[nodiscard]] bool has_commitment(const Governor& governor, Commitment commitment) const;
  [[nodiscard]] bool is_identified(std::uint32_t phrase) const;
  [[nodiscard]] bool is_known_as(const Trigger& trigger, std::uint32_t top, const Governor& governor) const;
  [[nodiscard]] bool is_meant_as_clause(const Trigger& trigger, std::uint32_t top, const Governor& governor) const;
  void apply_clause(std::uint32_t top, const Governor& governor, const Standing& outer, Standing& standing) const;
  void apply_report(std::uint32_t top, const Governor& governor, const Standing& outer, Standing& standing) const;
  [[nodiscard]] bool is_means(const Trigger& trigger) const;
  [[nodiscard]] std::uint32_t ends_on_demand(std::uint32_t clause, bool governed, const Standing& outer) const;
  [[nodiscard]] bool is_demand(std::uint32_t clause) const;

  const SentenceView& sentence_;
  const Language& language_;
  Discourse& discourse_;
  std::vector<Statement>& out_;
  ClauseArguments arguments_;
  std::vector<bool> fixed_;     ///< by phrase: it is part of a verb phrase
  std::vector<bool> spent_;     ///< by phrase: it is part of a verb phrase that has its complement as an end
  std::vector<bool> governed_;  ///< by clause: its infinitive is part of a verb phrase
  std::vector<Refusal>* refusals_;
  mutable std::string unfit_;  ///< where refusals are told: who stood at an end but may not, since the last one
};

}  // namespace entente
