#include <algorithm>

#include "extract/relate/clause_frame.hpp"
#include "extract/relate/modality.hpp"

namespace entente {
namespace {

/// Whether the verb says all that is denied by a pronoun or by nothing: "dément", "s'en défend", "ce que X nie".
bool has_no_words_of_its_own(const SentenceView& sentence, const Language& language, std::uint32_t index) {
  const auto& clauses = sentence.syntax.clauses;
  for (const std::uint32_t object : clauses[index].objects) {
    const WordId head = sentence.analysed.words[sentence.syntax.phrases[object].head].lemma();
    const auto nouns = language.nouns(head);  // "rejette ces accusations"
    if (std::ranges::none_of(nouns, [&](const Phrase& n) { return language.entry(n.entry).commitment == Commitment::claims; }))
      return false;
  }
  for (std::uint32_t next = index + 1; next < clauses.size(); ++next)
    if (clauses[next].parent == index &&
        (clauses[next].kind == ClauseKind::complement || clauses[next].kind == ClauseKind::infinitive ||
         told_by_noun(sentence, language, clauses[next]) != none))
      return false;
  return true;
}

/// "…, ce que X dément": what is denied was just said, by whomever.
bool denies_what_was_said(const SentenceView& sentence, const Clause& clause) {
  const bool marked = clause.marked(Feature::RelativeObject) || clause.marked(Feature::Complementizer);
  if (!marked || clause.first == 0) return false;
  const Word& before = sentence.analysed.words[clause.first - 1];
  return before.tag() != Tag::noun && before.may_have(Feature::DemonstrativePronoun);
}

/// Whether somebody speaks for himself or for his side: "la Russie, ce que Vladimir Poutine dément".
bool is_of_side(ActorIndex denier, ActorIndex accused, const Language& language, Discourse& discourse) {
  if (as_actor(discourse, language, denier) == accused || discourse.side_of(denier, true) == accused) return true;
  const ActorId party = discourse.entity(as_actor(discourse, language, denier)).actor;
  const ActorId other = discourse.entity(accused).actor;
  if (party == no_id || other == no_id || discourse.entity(accused).node.actor_class == ActorClass::armed_group) return false;
  const ActorId country = discourse.country_of(party);
  return country != no_id && country == discourse.country_of(other);
}

}  // namespace

void deny_accusations(const SentenceView& sentence, const Language& language, Discourse& discourse,
                      std::vector<Statement>& statements) {
  if (statements.empty() || statements.back().sentence + 1 < sentence.number) return;  // nothing near that could be denied
  const ClauseArguments arguments(sentence, language, discourse);
  for (std::uint32_t index = 0; index < sentence.syntax.clauses.size(); ++index) {
    const Clause& clause = sentence.syntax.clauses[index];
    const EntryId entry = governing_entry(sentence, language, index);
    if (entry == no_id || language.entry(entry).commitment != Commitment::denies || clause.ne || clause.passive ||
        !has_no_words_of_its_own(sentence, language, index))
      continue;
    Fillers deniers;
    arguments.agent(index, deniers);
    const bool just_said = denies_what_was_said(sentence, clause);
    std::vector<Statement> denied;
    for (std::size_t i = statements.size(); i-- > 0 && statements[i].sentence + 1 >= sentence.number;) {
      const Statement& accusation = statements[i];
      const auto own = std::ranges::find_if(
          deniers, [&](const Filler& denier) { return is_of_side(denier.actor, accusation.subject, language, discourse); });
      const bool doubted = accusation.modality == Modality::unconfirmed ||
                           (just_said && accusation.modality == Modality::asserted && accusation.sentence == sentence.number);
      if (own == deniers.end() || !doubted || accusation.polarity != Polarity::positive) continue;
      Statement denial = accusation;
      denial.polarity = Polarity::negative;
      denial.first_word = denial.last_word = clause.verb;
      denial.sentence = sentence.number;
      denial.modality = Modality::unconfirmed;
      denial.voucher = as_actor(discourse, language, own->actor);
      denial.voucher_word = clause.verb;
      denied.push_back(std::move(denial));
    }
    statements.insert(statements.end(), denied.begin(), denied.end());
  }
}

}  // namespace entente
