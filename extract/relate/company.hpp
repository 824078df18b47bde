#pragma once

#include <span>
#include <vector>

#include "extract/relate/statement.hpp"

namespace entente {

/// What the words of a document speak of, for each relation: "battre" is one thing on a front and another on a pitch. Words
/// weigh by the sets that the lexicon puts them in (`ent:WordSet`) and by the triggers that they are; the sentence's own
/// weigh most, then its neighbours', then the document's.
class Company {
 public:
  Company(const Language& language, const std::vector<AnalysedSentence>& sentences);

  /// Above 0 where the words around the statement speak for its relation, below 0 where they speak against it. Its trigger
  /// itself does not count; `neighbours`: the sentences before and after do.
  [[nodiscard]] int speaks_for(const Statement& statement, bool neighbours) const;

 private:
  /// For and against.
  struct Balance {
    int in_favour = 0;
    int against = 0;
    void add(const Balance& other) {
      in_favour += other.in_favour;
      against += other.against;
    }
    [[nodiscard]] int sum() const { return in_favour - against; }
  };
  [[nodiscard]] std::span<const CompanyWord> said_by(const Word& word) const;
  [[nodiscard]] Balance weigh(const AnalysedSentence& sentence, std::uint32_t word, RelationId relation) const;
  [[nodiscard]] const Balance& of(std::size_t sentence, RelationId relation) const {
    return balances_[sentence * relations_ + relation];
  }

  const Language& language_;
  const std::vector<AnalysedSentence>& sentences_;
  std::size_t relations_;
  std::vector<Balance> balances_;  ///< by sentence, then by relation
  std::vector<Balance> document_;  ///< by relation
};

/// Drops the statements whose words have another sense in their company: a trigger of one sense where the company speaks
/// clearly against it, a weak one (`ent:weak`) or one with an end that is hardly known where it does not speak for it. They are
/// appended to `refusals`, unless that is null.
void keep_company(const Language& language, const Discourse& discourse, const Company& company,
                  std::vector<Statement>& statements, std::vector<Refusal>* refusals = nullptr);

}  // namespace entente
