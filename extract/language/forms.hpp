#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <forward_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/language.hpp"

namespace entente {

/// The ways to read a word in places of one kind.
struct Readings {
  static constexpr std::size_t most = 8;

  std::vector<Reading> list;
  WordId prefix = 0;                   ///< of "pro-iranien": "pro"; the readings are those of the rest
  std::vector<Gazetteer::Name> names;  ///< of "pro-Ankara": whom the rest may name
  bool abbreviation = false;           ///< the full stop that follows belongs to it

  /// Adds a reading, or what it says of gender, number and person to the same one.
  void add(const Reading& reading);
};

/// What the readings of a form depend on besides the form.
struct FormPlace {
  bool first = false;              ///< in its sentence
  bool after_contraction = false;  ///< after "du", "aux" and the like
  bool enclitic = false;
  bool before_stop = false;
  bool before_capital = false;  ///< first in its sentence, and another word with a capital follows
  auto operator<=>(const FormPlace&) const = default;
};

/// What is known of a word by its form alone, and what the stages have found out about the form so far.
struct Form {
  struct Piece {
    PieceId id;
    bool capitalised;
  };
  struct Phrase {
    WordId next = 0;          ///< the word after the first
    std::uint32_t fixed = 0;  ///< number in `fixed`
    auto operator<=>(const Phrase&) const = default;
  };
  struct Prefixed {
    WordId prefix = 0;
    WordId stem = 0;
  };
  struct Placed {
    FormPlace place;
    Readings readings;
  };

  // What is asked for every time a word is read comes first: two cache lines.
  std::string text;
  WordId word = 0;  ///< in lower case, where the lexicon knows it
  bool capitalised = false;
  bool all_capitals = false;   ///< two letters or more, none of them small
  bool inner_capital = false;  ///< any capital: "al-Awadi"
  bool letter = false;         ///< just one letter long
  bool in_dictionary = false;
  std::uint32_t name_node = 0;         ///< of the gazetteer, to which its pieces lead; 0 where no actor's name begins so
  std::span<const FixedPhrase> fixed;  ///< function words and phrases that begin with it
  std::forward_list<Placed> placed;    ///< by place
  std::vector<Phrase> longer;          ///< those of `fixed` that have several words, sorted

  std::string lower;
  std::vector<Piece> pieces;                     ///< as the gazetteer cuts names
  std::vector<std::optional<Readings>> phrases;  ///< by the first of `fixed` that fits, for phrases of several words
  std::optional<Readings> name;                  ///< as the first word of an actor's name
  std::optional<Prefixed> prefixed;              ///< "iranien" and "pro" where it is "pro-iranien" inside a name
};

/// Remembers forms from document to document: most words of a text have been seen before.
class Forms {
 public:
  explicit Forms(const Language& language) : language_(language), slots_(first_slots) {}

  /// The form of a word as it stands in a text (valid UTF-8, not empty). Valid until `make_room`.
  Form& of(std::string_view text);

  /// To be called between documents: forgets all where there is too much, so that memory stays bounded.
  void make_room();

 private:
  struct Slot {
    std::uint32_t tag = 0;  ///< half of the hash
    Form* form = nullptr;   ///< of `forms_`; none where the slot is empty
  };
  static constexpr std::size_t first_slots = 1 << 12;
  static constexpr std::size_t most_forms = 1 << 16;
  static constexpr std::size_t most_bytes = 1 << 21;

  void make(std::string_view text, Form& form) const;
  void restore_accent(std::string& lower) const;
  void grow();

  const Language& language_;
  std::deque<Form> forms_;
  std::size_t bytes_ = 0;    ///< of the text of all forms
  std::vector<Slot> slots_;  ///< open addressing; a power of two, at most half of them taken
};

}  // namespace entente
