#include "extract/relate/company.hpp"

#include <algorithm>

namespace entente {
namespace {

constexpr int own_words = 2;  // how much louder than its neighbours' a sentence's own words are
constexpr int clear_majority = 2;
constexpr int clearly_against = -4;  // a word in the sentence, or all that the document is about

constexpr std::uint32_t may_be_anybody = class_bit(ActorClass::actor) | class_bit(ActorClass::organization) |
                                         class_bit(ActorClass::person) | class_bit(ActorClass::armed_group);  // "le groupe X"
constexpr std::uint32_t armed_classes = class_bit(ActorClass::armed_forces) | class_bit(ActorClass::armed_group);

bool is_same(const Word& word, WordId wanted) { return word.surface == wanted || word.lemma() == wanted; }

bool follows(const AnalysedSentence& sentence, std::uint32_t after, const std::vector<WordId>& rest) {
  if (after + rest.size() >= sentence.words.size()) return false;
  for (std::size_t i = 0; i < rest.size(); ++i)
    if (!is_same(sentence.words[after + 1 + i], rest[i])) return false;
  return true;
}

bool says(std::uint64_t relations, RelationId relation) { return relation < 64 && (relations >> relation & 1U) != 0; }

}  // namespace

Company::Company(const Language& language, const std::vector<AnalysedSentence>& sentences)
    : language_(language),
      sentences_(sentences),
      relations_(language.ontology().relations.size()),
      balances_(sentences.size() * relations_),
      document_(relations_) {
  for (std::size_t s = 0; s < sentences.size(); ++s)
    for (std::uint32_t word = 0; word < sentences[s].words.size(); ++word) {
      if (said_by(sentences[s].words[word]).empty()) continue;
      for (RelationId relation = 0; relation < relations_; ++relation) {
        const Balance one = weigh(sentences[s], word, relation);
        balances_[s * relations_ + relation].add(one);
        document_[relation].add(one);
      }
    }
}

std::span<const CompanyWord> Company::said_by(const Word& word) const {
  const bool in_dictionary = word.reading.dictionary_lemma != none;  // "prévenu" is no defendant where it is a verb
  return language_.company(in_dictionary ? word.lemma() : word.surface);
}

Company::Balance Company::weigh(const AnalysedSentence& sentence, std::uint32_t at, RelationId relation) const {
  Balance balance;
  for (const CompanyWord& company : said_by(sentence.words[at])) {
    if (!follows(sentence, at, company.rest)) continue;
    if (says(company.speaks_for, relation)) balance.in_favour = std::max(balance.in_favour, company.weight);
    if (says(company.speaks_against, relation)) balance.against = std::max(balance.against, company.weight);
  }
  return balance;
}

int Company::speaks_for(const Statement& statement, bool neighbours) const {
  const std::size_t s = statement.sentence;
  int trigger = 0;
  for (std::uint32_t word = statement.first_word; word <= statement.last_word; ++word)
    trigger += weigh(sentences_[s], word, statement.relation).in_favour;
  int score = own_words * (of(s, statement.relation).sum() - trigger);
  if (neighbours && s > 0) score += of(s - 1, statement.relation).sum();
  if (neighbours && s + 1 < sentences_.size()) score += of(s + 1, statement.relation).sum();
  Balance all = document_[statement.relation];
  all.in_favour -= trigger;
  const int most = own_words * clear_majority;
  if (all.in_favour > clear_majority * all.against) score += std::min(most, all.in_favour - all.against);
  if (all.against > clear_majority * all.in_favour) score -= std::min(most, all.against - all.in_favour);
  return score;
}

void keep_company(const Language& language, const Discourse& discourse, const Company& company,
                  std::vector<Statement>& statements, std::vector<Refusal>* refusals) {
  const auto is_armed = [&](ActorIndex actor) {
    const Entity& entity = discourse.entity(actor);
    return entity.actor != no_id && (armed_classes & class_bit(entity.node.actor_class)) != 0;
  };
  const auto is_unknown = [&](ActorIndex actor) {  // a firm, a club, a player: or a party to a war that no file knows
    const Entity& entity = discourse.entity(actor);
    return entity.actor == no_id && (may_be_anybody & class_bit(entity.node.actor_class)) != 0;
  };
  const auto is_out_of_place = [&](const Statement& statement) {
    if (is_armed(statement.subject) || is_armed(statement.object)) return false;
    const bool is_weak = language.has(statement.trigger, Feature::weak);
    const bool is_doubtful = is_weak || is_unknown(statement.subject) || is_unknown(statement.object);
    if (is_doubtful) return company.speaks_for(statement, true) <= 0;
    return company.speaks_for(statement, false) <= clearly_against;
  };
  std::erase_if(statements, [&](const Statement& statement) {
    const bool refused = is_out_of_place(statement);
    if (refused && refusals != nullptr)
      refusals->push_back({statement.trigger, statement.relation, statement.first_word, statement.last_word, statement.sentence,
                           "the words around it do not speak for this relation"});
    return refused;
  });
}

}  // namespace entente
