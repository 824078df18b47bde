#pragma once

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pipeline.hpp"

namespace entente {

/// Prints what each stage made of a document, one fact a line: a thing at the margin, what is said of it below it, indented.
/// Sentences are parted by an empty line. Everything is told by its words, nothing by its number, so that a change in one
/// place of a sentence leaves the other lines as they are.
class StagePrinter {
 public:
  StagePrinter(const Document& document, const Pipeline& pipeline) : text_(document.text), pipeline_(pipeline) {}

  std::string print(std::string_view stage) {
    if (stage == "tokens") tokens();
    if (stage == "sentences") sentences();
    if (stage == "readings") each_sentence(&StagePrinter::readings);
    if (stage == "phrases") each_sentence(&StagePrinter::phrases);
    if (stage == "clauses") each_sentence(&StagePrinter::clauses);
    if (stage == "referents") each_sentence(&StagePrinter::referents);
    if (stage == "names") names();
    if (stage == "statements") each_sentence(&StagePrinter::statements);
    if (stage == "quoted") quoted();
    if (stage == "quotations") quotations();
    return std::move(out_);
  }

 private:
  void line(const std::string& text) { out_ += text + '\n'; }
  void fact(std::string_view name, const std::string& value = {}) {
    line("  " + std::string(name) + (value.empty() ? "" : " " + value));
  }

  /// Text on one line: a line break is a bar.
  [[nodiscard]] std::string flat(std::string_view text) const {
    std::string out;
    for (const char c : text) out += c == '\n' ? "|" : std::string(1, c);
    return out;
  }
  [[nodiscard]] std::string flat(Span span) const { return flat(span.of(text_)); }

  static std::string local_name(std::string_view iri) {
    const std::size_t cut = iri.find_last_of("/#");
    return std::string(cut == std::string_view::npos ? iri : iri.substr(cut + 1));
  }

  /// An actor of the ontology by its local name, a discovered one by its label.
  [[nodiscard]] std::string actor(ActorIndex index) const {
    const ActorNode& node = pipeline_.discourse.entity(index).node;
    return node.discovered ? '"' + node.label + '"' : local_name(node.iri);
  }

  [[nodiscard]] std::string actors(const std::vector<ActorIndex>& indexes) const {
    std::string out;
    for (const ActorIndex index : indexes) out += (out.empty() ? "" : ", ") + actor(index);
    return out;
  }

  void each_sentence(void (StagePrinter::*print_one)(std::uint32_t)) {
    for (std::uint32_t s = 0; s < pipeline_.sentences.size(); ++s) {
      if (s > 0) line("");
      (this->*print_one)(s);
    }
  }

  void tokens() {
    static constexpr std::array<std::string_view, 6> kinds = {"word", "number", "mark", "open", "close", "either"};
    for (const Token& token : pipeline_.tokens)
      line(std::string(kinds[static_cast<std::size_t>(token.kind)]) + ' ' + flat(token.span) +
           (token.enclitic ? " enclitic" : ""));
  }

  void sentences() {
    for (const Sentence& sentence : pipeline_.sentences) line(flat(sentence.span));
  }

  // Words and readings

  [[nodiscard]] std::string words(std::uint32_t s, std::uint32_t begin, std::uint32_t end) const {
    const auto& words = pipeline_.analysed[s].words;
    if (begin >= end) return "-";
    return flat({pipeline_.tokens[words[begin].first].span.begin, pipeline_.tokens[words[end - 1].last - 1].span.end});
  }
  [[nodiscard]] std::string word(std::uint32_t s, std::uint32_t at) const { return words(s, at, at + 1); }

  static std::string mood(const Reading& reading) {
    static constexpr std::array<std::string_view, 8> moods = {
        "", "indicative", "subjunctive", "conditional", "imperative", "", "", ""};
    static constexpr std::array<std::string_view, 5> tenses = {"", "present", "imperfect", "past", "future"};
    std::string out;
    const auto add = [&](std::string_view part) { out += part.empty() ? "" : ' ' + std::string(part); };
    if (reading.tag != Tag::verb) return out;
    add(moods[static_cast<std::size_t>(reading.form)]);
    add(tenses[static_cast<std::size_t>(reading.tense)]);
    for (const int person : {1, 2, 3})
      if ((reading.person & (1 << (person - 1))) != 0) add(std::to_string(person));
    return out;
  }

  void readings(std::uint32_t s) {
    const AnalysedSentence& sentence = pipeline_.analysed[s];
    for (std::uint32_t w = 0; w < sentence.words.size(); ++w) {
      const Reading& reading = sentence.words[w].reading;
      if (reading.tag == Tag::punctuation) continue;
      const bool known = reading.dictionary_lemma != 0xffffffff;
      std::string_view lemma = known ? pipeline_.language.morphology().lemma(reading.dictionary_lemma) : std::string_view{};
      if (!known && reading.lemma != 0) lemma = pipeline_.language.words().text(reading.lemma);
      if (reading.tag == Tag::name) lemma = {};
      line(word(s, w) + " / " + std::string(tag_name(reading.tag)) + (lemma.empty() ? "" : ' ' + std::string(lemma)) +
           mood(reading));
    }
  }

  // Syntax

  [[nodiscard]] const Syntax& syntax(std::uint32_t s) const { return pipeline_.syntax[s]; }
  [[nodiscard]] std::string phrase(std::uint32_t s, std::uint32_t p) const {
    const NounPhrase& np = syntax(s).phrases[p];
    return words(s, np.begin, np.end);
  }
  [[nodiscard]] std::string preposition(std::uint32_t s, const NounPhrase& np) const {
    return np.preposition == none ? "" : "(" + word(s, np.preposition) + ") ";
  }
  /// A phrase and the others that it is coordinated with.
  [[nodiscard]] std::string members(std::uint32_t s, std::uint32_t p) const {
    std::string out = preposition(s, syntax(s).phrases[p]);
    for (std::uint32_t at = p; at != none; at = syntax(s).phrases[at].next_member) out += (at == p ? "" : " + ") + phrase(s, at);
    return out;
  }
  [[nodiscard]] std::string verb(std::uint32_t s, const Clause& clause) const {
    if (clause.verb == none) return "-";
    if (clause.finite == none || clause.finite == clause.verb) return word(s, clause.verb);
    return word(s, clause.finite) + " … " + word(s, clause.verb);
  }

  void phrases(std::uint32_t s) {
    for (const NounPhrase& np : syntax(s).phrases) {
      line(preposition(s, np) + words(s, np.begin, np.end));
      if (np.host != none) fact("follows", phrase(s, np.host));
      if (np.leader != none) fact("beside", phrase(s, np.leader));
      if (np.apposition_to != none) fact("apposed to", phrase(s, np.apposition_to));
      if (np.negated) fact("negated");
      if (np.included) fact("included");
    }
  }

  void clauses(std::uint32_t s) {
    static constexpr std::array<std::string_view, 8> kinds = {"main",       "relative", "complement",  "adverbial",
                                                              "infinitive", "gerund",   "participial", "verbless"};
    for (const Clause& clause : syntax(s).clauses) {
      if (clause.verb == none && clause.subject == none && clause.objects.empty() && clause.obliques.empty()) continue;
      line(clause.verb == none ? "verbless" : std::string(kinds[static_cast<std::size_t>(clause.kind)]) + ": " + verb(s, clause));
      voice_and_negation(clause);
      if (clause.subject != none) fact("subject", members(s, clause.subject));
      for (const auto& [name, at] : {std::pair{"subject", clause.subject_clitic},
                                     {"object", clause.object_clitic},
                                     {"dative", clause.dative_clitic},
                                     {"place", clause.place_clitic},
                                     {"genitive", clause.genitive_clitic}})
        if (at != none) fact(name, "pronoun " + word(s, at));
      for (const std::uint32_t p : clause.objects) fact("object", members(s, p));
      for (const std::uint32_t p : clause.attributes) fact("attribute", members(s, p));
      for (const std::uint32_t p : clause.obliques) fact("oblique", members(s, p));
      if (clause.marker != none) fact("marker", word(s, clause.marker));
      if (clause.antecedent != none) fact("of phrase", phrase(s, clause.antecedent));
      if (clause.parent != none) fact("in", verb(s, syntax(s).clauses[clause.parent]));
      if (clause.shares_with != none) fact("beside", verb(s, syntax(s).clauses[clause.shares_with]));
    }
  }

  void voice_and_negation(const Clause& clause) {
    if (clause.passive) fact("passive");
    if (clause.pronominal) fact("pronominal");
    if (clause.restricted) fact("restricted");
    if (clause.ne && !clause.restricted) fact("negated");
    if (clause.no_longer) fact("no longer");
    if (clause.question) fact("question");
    if (clause.incise) fact("put in");
    if (clause.cleft) fact("cleft");
  }

  // Meaning

  void referents(std::uint32_t s) {
    const SentenceReferents& sentence = pipeline_.referents[s];
    for (std::uint32_t p = 0; p < sentence.phrases.size(); ++p) {
      const Referents& who = sentence.phrases[p];
      if (!who.who.empty())
        line(phrase(s, p) + " = " + actors(who.who) + (who.acting ? " (government)" : "") + (who.office ? " (office)" : ""));
      if (!who.owners.empty()) line(phrase(s, p) + " of " + actors(who.owners));
    }
    for (std::uint32_t w = 0; w < sentence.pronouns.size(); ++w)
      if (!sentence.pronouns[w].empty()) line(word(s, w) + " = " + actors(sentence.pronouns[w]) + " (clitic)");
  }

  void names() {
    for (ActorIndex i = 0; i < pipeline_.discourse.entities().size(); ++i) {
      const std::string& name = pipeline_.discourse.entity(i).node.name;
      line(actor(i) + " = " + (name.empty() ? "-" : name));
    }
  }

  void statements(std::uint32_t s) {
    static constexpr std::array<std::string_view, 4> modalities = {"asserted", "unconfirmed", "intended", "hypothetical"};
    std::vector<Statement> found;
    std::ranges::copy_if(pipeline_.statements, std::back_inserter(found),
                         [s](const Statement& one) { return one.sentence == s; });
    std::ranges::stable_sort(found, {}, &Statement::first_word);
    for (const Statement& statement : found) {
      line(actor(statement.subject) + ' ' + local_name(pipeline_.language.ontology().relations[statement.relation].iri) + ' ' +
           actor(statement.object) + (statement.polarity == Polarity::negative ? ", negative, " : ", positive, ") +
           std::string(modalities[static_cast<std::size_t>(statement.modality)]) + ", by " +
           local_name(pipeline_.language.entry(statement.trigger).iri) +
           (statement.voucher ? ", said by " + actor(*statement.voucher) : std::string()));
    }
  }

  void quoted() {
    for (const QuotedSpan& span : pipeline_.quoted)
      line(std::string(2 * span.depth, ' ') + flat(span.span) + (span.repaired ? " [a mark was missing]" : ""));
  }

  void quotations() {
    for (const Utterance& utterance : pipeline_.utterances) {
      line((utterance.kind == QuotationKind::direct ? "direct: " : "indirect: ") + flat(utterance.span));
      fact("speaker", actor(utterance.speaker));
      for (const ActorIndex relay : utterance.relays) fact("relay", actor(relay));
    }
  }

  std::string_view text_;
  const Pipeline& pipeline_;
  std::string out_;
};

}  // namespace entente
