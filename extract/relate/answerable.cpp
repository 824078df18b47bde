#include "extract/relate/clause_frame.hpp"

// Whom the words around a deed make answer for it: "responsable de", "auteur de", "implication dans".

namespace entente {

/// "l'implication de X dans l'attaque", "X nie toute responsabilité dans le bombardement".
void ClauseArguments::involved(std::uint32_t phrase, Fillers& out) const {
  const NounPhrase& np = sentence_.syntax.phrases[phrase];
  for (const ActorIndex owner : sentence_.referents.phrases[phrase].owners)
    add(as_actor(discourse_, language_, owner), phrase, true, out);
  if (out.empty() && np.clause != none && np.function == Function::object) agent(np.clause, out);
}

/// "X est responsable de l'attaque", "X, auteur de l'attaque", "X est à l'origine de l'attaque": he did it, or is said to have.
void ClauseArguments::answerable(std::uint32_t phrase, Fillers& out) const {
  const auto& phrases = sentence_.syntax.phrases;
  const NounPhrase& np = phrases[phrase];
  if (np.clause == none || np.preposition == none || !sentence_.syntax.clauses[np.clause].has_verb()) return;
  const Clause& clause = sentence_.syntax.clauses[np.clause];
  if (sentence_.analysed.words[np.preposition].has(Feature::Answerable) && verb_features(clause).has(Feature::Copula))
    return agent(np.clause, out);
  std::uint32_t part = np.host;  // "l'implication", or "de X" after it
  if (part != none && phrases[part].preposition_lemma == language_.genitive() && phrases[part].host != none)
    part = phrases[part].host;
  if (part != none && head_features(part).has(Feature::Involvement)) return involved(part, out);
  if (np.host == none || np.preposition_lemma != language_.genitive()) return;
  const NounPhrase& host = phrases[np.host];
  if (!language_.lemma_features(sentence_.analysed.words[host.end - 1].lemma()).has(Feature::Answerable)) return;
  if (host.apposition_to != none) return one(host.apposition_to, out);
  const std::size_t before = out.size();
  if (host.function == Function::attribute)
    clause.passive ? patient(np.clause, out) : agent(np.clause, out);
  else if (host.head + 1 < host.end)
    one(np.host, out);  // "juge X responsable"
  else if (host.preposition == none ? host.function == Function::object && clause.passive
                                    : sentence_.analysed.words[host.preposition].has(Feature::Purpose))
    patient(np.clause, out);  // "X est jugé responsable", "tient X pour responsable"
  if (verb_features(clause).has(Feature::Copula)) return;
  for (std::size_t i = before; i < out.size(); ++i) {
    out[i].ascribed = true;
    out[i].ascribing = np.clause;
  }
}

}  // namespace entente
