#pragma once

#include <array>
#include <string_view>

#include "entente/ontology/vocabulary.hpp"

/// The terms in which extractions are described: those of the vocabulary that the ontology is read with, and those that are
/// only written. Called by their local names; a name that C++ reserves ends in an underscore.
namespace entente::terms {

#define ENTENTE_TERM(name, local) inline constexpr std::string_view name = ENTENTE_NS local;  // string literals join

#define ENTENTE_NS "https://w3id.org/entente/ns#"
namespace ent {
using namespace vocabulary::ent;
ENTENTE_TERM(discovered, "discovered")
ENTENTE_TERM(publisherName, "publisherName")
ENTENTE_TERM(fileName, "fileName")
ENTENTE_TERM(sha256, "sha256")
ENTENTE_TERM(sameStoryAs, "sameStoryAs")
ENTENTE_TERM(triggerWords, "triggerWords")
ENTENTE_TERM(evidence, "evidence")
ENTENTE_TERM(speaker, "speaker")
ENTENTE_TERM(quotationKind, "quotationKind")
ENTENTE_TERM(direct, "direct")
ENTENTE_TERM(indirect, "indirect")
}  // namespace ent
#undef ENTENTE_NS

namespace rdf = vocabulary::rdf;
namespace skos = vocabulary::skos;

#define ENTENTE_NS "http://www.w3.org/2001/XMLSchema#"
namespace xsd {
using namespace vocabulary::xsd;
ENTENTE_TERM(integer, "integer")
ENTENTE_TERM(double_, "double")
}  // namespace xsd
#undef ENTENTE_NS

#define ENTENTE_NS "http://www.w3.org/ns/prov#"
namespace prov {
using namespace vocabulary::prov;
ENTENTE_TERM(Entity, "Entity")
ENTENTE_TERM(wasDerivedFrom, "wasDerivedFrom")
}  // namespace prov
#undef ENTENTE_NS

#define ENTENTE_NS "http://www.w3.org/ns/oa#"
namespace oa {
using namespace vocabulary::oa;
ENTENTE_TERM(SpecificResource, "SpecificResource")
ENTENTE_TERM(hasSource, "hasSource")
ENTENTE_TERM(hasSelector, "hasSelector")
ENTENTE_TERM(TextPositionSelector, "TextPositionSelector")
ENTENTE_TERM(start, "start")
ENTENTE_TERM(end, "end")
ENTENTE_TERM(TextQuoteSelector, "TextQuoteSelector")
ENTENTE_TERM(exact, "exact")
ENTENTE_TERM(prefix, "prefix")
ENTENTE_TERM(suffix, "suffix")
}  // namespace oa
#undef ENTENTE_NS

#define ENTENTE_NS "http://schema.org/"
namespace schema {
using namespace vocabulary::schema;
ENTENTE_TERM(NewsArticle, "NewsArticle")
ENTENTE_TERM(headline, "headline")
ENTENTE_TERM(datePublished, "datePublished")
ENTENTE_TERM(inLanguage, "inLanguage")
ENTENTE_TERM(url, "url")
ENTENTE_TERM(publisher, "publisher")
ENTENTE_TERM(mentions, "mentions")
ENTENTE_TERM(text, "text")
}  // namespace schema
#undef ENTENTE_NS

#undef ENTENTE_TERM

/// In the order of Polarity, Modality and QuotationKind.
inline constexpr std::array polarities{ent::positive, ent::negative};
inline constexpr std::array modalities{ent::asserted, ent::unconfirmed, ent::intended, ent::hypothetical};
inline constexpr std::array quotation_kinds{ent::direct, ent::indirect};

struct Prefix {
  std::string_view name;
  std::string_view iri;
};

/// Those that do not depend on the base IRI, as `@prefix` lines give them.
inline constexpr std::array<Prefix, 8> prefixes{{
    {"act", "https://w3id.org/entente/actor/"},
    {"ent", ent::ns},
    {"oa", oa::ns},
    {"prov", prov::ns},
    {"rdf", rdf::ns},
    {"schema", schema::ns},
    {"skos", skos::ns},
    {"xsd", xsd::ns},
}};

/// Those that RDF of other origins is likely to use, besides.
inline constexpr std::array<Prefix, 9> other_prefixes{{
    {"dcat", "http://www.w3.org/ns/dcat#"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"geo", "http://www.opengis.net/ont/geosparql#"},
    {"ontolex", "http://www.w3.org/ns/lemon/ontolex#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"sh", "http://www.w3.org/ns/shacl#"},
    {"time", "http://www.w3.org/2006/time#"},
}};

/// Above the lexicons of the languages: "fr/" follows.
inline constexpr std::string_view lexicons = "https://w3id.org/entente/lexicon/";

/// What follows the namespace: "asserted".
constexpr std::string_view local_name(std::string_view iri) {
  const auto cut = iri.find_last_of("#/");
  return cut == std::string_view::npos ? iri : iri.substr(cut + 1);
}

}  // namespace entente::terms
