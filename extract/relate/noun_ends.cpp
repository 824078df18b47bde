#include "extract/relate/relater.hpp"

// What stands at an end of a noun's frame: its complements, and what the verb beside it governs.

namespace entente {

/// "le soutien que X apporte à Y", "contre lequel elle est en guerre": what stands at an end in a relative clause.
void Relater::passed_on(std::uint32_t phrase, const FrameEnd& end, std::vector<std::uint32_t>& found) const {
  const auto& clauses = sentence_.syntax.clauses;
  for (std::uint32_t index = 0; index < clauses.size(); ++index) {
    const bool object = clauses[index].kind == ClauseKind::relative && clauses[index].marked(Feature::RelativeObject);
    if (clauses[index].antecedent == phrase && object) arguments_.phrases(index, end, none, found);
  }
  const std::uint32_t clause = np(phrase).clause;
  if (!found.empty() || clause == none || clauses[clause].relative_preposition == none || clauses[clause].antecedent == none ||
      np(phrase).function != Function::oblique)
    return;
  arguments_.phrases(clause, end, none, found);
  std::erase_if(found, [&](std::uint32_t other) { return other != clauses[clause].antecedent; });
}

/// "« … », a averti X à ses côtés": who speaks beside somebody only stands there.
bool Relater::is_put_in(std::uint32_t index) const {
  const Clause& clause = sentence_.syntax.clauses[index];
  const bool behind = clause.subject != none && np(clause.subject).begin > clause.verb;
  return clause.incise || (behind && std::ranges::any_of(language_.verbs(word(clause.verb).lemma()),
                                                         [&](const Phrase& verb) { return language_.entry(verb.entry).says; }));
}

/// "impute le raid à X": to whom it is laid is not whom it hit.
bool Relater::is_blamed(std::uint32_t phrase) const {
  const std::uint32_t clause = np(phrase).clause;
  return clause != none && sentence_.syntax.clauses[clause].has_verb() && np(phrase).preposition_lemma == language_.dative() &&
         language_.lemma_features(word(sentence_.syntax.clauses[clause].verb).lemma()).has(Feature::Ascribes);
}

/// "X est intervenu aux côtés de Y", "X a été déployé aux côtés de Y": of whom the verb beside the phrase says so.
void Relater::subject_beside(std::uint32_t phrase, Fillers& out) const {
  const std::uint32_t clause = np(phrase).clause;
  if (clause == none || !sentence_.syntax.clauses[clause].has_verb() || is_put_in(clause)) return;
  arguments_.agent(clause, out);
  if (out.empty() && sentence_.syntax.clauses[clause].passive) arguments_.patient(clause, out);
}

/// "X, auquel Y a renouvelé son appui": what stands in the slot of the verb whose object the noun is, before the relative clause.
void Relater::before_relative(std::uint32_t phrase, const FrameEnd& end, std::vector<std::uint32_t>& found) const {
  const std::uint32_t index = np(phrase).clause;
  if (index == none || np(phrase).function != Function::object) return;
  const Clause& clause = sentence_.syntax.clauses[index];
  if (clause.kind != ClauseKind::relative) return;
  arguments_.phrases(index, end, none, found);
  std::erase_if(found, [&](std::uint32_t other) { return other != clause.antecedent; });
}

/// "a mené des frappes hier contre X": the first complement of the verb behind the noun that the noun might take.
void Relater::behind_in_clause(std::uint32_t phrase, const std::vector<std::string>& prepositions,
                               std::vector<std::uint32_t>& found) const {
  const Function function = np(phrase).function;
  if (np(phrase).clause == none || (function != Function::object && function != Function::subject)) return;
  for (const std::uint32_t oblique : sentence_.syntax.clauses[np(phrase).clause].obliques) {
    const bool of_verb = function == Function::subject && np(oblique).preposition_lemma == language_.agentive();
    if (np(oblique).begin > np(phrase).begin && arguments_.has_preposition(oblique, prepositions) && !of_verb)
      return found.push_back(oblique);
  }
}

/// What stands behind a preposition of the end's: with the noun, else in its clause.
std::vector<std::uint32_t> Relater::complements_at(const Trigger& trigger, const FrameEnd& end) const {
  std::vector<std::string> prepositions = end.prepositions;
  if (end.slot == Slot::indirect_object) prepositions.emplace_back(language_.words().text(language_.dative()));
  std::vector<std::uint32_t> found;
  if (trigger.clause != none)
    arguments_.phrases(trigger.clause, end, none, found);
  else
    arguments_.complements(trigger.phrase, prepositions, found);
  if (found.empty()) passed_on(trigger.phrase, end, found);
  if (found.empty()) before_relative(trigger.phrase, end, found);
  if (found.empty()) behind_in_clause(trigger.phrase, prepositions, found);
  return found;
}

/// The first of the phrases that holds somebody who may stand at the end.
void Relater::first_fitting(const std::vector<std::uint32_t>& phrases, const Frame& frame, const FrameEnd& end, bool source,
                            Fillers& out) const {
  for (const std::uint32_t phrase : phrases) {
    if (!source && is_blamed(phrase)) continue;
    Fillers some;
    arguments_.group(phrase, some);
    Fillers fitting;
    keep(some, frame, end, source, fitting);
    out.insert(out.end(), fitting.begin(), fitting.end());
    if (!fitting.empty()) return;
  }
}

void Relater::noun_end(const Trigger& trigger, const Frame& frame, const FrameEnd& end, bool source, Fillers& out) const {
  Fillers fillers;
  switch (end.slot) {
    case Slot::genitive:
      genitive(trigger.phrase, uses_self(frame), fillers);
      break;
    case Slot::event:
      arguments_.event_of_noun(trigger.phrase, frame.relation, fillers);
      break;
    case Slot::self:
      if (trigger.last_word == np(trigger.phrase).preposition)  // "grâce à X"
        arguments_.group(trigger.phrase, fillers);
      else
        self(trigger.phrase, fillers);
      if (!source && about_holding(frame, source) && np(trigger.phrase).determiner.has(Feature::Possessive))
        std::erase_if(fillers, [&](const Filler& filler) { return filler.phrase == trigger.phrase; });  // "son réduit syrien"
      break;
    case Slot::modified:
      if (calls_itself(np(trigger.phrase)) && !about_holding(frame, false)) break;  // "se dit proche de X" is mere talk
      modified(trigger, fillers);
      break;
    case Slot::subject:
      subject_beside(trigger.phrase, fillers);
      break;
    case Slot::oblique:
    case Slot::indirect_object:
      return first_fitting(complements_at(trigger, end), frame, end, source, out);
    default:
      break;
  }
  keep(fillers, frame, end, source, out);
}

}  // namespace entente
