#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/extract/morphology.hpp"
#include "entente/ontology/ontology.hpp"
#include "extract/language/by_word.hpp"
#include "extract/language/features.hpp"
#include "extract/language/gazetteer.hpp"
#include "extract/language/tags.hpp"
#include "extract/language/words.hpp"

namespace entente {

/// A lexical entry found by the first word of its written form.
struct Phrase {
  EntryId entry = no_id;
  std::vector<WordId> rest;  ///< the words after the first (or after the reflexive pronoun and the verb)
  WordId clitic = 0;         ///< "en" of "s'en prendre": a pronoun that must be there
  bool pronominal = false;   ///< "s'emparer": the verb's own reflexive pronoun must be there
};

/// A function word or fixed function phrase with its reading.
struct FixedPhrase {
  std::vector<WordId> rest;  ///< words after the first; empty for a single word
  Reading reading;
};

/// A description ("rebelle", "opposition armée") and whom it means.
struct Description {
  std::vector<WordId> rest;
  ActorId actor = no_id;
  bool everywhere = false;  ///< a name in lower case ("civils"): needs no topic
};

/// What a word says of the relations of which a text speaks.
struct CompanyWord {
  std::vector<WordId> rest;      ///< words after the first, as they stand in a text
  std::uint64_t speaks_for = 0;  ///< bit `1 << RelationId`
  std::uint64_t speaks_against = 0;
  int weight = 0;
};

/// What the extractor knows of one language: the ontology's words and the dictionary, made ready for lookup.
/// Immutable once made; share it between threads. The ontology and the morphology must outlive it.
class Language {
 public:
  Language(const Ontology& ontology, const Morphology& morphology, std::string_view tag);

  [[nodiscard]] const Ontology& ontology() const { return ontology_; }
  [[nodiscard]] const Morphology& morphology() const { return morphology_; }
  [[nodiscard]] std::string_view tag() const { return tag_; }

  const Words& words() const { return words_; }
  const Gazetteer& gazetteer() const { return gazetteer_; }

  /// Readings of function words and phrases that begin with `word`; empty for others.
  [[nodiscard]] std::span<const FixedPhrase> fixed(WordId word) const { return fixed_.find(word); }
  /// Features of a lemma: TimeNoun, ActsFor, Copula …
  [[nodiscard]] Features lemma_features(WordId lemma) const {
    return lemma < lemma_features_.size() ? lemma_features_[lemma] : Features{};
  }
  /// The lexicon's word for a lemma of the dictionary; 0 where it has none.
  [[nodiscard]] WordId lemma_word(std::uint32_t dictionary_lemma) const { return lemma_words_[dictionary_lemma]; }

  [[nodiscard]] std::span<const Phrase> verbs(WordId lemma) const { return verbs_.find(lemma); }
  [[nodiscard]] std::span<const Phrase> nouns(WordId lemma) const { return nouns_.find(lemma); }
  [[nodiscard]] std::span<const Phrase> adjectives(WordId lemma) const { return adjectives_.find(lemma); }
  [[nodiscard]] std::span<const Phrase> prepositions(WordId lemma) const { return prepositions_.find(lemma); }
  /// Whether the key of one of `prepositions` ends in the word.
  [[nodiscard]] bool ends_preposition(WordId word) const { return word < ends_preposition_.size() && ends_preposition_[word]; }
  /// Prefixes that make adjectives of demonyms: "pro".
  [[nodiscard]] std::span<const Phrase> prefixes(WordId word) const { return prefixes_.find(word); }
  [[nodiscard]] std::span<const Phrase> class_nouns(WordId lemma) const { return class_nouns_.find(lemma); }
  [[nodiscard]] std::span<const Phrase> role_nouns(WordId lemma) const { return role_nouns_.find(lemma); }
  [[nodiscard]] std::span<const ActorId> demonyms(WordId word) const { return demonyms_.find(word); }
  [[nodiscard]] std::span<const Description> descriptions(WordId lemma) const { return descriptions_.find(lemma); }

  /// What `word` says of the relations of which its text speaks.
  [[nodiscard]] std::span<const CompanyWord> company(WordId word) const { return company_.find(word); }

  /// Those who have ever held an office, in the ontology's order.
  [[nodiscard]] std::span<const ActorId> holders(RoleId role) const {
    return role < holders_.size() ? std::span<const ActorId>(holders_[role]) : std::span<const ActorId>{};
  }
  /// The state that an actor is of, acts for, lies in or is; no_id where none, and for no_id.
  [[nodiscard]] ActorId country_of(ActorId actor) const { return actor < countries_.size() ? countries_[actor] : no_id; }
  /// The government of a state, where it is an actor of its own; else the state.
  [[nodiscard]] ActorId government_of(ActorId state) const;
  /// Whom a capital stands for when it acts: its state, or the government that has the capital as metonym; no_id for
  /// all that is no capital.
  [[nodiscard]] ActorId acting_for(ActorId place) const;

  [[nodiscard]] const LexicalEntry& entry(EntryId id) const { return ontology_.entries[id]; }
  /// Whether the language's entry has a feature; no_id has none.
  [[nodiscard]] bool has(EntryId id, Feature feature) const {
    return id < entry_features_.size() && entry_features_[id].has(feature);
  }
  /// The word of an entry that names a kind of actor by one word; 0 for all others.
  [[nodiscard]] WordId class_word(EntryId id) const { return id < class_words_.size() ? class_words_[id] : 0; }
  /// The id of a preposition as frames name it ("contre", "au profit de"); 0 where the grammar has none such.
  [[nodiscard]] WordId preposition(std::string_view words) const { return words_.find(words); }
  /// The words of a list that one of the ontology's frames has.
  [[nodiscard]] std::span<const WordId> frame_words(const std::vector<std::string>& list) const {
    const auto at = frame_words_.find(list.data());
    return at == frame_words_.end() ? std::span<const WordId>{} : at->second;
  }
  [[nodiscard]] WordId genitive() const { return genitive_; }
  [[nodiscard]] WordId dative() const { return dative_; }
  [[nodiscard]] WordId agentive() const { return agentive_; }

 private:
  void find_case_markers();
  void read_features();
  void add_features(WordId lemma, const Features& features);
  void compile_entry(EntryId id);
  void compile_closed(const LexicalEntry& entry, const std::vector<std::string>& form, const Reading& reading);
  void compile_phrase(EntryId id, const std::vector<std::string>& form);
  void compile_company(const WordSet& words);
  void compile_company(EntryId trigger);
  void compile_labels(ActorId id);
  [[nodiscard]] std::size_t opening_preposition(const std::vector<std::string>& form) const;
  [[nodiscard]] std::string phrase_key(const std::vector<std::string>& form) const;
  void map_lemmas();
  void find_ends_of_prepositions();
  void map_offices();
  void map_countries();
  [[nodiscard]] std::string without_article(const std::string& name) const;
  [[nodiscard]] ActorId capital_called(ActorId actor, const Label& label) const;
  [[nodiscard]] Reading closed_reading(EntryId id) const;
  std::vector<WordId> intern_all(const std::vector<std::string>& words, std::size_t from);

  const Ontology& ontology_;
  const Morphology& morphology_;
  std::string tag_;
  Words words_;
  Gazetteer gazetteer_;
  ByWord<FixedPhrase> fixed_;
  ByWord<Phrase> verbs_, nouns_, adjectives_, prepositions_, prefixes_, class_nouns_, role_nouns_;
  ByWord<ActorId> demonyms_;
  ByWord<Description> descriptions_;
  ByWord<CompanyWord> company_;
  std::unordered_map<const std::string*, std::vector<WordId>> frame_words_;  ///< by the data of the list
  std::vector<Features> lemma_features_;                                     ///< by word
  std::vector<Features> entry_features_;                                     ///< by entry
  std::vector<WordId> lemma_words_;
  std::vector<bool> ends_preposition_;  ///< by word
  std::vector<WordId> class_words_;     ///< by entry
  std::vector<std::vector<ActorId>> holders_;
  std::vector<ActorId> countries_;  ///< by actor
  std::unordered_map<ActorId, ActorId> governments_, acting_;
  WordId genitive_ = 0, dative_ = 0, agentive_ = 0;
};

/// The words of a written form as one string: "à", "l'", "encontre", "de" is "à l'encontre de".
[[nodiscard]] std::string join_words(const std::vector<std::string>& words);

}  // namespace entente
