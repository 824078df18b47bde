#include "entente/export/describe.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "content_hash.hpp"
#include "describe_actors.hpp"
#include "identity.hpp"
#include "iri.hpp"
#include "lexical_form.hpp"
#include "node_description.hpp"
#include "terms.hpp"

namespace entente {
namespace {

using namespace terms;

constexpr std::string_view undetermined_language = "und";  // ISO 639-2: words must have a language, known or not

/// One extraction on its way to a sink.
class DocumentDescription {
 public:
  DocumentDescription(const Extraction& extraction, const Identities& names, double min_confidence, std::string_view language,
                      NodeDescription& out)
      : extraction_(extraction), names_(names), min_confidence_(min_confidence), language_(language), out_(out) {}

  void describe_document();
  void describe_story();
  void describe_claims();
  void describe_quotations();
  void state_plain_triples();

 private:
  struct PlainTriple {
    std::string_view subject, predicate, object;
    auto operator<=>(const PlainTriple&) const = default;
  };

  [[nodiscard]] std::string_view actor(ActorIndex index) const { return names_.actors[index]; }
  [[nodiscard]] std::set<std::string_view> quoted_by(const Quotation& quotation) const;
  [[nodiscard]] bool is_plain(const Claim& claim) const;
  [[nodiscard]] std::set<PlainTriple> plain_triples() const;

  void describe_publisher();
  void describe_claim(const Claim& claim, std::string_view iri);
  void describe_quotation(const Quotation& quotation, std::string_view iri);
  void describe_evidence(const Evidence& evidence, std::string_view whole);
  void describe_date(std::string_view predicate, const std::optional<Date>& date);

  const Extraction& extraction_;
  const Identities& names_;
  double min_confidence_;
  std::string_view language_;
  NodeDescription& out_;
};

void DocumentDescription::describe_date(std::string_view predicate, const std::optional<Date>& date) {
  if (date) out_.value(predicate, to_string(*date), date_datatype(*date));
}

void DocumentDescription::describe_document() {
  const auto& document = extraction_.document;
  out_.about(names_.document);
  out_.link(rdf::type, schema::NewsArticle);
  out_.link(rdf::type, prov::Entity);
  out_.text(schema::headline, document.title, language_);
  describe_date(schema::datePublished, document.date);
  out_.text(schema::inLanguage, language_);
  out_.link(schema::url, clean_iri(document.url).value_or(""));
  describe_publisher();
  out_.text(ent::fileName, document.file);
  out_.text(ent::sha256, document.sha256);
  describe_story();
  std::set<std::string_view> mentioned;
  for (const auto& mention : extraction_.mentions) mentioned.insert(actor(mention.actor));
  for (const auto iri : mentioned) out_.link(schema::mentions, iri);
}

void DocumentDescription::describe_story() {
  if (!extraction_.document.same_story_as.empty()) out_.link(ent::sameStoryAs, names_.story);
}

void DocumentDescription::describe_publisher() {
  if (extraction_.publisher)
    out_.link(schema::publisher, actor(*extraction_.publisher));
  else
    out_.text(ent::publisherName, extraction_.document.publisher);
}

void DocumentDescription::describe_claims() {
  for (std::size_t i = 0; i < extraction_.claims.size(); ++i) {
    if (!names_.claims[i].empty()) describe_claim(extraction_.claims[i], names_.claims[i]);
  }
}

void DocumentDescription::describe_claim(const Claim& claim, std::string_view iri) {
  out_.about(iri);
  out_.link(rdf::type, ent::Claim);
  out_.link(rdf::type, rdf::Statement);
  out_.link(rdf::subject, actor(claim.subject));
  out_.link(rdf::predicate, claim.predicate);
  out_.link(rdf::object, actor(claim.object));
  out_.link(ent::polarity, polarities[static_cast<std::size_t>(claim.polarity)]);
  out_.link(ent::modality, modalities[static_cast<std::size_t>(claim.modality)]);
  out_.value(ent::confidence, decimal_from_hundredths(confidence_hundredths(claim.confidence)), xsd::decimal);
  if (claim.attributed_to) out_.link(ent::attributedTo, actor(*claim.attributed_to));
  describe_date(ent::date, claim.date);
  out_.link(ent::relationTrigger, claim.trigger);
  out_.text(ent::triggerWords, claim.trigger_words, language_);
  out_.link(prov::wasDerivedFrom, names_.document);
  describe_evidence(claim.evidence, iri);
}

void DocumentDescription::describe_quotations() {
  for (std::size_t i = 0; i < extraction_.quotations.size(); ++i) {
    if (!names_.quotations[i].empty()) describe_quotation(extraction_.quotations[i], names_.quotations[i]);
  }
}

void DocumentDescription::describe_quotation(const Quotation& quotation, std::string_view iri) {
  out_.about(iri);
  out_.link(rdf::type, ent::Quotation);
  out_.text(schema::text, quotation.evidence.exact, language_.empty() ? undetermined_language : language_);
  out_.link(ent::speaker, actor(quotation.speaker));
  out_.link(ent::quotationKind, quotation_kinds[static_cast<std::size_t>(quotation.kind)]);
  for (const auto relay : quoted_by(quotation)) out_.link(ent::quotedBy, relay);
  out_.link(prov::wasDerivedFrom, names_.document);
  describe_evidence(quotation.evidence, iri);
}

/// Says where the evidence of `whole`, the subject so far, is; ends with another subject.
void DocumentDescription::describe_evidence(const Evidence& evidence, std::string_view whole) {
  const auto resource = part_iri(whole, "evidence");
  const auto position = part_iri(whole, "position");
  const auto quote = part_iri(whole, "quote");
  out_.link(ent::evidence, resource);
  out_.about(resource);
  out_.link(rdf::type, oa::SpecificResource);
  out_.link(oa::hasSource, names_.document);
  out_.link(oa::hasSelector, position);
  out_.link(oa::hasSelector, quote);
  out_.about(position);
  out_.link(rdf::type, oa::TextPositionSelector);
  out_.value(oa::start, std::to_string(evidence.place.begin), xsd::nonNegativeInteger);
  out_.value(oa::end, std::to_string(evidence.place.end), xsd::nonNegativeInteger);
  out_.about(quote);
  out_.link(rdf::type, oa::TextQuoteSelector);
  out_.text(oa::exact, evidence.exact);
  out_.text(oa::prefix, evidence.prefix);
  out_.text(oa::suffix, evidence.suffix);
}

std::set<std::string_view> DocumentDescription::quoted_by(const Quotation& quotation) const {
  std::set<std::string_view> relays;
  for (const auto relay : quotation.relays) relays.insert(actor(relay));
  if (extraction_.publisher) relays.insert(actor(*extraction_.publisher));
  return relays;
}

bool DocumentDescription::is_plain(const Claim& claim) const {
  return claim.polarity == Polarity::positive && claim.modality == Modality::asserted &&
         confidence_hundredths(claim.confidence) / 100.0 >= min_confidence_;
}

std::set<DocumentDescription::PlainTriple> DocumentDescription::plain_triples() const {
  std::set<PlainTriple> triples;
  for (const auto& claim : extraction_.claims) {
    if (is_plain(claim)) triples.insert({actor(claim.subject), claim.predicate, actor(claim.object)});
  }
  for (const auto& quotation : extraction_.quotations) {
    for (const auto relay : quoted_by(quotation)) triples.insert({actor(quotation.speaker), ent::quotedBy, relay});
  }
  return triples;
}

void DocumentDescription::state_plain_triples() {
  for (const auto& triple : plain_triples()) {
    out_.about(triple.subject);
    out_.link(triple.predicate, triple.object);
  }
}

}  // namespace

Describer::Describer(const Ontology& ontology, const WriterOptions& options, Graphs graphs)
    : ontology_(ontology), options_(options), graphs_(graphs) {}

Result<Done> Describer::describe(const Extraction& extraction, QuadSink& sink, const ActorHandler& after_actor) const {
  ContentHash hash;
  return describe(extraction, identify(extraction, options_.base, hash), sink, after_actor);
}

Result<Done> Describer::describe(const Extraction& extraction, const Identities& names, QuadSink& sink,
                                 const ActorHandler& after_actor) const {
  const auto language = language_tag(extraction.document.language);
  const bool with_graphs = graphs_ == Graphs::per_document;
  NodeDescription out(sink, with_graphs ? std::string_view(names.document) : std::string_view());
  const auto end_actor = [&](std::uint64_t content) {
    if (with_graphs) return;
    (void)sink.end_block();  // a failure stays, and is reported by the last block
    if (after_actor) after_actor(content);
  };
  DocumentDescription document(extraction, names, options_.min_confidence, language, out);
  if (options_.content == Content::stories) {
    out.about(names.document);
    document.describe_story();
    return sink.end_block();
  }
  describe_actors(ontology_, extraction, names, language, out, end_actor);
  document.describe_document();
  document.describe_claims();
  document.describe_quotations();
  document.state_plain_triples();
  return sink.end_block();
}

}  // namespace entente
