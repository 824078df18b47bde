#pragma once

#include <vector>

#include "extract/parse/syntax.hpp"

namespace entente {

/// Reads a sentence from left to right and keeps a stack of open clauses. Its members are named after what they read.
class Parser {
 public:
  Parser(const AnalysedSentence& sentence, const Language& language, Syntax& out);
  void run();

 private:
  // Moving about (parser.cpp)
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  [[nodiscard]] const Word& word(std::uint32_t at) const { return words_[at]; }
  [[nodiscard]] Tag tag(std::uint32_t at) const { return at < end_ ? words_[at].tag() : Tag::punctuation; }
  [[nodiscard]] bool is_comma(std::uint32_t at) const { return at < end_ && words_[at].mark == ','; }
  [[nodiscard]] std::uint32_t skip_adverbs(std::uint32_t at) const;
  void read_until(std::uint32_t end);
  void mark(std::uint32_t at);
  void parenthesis(std::uint32_t at);
  void coordinator(std::uint32_t at);
  [[nodiscard]] bool closes_pair(std::uint32_t at) const;
  [[nodiscard]] bool joins_subject(std::uint32_t sibling, std::uint32_t next) const;
  [[nodiscard]] bool plural_ahead(std::uint32_t at) const;

  // Noun phrases (noun_phrase.cpp)
  [[nodiscard]] bool begins_phrase(std::uint32_t at) const;
  void preposition(std::uint32_t at);
  std::uint32_t noun_phrase(std::uint32_t at, std::uint32_t preposition);
  bool attach_behind_comma(std::uint32_t index, std::uint32_t before);
  [[nodiscard]] bool takes_object(std::uint32_t verb) const;
  [[nodiscard]] bool awaits_gift(const Clause& clause) const;
  [[nodiscard]] bool closes_insertion() const;
  [[nodiscard]] bool explains_opening(const NounPhrase& phrase, const NounPhrase& last, std::uint32_t host) const;
  [[nodiscard]] bool follows_opening(const NounPhrase& phrase, const NounPhrase& last, std::uint32_t host) const;
  [[nodiscard]] bool follows_relative(const NounPhrase& phrase, const NounPhrase& last) const;
  bool takes_subject_from(std::uint32_t index, std::uint32_t host);
  [[nodiscard]] bool awaits_subject() const;
  [[nodiscard]] bool subject_behind(std::uint32_t comma) const;
  [[nodiscard]] bool modifies(const NounPhrase& phrase, std::uint32_t at) const;
  [[nodiscard]] bool ends_share(const NounPhrase& phrase, std::uint32_t at) const;
  void read_head(NounPhrase& phrase, std::uint32_t& at) const;
  void read_modifiers(NounPhrase& phrase, std::uint32_t& at) const;
  void read_fixed_complement(NounPhrase& phrase, std::uint32_t& at) const;
  void take_number(NounPhrase& phrase) const;
  [[nodiscard]] std::uint32_t skip_approximation(std::uint32_t at) const;
  [[nodiscard]] bool is_approximation(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t match_after(std::uint32_t at, const std::vector<WordId>& rest) const;
  [[nodiscard]] bool superlative(std::uint32_t at) const;
  [[nodiscard]] bool compounds(const NounPhrase& phrase, std::uint32_t at) const;
  [[nodiscard]] bool governs(std::uint32_t at) const;
  [[nodiscard]] bool belongs_to_host(const NounPhrase& phrase, std::uint32_t at) const;
  [[nodiscard]] bool splits_name(const NounPhrase& phrase, std::uint32_t at) const;

  // How a phrase joins what was read (attachment.cpp)
  void attach(std::uint32_t phrase);
  void attach_bare(std::uint32_t phrase, std::uint32_t before);
  [[nodiscard]] std::uint32_t reach(std::uint32_t phrase) const;
  void find_host(NounPhrase& phrase, std::uint32_t before) const;
  [[nodiscard]] bool denies(const NounPhrase& phrase) const;
  [[nodiscard]] bool resumes_object() const;
  [[nodiscard]] bool is_emphatic(const NounPhrase& phrase) const;
  [[nodiscard]] bool is_taken_up(std::uint32_t topic, const NounPhrase& subject) const;
  [[nodiscard]] bool sums_up(const NounPhrase& phrase) const;
  [[nodiscard]] bool is_bare(const NounPhrase& phrase) const;
  [[nodiscard]] bool is_absolute(std::uint32_t phrase) const;
  [[nodiscard]] bool is_gapped(const NounPhrase& phrase) const;
  void gap(std::uint32_t subject, std::uint32_t object);
  [[nodiscard]] bool is_partitive(const NounPhrase& phrase, std::uint32_t before) const;
  [[nodiscard]] bool gives(std::uint32_t verb) const;
  [[nodiscard]] bool gets(std::uint32_t verb) const;
  [[nodiscard]] bool names_members(const NounPhrase& phrase) const;
  [[nodiscard]] bool is_instance(const NounPhrase& phrase, std::uint32_t before) const;
  [[nodiscard]] std::uint32_t whole_of(std::uint32_t before) const;
  [[nodiscard]] bool names_town(const NounPhrase& phrase, std::uint32_t before) const;
  [[nodiscard]] bool is_model(const NounPhrase& phrase) const;
  [[nodiscard]] bool wants_object(const Clause& clause, std::uint32_t at) const;
  [[nodiscard]] std::uint32_t root(std::uint32_t phrase) const;
  [[nodiscard]] std::uint32_t coordinates_with(const NounPhrase& phrase) const;
  [[nodiscard]] bool joins_kind(const NounPhrase& phrase, const NounPhrase& last) const;
  [[nodiscard]] bool shares_preposition(const NounPhrase& phrase, const NounPhrase& outer) const;
  [[nodiscard]] bool refers(const NounPhrase& phrase) const;
  [[nodiscard]] std::uint32_t outward(std::uint32_t phrase) const;
  [[nodiscard]] std::uint32_t resumed(const NounPhrase& phrase) const;
  [[nodiscard]] std::uint32_t contrasted(const NounPhrase& phrase) const;
  void join(std::uint32_t leader, std::uint32_t member);
  [[nodiscard]] bool list_ahead(std::uint32_t comma) const;
  [[nodiscard]] bool is_awaited_subject(std::uint32_t comma, std::uint32_t coordinator) const;
  [[nodiscard]] bool verb_ahead(std::uint32_t at) const { return finite_ahead(at) != none; }
  [[nodiscard]] std::uint32_t finite_ahead(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t skip_phrase(std::uint32_t at) const;
  [[nodiscard]] bool is_end_of_deed(const NounPhrase& phrase) const;
  [[nodiscard]] bool is_year_of_date(const NounPhrase& phrase) const;
  [[nodiscard]] bool names_time(const NounPhrase& phrase) const;
  [[nodiscard]] bool is_time(const NounPhrase& phrase) const;
  void place_in_clause(std::uint32_t phrase);

  // Verbs and clauses (verb_group.cpp, clause.cpp)
  void verb_group(std::uint32_t at);
  void read_verb(Clause& clause, std::uint32_t& at) const;
  void read_before_verb(Clause& clause, std::uint32_t& at) const;
  void read_after_verb(Clause& clause, std::uint32_t& at) const;
  void read_participles(Clause& clause, std::uint32_t& at) const;
  void take_negative(Clause& clause, std::uint32_t at) const;
  [[nodiscard]] bool gives_byname(std::uint32_t at) const;
  void close_relative_before(std::uint32_t marker);
  void infinitive(std::uint32_t at, std::uint32_t marker);
  [[nodiscard]] bool undergoes(const Clause& governor) const;
  void present_participle(std::uint32_t at, std::uint32_t marker);
  void past_participle(std::uint32_t at);
  [[nodiscard]] std::uint32_t done(const Clause& clause, std::uint32_t antecedent) const;
  bool completes_auxiliary(std::uint32_t at);
  [[nodiscard]] std::uint32_t nearest_compound(std::uint32_t participle) const;
  [[nodiscard]] bool shares_auxiliary(std::uint32_t at) const;
  void share_auxiliary(std::uint32_t at);
  void relative(std::uint32_t at, std::uint32_t preposition);
  [[nodiscard]] std::uint32_t antecedent_of(const Word& pronoun) const;
  [[nodiscard]] std::size_t relative_beside() const;
  [[nodiscard]] const Word* participle_behind(std::uint32_t at) const;
  [[nodiscard]] bool is_inverted(std::uint32_t at) const;
  [[nodiscard]] bool is_taken_up_by(const Word& participle) const;
  [[nodiscard]] std::uint32_t set_off_host() const;
  [[nodiscard]] std::uint32_t before_set_off_place() const;
  [[nodiscard]] bool is_placed(std::uint32_t phrase) const;
  [[nodiscard]] bool names_place(const NounPhrase& phrase) const;
  [[nodiscard]] bool names_place(const Word& name) const;
  void cleft(Clause& relative);
  void subordinator(std::uint32_t at, bool report = false);
  bool restriction(std::uint32_t at);
  [[nodiscard]] bool lacks_object(std::uint32_t at) const;
  [[nodiscard]] bool misses_object(std::uint32_t at) const;
  [[nodiscard]] bool completes_adjective(std::uint32_t at) const;
  [[nodiscard]] bool completes_report(std::uint32_t at) const;
  [[nodiscard]] bool has_infinitive(std::uint32_t clause) const;
  std::uint32_t open(Clause clause);
  void place_verb(const Clause& verb, std::uint32_t at);
  void set_verb(std::uint32_t clause, const Clause& verb);
  [[nodiscard]] bool lists_verb(const Clause& verb, std::uint32_t sibling, std::uint32_t at) const;
  [[nodiscard]] bool reports_with_infinitive(std::uint32_t verb) const;
  [[nodiscard]] bool lists_on(const Clause& verb) const;
  [[nodiscard]] bool governs_clause(const Clause& verb) const;
  [[nodiscard]] bool is_about(const Clause& verb, const Clause& waiting) const;
  [[nodiscard]] bool puts_in(const Clause& verb, std::uint32_t at) const;
  [[nodiscard]] bool reports(std::uint32_t verb) const;
  [[nodiscard]] bool takes_infinitive(std::uint32_t verb) const;
  [[nodiscard]] bool says(std::uint32_t verb) const;
  void find_subject(std::uint32_t clause);
  [[nodiscard]] bool agrees(std::uint32_t phrase, std::uint8_t gender, std::uint8_t number) const;
  [[nodiscard]] bool is_means(const NounPhrase& phrase) const;
  /// The phrase that it complements, or that it is joined or apposed to; none where it stands by itself.
  static std::uint32_t said_of(const NounPhrase& np) {
    return np.host != none ? np.host : np.leader != none ? np.leader : np.apposition_to;
  }
  [[nodiscard]] std::uint32_t above(std::uint32_t phrase) const;
  [[nodiscard]] std::uint32_t agreeing(std::uint32_t phrase, std::uint8_t gender, std::uint8_t number) const;
  [[nodiscard]] std::uint32_t nearest_finite() const;
  [[nodiscard]] Clause& top() { return out_.clauses[stack_.back()]; }
  [[nodiscard]] const Clause& top() const { return out_.clauses[stack_.back()]; }
  void pop_to_unfinished();

  const AnalysedSentence& sentence_;
  const std::vector<Word>& words_;
  const Language& language_;
  Syntax& out_;
  std::vector<std::uint32_t> stack_;
  std::uint32_t at_ = 0;
  std::uint32_t end_ = 0;
  std::uint32_t last_ = none;               ///< the phrase read last
  std::uint32_t coordinator_ = none;        ///< word: a coordinator just read
  std::uint32_t comma_ = none;              ///< word: a comma just read
  std::uint32_t parenthesis_begin_ = none;  ///< words: the last parenthesis read
  std::uint32_t parenthesis_end_ = none;
  std::uint32_t time_begin_ = none;  ///< words: the last time that directly follows a phrase
  std::uint32_t time_end_ = none;
  std::uint32_t gift_inserted_ = none;  ///< word: the comma behind what stands between a receiver and what he is given
  std::uint32_t resumed_ = none;        ///< phrase: the subject of the clause to which that comma leads back
};

}  // namespace entente
