#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "entente/ontology/result.hpp"

namespace entente {

/// The word classes that a dictionary of forms tells apart.
enum class WordClass : std::uint8_t {
  noun,
  proper_noun,
  adjective,
  verb,
  adverb,
  determiner,
  pronoun,
  preposition,
  conjunction,
  interjection,
  numeral,
  title,
  other,
};

/// What a verb form is; `none` for all that is no verb.
enum class VerbForm : std::uint8_t {
  none,
  indicative,
  subjunctive,
  conditional,
  imperative,
  infinitive,
  present_participle,
  past_participle,
};

enum class Tense : std::uint8_t { none, present, imperfect, simple_past, future };

/// Bits: a form may be several of each ("pris": singular and plural; "mange": first and third person).
struct Inflection {
  static constexpr std::uint8_t masculine = 1, feminine = 2;
  static constexpr std::uint8_t singular = 1, plural = 2;
  static constexpr std::uint8_t first = 1, second = 2, third = 4;
};

/// Whether two words can go together by their genders, numbers or persons (bits of Inflection; 0 goes with any).
[[nodiscard]] inline bool agrees(std::uint8_t a, std::uint8_t b) { return a == 0 || b == 0 || (a & b) != 0; }

/// One reading of a form.
struct Analysis {
  std::uint32_t lemma = 0;  ///< to be given to Morphology::lemma
  WordClass word_class = WordClass::other;
  VerbForm verb_form = VerbForm::none;
  Tense tense = Tense::none;
  std::uint8_t gender = 0;  ///< bits of Inflection; both for epicene forms, 0 where it does not apply
  std::uint8_t number = 0;
  std::uint8_t person = 0;
  std::uint8_t valency = 0;  ///< for verbs: bits below, as the dictionary marks them
  std::uint8_t reserved = 0;

  static constexpr std::uint8_t transitive = 1, intransitive = 2, indirect = 4, pronominal = 8, auxiliary_etre = 16,
                                auxiliary_avoir = 32;
};

/// A dictionary of inflected forms, compiled from a Hunspell dictionary that carries morphology, memory-mapped.
/// Immutable; share it between threads. Lookups do not allocate.
class Morphology {
 public:
  /// Maps a file that `compile_morphology` wrote. Fails with Error::Kind::io where it cannot be read, and with
  /// Error::Kind::syntax where it is no such file, of another version, or damaged (its checksum is verified).
  static Result<Morphology> open(const std::filesystem::path& file);

  Morphology(Morphology&& other) noexcept;
  Morphology& operator=(Morphology&& other) noexcept;
  ~Morphology();

  /// All readings of a form: valid UTF-8, NFC, in lower case unless the dictionary has it with capitals ("Alep").
  /// Empty where the dictionary does not have it. Valid as long as the Morphology.
  [[nodiscard]] std::span<const Analysis> lookup(std::string_view form) const;

  /// The lemma of a reading: NFC. Valid as long as the Morphology.
  [[nodiscard]] std::string_view lemma(std::uint32_t lemma) const;

  [[nodiscard]] std::size_t form_count() const;
  [[nodiscard]] std::size_t lemma_count() const;
  [[nodiscard]] std::size_t byte_count() const;

 private:
  Morphology() = default;
  const std::byte* bytes_ = nullptr;
  std::size_t size_ = 0;
};

/// Expands a Hunspell dictionary (`.aff` and `.dic`) whose entries and affixes carry `po:` and `is:` fields, as the
/// French dictionary of Grammalecte does, and writes the table that Morphology::open maps. Prefixes of elision
/// (l', d', qu' …) are left out: the tokenizer splits them off. Deterministic: the same input gives the same bytes.
Result<Done> compile_morphology(const std::filesystem::path& aff, const std::filesystem::path& dic,
                                const std::filesystem::path& output);

}  // namespace entente
