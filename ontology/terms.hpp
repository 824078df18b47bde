#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace entente {

/// The properties and classes that the loader acts on.
enum class Term : std::uint8_t {
  none,
  type,
  first,
  rest,
  label,
  sub_class_of,
  domain,
  range,
  union_of,
  pref_label,
  alt_label,
  hidden_label,
  acronym,
  demonym,
  metonym,
  description,
  acts_for,
  part_of,
  located_in,
  capital,
  gender,
  holds,
  tenure_role,
  tenure_of,
  tenure_from,
  tenure_until,
  part_of_speech,
  canonical_form,
  other_form,
  written_rep,
  frame,
  commitment,
  says,
  names_class,
  names_role,
  feature,
  example,
  takes,
  control,
  complementizer,
  evokes,
  source,
  target,
  polarity,
  modality,
  source_class,
  target_class,
  requires_slot,
  not_with,
  only_with,
  word,
  speaks_for,
  speaks_against,
};

/// What a statement is about: what its subject was declared as.
enum class Subject : std::uint8_t { other, actor, tenure, relation, role, entry, form, frame, word_set };

/// What a property takes.
enum class Value : std::uint8_t {
  any,
  resource,  ///< an IRI or a blank node
  iri,
  text,  ///< a string, with a language or without
  text_or_resource,
  boolean,
  date,
};

struct TermInfo {
  Term term;
  std::string_view iri;
  Value value;
  std::uint16_t subjects;  ///< bits `1 << Subject`; 0: anything
};

/// All terms but Term::none, in the order of the enumeration.
[[nodiscard]] std::span<const TermInfo> term_table();
[[nodiscard]] const TermInfo& term_info(Term term);
/// "an actor", "a lexical entry".
[[nodiscard]] std::string_view subject_name(Subject subject);

}  // namespace entente
