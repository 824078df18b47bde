#include "terms.hpp"

#include <array>

#include "entente/ontology/vocabulary.hpp"

namespace entente {
namespace {

namespace v = vocabulary;

constexpr std::uint16_t bit(Subject subject) { return static_cast<std::uint16_t>(1U << static_cast<unsigned>(subject)); }

constexpr std::uint16_t anything = 0;
constexpr std::uint16_t actor = bit(Subject::actor);
constexpr std::uint16_t tenure = bit(Subject::tenure);
constexpr std::uint16_t entry = bit(Subject::entry);
constexpr std::uint16_t form = bit(Subject::form);
constexpr std::uint16_t frame = bit(Subject::frame);
constexpr std::uint16_t word_set = bit(Subject::word_set);

constexpr TermInfo table[] = {
    {Term::type, v::rdf::type, Value::iri, anything},
    {Term::first, v::rdf::first, Value::any, anything},
    {Term::rest, v::rdf::rest, Value::resource, anything},
    {Term::label, v::rdfs::label, Value::text, anything},
    {Term::sub_class_of, v::rdfs::subClassOf, Value::resource, anything},
    {Term::domain, v::rdfs::domain, Value::resource, anything},
    {Term::range, v::rdfs::range, Value::resource, anything},
    {Term::union_of, v::owl::unionOf, Value::resource, anything},
    {Term::pref_label, v::skos::prefLabel, Value::text, anything},
    {Term::alt_label, v::skos::altLabel, Value::text, anything},
    {Term::hidden_label, v::skos::hiddenLabel, Value::text, anything},
    {Term::acronym, v::ent::acronym, Value::text, actor},
    {Term::demonym, v::ent::demonym, Value::text, actor},
    {Term::metonym, v::ent::metonym, Value::text, actor},
    {Term::description, v::ent::description, Value::text, actor},
    {Term::acts_for, v::ent::actsFor, Value::iri, actor},
    {Term::part_of, v::ent::partOf, Value::iri, actor},
    {Term::located_in, v::ent::locatedIn, Value::iri, actor},
    {Term::capital, v::ent::capital, Value::iri, actor},
    {Term::gender, v::ent::gender, Value::iri, actor},
    {Term::holds, v::ent::holds, Value::resource, actor},
    {Term::tenure_role, v::ent::role, Value::iri, tenure},
    {Term::tenure_of, v::ent::of, Value::iri, tenure},
    {Term::tenure_from, v::ent::from, Value::date, tenure},
    {Term::tenure_until, v::ent::until, Value::date, tenure},
    {Term::part_of_speech, v::lexinfo::partOfSpeech, Value::iri, anything},
    {Term::canonical_form, v::ontolex::canonicalForm, Value::resource, entry},
    {Term::other_form, v::ontolex::otherForm, Value::resource, entry},
    {Term::written_rep, v::ontolex::writtenRep, Value::text, form},
    {Term::frame, v::ent::frame, Value::resource, entry},
    {Term::commitment, v::ent::commitment, Value::iri, entry},
    {Term::says, v::ent::says, Value::boolean, entry},
    {Term::names_class, v::ent::namesClass, Value::iri, entry},
    {Term::names_role, v::ent::namesRole, Value::iri, entry},
    {Term::feature, v::ent::feature, Value::iri, entry},
    {Term::example, v::ent::example, Value::text, entry},
    {Term::takes, v::ent::takes, Value::iri, entry},
    {Term::control, v::ent::control, Value::iri, entry},
    {Term::complementizer, v::ent::complementizer, Value::text, entry},
    {Term::evokes, v::ent::evokes, Value::iri, frame},
    {Term::source, v::ent::source, Value::text_or_resource, frame},
    {Term::target, v::ent::target, Value::text_or_resource, frame},
    {Term::polarity, v::ent::polarity, Value::iri, frame},
    {Term::modality, v::ent::modality, Value::iri, frame},
    {Term::source_class, v::ent::sourceClass, Value::iri, frame},
    {Term::target_class, v::ent::targetClass, Value::iri, frame},
    {Term::requires_slot, v::ent::requires_, Value::text_or_resource, frame},
    {Term::not_with, v::ent::notWith, Value::text_or_resource, frame},
    {Term::only_with, v::ent::onlyWith, Value::text_or_resource, frame},
    {Term::word, v::ent::word, Value::text, word_set},
    {Term::speaks_for, v::ent::speaksFor, Value::iri, word_set},
    {Term::speaks_against, v::ent::speaksAgainst, Value::iri, word_set},
};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < std::size(table); ++i) {
    if (static_cast<std::size_t>(table[i].term) != i + 1) return false;
  }
  return true;
}
static_assert(is_in_order());

}  // namespace

std::span<const TermInfo> term_table() { return table; }

const TermInfo& term_info(Term term) { return table[static_cast<std::size_t>(term) - 1]; }

std::string_view subject_name(Subject subject) {
  constexpr std::array<std::string_view, 9> names = {"something else",  "an actor",       "a tenure", "a relation",    "a role",
                                                     "a lexical entry", "a written form", "a frame",  "a set of words"};
  return names[static_cast<std::size_t>(subject)];
}

}  // namespace entente
