#include <algorithm>
#include <span>

#include "extract/date/times.hpp"
#include "extract/relate/modality.hpp"

namespace entente {
namespace {

constexpr unsigned most_steps = 8;  // outwards from a clause, or up from a complement

/// Looks for the time of one statement.
class StatementDater {
 public:
  StatementDater(const SentenceView& view, const Language& language, std::span<const TimeMention> times,
                 const Statement& statement)
      : view_(view), language_(language), times_(times), statement_(statement) {}

  [[nodiscard]] const TimeMention* find() const {
    if (times_.empty()) return nullptr;
    if (const TimeMention* of_noun = tied_to_trigger()) return of_noun;
    if (const TimeMention* of_participle = in_modifier()) return of_participle;
    std::uint32_t here = clause_of_trigger();
    for (unsigned step = 0; here != none && step < most_steps; ++step) {
      if (const TimeMention* own = in_clause(here)) return own;
      if (const TimeMention* shared = shared_with(here)) return shared;
      const Clause& clause = clauses()[here];
      if (const TimeMention* of_antecedent = tied_to(clause.antecedent))
        return of_antecedent;  // "le raid du 1er avril, qui a visé"
      if (clause.incise || clause.parent == none || says(clause.parent) || !same_time(here, clause.parent)) return nullptr;
      here = clause.parent;
    }
    return nullptr;
  }

 private:
  [[nodiscard]] const std::vector<Clause>& clauses() const { return view_.syntax.clauses; }

  /// A verb that opens a clause still stands in the one around it.
  [[nodiscard]] std::uint32_t clause_of_trigger() const {
    for (std::uint32_t i = 0; i < clauses().size(); ++i)
      if (clauses()[i].has_verb() && clauses()[i].verb >= statement_.first_word && clauses()[i].verb <= statement_.last_word)
        return i;
    return view_.syntax.clause_of[statement_.first_word];
  }

  /// Words between the trigger and a time.
  [[nodiscard]] std::uint32_t distance(const TimeMention& time) const {
    if (time.begin > statement_.last_word) return time.begin - statement_.last_word;
    return statement_.first_word >= time.end ? statement_.first_word - time.end + 1 : 0;
  }

  template <typename Fits>
  [[nodiscard]] const TimeMention* nearest(Fits fits) const {
    const TimeMention* best = nullptr;
    for (const TimeMention& time : times_)
      if (fits(time) && (best == nullptr || distance(time) < distance(*best))) best = &time;
    return best;
  }

  /// "l'offensive du 27 novembre", "la prise d'Alep du 30".
  [[nodiscard]] const TimeMention* tied_to_trigger() const { return tied_to(view_.syntax.phrase_of[statement_.first_word]); }

  /// By the phrase itself, or one that complements it.
  [[nodiscard]] const TimeMention* tied_to(std::uint32_t phrase) const {
    if (phrase == none) return nullptr;
    return nearest([&](const TimeMention& time) {
      std::uint32_t noun = time.noun;
      for (unsigned step = 0; noun != none && noun != phrase && step < most_steps; ++step) noun = view_.syntax.phrases[noun].host;
      return noun == phrase;
    });
  }

  /// "l'offensive lancée mercredi", "lancée mercredi, l'offensive": the participle is about the trigger itself.
  [[nodiscard]] const TimeMention* in_modifier() const {
    const std::uint32_t phrase = view_.syntax.phrase_of[statement_.first_word];
    if (phrase == none || view_.syntax.phrases[phrase].head > statement_.last_word) return nullptr;
    return nearest([&](const TimeMention& time) {
      const std::uint32_t index = view_.syntax.clause_of[time.begin];
      if (time.noun != none || index == none || clauses()[index].kind != ClauseKind::participial) return false;
      const Clause& clause = clauses()[index];
      if (clause.antecedent != none || clause.parent == none) return clause.antecedent == phrase;
      return clause.first == 0 && clauses()[clause.parent].subject == phrase;
    });
  }

  [[nodiscard]] const TimeMention* in_clause(std::uint32_t clause) const {
    return nearest([&](const TimeMention& time) { return time.noun == none && view_.syntax.clause_of[time.begin] == clause; });
  }

  /// The clauses coordinated with this one before it: with the same subject, or after a time that opens the sentence.
  [[nodiscard]] const TimeMention* shared_with(std::uint32_t index) const {
    std::uint32_t before = clauses()[index].shares_with;
    for (unsigned step = 0; before != none && step < most_steps; ++step) {
      if (says(before) || !same_time(index, before)) return nullptr;
      if (const TimeMention* time = in_clause(before)) return time;
      before = clauses()[before].shares_with;
    }
    if (clauses()[index].kind != ClauseKind::main || clauses()[index].incise) return nullptr;
    const TimeMention& first = times_.front();
    const std::uint32_t opening = view_.syntax.clause_of[first.begin];
    if (opening == none || opening >= index || first.noun != none || clauses()[opening].parent != clauses()[index].parent)
      return nullptr;
    const bool fronted = clauses()[opening].has_verb() && first.end <= clauses()[opening].verb;
    return fronted && !says(opening) && same_time(index, opening) ? &first : nullptr;
  }

  [[nodiscard]] bool says(std::uint32_t index) const {
    const EntryId governor = governing_entry(view_, language_, index);
    return governor != no_id && reports_speech(language_.entry(governor));
  }

  /// What is so now was not only so when something happened, and what had been so was so before.
  [[nodiscard]] bool same_time(std::uint32_t inner, std::uint32_t outer) const {
    const Layer a = layer(clauses()[inner]);
    const Layer b = layer(clauses()[outer]);
    return a == b || a == Layer::any || b == Layer::any;
  }

  enum class Layer : std::uint8_t { any, before_past, past, present, future };

  [[nodiscard]] static Layer layer(const Clause& clause) {
    if (!clause.is_finite()) return Layer::any;
    switch (clause.tense) {
      case Tense::present:
        return clause.compound ? Layer::past : Layer::present;
      case Tense::imperfect:
        return clause.compound ? Layer::before_past : Layer::past;
      case Tense::simple_past:
        return Layer::past;
      case Tense::future:
        return Layer::future;
      default:
        return Layer::any;
    }
  }

  const SentenceView& view_;
  const Language& language_;
  std::span<const TimeMention> times_;
  const Statement& statement_;
};

}  // namespace

void date_statements(const DocumentView& document, const Language& language, const std::vector<TimeMention>& times,
                     std::optional<Date> publication, std::vector<Statement>& statements) {
  for (Statement& statement : statements) {
    const std::uint32_t number = statement.sentence;
    const auto here = std::ranges::equal_range(times, number, {}, &TimeMention::sentence);
    const SentenceView view{document.sentences[number], document.syntax[number], document.referents[number], number};
    if (const TimeMention* time = StatementDater(view, language, {here.begin(), here.end()}, statement).find())
      statement.date = time->date;
    else if (statement.modality == Modality::asserted || statement.modality == Modality::unconfirmed)
      statement.date = publication;
  }
}

}  // namespace entente
