#include <algorithm>

#include "extract/resolve/references.hpp"
#include "extract/text/utf8.hpp"

namespace entente {
namespace {

/// Letters, a hyphen and digits: the model of an aircraft, a missile, a vehicle ("F-16", "MiG-29", "S-300").
bool is_designation(std::string_view label) {
  const auto hyphen = label.find('-');
  return hyphen != std::string_view::npos && hyphen + 1 < label.size() && is_digit(label[hyphen + 1]) && !is_digit(label[0]);
}

}  // namespace

/// Weapons that do something: what follows names their model, where a single ship has a name of its own.
bool ReferenceResolver::are_weapons(const NounPhrase& np) const {
  if (np.function != Function::subject || (np.number & Inflection::singular) != 0) return false;
  return language_.has(np.class_entry, Feature::Weapon);
}

ActorIndex ReferenceResolver::name_at(const NounPhrase& np, std::uint32_t at) {
  const Word& word = sentence_->words[at];
  if (word.name_end == word.name_begin + 1) return discourse_.of(sentence_->names[word.name_begin].actor);
  ActorId best = no_id;
  unsigned best_weight = 0;
  for (std::uint32_t i = word.name_begin; i < word.name_end; ++i) {
    const ActorId actor = sentence_->names[i].actor;
    unsigned weight = 1 + discourse_.topic_weight(discourse_.country_of(actor));
    const ActorClass kind = language_.ontology().actors[actor].actor_class;
    if (np.role != no_id && kind == ActorClass::person) weight += 1000;
    const bool bare = at == np.head && np.begin == at && !is_contracted(np);
    if (bare && (kind == ActorClass::place || kind == ActorClass::person)) weight += 500;  // "Douma", "la Douma"
    if (best == no_id || weight > best_weight) {
      best = actor;
      best_weight = weight;
    }
  }
  return discourse_.of(best);
}

/// Of a capitalised name that nobody knows: what kind of thing it may be.
ActorClass ReferenceResolver::guess_class(const NounPhrase& np, std::string_view label) const {
  if (np.class_entry != no_id) return language_.entry(np.class_entry).names_class;
  const Features head = head_features(np);
  if (np.role != no_id || head.has(Feature::Title)) return ActorClass::person;
  if (np.host != none) {
    const NounPhrase& host = syntax_->phrases[np.host];
    if (host.class_entry != no_id && np.preposition_lemma == language_.genitive() && head_features(host).has(Feature::NamedAfter))
      return language_.entry(host.class_entry).names_class;
  }
  if (np.apposition_to != none &&
      (syntax_->phrases[np.apposition_to].role != no_id || syntax_->phrases[np.apposition_to].class_entry == no_id))
    return ActorClass::person;
  if (label.find(' ') != std::string_view::npos && np.preposition == none) return ActorClass::person;
  if (np.preposition != none && sentence_->words[np.preposition].has(Feature::Locative)) return ActorClass::place;
  if (label.find(' ') != std::string_view::npos) return ActorClass::person;
  if (np.function == Function::subject && !np.determiner.has(Feature::Definite)) return ActorClass::person;
  if (np.determiner.has(Feature::Definite)) return ActorClass::organization;
  return np.function == Function::object || np.preposition_lemma == language_.genitive() ? ActorClass::place : ActorClass::actor;
}

/// A capital that does something, or of which something is: not one that is held, hit or gone to.
bool ReferenceResolver::acts(const NounPhrase& np) const {
  if (np.preposition != none) {
    const Word& preposition = sentence_->words[np.preposition];
    return preposition.has(Feature::Agentive) || preposition.has(Feature::Genitive) || preposition.has(Feature::Attributive);
  }
  if (np.function == Function::object || np.clause == none) return false;
  const Clause& clause = syntax_->clauses[np.clause];
  if (!clause.has_verb()) return true;
  const Word& verb = sentence_->words[clause.verb];
  return !clause.passive && !verb.has(Feature::TakesBe);
}

/// "maréchal X" is called X.
std::string ReferenceResolver::without_rank(ActorIndex actor, std::string label) const {
  const std::size_t space = label.find(' ');
  if (space == std::string::npos || discourse_.entity(actor).node.actor_class != ActorClass::person) return label;
  const WordId first = language_.words().find(label.substr(0, space));  // names have capitals
  const bool title = first != 0 && (!language_.class_nouns(first).empty() || !language_.role_nouns(first).empty());
  return title ? label.substr(space + 1) : label;
}

/// A seat ("le Kremlin") or the name inside an adjective ("pro-Ankara") is no name of whom it stands for.
void ReferenceResolver::call_by_name(ActorIndex actor, std::uint32_t at) {
  const Word& word = sentence_->words[at];
  if (word.prefix != 0) return;
  for (std::uint32_t i = word.name_begin; i < word.name_end; ++i) {
    const Gazetteer::Name& name = sentence_->names[i];
    if (name.actor == discourse_.entity(actor).actor && name.kind != LabelKind::metonym)
      return discourse_.call(actor, without_rank(actor, label_of(at, at + 1)),
                             name.capitals != 0               ? Naming::by_name
                             : name.kind == LabelKind::hidden ? Naming::by_noun
                                                              : Naming::by_label);
  }
}

/// "l'Armée de libération nationale (ALN)": an acronym in parentheses behind the name of a group.
bool ReferenceResolver::is_acronym_of_named(const NounPhrase& np) const {
  const std::uint32_t behind = np.head + 1;
  if (np.begin != np.head || np.begin == 0 || behind >= sentence_->words.size()) return false;
  if (sentence_->words[np.begin - 1].mark != '(' || sentence_->words[behind].mark != ')') return false;
  const Referents& full = out_->phrases[np.apposition_to];
  if (!full.named || full.who.size() != 1 || syntax_->phrases[np.apposition_to].name == none) return false;
  constexpr std::uint32_t groups = side_classes | class_bit(ActorClass::ngo) | class_bit(ActorClass::international_organization);
  return (*tokens_)[sentence_->words[np.head].first].all_capitals &&
         (groups & class_bit(discourse_.entity(full.who.front()).node.actor_class)) != 0;
}

/// "le front" after "le Front de libération du peuple du Tigré": names of groups are shortened to the noun with which they begin.
/// Not to "l'armée" or "les forces", which are those of a state.
void ReferenceResolver::introduce_by_first_word(ActorIndex actor, WordId noun) {
  constexpr std::uint32_t groups = side_classes | class_bit(ActorClass::international_organization);
  if ((groups & class_bit(discourse_.entity(actor).node.actor_class)) == 0) return;
  const auto says_group = [&](const Phrase& kind) {
    constexpr std::uint32_t others = state_classes | class_bit(ActorClass::armed_forces) | class_bit(ActorClass::population);
    return kind.rest.empty() && (others & class_bit(language_.entry(kind.entry).names_class)) == 0;
  };
  if (std::ranges::any_of(language_.class_nouns(noun), says_group)) discourse_.introduce(noun, actor);
}

/// "le régime Assad", "les forces Haftar": not the person, but what he heads.
bool ReferenceResolver::names_head_of_power(const NounPhrase& np, ActorIndex actor) const {
  if (discourse_.entity(actor).node.actor_class != ActorClass::person || np.name == np.head || np.class_entry == no_id)
    return false;
  const ActorClass kind = language_.entry(np.class_entry).names_class;
  return kind == ActorClass::government || (kind == ActorClass::armed_forces && (np.number & Inflection::singular) == 0);
}

void ReferenceResolver::by_known_name(const NounPhrase& np, std::uint32_t at, Referents& out) {
  const ActorIndex actor = name_at(np, at);
  if (names_head_of_power(np, actor)) {
    const ActorId state = discourse_.country_of(discourse_.entity(actor).actor);
    if (state != no_id) add_new(out.who, {discourse_.of(language_.government_of(state))});
    mention(out.who.empty() ? actor : out.who.front(), np.head, np.head);
  } else {
    add_new(out.who, {actor});
    const bool locative = np.preposition != none && sentence_->words[np.preposition].has(Feature::Locative);
    const bool named_after = np.host != none && head_features(syntax_->phrases[np.host]).has(Feature::NamedAfter);
    const ActorIndex acting = as_actor(discourse_, language_, actor);
    if (acting != actor && !locative && !named_after) {
      mention(acting, at, at);
      out.acting = acts(np);
    }
  }
  mention(actor, at, at);
  call_by_name(actor, at);
}

/// One past the last word of a name of which no more than a part is known: "Beit Lahia".
std::uint32_t ReferenceResolver::end_of_name(const NounPhrase& np, std::uint32_t at) const {
  std::uint32_t end = at + 1;
  while (end < np.name_end && sentence_->words[end].tag() == Tag::name &&
         (!sentence_->words[end].is_name() || (end == at + 1 && end + 1 == np.name_end)))
    ++end;
  return end;
}

/// "ses F-16", "les drones Bayraktar ont …", "la loi Dupont".
bool ReferenceResolver::names_thing(const NounPhrase& np, std::uint32_t at, std::string_view label) const {
  const bool of_a_thing = np.name != np.head && (are_weapons(np) || head_features(np).has(Feature::Eponymous));
  return of_a_thing || is_designation(label) || language_.lemma_features(sentence_->words[at].surface).has(Feature::Weapon) ||
         language_.lemma_features(sentence_->words[at].lemma()).has(Feature::Weapon);
}

/// "X, alias Y", "l'Armée de libération (AL)": whom the phrase before means, where the name is another one of his; else none.
ActorIndex ReferenceResolver::also_called(const NounPhrase& np) {
  const bool alias = np.begin > 0 && sentence_->words[np.begin - 1].has(Feature::Alias);
  if (np.apposition_to == none || !(alias || is_acronym_of_named(np))) return none;
  const Referents& before = phrase(np.apposition_to);
  return before.who.size() == 1 ? before.who.front() : none;
}

/// By the name that nobody knows at `at`; returns where it ends.
std::uint32_t ReferenceResolver::by_unknown_name(const NounPhrase& np, std::uint32_t at, Referents& out) {
  const std::uint32_t end = end_of_name(np, at);
  const std::string label = label_of(at, end);
  if (names_thing(np, at, label)) return end;
  if (const ActorIndex known = also_called(np); known != none) {
    discourse_.alias(label, known);
    add_new(out.who, {known});
    mention(known, at, end - 1);
    return end;
  }
  const ActorClass kind = np.class_entry != no_id ? language_.entry(np.class_entry).names_class : ActorClass::actor;
  const bool sort = np.name != np.head && (kind == ActorClass::place || kind == ActorClass::facility) &&
                    !head_features(np).has(Feature::NamedAfter) && end == np.name_end;  // "l'axe A-B", "le pont X"
  const std::string whole = sort ? label_of(np.head, end) : label;
  const ActorIndex actor = discourse_.discover(whole, guess_class(np, label), false);
  add_new(out.who, {actor});
  const bool speaks = label.find(' ') != std::string::npos;  // a name of several words needs no noun before it
  discourse_.call(actor, speaks ? label : whole, Naming::by_name);
  mention(actor, at, end - 1);
  return end;
}

void ReferenceResolver::by_name(const NounPhrase& np, Referents& out) {
  for (std::uint32_t at = np.name; at < np.name_end;) {
    const Word& word = sentence_->words[at];
    if (word.is_name()) {
      by_known_name(np, at++, out);
    } else {
      at = word.tag() == Tag::name ? by_unknown_name(np, at, out) : at + 1;
    }
  }
  out.named = !out.who.empty();
  if (np.name == np.head && out.who.size() == 1) {
    const std::string name = label_of(np.name, np.name_end);
    if (const std::size_t space = name.find(' '); space != std::string::npos)
      introduce_by_first_word(out.who.front(), language_.words().find(to_lower(name.substr(0, space))));
  }
  if (np.name == np.head || out.who.size() != 1 || sentence_->words[np.head].tag() != Tag::noun) return;
  const ActorClass kind = discourse_.entity(out.who.front()).node.actor_class;
  if (kind != ActorClass::place && kind != ActorClass::state)
    discourse_.introduce(sentence_->words[np.head].lemma(), out.who.front());
}

/// "le gouvernement d'union nationale (GUN)": the phrase of which an acronym in parentheses has the first letter.
std::uint32_t ReferenceResolver::spelt_out(std::uint32_t index) const {
  const NounPhrase& np = syntax_->phrases[index];
  if (np.apposition_to == none || np.name != np.head || np.begin != np.head || np.begin == 0) return none;
  const Word& word = sentence_->words[np.head];
  const Token& token = (*tokens_)[word.first];
  if (sentence_->words[np.begin - 1].mark != '(' || !token.all_capitals || token.span.end - token.span.begin < 2) return none;
  const auto initial_of = [&](std::uint32_t at) { return fold(text_.substr(at, code_point_at(text_, at).length)); };
  const std::string initial = initial_of(token.span.begin);
  std::uint32_t full = none;
  std::uint32_t outer = np.apposition_to;
  for (unsigned depth = 0; outer != none && depth < 4; ++depth) {
    const NounPhrase& phrase = syntax_->phrases[outer];
    const Token& head = (*tokens_)[sentence_->words[phrase.head].first];
    const bool names = phrase.name == none && (phrase.class_entry != no_id || head.capitalised);
    if (names && (full == none || head.capitalised) && initial_of(head.span.begin) == initial) full = outer;
    outer = phrase.host;
  }
  return full;
}

/// "la Force de défense locale", "les comités de résistance (CR)": capitals or an acronym make a name of a noun.
void ReferenceResolver::by_capitals(std::uint32_t index, const NounPhrase& np, Referents& out) {
  if ((np.class_entry == no_id && acronym_[index] == none) || np.name != none) return;
  const ActorClass kind = np.class_entry == no_id ? ActorClass::organization : language_.entry(np.class_entry).names_class;
  constexpr std::uint32_t groups = class_bit(ActorClass::armed_group) | class_bit(ActorClass::armed_forces) |
                                   class_bit(ActorClass::alliance) | class_bit(ActorClass::organization) |
                                   class_bit(ActorClass::ngo) | class_bit(ActorClass::government);
  if ((groups & class_bit(kind)) == 0) return;
  const std::uint32_t acronym = acronym_[index];
  const NounPhrase* name = acronym != none ? &syntax_->phrases[acronym] : nullptr;
  if (name != nullptr && sentence_->words[name->head].is_name()) {
    add_new(out.who, {name_at(*name, name->head)});
    out.named = true;
    return;
  }
  const bool title = sentence_->words[np.head].capitalised && np.head > 0 && np.begin < np.head && definite(np) &&
                     !(*tokens_)[sentence_->words[np.head].first].all_capitals;
  const std::string label = phrase_label(index);
  if (name == nullptr && (!title || label.find(' ') == std::string::npos || !demonyms(np).empty())) return;
  const ActorIndex somebody = discourse_.discover(label, kind, false);
  if (name != nullptr) discourse_.alias(label_of(name->begin, name->end), somebody);
  add_new(out.who, {somebody});
  out.named = true;
  introduce_by_first_word(somebody, sentence_->words[np.head].lemma());
  discourse_.call(somebody, label, Naming::by_name);
  mention(somebody, np.head, np.end - 1);
}

}  // namespace entente
