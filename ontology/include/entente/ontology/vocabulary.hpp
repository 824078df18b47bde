#pragma once

#include <string_view>

namespace entente {

/// An IRI after its last slash or hash; the whole of it, where it has neither.
[[nodiscard]] inline std::string_view local_name(std::string_view iri) { return iri.substr(iri.find_last_of("/#") + 1); }

}  // namespace entente

/// The IRIs that the program reads and writes, by their local names. What they mean stands in ontology/entente.ttl and
/// in the vocabularies named. A name that C++ reserves ends in an underscore.
namespace entente::vocabulary {

#define ENTENTE_TERM(name, local) inline constexpr std::string_view name = ENTENTE_NS local;  // string literals join

#define ENTENTE_NS "https://w3id.org/entente/ns#"
namespace ent {
ENTENTE_TERM(ns, "")
// Actors.
ENTENTE_TERM(Actor, "Actor")
ENTENTE_TERM(State, "State")
ENTENTE_TERM(Government, "Government")
ENTENTE_TERM(ArmedForces, "ArmedForces")
ENTENTE_TERM(ArmedGroup, "ArmedGroup")
ENTENTE_TERM(Alliance, "Alliance")
ENTENTE_TERM(InternationalOrganization, "InternationalOrganization")
ENTENTE_TERM(Organization, "Organization")
ENTENTE_TERM(NGO, "NGO")
ENTENTE_TERM(MediaOutlet, "MediaOutlet")
ENTENTE_TERM(Person, "Person")
ENTENTE_TERM(Population, "Population")
ENTENTE_TERM(Place, "Place")
ENTENTE_TERM(Facility, "Facility")
ENTENTE_TERM(acronym, "acronym")
ENTENTE_TERM(demonym, "demonym")
ENTENTE_TERM(metonym, "metonym")
ENTENTE_TERM(description, "description")
ENTENTE_TERM(actsFor, "actsFor")
ENTENTE_TERM(partOf, "partOf")
ENTENTE_TERM(locatedIn, "locatedIn")
ENTENTE_TERM(capital, "capital")
ENTENTE_TERM(gender, "gender")
ENTENTE_TERM(Masculine, "Masculine")
ENTENTE_TERM(Feminine, "Feminine")
ENTENTE_TERM(holds, "holds")
ENTENTE_TERM(Tenure, "Tenure")
ENTENTE_TERM(Role, "Role")
ENTENTE_TERM(role, "role")
ENTENTE_TERM(of, "of")
ENTENTE_TERM(from, "from")
ENTENTE_TERM(until, "until")
// Relations.
ENTENTE_TERM(Relation, "Relation")
ENTENTE_TERM(supports, "supports")
ENTENTE_TERM(attacks, "attacks")
ENTENTE_TERM(controls, "controls")
ENTENTE_TERM(quotedBy, "quotedBy")
// The lexicon.
ENTENTE_TERM(frame, "frame")
ENTENTE_TERM(evokes, "evokes")
ENTENTE_TERM(source, "source")
ENTENTE_TERM(target, "target")
ENTENTE_TERM(sourceClass, "sourceClass")
ENTENTE_TERM(targetClass, "targetClass")
ENTENTE_TERM(requires_, "requires")
ENTENTE_TERM(notWith, "notWith")
ENTENTE_TERM(onlyWith, "onlyWith")
ENTENTE_TERM(WordSet, "WordSet")
ENTENTE_TERM(word, "word")
ENTENTE_TERM(speaksFor, "speaksFor")
ENTENTE_TERM(speaksAgainst, "speaksAgainst")
ENTENTE_TERM(subject, "subject")
ENTENTE_TERM(object, "object")
ENTENTE_TERM(indirectObject, "indirectObject")
ENTENTE_TERM(genitive, "genitive")
ENTENTE_TERM(self, "self")
ENTENTE_TERM(modified, "modified")
ENTENTE_TERM(event, "event")
ENTENTE_TERM(commitment, "commitment")
ENTENTE_TERM(reports, "reports")
ENTENTE_TERM(claims, "claims")
ENTENTE_TERM(denies, "denies")
ENTENTE_TERM(promises, "promises")
ENTENTE_TERM(asks, "asks")
ENTENTE_TERM(intends, "intends")
ENTENTE_TERM(may, "may")
ENTENTE_TERM(achieves, "achieves")
ENTENTE_TERM(continues, "continues")
ENTENTE_TERM(stops, "stops")
ENTENTE_TERM(causes, "causes")
ENTENTE_TERM(says, "says")
ENTENTE_TERM(namesClass, "namesClass")
ENTENTE_TERM(namesRole, "namesRole")
ENTENTE_TERM(feature, "feature")
ENTENTE_TERM(example, "example")
ENTENTE_TERM(takes, "takes")
ENTENTE_TERM(QueClause, "QueClause")
ENTENTE_TERM(Infinitive, "Infinitive")
ENTENTE_TERM(NounPhrase, "NounPhrase")
ENTENTE_TERM(DirectSpeech, "DirectSpeech")
ENTENTE_TERM(Adjective, "Adjective")
ENTENTE_TERM(control, "control")
ENTENTE_TERM(complementizer, "complementizer")
// Claims and quotations.
ENTENTE_TERM(Claim, "Claim")
ENTENTE_TERM(Quotation, "Quotation")
ENTENTE_TERM(polarity, "polarity")
ENTENTE_TERM(positive, "positive")
ENTENTE_TERM(negative, "negative")
ENTENTE_TERM(modality, "modality")
ENTENTE_TERM(asserted, "asserted")
ENTENTE_TERM(unconfirmed, "unconfirmed")
ENTENTE_TERM(intended, "intended")
ENTENTE_TERM(hypothetical, "hypothetical")
ENTENTE_TERM(confidence, "confidence")
ENTENTE_TERM(attributedTo, "attributedTo")
ENTENTE_TERM(date, "date")
ENTENTE_TERM(relationTrigger, "relationTrigger")
}  // namespace ent
#undef ENTENTE_NS

#define ENTENTE_NS "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
namespace rdf {
ENTENTE_TERM(ns, "")
ENTENTE_TERM(type, "type")
ENTENTE_TERM(first, "first")
ENTENTE_TERM(rest, "rest")
ENTENTE_TERM(nil, "nil")
ENTENTE_TERM(Statement, "Statement")
ENTENTE_TERM(subject, "subject")
ENTENTE_TERM(predicate, "predicate")
ENTENTE_TERM(object, "object")
}  // namespace rdf
#undef ENTENTE_NS

#define ENTENTE_NS "http://www.w3.org/2000/01/rdf-schema#"
namespace rdfs {
ENTENTE_TERM(ns, "")
ENTENTE_TERM(Resource, "Resource")
ENTENTE_TERM(label, "label")
ENTENTE_TERM(comment, "comment")
ENTENTE_TERM(subClassOf, "subClassOf")
ENTENTE_TERM(domain, "domain")
ENTENTE_TERM(range, "range")
}  // namespace rdfs
#undef ENTENTE_NS

#define ENTENTE_NS "http://www.w3.org/2002/07/owl#"
namespace owl {
ENTENTE_TERM(ns, "")
ENTENTE_TERM(Thing, "Thing")
ENTENTE_TERM(unionOf, "unionOf")
ENTENTE_TERM(SymmetricProperty, "SymmetricProperty")
}  // namespace owl
#undef ENTENTE_NS

#define ENTENTE_NS "http://www.w3.org/2001/XMLSchema#"
namespace xsd {
ENTENTE_TERM(ns, "")
ENTENTE_TERM(boolean, "boolean")
ENTENTE_TERM(string, "string")
ENTENTE_TERM(date, "date")
ENTENTE_TERM(gYearMonth, "gYearMonth")
ENTENTE_TERM(gYear, "gYear")
ENTENTE_TERM(decimal, "decimal")
ENTENTE_TERM(nonNegativeInteger, "nonNegativeInteger")
}  // namespace xsd
#undef ENTENTE_NS

#define ENTENTE_NS "http://www.w3.org/2004/02/skos/core#"
namespace skos {
ENTENTE_TERM(ns, "")
ENTENTE_TERM(prefLabel, "prefLabel")
ENTENTE_TERM(altLabel, "altLabel")
ENTENTE_TERM(hiddenLabel, "hiddenLabel")
}  // namespace skos
#undef ENTENTE_NS

#define ENTENTE_NS "http://www.w3.org/ns/lemon/ontolex#"
namespace ontolex {
ENTENTE_TERM(ns, "")
ENTENTE_TERM(LexicalEntry, "LexicalEntry")
ENTENTE_TERM(canonicalForm, "canonicalForm")
ENTENTE_TERM(otherForm, "otherForm")
ENTENTE_TERM(writtenRep, "writtenRep")
}  // namespace ontolex
#undef ENTENTE_NS

#define ENTENTE_NS "http://www.lexinfo.net/ontology/3.0/lexinfo#"
namespace lexinfo {
ENTENTE_TERM(ns, "")
ENTENTE_TERM(partOfSpeech, "partOfSpeech")
ENTENTE_TERM(verb, "verb")
ENTENTE_TERM(noun, "noun")
ENTENTE_TERM(properNoun, "properNoun")
ENTENTE_TERM(adjective, "adjective")
ENTENTE_TERM(adverb, "adverb")
ENTENTE_TERM(determiner, "determiner")
ENTENTE_TERM(pronoun, "pronoun")
ENTENTE_TERM(preposition, "preposition")
ENTENTE_TERM(conjunction, "conjunction")
ENTENTE_TERM(subordinatingConjunction, "subordinatingConjunction")
ENTENTE_TERM(particle, "particle")
}  // namespace lexinfo
#undef ENTENTE_NS

#define ENTENTE_NS "http://www.w3.org/ns/prov#"
namespace prov {
ENTENTE_TERM(ns, "")
}  // namespace prov
#undef ENTENTE_NS

#define ENTENTE_NS "http://www.w3.org/ns/oa#"
namespace oa {
ENTENTE_TERM(ns, "")
}  // namespace oa
#undef ENTENTE_NS

#define ENTENTE_NS "http://schema.org/"
namespace schema {
ENTENTE_TERM(ns, "")
}  // namespace schema
#undef ENTENTE_NS

#undef ENTENTE_TERM

}  // namespace entente::vocabulary
