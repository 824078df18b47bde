#pragma once

#include <cstdint>
#include <vector>

#include "extract/analyse/words_in_text.hpp"

namespace entente {

inline constexpr std::uint32_t none = 0xffffffff;

/// What a noun phrase does in its clause.
enum class Function : std::uint8_t { unattached, subject, object, attribute, oblique, time };

/// A noun with its determiner and adjectives, a name, or a pronoun; with the preposition before it, if any.
struct NounPhrase {
  std::uint32_t begin = 0;  ///< words [begin, end), the preposition left out
  std::uint32_t end = 0;
  std::uint32_t head = 0;            ///< word: the noun, name, pronoun, or the adjective that stands for one
  std::uint32_t name = none;         ///< word: the (first) name in it
  std::uint32_t name_end = none;     ///< one past the last word of the name
  std::uint32_t preposition = none;  ///< word
  WordId preposition_lemma = 0;
  Features determiner = {};
  std::uint8_t gender = 0;
  std::uint8_t number = 0;
  RoleId role = no_id;               ///< where the head (with the words after it) names an office
  EntryId class_entry = no_id;       ///< where it names a kind of actor
  std::uint32_t host = none;         ///< the phrase that it directly follows
  std::uint32_t leader = none;       ///< first member of the coordination that it belongs to, if it is not the first itself
  std::uint32_t next_member = none;  ///< next member of the coordination
  std::uint32_t apposition_to = none;
  std::uint32_t clause = none;
  Function function = Function::unattached;
  bool negated = false;   ///< under "ni", "aucun", "pas … mais"
  bool affirmed = false;  ///< after "mais" in what is denied: "ne … pas A mais B"
  bool included = false;  ///< after "dont": one of those that the host names
};

enum class ClauseKind : std::uint8_t { main, relative, complement, adverbial, infinitive, gerund, participial, verbless };

/// A verb with what depends on it.
struct Clause {
  ClauseKind kind = ClauseKind::main;
  std::uint32_t first = 0;      ///< word where it begins
  std::uint32_t verb = none;    ///< word: the verb that carries the meaning
  std::uint32_t finite = none;  ///< word: the one that carries mood and tense; none when there is none
  VerbForm mood = VerbForm::none;
  Tense tense = Tense::none;
  std::uint8_t number = 0;
  std::uint8_t person = 0;
  bool compound = false;  ///< auxiliary and participle
  bool passive = false;
  bool pronominal = false;
  bool ne = false;             ///< has the particle of negation
  bool negative_word = false;  ///< has its second half
  bool no_longer = false;
  bool restricted = false;  ///< "ne … que": not denied
  bool question = false;
  bool inverted = false;                ///< waits for its subject after the verb
  bool incise = false;                  ///< stands inside or after what it reports: ", a dit X,"
  bool cleft = false;                   ///< "c'est X qui": its attribute is the antecedent of what follows
  std::uint32_t subject = none;         ///< phrase
  std::uint32_t subject_clitic = none;  ///< words
  std::uint32_t object_clitic = none;
  std::uint32_t dative_clitic = none;
  std::uint32_t place_clitic = none;
  std::uint32_t genitive_clitic = none;
  std::vector<std::uint32_t> objects = {}, obliques = {}, attributes = {};  ///< phrases, leaders of coordinations only
  std::uint32_t parent = none;                                              ///< the clause that it stands in
  std::uint32_t shares_with = none;  ///< the clause before it in a coordination, whose subject it has if it has none
  std::uint32_t antecedent = none;   ///< phrase that it modifies
  std::uint32_t marker = none;       ///< word: relative pronoun, conjunction, or preposition before it
  Features marker_features = {};
  WordId marker_lemma = 0;
  std::uint32_t relative_preposition = none;  ///< word: "à laquelle"

  [[nodiscard]] bool has_verb() const { return verb != none; }
  [[nodiscard]] bool is_finite() const { return finite != none; }
  [[nodiscard]] bool marked(Feature feature) const { return marker != none && marker_features.has(feature); }
};

/// The structure of a sentence. Phrases and clauses are in text order.
struct Syntax {
  std::vector<NounPhrase> phrases;
  std::vector<Clause> clauses;
  std::vector<std::uint32_t> phrase_of;  ///< for each word, the phrase whose [begin, end) holds it, or none
  std::vector<std::uint32_t> clause_of;  ///< for each word, the innermost clause open there

  void clear() {
    phrases.clear();
    clauses.clear();
    phrase_of.clear();
    clause_of.clear();
  }
};

/// Builds phrases and clauses from left to right, in one pass with bounded looking ahead.
void parse(const AnalysedSentence& sentence, const Language& language, Syntax& out);

}  // namespace entente
