#include "read_findings.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "../terms.hpp"

namespace entente {
namespace {

using namespace terms;
using Term = Statements::Term;

/// Reads single values. What is not said is empty.
class Values {
 public:
  explicit Values(const Statements& statements) : statements_(statements) {}

  [[nodiscard]] std::span<const Statements::Statement> all(Term subject, std::string_view predicate) const {
    const auto known = statements_.iri(predicate);
    return known ? statements_.about(subject, *known) : std::span<const Statements::Statement>();
  }
  [[nodiscard]] std::optional<Term> first(Term subject, std::string_view predicate) const {
    const auto found = all(subject, predicate);
    if (found.empty()) return std::nullopt;
    return found.front().object;
  }
  [[nodiscard]] std::string_view text(Term subject, std::string_view predicate) const {
    const auto found = first(subject, predicate);
    return found ? view(*found).text : std::string_view();
  }
  [[nodiscard]] TermView view(Term term) const { return statements_.view(term); }

  /// Number in `texts` of the value, 0 where there is none.
  [[nodiscard]] std::size_t choice(Term subject, std::string_view predicate, const auto& texts) const {
    const auto found = std::ranges::find(texts, text(subject, predicate));
    return found == texts.end() ? 0 : static_cast<std::size_t>(found - texts.begin());
  }
  template <typename Number>
  [[nodiscard]] Number number(Term subject, std::string_view predicate) const {
    const auto digits = text(subject, predicate);
    Number value{};
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }

 private:
  const Statements& statements_;
};

int rank(const TermView& label, std::string_view language) {
  if (label.language == language) return 0;
  return label.language == "en" ? 1 : 2;
}

ActorNode describe(const Values& values, Term actor, std::string_view language) {
  ActorNode node;
  node.iri = values.view(actor).text;
  node.discovered = values.text(actor, ent::discovered) == "true";
  std::optional<std::pair<int, std::string_view>> best;
  for (const auto& statement : values.all(actor, skos::prefLabel)) {
    const auto label = values.view(statement.object);
    const std::pair candidate(rank(label, language), label.text);
    if (!best || candidate < *best) best = candidate;
  }
  if (best) node.label = best->second;
  std::optional<ActorClass> known;
  for (const auto& statement : values.all(actor, rdf::type)) {
    const auto type = values.view(statement.object).text;
    if (!type.starts_with(ent::ns)) continue;
    const auto found = class_from_name(type.substr(ent::ns.size()));
    if (found && (!known || *found < *known)) known = found;
  }
  node.actor_class = known.value_or(ActorClass::actor);
  return node;
}

/// A document as the graph takes it, made of its statements.
class DocumentReader {
 public:
  DocumentReader(const Values& values, std::string_view language) : values_(values), language_(language) {}

  void start(Term document) {
    names_.document = values_.view(document).text;
    const auto first = values_.first(document, ent::sameStoryAs);
    names_.story = first ? std::string(values_.view(*first).text) : names_.document;
    extraction_.document.date = parse_date(values_.text(document, schema::datePublished));
    for (const auto& statement : values_.all(document, schema::mentions)) {
      extraction_.mentions.push_back({index_of(statement.object), {}});
    }
  }
  void add_claim(Term term);
  void add_quotation(Term term);
  [[nodiscard]] const Extraction& extraction() const { return extraction_; }
  [[nodiscard]] const Identities& names() const { return names_; }

 private:
  ActorIndex index_of(Term actor);
  [[nodiscard]] Evidence evidence_of(Term whole) const;

  const Values& values_;
  std::string_view language_;
  std::map<Term, ActorIndex> indices_;
  Extraction extraction_;
  Identities names_;
};

ActorIndex DocumentReader::index_of(Term actor) {
  const auto [place, is_new] = indices_.try_emplace(actor, static_cast<ActorIndex>(extraction_.actors.size()));
  if (is_new) {
    extraction_.actors.push_back(describe(values_, actor, language_));
    names_.actors.emplace_back(values_.view(actor).text);
  }
  return place->second;
}

void DocumentReader::add_claim(Term term) {
  const auto subject = values_.first(term, rdf::subject);
  const auto object = values_.first(term, rdf::object);
  if (!subject || !object) return;
  Claim claim;
  claim.subject = index_of(*subject);
  claim.predicate = values_.text(term, rdf::predicate);
  claim.object = index_of(*object);
  claim.polarity = static_cast<Polarity>(values_.choice(term, ent::polarity, polarities));
  claim.modality = static_cast<Modality>(values_.choice(term, ent::modality, modalities));
  claim.confidence = values_.number<double>(term, ent::confidence);
  claim.date = parse_date(values_.text(term, ent::date));
  claim.evidence = evidence_of(term);
  extraction_.claims.push_back(std::move(claim));
  names_.claims.emplace_back(values_.view(term).text);
}

void DocumentReader::add_quotation(Term term) {
  const auto speaker = values_.first(term, ent::speaker);
  if (!speaker) return;
  Quotation quotation;
  quotation.speaker = index_of(*speaker);
  quotation.kind = static_cast<QuotationKind>(values_.choice(term, ent::quotationKind, quotation_kinds));
  for (const auto& statement : values_.all(term, ent::quotedBy)) quotation.relays.push_back(index_of(statement.object));
  quotation.evidence = evidence_of(term);
  extraction_.quotations.push_back(std::move(quotation));
  names_.quotations.emplace_back(values_.view(term).text);
}

Evidence DocumentReader::evidence_of(Term whole) const {
  Evidence evidence;
  const auto resource = values_.first(whole, ent::evidence);
  if (!resource) return evidence;
  for (const auto& statement : values_.all(*resource, oa::hasSelector)) {
    const auto selector = statement.object;
    if (values_.first(selector, oa::start)) evidence.place.begin = values_.number<std::uint32_t>(selector, oa::start);
    if (values_.first(selector, oa::exact)) evidence.exact = values_.text(selector, oa::exact);
  }
  return evidence;
}

}  // namespace

bool has_findings(const Statements& statements) {
  const auto type = statements.iri(rdf::type);
  const auto claim = statements.iri(ent::Claim);
  const auto quotation = statements.iri(ent::Quotation);
  return type && (claim || quotation) && std::ranges::any_of(statements.all(), [&](const auto& statement) {
           return statement.predicate == *type && (statement.object == claim || statement.object == quotation);
         });
}

void read_findings(const Statements& statements, std::string_view language, DocumentRelations& relations, RelationGraph& graph) {
  const Values values(statements);
  std::map<std::optional<Term>, DocumentReader> documents;
  const auto document = [&](std::optional<Term> term) -> DocumentReader& {
    const auto [place, is_new] = documents.try_emplace(term, values, language);
    if (is_new && term) place->second.start(*term);
    return place->second;
  };
  const auto type = statements.iri(rdf::type);
  for (const auto& statement : statements.all()) {
    if (statement.predicate != type) continue;
    const auto iri = statements.view(statement.object).text;
    if (iri == schema::NewsArticle) document(statement.subject);
    if (iri == ent::Claim) document(values.first(statement.subject, prov::wasDerivedFrom)).add_claim(statement.subject);
    if (iri == ent::Quotation) document(values.first(statement.subject, prov::wasDerivedFrom)).add_quotation(statement.subject);
  }
  for (const auto& [term, reader] : documents) graph.add(relations.count(reader.extraction(), reader.names()));
}

}  // namespace entente
