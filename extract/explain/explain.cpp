#include "extract/explain/explain.hpp"

#include <array>
#include <cstdio>

#include "entente/ontology/vocabulary.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 2> polarity_names = {"positive", "negative"};
constexpr std::array<std::string_view, 4> modality_names = {"asserted", "unconfirmed", "intended", "hypothetical"};
constexpr std::array<std::string_view, 8> kind_names = {"main",       "relative", "complement",  "adverbial",
                                                        "infinitive", "gerund",   "participial", "verbless"};
constexpr std::array<std::string_view, 6> function_names = {"-", "subject", "object", "attribute", "oblique", "time"};

class Explainer {
 public:
  Explainer(const Document& document, const Pipeline& pipeline, const Extraction& extraction, std::string& out)
      : document_(document), pipeline_(pipeline), extraction_(extraction), out_(out) {}

  void run() {
    for (std::uint32_t s = 0; s < pipeline_.sentences.size(); ++s) sentence(s);
    for (const Quotation& quotation : extraction_.quotations)
      line("quotation", std::string(quotation.kind == QuotationKind::direct ? "direct" : "indirect") + " of " +
                            extraction_.actors[quotation.speaker].label + ": " + quotation.evidence.exact);
  }

 private:
  void line(std::string_view stage, std::string_view text) {
    out_ += stage;
    out_.append(stage.size() < 10 ? 10 - stage.size() : 1, ' ');
    out_ += text;
    out_ += '\n';
  }

  [[nodiscard]] std::string text_of(std::uint32_t s, std::uint32_t begin, std::uint32_t end) const {
    if (begin >= end) return {};
    const auto& words = pipeline_.analysed[s].words;
    const Span span{pipeline_.tokens[words[begin].first].span.begin, pipeline_.tokens[words[end - 1].last - 1].span.end};
    return std::string(span.of(document_.text));
  }

  [[nodiscard]] std::string names(const std::vector<ActorIndex>& who) const {
    std::string out;
    for (const ActorIndex index : who)
      out += (out.empty() ? "" : ", ") + std::string(local_name(pipeline_.discourse.entity(index).node.iri));
    return out;
  }

  void sentence(std::uint32_t s) {
    line("sentence", pipeline_.sentences[s].span.of(document_.text));
    words(s);
    phrases(s);
    pronouns(s);
    clauses(s);
    for (const Statement& statement : pipeline_.statements)
      if (statement.sentence == s) this->statement(statement);
    for (const Refusal& refusal : pipeline_.refusals)
      if (refusal.sentence == s) this->refusal(refusal);
    out_ += '\n';
  }

  void words(std::uint32_t s) {
    std::string text;
    const auto& words = pipeline_.analysed[s].words;
    for (std::uint32_t w = 0; w < words.size(); ++w) {
      const Reading& reading = words[w].reading;
      text += (text.empty() ? "" : " ") + text_of(s, w, w + 1) + "/" + std::string(tag_name(reading.tag));
      if (reading.dictionary_lemma != no_id)
        text += ":" + std::string(pipeline_.language.morphology().lemma(reading.dictionary_lemma));
    }
    line("words", text);
  }

  void phrases(std::uint32_t s) {
    const Syntax& syntax = pipeline_.syntax[s];
    for (std::uint32_t p = 0; p < syntax.phrases.size(); ++p) {
      const NounPhrase& np = syntax.phrases[p];
      const Referents& referents = pipeline_.referents[s].phrases[p];
      std::string text = std::to_string(p) + " [" +
                         (np.preposition != none ? text_of(s, np.preposition, np.preposition + 1) + "] [" : "") +
                         text_of(s, np.begin, np.end) + "] " + std::string(function_names[static_cast<std::size_t>(np.function)]);
      if (np.clause != none) text += " of clause " + std::to_string(np.clause);
      if (np.host != none) text += ", complements " + std::to_string(np.host);
      if (np.leader != none) text += ", beside " + std::to_string(np.leader);
      if (np.apposition_to != none) text += ", apposed to " + std::to_string(np.apposition_to);
      if (!referents.who.empty()) text += " = " + names(referents.who);
      if (!referents.owners.empty()) text += " (of " + names(referents.owners) + ")";
      line("phrase", text);
    }
  }

  /// Those before the verb; the others are phrases.
  void pronouns(std::uint32_t s) {
    const auto& who = pipeline_.referents[s].pronouns;
    for (std::uint32_t w = 0; w < who.size(); ++w)
      if (!who[w].empty()) line("pronoun", std::to_string(w) + " [" + text_of(s, w, w + 1) + "] = " + names(who[w]));
  }

  void clauses(std::uint32_t s) {
    const Syntax& syntax = pipeline_.syntax[s];
    for (std::uint32_t c = 0; c < syntax.clauses.size(); ++c) {
      const Clause& clause = syntax.clauses[c];
      std::string text = std::to_string(c) + " " + std::string(kind_names[static_cast<std::size_t>(clause.kind)]);
      if (clause.parent != none) text += " in " + std::to_string(clause.parent);
      if (clause.verb != none)
        text += " verb \"" + text_of(s, clause.finite != none ? clause.finite : clause.verb, clause.verb + 1) + "\"";
      if (clause.passive) text += " passive";
      if (clause.incise) text += " put in";
      if (clause.ne) text += clause.restricted ? " restricted" : " negated";
      if (clause.subject != none) text += " subject " + std::to_string(clause.subject);
      if (clause.antecedent != none) text += " of phrase " + std::to_string(clause.antecedent);
      if (clause.shares_with != none) text += " beside " + std::to_string(clause.shares_with);
      line("clause", text);
    }
  }

  void statement(const Statement& statement) {
    const auto& entities = pipeline_.discourse.entities();
    std::string text = std::string(local_name(entities[statement.subject].node.iri)) + " " +
                       std::string(local_name(pipeline_.language.ontology().relations[statement.relation].iri)) + " " +
                       std::string(local_name(entities[statement.object].node.iri)) + ", " +
                       std::string(polarity_names[static_cast<std::size_t>(statement.polarity)]) + ", " +
                       std::string(modality_names[static_cast<std::size_t>(statement.modality)]) + ", by " +
                       std::string(local_name(pipeline_.language.entry(statement.trigger).iri)) + " \"" +
                       text_of(statement.sentence, statement.first_word, statement.last_word + 1) + "\"";
    line("claim", text);
    char confidence[8] = {};
    std::snprintf(confidence, sizeof confidence, "%.2f", statement.confidence);
    line("  because", statement.reason + said_by(statement) + "; confidence " + confidence);
  }

  void refusal(const Refusal& refusal) {
    line("no claim", std::string(local_name(pipeline_.language.ontology().relations[refusal.relation].iri)) + ", by " +
                         std::string(local_name(pipeline_.language.entry(refusal.trigger).iri)) + " \"" +
                         text_of(refusal.sentence, refusal.first_word, refusal.last_word + 1) + "\": " + refusal.reason);
  }

  /// Whom the claim that the statement has become is attributed to.
  [[nodiscard]] std::string said_by(const Statement& statement) const {
    const auto& entities = pipeline_.discourse.entities();
    const std::uint32_t begin = pipeline_.code_points.at(pipeline_.sentences[statement.sentence].span.begin);
    for (const Claim& claim : extraction_.claims) {
      if (claim.evidence.place.begin != begin || !claim.attributed_to) continue;
      if (extraction_.actors[claim.subject].iri == entities[statement.subject].node.iri &&
          extraction_.actors[claim.object].iri == entities[statement.object].node.iri)
        return ", said by " + extraction_.actors[*claim.attributed_to].label;
    }
    return {};
  }

  const Document& document_;
  const Pipeline& pipeline_;
  const Extraction& extraction_;
  std::string& out_;
};

}  // namespace

void explain_stages(const Document& document, const Pipeline& pipeline, const Extraction& extraction, std::string& out) {
  Explainer(document, pipeline, extraction, out).run();
}

}  // namespace entente
