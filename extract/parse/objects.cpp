#include <algorithm>

#include "extract/parse/parser.hpp"

// What a verb takes as its object, and when "de" is an article before it.

namespace entente {

/// Whether the verb of the clause takes an object, has none yet, and `at` comes directly after it.
bool Parser::wants_object(const Clause& clause, std::uint32_t at) const {
  if (!clause.has_verb() || clause.passive || clause.pronominal || !clause.objects.empty() || clause.object_clitic != none ||
      clause.genitive_clitic != none || (clause.kind == ClauseKind::relative && clause.marked(Feature::RelativeObject)))
    return false;
  while (at > clause.verb + 1) {  // "gouvernent depuis quinze ans de vastes zones"
    const std::uint32_t before = out_.phrase_of[at - 1];
    if (tag(at - 1) == Tag::adverb)
      --at;
    else if (before != none && out_.phrases[before].function == Function::time)
      at = out_.phrases[before].preposition != none ? out_.phrases[before].preposition : out_.phrases[before].begin;
    else
      break;
  }
  if (at != clause.verb + 1) return false;
  return (word(clause.verb).reading.valency & Analysis::transitive) != 0;
}

/// Whether the lexicon has the verb as one of giving: with a receiver, and so with something given.
bool Parser::gives(std::uint32_t verb) const {
  for (const Phrase& phrase : language_.verbs(word(verb).lemma()))
    for (const Frame& frame : language_.entry(phrase.entry).frames)
      for (const FrameEnd& end : frame.target)
        if (phrase.rest.empty() && !phrase.pronominal && end.slot == Slot::indirect_object) return true;
  return false;
}

/// "a fourni à X, reconnu par Y, des drones": a clause of giving that has told to whom, not yet what.
bool Parser::awaits_gift(const Clause& clause) const {
  return clause.has_verb() && !clause.passive && clause.objects.empty() && clause.object_clitic == none &&
         clause.genitive_clitic == none && gives(clause.verb) && std::ranges::any_of(clause.obliques, [&](std::uint32_t oblique) {
           return out_.phrases[oblique].preposition_lemma == language_.dative();
         });
}

/// Whether the lexicon has the verb with an object, and nowhere with a complement behind "de".
bool Parser::takes_object(std::uint32_t verb) const {
  bool object = false;
  const std::string_view genitive = language_.words().text(language_.genitive());
  for (const Phrase& phrase : language_.verbs(word(verb).lemma()))
    for (const Frame& frame : language_.entry(phrase.entry).frames) {
      if (!phrase.rest.empty() || phrase.pronominal) continue;
      object |= has_slot(frame.target, Slot::object);
      for (const FrameEnd& end : frame.target)
        if (std::ranges::find(end.prepositions, genitive) != end.prepositions.end()) return false;
    }
  return object;
}

/// "recevoir", "obtenir": whose giver stands after "de".
bool Parser::gets(std::uint32_t verb) const {
  const std::string_view genitive = language_.words().text(language_.genitive());
  for (const Phrase& phrase : language_.verbs(word(verb).lemma()))
    for (const Frame& frame : language_.entry(phrase.entry).frames)
      for (const FrameEnd& end : frame.source)
        if (phrase.rest.empty() && !phrase.pronominal && std::ranges::find(end.prepositions, genitive) != end.prepositions.end())
          return true;
  return false;
}

/// "des F-16": of a name that tells a make, by its digits.
bool Parser::is_model(const NounPhrase& phrase) const {
  const std::string_view name = language_.words().text(word(phrase.head).surface);
  return !word(phrase.head).is_name() && gives(top().has_verb() ? top().verb : phrase.head) &&
         std::ranges::any_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

/// "fournit du carburant", "de nombreux soldats ont fui": "de" with or in an article, where no complement is asked for.
bool Parser::is_partitive(const NounPhrase& phrase, std::uint32_t before) const {
  if (phrase.preposition == none || phrase.preposition_lemma != language_.genitive() ||
      (phrase.name == phrase.head && !is_model(phrase)))
    return false;
  const Reading& first = word(phrase.begin).reading;
  const bool plural_adjective = first.tag == Tag::adjective && first.features.has(Feature::Prenominal) &&
                                phrase.begin < phrase.head && (phrase.number & Inflection::plural) != 0;
  const bool contracted = word(phrase.preposition).has(Feature::Contracted);
  const bool article = contracted || (phrase.determiner.has(Feature::Definite) && (phrase.number & Inflection::plural) == 0);
  if (plural_adjective && !contracted && !top().has_verb() && top().subject == none && verb_ahead(phrase.begin) &&
      (phrase.preposition == top().first || phrase.preposition == 0 || is_comma(phrase.preposition - 1)))
    return true;
  if (!top().has_verb()) return false;
  // "que commandent des officiers étrangers": the subject that the verb waits for.
  if (contracted && top().kind == ClauseKind::relative && top().inverted && top().subject == none && top().objects.empty() &&
      phrase.preposition == top().verb + 1 && (phrase.number & Inflection::singular) == 0 &&
      (top().number & Inflection::singular) == 0)
    return true;
  const bool by_subject = top().subject != none && out_.phrases[top().subject].negated;  // "ni X ni Y n'a envoyé d'armes"
  const bool denied = top().ne && (top().negative_word || by_subject) && !contracted && phrase.begin == phrase.head;
  const bool indirect = (word(top().verb).reading.valency & Analysis::indirect) != 0;
  const bool plain = plural_adjective && takes_object(top().verb);  // "a pris de vastes territoires"
  if (indirect && !plain && !gives(top().verb) && !gets(top().verb)) return false;
  // "a fourni à l'Ukraine du blé", "a reçu de l'armée des chars": names take no complement, and givers and receivers no plural
  // one.
  if (contracted && before != none) {
    const NounPhrase& party = out_.phrases[before];
    const bool complete = party.name == party.head || (phrase.number & Inflection::plural) != 0;
    const bool is_party = (party.preposition_lemma == language_.dative() && gives(top().verb)) ||
                          (party.preposition_lemma == language_.genitive() && gets(top().verb));
    const bool several =
        party.name == party.head && (phrase.number & Inflection::singular) == 0;  // "dépêché auprès de X des soldats"
    if (((complete && is_party) || several) && party.preposition != none && party.end == phrase.preposition &&
        wants_object(top(), party.preposition))
      return true;
  }
  if (!plural_adjective && !denied && (!article || phrase.role != no_id || phrase.class_entry != no_id)) return false;
  return wants_object(top(), phrase.preposition);
}

}  // namespace entente
