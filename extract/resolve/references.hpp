#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/parse/syntax.hpp"
#include "extract/resolve/discourse.hpp"
#include "extract/resolve/salience.hpp"

namespace entente {

/// Whom a phrase means.
struct Referents {
  std::vector<ActorIndex> who;     ///< what it denotes; empty where that is nobody known
  std::vector<ActorIndex> owners;  ///< whose it is or who did it: by demonym, genitive or possessive
  bool resolved = false;
  bool named = false;   ///< by a name or demonym of its own, not by reference to others
  bool acting = false;  ///< a capital that stands for its government here
  bool office = false;  ///< an unnamed holder of an office speaks for `who`
};

/// Whom the phrases and pronouns of a sentence mean.
struct SentenceReferents {
  std::vector<Referents> phrases;                 ///< as Syntax::phrases
  std::vector<std::vector<ActorIndex>> pronouns;  ///< by word: for clitics

  /// Whether the sentence speaks of anybody known.
  [[nodiscard]] bool has_anybody() const {
    return std::ranges::any_of(phrases, [](const Referents& one) { return !one.who.empty() || !one.owners.empty(); }) ||
           std::ranges::any_of(pronouns, [](const auto& who) { return !who.empty(); });
  }
};

/// Resolves sentence after sentence of one document.
class ReferenceResolver {
 public:
  ReferenceResolver(const Language& language, Discourse& discourse) : language_(language), discourse_(discourse) {}

  /// Must be called for the sentences of a document in order. Appends mentions to `mentions` with byte spans as places.
  void resolve(std::string_view text, const std::vector<Token>& tokens, const AnalysedSentence& sentence, const Syntax& syntax,
               std::uint32_t number, SentenceReferents& out, std::vector<Mention>& mentions);

 private:
  /// Who does what a clause says: a phrase or a pronoun of that clause or of the one that it depends on.
  struct Subject {
    std::uint32_t clause = none;
    std::uint32_t phrase = none;
    std::uint32_t clitic = none;  ///< word
    bool controls = false;        ///< as an object of the verb above: "exhorte X à …"
  };

  Referents& phrase(std::uint32_t index);
  [[nodiscard]] bool are_weapons(const NounPhrase& np) const;
  [[nodiscard]] bool names_head_of_power(const NounPhrase& np, ActorIndex actor) const;
  void by_known_name(const NounPhrase& np, std::uint32_t at, Referents& out);
  [[nodiscard]] std::uint32_t end_of_name(const NounPhrase& np, std::uint32_t at) const;
  [[nodiscard]] bool names_thing(const NounPhrase& np, std::uint32_t at, std::string_view label) const;
  ActorIndex also_called(const NounPhrase& np);
  std::uint32_t by_unknown_name(const NounPhrase& np, std::uint32_t at, Referents& out);
  void by_name(const NounPhrase& np, Referents& out);
  void by_composition(std::uint32_t index, const NounPhrase& np, Referents& out);
  void by_noun(std::uint32_t index, const NounPhrase& np, Referents& out);
  [[nodiscard]] bool is_of_unit(std::uint32_t index) const;
  void by_former_office(const NounPhrase& np, Referents& out);
  void by_loyalty(std::uint32_t index, const NounPhrase& np, Referents& out);
  [[nodiscard]] bool is_of_supporters(const Word& adjective) const;
  [[nodiscard]] RoleId role_of_counterpart(const NounPhrase& np, Referents& out);
  [[nodiscard]] bool is_one_of_several(std::uint32_t index, const NounPhrase& np, const Referents& self) const;
  void holder_of_owners(const NounPhrase& np, RoleId role, Referents& out);
  void holder_here(const NounPhrase& np, RoleId role, Referents& out);
  void office_of_owners(Referents& out);
  void by_role(std::uint32_t index, const NounPhrase& np, Referents& out);
  [[nodiscard]] bool speaks_of_others(const Description& one, const std::vector<const Description*>& all) const;
  [[nodiscard]] std::vector<const Description*> descriptions_of(const NounPhrase& np, ActorClass kind) const;
  ActorIndex group_in_complement(std::uint32_t index);
  std::vector<ActorId> countries_stated(std::uint32_t index, const NounPhrase& np, const Referents& self);
  [[nodiscard]] std::vector<const Description*> spoken_of(const NounPhrase& np,
                                                          const std::vector<const Description*>& descriptions) const;
  [[nodiscard]] unsigned weight_of(const Description& one, bool known, const NounPhrase& np,
                                   const std::vector<ActorId>& countries) const;
  [[nodiscard]] ActorId best_described(const std::vector<const Description*>& descriptions, bool known, const NounPhrase& np,
                                       const std::vector<ActorId>& countries) const;
  void by_description(std::uint32_t index, const NounPhrase& np, Referents& out);
  void by_kind(std::uint32_t index, const NounPhrase& np, Referents& out);
  void by_pointing(std::uint32_t index, const NounPhrase& np, Referents& out);
  /// Which of two a phrase means.
  enum class OfTwo : std::uint8_t { neither, first, second, both };
  void by_pair(std::uint32_t index, const NounPhrase& np, Referents& out);
  [[nodiscard]] OfTwo of_two(std::uint32_t index, const NounPhrase& np) const;
  [[nodiscard]] bool is_the_one(const NounPhrase& np) const;
  [[nodiscard]] std::uint32_t the_one_before(std::uint32_t index) const;
  [[nodiscard]] bool other_follows(std::uint32_t index) const;
  [[nodiscard]] std::uint32_t kind_of_two(const NounPhrase& np) const;
  [[nodiscard]] bool may_be_called(ActorIndex entity, std::uint8_t gender) const;
  [[nodiscard]] std::vector<ActorIndex> last_two(std::uint32_t classes, std::uint8_t gender,
                                                 const std::vector<ActorIndex>& others);
  [[nodiscard]] bool is_of_share(const Clause& clause) const;
  [[nodiscard]] bool is_located(const Clause& clause) const;
  [[nodiscard]] bool follow(std::uint32_t verb, const std::vector<WordId>& rest) const;
  [[nodiscard]] bool leaves_place(const Clause& clause) const;
  [[nodiscard]] bool is_of_another(const NounPhrase& np) const;
  [[nodiscard]] std::uint32_t whom_somebody_backs(const NounPhrase& np) const;
  [[nodiscard]] bool stands_by(const NounPhrase& np) const;
  [[nodiscard]] std::uint32_t topic_before(std::uint32_t word, const Reading& pronoun) const;
  [[nodiscard]] bool means_what_is_nearer(const Anaphor& anaphor, const std::vector<ActorIndex>& meant) const;
  [[nodiscard]] std::uint32_t topic_of(const Clause& clause, const Reading& pronoun) const;
  void by_class(std::uint32_t index, const NounPhrase& np, Referents& out);
  void by_reference(std::uint32_t index, const NounPhrase& np, Referents& out);
  void apposition(std::uint32_t index, const NounPhrase& np, Referents& out);
  void take_office(ActorIndex somebody, RoleId role, const std::vector<ActorIndex>& owners);
  [[nodiscard]] std::uint32_t place_called(const NounPhrase& name) const;
  void place_apposition(const NounPhrase& np, const Referents& name);
  void find_owners(std::uint32_t index, const NounPhrase& np, Referents& out);
  static bool looks_back(const Word& pronoun);
  [[nodiscard]] std::vector<ActorIndex> place_there() const;
  [[nodiscard]] std::uint32_t taken_up_by(std::uint32_t pronoun) const;
  [[nodiscard]] std::uint32_t classes_of_genitive(std::uint32_t clause) const;
  void narrow_to_object(const Clause& clause, Anaphor& anaphor) const;
  std::vector<ActorIndex> doers_beside(std::uint32_t pronoun);
  [[nodiscard]] Anaphor anaphor_of(std::uint32_t at) const;
  void clitic(std::uint32_t at);
  void note_kind_of_place(const NounPhrase& np, Trace& trace) const;
  void leave_trace(std::uint32_t index);
  void leave_trace_of_pronoun(std::uint32_t at, const Anaphor& anaphor);
  [[nodiscard]] Anaphor looking_back(std::uint32_t word, std::uint32_t clause, GrammaticalRole role) const;
  [[nodiscard]] Subject subject_of(std::uint32_t clause) const;
  [[nodiscard]] Subject controlling(std::uint32_t clause) const;
  [[nodiscard]] std::vector<ActorIndex> who_is(const Subject& subject);
  [[nodiscard]] bool is_town_in_plural(const Subject& subject);
  [[nodiscard]] std::vector<ActorIndex> possessor(const NounPhrase& np);
  [[nodiscard]] bool asks_for_somebody(const Clause& clause) const;
  [[nodiscard]] std::uint32_t classes_of_object(const Clause& clause) const;
  [[nodiscard]] bool aside(std::uint32_t clause) const;
  [[nodiscard]] std::string without_rank(ActorIndex actor, std::string label) const;
  void introduce_by_first_word(ActorIndex actor, WordId noun);
  void call_by_name(ActorIndex actor, std::uint32_t at);
  [[nodiscard]] bool is_acronym_of_named(const NounPhrase& np) const;
  void name_behind_kind(const NounPhrase& np, const Referents& name);
  [[nodiscard]] bool looks_back_to_group(const NounPhrase& np, ActorClass kind) const;
  ActorIndex name_at(const NounPhrase& np, std::uint32_t at);
  [[nodiscard]] bool is_contracted(const NounPhrase& np) const;
  ActorClass guess_class(const NounPhrase& np, std::string_view label) const;
  [[nodiscard]] std::vector<ActorId> demonyms(const NounPhrase& np, std::vector<std::uint32_t>* words = nullptr) const;
  [[nodiscard]] std::uint32_t complement(std::uint32_t index, WordId preposition) const;
  [[nodiscard]] bool words_follow(const NounPhrase& np, const std::vector<WordId>& rest) const;
  [[nodiscard]] std::string label_of(std::uint32_t begin, std::uint32_t end) const;
  /// The noun with its adjectives and its complements with "de": what a group is called that has no name.
  [[nodiscard]] std::string phrase_label(std::uint32_t index) const;
  void mention(ActorIndex actor, std::uint32_t first_word, std::uint32_t last_word);
  [[nodiscard]] Features head_features(const NounPhrase& np) const;
  bool facility(std::uint32_t index, Referents& out);
  [[nodiscard]] bool place(const NounPhrase& np, bool bare, const Referents& self) const;
  [[nodiscard]] bool is_unit(std::uint32_t index, const NounPhrase& np) const;
  [[nodiscard]] bool suffers(const NounPhrase& np) const;
  [[nodiscard]] bool possessed(const NounPhrase& np) const;
  [[nodiscard]] bool lies_in(const NounPhrase& np, std::uint32_t genitive) const;
  [[nodiscard]] bool is_state(ActorId actor) const;
  [[nodiscard]] bool comes_from_there(std::uint32_t index) const;
  [[nodiscard]] ActorId country_of_place(std::uint32_t index) const;
  [[nodiscard]] bool qualified(const NounPhrase& np) const;
  [[nodiscard]] ActorId described(const Word& word) const;
  [[nodiscard]] bool of_towns(const std::vector<ActorIndex>& owners) const;
  [[nodiscard]] bool of_places(const Referents& self) const;
  [[nodiscard]] bool faces(const NounPhrase& np, ActorId country) const;
  [[nodiscard]] std::uint32_t spelt_out(std::uint32_t index) const;
  void by_capitals(std::uint32_t index, const NounPhrase& np, Referents& out);
  void capital(std::uint32_t index, const NounPhrase& np, bool bare, Referents& out);
  void by_looking_back(std::uint32_t index, const NounPhrase& np, ActorClass kind, Referents& out);
  [[nodiscard]] ActorId owner_country(const NounPhrase& np, const Referents& self) const;
  [[nodiscard]] bool acts(const NounPhrase& np) const;
  [[nodiscard]] ActorId country_here() const;
  [[nodiscard]] bool of_unknown_origin(const NounPhrase& np) const;
  [[nodiscard]] bool is_of_a_part(const NounPhrase& np) const;
  [[nodiscard]] bool alleged(const NounPhrase& np) const;
  [[nodiscard]] bool is_former(const NounPhrase& np) const;
  [[nodiscard]] bool is_deed(const NounPhrase& np) const;
  [[nodiscard]] std::optional<ActorIndex> side_called(const Word& word) const;
  [[nodiscard]] bool definite(const NounPhrase& np) const;

  const Language& language_;
  Discourse& discourse_;
  std::string_view text_;
  const std::vector<Token>* tokens_ = nullptr;
  const AnalysedSentence* sentence_ = nullptr;
  const Syntax* syntax_ = nullptr;
  SentenceReferents* out_ = nullptr;
  std::vector<Mention>* mentions_ = nullptr;
  std::uint32_t number_ = 0;
  std::vector<std::uint32_t> first_complement_;
  std::vector<std::uint32_t> acronym_;  ///< by phrase: the phrase in parentheses that holds its acronym
  std::vector<bool> told_apart_;        ///< by phrase: a participle right after it says which ("la coalition menée par X")
};

/// What a phrase does in its clause.
[[nodiscard]] GrammaticalRole role_of(const NounPhrase& np);

/// Appends those of `from` that `to` does not have yet.
void add_new(std::vector<ActorIndex>& to, const std::vector<ActorIndex>& from);

/// The state or government that a capital stands for when it acts; other actors as they are.
[[nodiscard]] ActorIndex as_actor(Discourse& discourse, const Language& language, ActorIndex index);

}  // namespace entente
