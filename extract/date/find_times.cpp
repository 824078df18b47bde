#include "extract/date/time_phrase.hpp"
#include "extract/date/times.hpp"
#include "extract/relate/modality.hpp"

namespace entente {
namespace {

bool is_past(const Clause& clause, const AnalysedSentence& sentence) {
  if (clause.compound || clause.tense == Tense::imperfect || clause.tense == Tense::simple_past) return true;
  return clause.has_verb() && !clause.is_finite() && sentence.words[clause.verb].tag() == Tag::past_participle;
}

/// Finds the times of one sentence after the other, and remembers the day spoken of.
class TimeFinder {
 public:
  TimeFinder(const DocumentView& document, const Language& language, std::optional<Date> publication,
             std::vector<TimeMention>& out)
      : document_(document), language_(language), anchor_{publication, std::nullopt}, out_(out) {}

  void sentence(std::uint32_t number) {
    const AnalysedSentence& analysed = document_.sentences[number];
    const Syntax& syntax = document_.syntax[number];
    const SentenceView view{analysed, syntax, document_.referents[number], number};
    phrases_.clear();
    find_time_phrases(document_.text, document_.tokens, analysed, language_, phrases_);
    for (const TimePhrase& phrase : phrases_) {
      const Tendency towards = tendency(view, syntax.clause_of[phrase.begin]);
      if (phrase.ahead && towards == Tendency::past) continue;
      const auto date = resolve(phrase.reference, anchor_, towards);
      if (!date) continue;
      if (date->day != 0) anchor_.spoken = date;
      out_.push_back({number, phrase.begin, phrase.end, *date, phrase.range ? none : dated_noun(view, phrase)});
    }
  }

 private:
  [[nodiscard]] Tendency tendency(const SentenceView& view, std::uint32_t clause) const {
    for (unsigned depth = 0; clause != none && depth < 4; ++depth) {
      const Clause& here = view.syntax.clauses[clause];
      if (is_future(view, clause)) return Tendency::future;
      if (is_past(here, view.analysed)) return Tendency::past;
      if (here.is_finite()) return Tendency::present;
      clause = here.parent;
    }
    return Tendency::present;
  }

  /// Its own tense, "va attaquer", or what somebody wants, promises or asks.
  [[nodiscard]] bool is_future(const SentenceView& view, std::uint32_t index) const {
    const Clause& clause = view.syntax.clauses[index];
    if (clause.tense == Tense::future && !clause.compound) return true;
    if (clause.kind == ClauseKind::infinitive && clause.parent != none) {
      if (is_near_future(view, clause.parent)) return true;
      const EntryId governor = governing_entry(view, language_, clause.parent);
      if (governor == no_id) return false;
      const Commitment commitment = language_.entry(governor).commitment;
      return commitment == Commitment::promises || commitment == Commitment::asks || commitment == Commitment::intends;
    }
    for (std::uint32_t i = index + 1; i < view.syntax.clauses.size(); ++i)
      if (view.syntax.clauses[i].parent == index && view.syntax.clauses[i].kind == ClauseKind::infinitive)
        return is_near_future(view, index);
    return false;
  }

  [[nodiscard]] static bool is_near_future(const SentenceView& view, std::uint32_t index) {
    const Clause& clause = view.syntax.clauses[index];
    return clause.is_finite() && !clause.compound && clause.tense == Tense::present &&
           view.analysed.words[clause.verb].has(Feature::NearFuture);
  }

  /// The phrase that "de" ties the time to; none where that is a time itself ("la nuit de samedi").
  [[nodiscard]] std::uint32_t dated_noun(const SentenceView& view, const TimePhrase& phrase) const {
    if (phrase.begin < 2) return none;
    const Word& before = view.analysed.words[phrase.begin - 1];
    if (before.tag() != Tag::preposition || before.lemma() != language_.genitive()) return none;
    const std::uint32_t noun = view.syntax.phrase_of[phrase.begin - 2];
    if (noun == none || view.syntax.phrases[noun].function == Function::time) return none;
    return noun;
  }

  const DocumentView& document_;
  const Language& language_;
  TimeAnchor anchor_;
  std::vector<TimeMention>& out_;
  std::vector<TimePhrase> phrases_;
};

}  // namespace

void find_times(const DocumentView& document, const Language& language, std::optional<Date> publication,
                std::vector<TimeMention>& out) {
  TimeFinder finder(document, language, publication, out);
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i) finder.sentence(i);
}

}  // namespace entente
