#include "extract/quote/report_end.hpp"

namespace entente {
namespace {

/// Tokens [first, last) that somebody is reported to have said.
struct Extent {
  std::uint32_t first = none;
  std::uint32_t last = none;
  [[nodiscard]] bool empty() const { return first == none || first >= last; }
};

constexpr std::uint32_t furthest_colon = 6;  // tokens behind the verb: "prétend le contraire :"

class IndirectQuotations : ReportEnd {
 public:
  IndirectQuotations(const QuoteStage& stage, std::vector<Utterance>& out) : ReportEnd(stage), out_(out) {}

  void run() {
    for (const SpeechEvent& event : events_) indirect(event);
  }

 private:
  void indirect(const SpeechEvent& event) {
    Extent extent;
    bool put_in = false;
    switch (event.kind) {
      case SpeechEvent::Kind::clause:
        extent = complement(event);
        if (extent.empty()) extent = after_colon(event);
        put_in = extent.empty();
        if (put_in) extent = around_incise(event);
        break;
      case SpeechEvent::Kind::source:
        if (!covered_by_verb(event)) extent = around_source(event);
        break;
      case SpeechEvent::Kind::relative:
        extent = {event.last_token, relative_end(event)};
        break;
      case SpeechEvent::Kind::heading:
        extent = {event.last_token, content_end(event.sentence)};
        if (holds_quotation({extent.first, std::min(extent.first + 2, extent.last)}) || !has_finite_verb(event.sentence, extent))
          return;
        break;
      case SpeechEvent::Kind::colon:
        extent = {event.last_token, content_end(event.sentence)};
        trim(extent);
        if (extent.empty() || quotation_of_[extent.first] != none || token(extent.first).kind != TokenKind::word ||
            !has_finite_verb(event.sentence, extent) || !holds_quotation(extent))
          return;
        break;
      case SpeechEvent::Kind::viewpoint:
        extent = around_source(event);
        if (!holds_quotation(extent)) return;
        break;
    }
    if (extent.empty()) return;
    trim(extent);
    const bool complement = !put_in && event.kind != SpeechEvent::Kind::heading && event.kind != SpeechEvent::Kind::relative &&
                            event.last_token <= extent.first;
    if (extent.empty() || is_too_little(extent, complement) || (put_in && only_opens(event.sentence, extent))) return;
    Utterance utterance;
    utterance.span = {token(extent.first).span.begin, token(extent.last - 1).span.end};
    utterance.kind = event.kind != SpeechEvent::Kind::source && (put_in || event.kind == SpeechEvent::Kind::heading) &&
                             in_first_person(event.sentence, extent)
                         ? QuotationKind::direct
                         : QuotationKind::indirect;
    utterance.speaker = event.speaker;
    utterance.sentence = event.sentence;
    if (event.entry != no_id) utterance.commitment = language_.entry(event.entry).commitment;
    out_.push_back(utterance);
  }

  // What a verb governs

  /// "… que A", "… avoir fait A".
  [[nodiscard]] Extent complement(const SpeechEvent& event) const {
    if (event.entry == no_id) return {};
    const bool reports = !event.weak && reports_speech(language_.entry(event.entry));
    const std::uint32_t s = event.sentence;
    const auto& clauses = document_.syntax[s].clauses;
    if (const Extent about = about_self(event); !about.empty()) return about;
    if (quotation_of_[event.verb_token] != none && clauses[event.clause].kind == ClauseKind::infinitive) return {};
    for (std::uint32_t c = 0; c < clauses.size(); ++c) {
      const Clause& clause = clauses[c];
      if (!clause.has_verb() || fixed_part(event, c) || after_this(s, clause)) continue;
      if (clause.parent != event.clause && (clause.parent == none || !fixed_part(event, clause.parent))) continue;
      if (language_.entry(event.entry).says && clause.parent == event.clause && asks(s, clause) && asks_by(event))
        return {word(s, clause.first).last, content_end(s, event, c)};
      if (!reports) continue;
      if (clause.kind == ClauseKind::complement && clause.marked(Feature::Complementizer) &&
          clause.first > clauses[event.clause].verb)
        return {word(s, clause.first).last, content_end(s, event, c)};
      if (clause.kind == ClauseKind::infinitive && takes_infinitive(event, clause)) {
        const std::uint32_t first = word(s, clause.marker == clause.first ? clause.marker + 1 : clause.first).first;
        return {first, content_end(s, event, c)};
      }
    }
    return {};
  }

  /// "s'est dit convaincu que A": the clause that the speaker's adjective takes.
  [[nodiscard]] Extent about_self(const SpeechEvent& event) const {
    const LexicalEntry& entry = language_.entry(event.entry);
    if ((entry.takes & takes_adjective) == 0 || !reports_speech(entry) || event.inverted) return {};
    const std::uint32_t s = event.sentence;
    const auto& clauses = document_.syntax[s].clauses;
    const std::uint32_t at = clauses[event.clause].verb + 1;
    if (at >= document_.sentences[s].words.size() || word(s, at).quoted) return {};
    if (word(s, at).tag() != Tag::adjective && word(s, at).tag() != Tag::past_participle) return {};
    for (std::uint32_t c = 0; c < clauses.size(); ++c)
      if (clauses[c].has_verb() && clauses[c].first == at + 1 && clauses[c].kind == ClauseKind::complement &&
          clauses[c].marked(Feature::Complementizer))
        return {word(s, at + 1).last, content_end(s, event, c)};
    return {};
  }

  /// Verbs of asking and of doubt.
  [[nodiscard]] bool asks_by(const SpeechEvent& event) const {
    const Commitment commitment = language_.entry(event.entry).commitment;
    return commitment == Commitment::asks || commitment == Commitment::may;
  }

  /// The infinitive of "faire savoir" is part of the verb.
  [[nodiscard]] bool fixed_part(const SpeechEvent& event, std::uint32_t c) const {
    const Clause& clause = document_.syntax[event.sentence].clauses[c];
    if (clause.kind != ClauseKind::infinitive || clause.parent != event.clause || clause.marker != none || event.entry == no_id)
      return false;
    const auto& fixed = language_.entry(event.entry).words;
    const std::string_view lemma = language_.words().text(word(event.sentence, clause.verb).lemma());
    return fixed.size() > 1 && std::find(fixed.begin() + 1, fixed.end(), lemma) != fixed.end();
  }

  /// What the speaker says of himself; what he asks or accuses others of is theirs.
  [[nodiscard]] bool takes_infinitive(const SpeechEvent& event, const Clause& clause) const {
    if (clause.marker != none && clause.marker_lemma != language_.genitive() && clause.marker_lemma != language_.dative())
      return false;
    if (clause.marker != none && clause.antecedent != none &&  // "son intention de partir", "prêt à partir"
        (document_.syntax[event.sentence].phrases[clause.antecedent].preposition == none ||
         clause.marker_lemma == language_.dative()))  // "le droit de X à se défendre"
      return false;
    const LexicalEntry& entry = language_.entry(event.entry);
    return entry.control == Slot::subject && entry.commitment != Commitment::asks;
  }

  /// "X dément : A": what follows the colon, where it is not all between quotation marks.
  [[nodiscard]] Extent after_colon(const SpeechEvent& event) const {
    if (event.weak || event.entry == no_id || !reports_speech(language_.entry(event.entry))) return {};
    const std::uint32_t end = content_end(event.sentence);
    std::uint32_t colon = event.last_token;
    if ((language_.entry(event.entry).takes & takes_que_clause) == 0) return {};
    while (colon < end && colon < event.last_token + furthest_colon && token(colon).kind != TokenKind::punctuation &&
           !token(colon).quoted)
      ++colon;
    if (colon >= end || token(colon).mark != ':' || event.inverted || quotation_of_[event.verb_token] != none) return {};
    const Extent extent{colon + 1, before_mark(colon + 1, end)};
    for (const SpeechEvent& other : events_in(event.sentence, event.sentence))
      if (other.inverted && other.first_token > colon) return {};
    for (std::uint32_t t = extent.first; t < extent.last; ++t)
      if (token(t).kind == TokenKind::word && !token(t).quoted)
        return has_finite_verb(event.sentence, extent) ? extent : Extent{};
    return {};
  }

  // What stands around the attribution

  /// "A, a dit X", "A, dit X, et B".
  [[nodiscard]] Extent around_incise(const SpeechEvent& event) const {
    if (!event.inverted || event.entry == no_id || !language_.entry(event.entry).says) return {};
    if (quotation_of_[event.verb_token] != none) return {};
    const bool passes_on = discourse_.entity(event.speaker).node.actor_class == ActorClass::media_outlet;
    if (passes_on && covered_by_verb(event)) return {};
    const std::uint32_t s = event.sentence;
    const Clause& clause = document_.syntax[s].clauses[event.clause];
    if (word(s, word_at(s, event.first_token)).may_have(Feature::Including)) return around_source(event);  // "comme l'a dit X"
    Extent extent{after_mark(document_.sentences[s].sentence.begin, event.first_token), event.first_token};
    if (beside_quotation(event.first_token) && (token(extent.first).quoted || token(extent.first + 1).quoted)) return {};
    const std::uint32_t outer = clause.parent;
    if (in_relative(s, outer, clause.verb)) return {event.last_token, before_mark(event.last_token, content_end(s))};
    const bool goes_on =
        outer != none && document_.syntax[s].clauses[outer].has_verb() && document_.syntax[s].clauses[outer].verb > clause.verb;
    if (goes_on && beside_quotation(event.first_token)) return {};  // "A, fait « … », a dit X, est venu"
    if (event.first_token <= extent.first + 2 && (!goes_on || holds_quotation({event.last_token, content_end(s)}))) return {};
    if (goes_on || (!beside_quotation(event.first_token) && resumes(s, event.last_token)))
      extent.last = before_mark(event.last_token, content_end(s));
    return extent;
  }

  /// "une trêve qui, a-t-il dit, durera": between the pronoun of a relative and its verb.
  [[nodiscard]] bool in_relative(std::uint32_t s, std::uint32_t c, std::uint32_t at) const {
    if (c == none) return false;
    const Clause& clause = document_.syntax[s].clauses[c];
    return clause.kind == ClauseKind::relative && clause.has_verb() && clause.verb > at;
  }

  [[nodiscard]] bool beside_quotation(std::uint32_t at) const {
    for (std::uint32_t back = 1; back <= 3 && back <= at; ++back)
      if (token(at - back).quoted) return true;
    return false;
  }

  /// "Il espère, dit-il, que …", "Il s'agit, dit X, de …": what was begun before is completed.
  [[nodiscard]] bool resumes(std::uint32_t s, std::uint32_t after) const {
    if (after + 1 >= document_.sentences[s].sentence.end || token(after).mark != ',') return false;
    const std::uint32_t at = word_at(s, after + 1);
    if (at >= document_.sentences[s].words.size() || word(s, at).last == after + 1) return false;
    if (word(s, at).lemma() == language_.genitive()) return true;
    const auto& clauses = document_.syntax[s].clauses;
    return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
      const bool depends =
          clause.marked(Feature::Condition) || clause.marked(Feature::Causal) || clause.marked(Feature::Temporal);
      if (clause.first == at && clause.kind == ClauseKind::adverbial && depends) return true;
      return clause.first == at && (clause.kind == ClauseKind::complement || clause.kind == ClauseKind::adverbial) &&
             (word(s, at).has(Feature::Complementizer) || word(s, at).has(Feature::RelativeObject));
    });
  }

  /// "Selon X, A", "A, selon X", and "A, selon X, B".
  [[nodiscard]] Extent around_source(const SpeechEvent& event) const {
    const std::uint32_t s = event.sentence;
    const std::uint32_t begin = after_mark(document_.sentences[s].sentence.begin, event.first_token);
    const std::uint32_t end = before_remark(s, event.last_token, before_mark(event.last_token, content_end(s)));
    const std::uint32_t after = source_end(s, event, end);
    if (in_relative(s, clause_at(s, event.first_token), word_at(s, event.first_token))) return {after, end};  // "qui, selon X, A"
    if (ends_list(s, event)) return {std::min(end, event.last_token + 1), end};
    if (only_times(s, begin, event.first_token)) return {after, end};
    if (after < end && has_rest_behind(s, word_at(s, event.first_token), after)) return {begin, end};
    return event.first_token <= begin + 3 ? Extent{after, end} : Extent{relative_begin(event, begin), event.first_token};
  }

  /// "A, où B selon X": the relative alone, where no comma parts it from its source; else `begin`.
  [[nodiscard]] std::uint32_t relative_begin(const SpeechEvent& event, std::uint32_t begin) const {
    const std::uint32_t s = event.sentence;
    const std::uint32_t c = clause_at(s, event.first_token);
    if (c == none || token(event.first_token - 1).mark == ',') return begin;
    const Clause& clause = document_.syntax[s].clauses[c];
    if (clause.marked(Feature::Without)) return std::max(begin, word(s, clause.first).first);  // "sans faire A selon X"
    if (clause.kind != ClauseKind::relative || !clause.has_verb() || clause.marker == none) return begin;
    return std::max(begin, word(s, clause.marker).last);
  }

  /// "A et, selon X, B": the last member of a list is what X says.
  [[nodiscard]] bool ends_list(std::uint32_t s, const SpeechEvent& event) const {
    const std::uint32_t at = word_at(s, event.first_token);
    if (at < 2 || word(s, at - 1).mark != ',' || word(s, at - 2).tag() != Tag::coordinator) return false;
    return token(event.last_token).mark == ',';
  }

  /// "X, selon Y, est tombé", "X n'acceptera, selon Y, aucun accord": the clause has its verb, or what its verb governs, behind
  /// the source.
  [[nodiscard]] bool has_rest_behind(std::uint32_t s, std::uint32_t source, std::uint32_t after) const {
    const Syntax& syntax = document_.syntax[s];
    const std::uint32_t c = syntax.clause_of[source];
    if (c == none || !syntax.clauses[c].has_verb()) return false;
    if (syntax.clauses[c].verb > source) return true;
    std::uint32_t next = word_at(s, after);
    if (next < document_.sentences[s].words.size() && word(s, next).tag() == Tag::preposition) ++next;
    const std::uint32_t phrase = next < syntax.phrase_of.size() ? syntax.phrase_of[next] : none;
    if (phrase == none || syntax.phrases[phrase].clause != c) return false;
    const Function function = syntax.phrases[phrase].function;
    return function == Function::object || function == Function::attribute || function == Function::oblique;
  }

  /// The comma after the source and what is said of it: "selon X, son porte-parole, A".
  [[nodiscard]] std::uint32_t source_end(std::uint32_t s, const SpeechEvent& event, std::uint32_t end) const {
    for (std::uint32_t t = event.last_token; t + 1 < end; ++t) {
      if (token(t).mark != ',') continue;
      const std::uint32_t next = word_at(s, t + 1);
      if (next >= document_.sentences[s].words.size()) break;  // but marks
      const std::uint32_t c = document_.syntax[s].clause_of[word_at(s, event.first_token)];
      const bool own = c != none && document_.syntax[s].clauses[c].verb == next;  // "ont, selon X, pris"
      if (!own && (word(s, next).tag() == Tag::past_participle || word(s, next).tag() == Tag::relative)) continue;
      const std::uint32_t phrase = document_.syntax[s].phrase_of[next];
      if (phrase != none && document_.syntax[s].phrases[phrase].apposition_to != none) continue;
      return t + 1;
    }
    return end;
  }

  [[nodiscard]] bool only_times(std::uint32_t s, std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t w = word_at(s, from); w < word_at(s, to); ++w) {
      const std::uint32_t phrase = document_.syntax[s].phrase_of[w];
      const bool time = phrase != none && document_.syntax[s].phrases[phrase].function == Function::time;
      const Tag tag = word(s, w).tag();
      if (!time && tag != Tag::adverb && tag != Tag::punctuation && tag != Tag::coordinator && tag != Tag::preposition)
        return false;
    }
    return true;
  }

  /// "X, selon qui A, B": to the comma where the sentence goes on.
  [[nodiscard]] std::uint32_t relative_end(const SpeechEvent& event) const {
    const std::uint32_t s = event.sentence;
    const std::uint32_t end = before_mark(event.last_token, content_end(s));
    const std::uint32_t outer = document_.syntax[s].clauses[event.clause].parent;
    for (std::uint32_t t = event.last_token; t + 1 < end; ++t)
      if (token(t).mark == ',' && outer != none && clause_at(s, t + 1) == outer) return t;
    return end;
  }

  /// "X a dit que A, selon un communiqué": the communiqué passes on what X says.
  [[nodiscard]] bool covered_by_verb(const SpeechEvent& event) const {
    const bool passes_on = discourse_.entity(event.speaker).node.actor_class == ActorClass::media_outlet || event.of_text;
    for (const SpeechEvent& other : events_in(event.sentence, event.sentence)) {
      if (&other == &event || other.kind != SpeechEvent::Kind::clause || other.entry == no_id) continue;
      if (quotation_of_[other.verb_token] != none || before_mark(other.verb_token, event.first_token) < event.first_token)
        continue;
      const bool says = !complement(other).empty() || (passes_on && speaks_up(other));
      if (other.verb_token > event.first_token ? says && passes_on : says || other.inverted || is_broken_by(other, event))
        return true;
    }
    return false;
  }

  /// "X salue la trêve, rapporte l'agence Y": what the outlet passes on is that somebody says something of it.
  [[nodiscard]] bool speaks_up(const SpeechEvent& event) const {
    const Clause& clause = document_.syntax[event.sentence].clauses[event.clause];
    const LexicalEntry& entry = language_.entry(event.entry);
    const bool says = (entry.takes & takes_noun_phrase) != 0 && (entry.says || reports_speech(entry));
    return says && clause.kind == ClauseKind::main && clause.is_finite() && !clause.passive &&
           clause.mood != VerbForm::conditional && !after_this(event.sentence, clause);
  }

  /// "Il a souligné, selon l'agence, « … »": the source stands between the verb and its object.
  [[nodiscard]] bool is_broken_by(const SpeechEvent& verb, const SpeechEvent& source) const {
    return language_.entry(verb.entry).says && source.first_token <= verb.last_token + 1;
  }

  // What is no quotation

  void trim(Extent& extent) const {
    const auto is_edge = [&](std::uint32_t t) { return token(t).kind == TokenKind::punctuation; };
    while (extent.first < extent.last && is_edge(extent.first)) ++extent.first;
    while (extent.last > extent.first && is_edge(extent.last - 1)) --extent.last;
  }

  /// Less than two words; or all of it in quotation marks, where no conjunction makes it a clause of the writer's.
  [[nodiscard]] bool is_too_little(const Extent& extent, bool complement) const {
    std::uint32_t words = 0;
    std::uint32_t outside = 0;
    for (std::uint32_t t = extent.first; t < extent.last; ++t) {
      if (token(t).kind != TokenKind::word) continue;
      ++words;
      outside += !token(t).quoted;
    }
    return words < 2 || (outside == 0 && !complement);
  }

  /// "Sinon, « nous partirons », a-t-il dit": before the quoted words stands neither a subject nor a verb.
  [[nodiscard]] bool only_opens(std::uint32_t s, const Extent& extent) const {
    if (!holds_quotation(extent)) return false;
    for (std::uint32_t w = word_at(s, extent.first); w < word_at(s, extent.last); ++w) {
      if (word(s, w).quoted) continue;
      const std::uint32_t phrase = document_.syntax[s].phrase_of[w];
      const bool subject = phrase != none && document_.syntax[s].phrases[phrase].preposition == none;
      if (word(s, w).tag() == Tag::verb || subject || word(s, w).tag() == Tag::subject_clitic) return false;
    }
    return true;
  }

  [[nodiscard]] bool holds_quotation(const Extent& extent) const {
    for (std::uint32_t t = extent.first; t < extent.last; ++t)
      if (token(t).quoted) return true;
    return false;
  }

  [[nodiscard]] bool has_finite_verb(std::uint32_t s, const Extent& extent) const {
    for (const Word& w : document_.sentences[s].words)
      if (w.first >= extent.first && w.last <= extent.last && w.tag() == Tag::verb) return true;
    return false;
  }

  /// "Nous tiendrons, a-t-il dit": words of his own, whose marks the page has lost; or it begins with a dash.
  [[nodiscard]] bool in_first_person(std::uint32_t s, const Extent& extent) const {
    if (extent.first > 0 && token(extent.first - 1).mark == 0x2013 && extent.first - 1 == document_.sentences[s].sentence.begin)
      return true;
    bool first_person = false;
    for (const Word& w : document_.sentences[s].words) {
      if (w.first < extent.first || w.last > extent.last) continue;
      if (w.quoted) return false;
      first_person |= w.has(Feature::SpeakerPerson);
    }
    return first_person;
  }

  std::vector<Utterance>& out_;
};

}  // namespace

void find_indirect_quotations(const QuoteStage& stage, std::vector<Utterance>& out) { IndirectQuotations(stage, out).run(); }

}  // namespace entente
