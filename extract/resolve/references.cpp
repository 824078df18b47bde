#include "extract/resolve/references.hpp"

#include <algorithm>

#include "extract/text/utf8.hpp"

namespace entente {

void add_new(std::vector<ActorIndex>& to, const std::vector<ActorIndex>& from) {
  for (const ActorIndex index : from)
    if (std::find(to.begin(), to.end(), index) == to.end()) to.push_back(index);
}

ActorIndex as_actor(Discourse& discourse, const Language& language, ActorIndex index) {
  const ActorId actor = discourse.entity(index).actor;
  if (actor == no_id) return index;
  const ActorId acting = language.acting_for(actor);
  return acting == no_id ? index : discourse.of(acting);
}

void ReferenceResolver::resolve(std::string_view text, const std::vector<Token>& tokens, const AnalysedSentence& sentence,
                                const Syntax& syntax, std::uint32_t number, SentenceReferents& out,
                                std::vector<Mention>& mentions) {
  text_ = text;
  tokens_ = &tokens;
  sentence_ = &sentence;
  syntax_ = &syntax;
  out_ = &out;
  mentions_ = &mentions;
  number_ = number;
  out.phrases.assign(syntax.phrases.size(), {});
  out.pronouns.assign(sentence.words.size(), {});
  first_complement_.assign(syntax.phrases.size(), none);
  for (std::uint32_t i = 0; i < syntax.phrases.size(); ++i)
    if (const std::uint32_t host = syntax.phrases[i].host;
        host != none && first_complement_[host] == none && syntax.phrases[i].leader == none)
      first_complement_[host] = i;
  told_apart_.assign(syntax.phrases.size(), false);
  for (const Clause& clause : syntax.clauses)
    if ((clause.kind == ClauseKind::participial || clause.marked(Feature::RelativeObject)) && clause.antecedent != none &&
        syntax.phrases[clause.antecedent].end == clause.first)
      told_apart_[clause.antecedent] = true;
  for (const NounPhrase& np : syntax.phrases)  // "des factions proches de X"
    if (np.apposition_to != none && sentence.words[np.head].tag() == Tag::adjective) told_apart_[np.apposition_to] = true;
  acronym_.assign(syntax.phrases.size(), none);
  for (std::uint32_t i = 0; i < syntax.phrases.size(); ++i)
    if (const std::uint32_t full = spelt_out(i); full != none) acronym_[full] = i;
  std::uint32_t next = 0;
  for (std::uint32_t at = 0; at < sentence.words.size(); ++at) {
    const Tag tag = sentence.words[at].tag();
    if (tag == Tag::subject_clitic || tag == Tag::object_clitic) clitic(at);
    while (next < syntax.phrases.size() && syntax.phrases[next].begin == at) {
      phrase(next);
      leave_trace(next);
      ++next;
    }
  }
}

Features ReferenceResolver::head_features(const NounPhrase& np) const {
  Features features = language_.lemma_features(sentence_->words[np.head].lemma());
  features.add(sentence_->words[np.head].reading.features);
  if (np.class_entry != no_id)  // "capitale" is a form of "capital", too
    features.add(language_.lemma_features(language_.class_word(np.class_entry)));
  return features;
}

bool ReferenceResolver::definite(const NounPhrase& np) const {
  return np.determiner.has(Feature::Definite) || np.determiner.has(Feature::Demonstrative) || is_contracted(np);
}

/// "du", "aux": the preposition holds the article.
bool ReferenceResolver::is_contracted(const NounPhrase& np) const {
  return np.preposition != none && sentence_->words[np.preposition].has(Feature::Contracted);
}

std::string ReferenceResolver::label_of(std::uint32_t begin, std::uint32_t end) const {
  std::string label;
  const std::uint32_t to = (*tokens_)[sentence_->words[end - 1].last - 1].span.end;
  std::size_t word = (*tokens_)[sentence_->words[begin].first].span.begin;
  const auto add_up_to = [&](std::size_t stop) {
    if (word < stop && !label.empty()) label.push_back(' ');
    label += text_.substr(word, stop - word);
  };
  for (std::size_t at = word; at < to;) {
    const CodePoint c = code_point_at(text_, at);
    if (is_space(c.value)) {
      add_up_to(at);
      word = at + c.length;
    }
    at += c.length;
  }
  add_up_to(to);
  return label;
}

std::string ReferenceResolver::phrase_label(std::uint32_t index) const {
  const NounPhrase& np = syntax_->phrases[index];
  std::uint32_t begin = np.head;
  while (begin > np.begin && sentence_->words[begin - 1].tag() == Tag::adjective &&
         sentence_->words[begin - 1].has(Feature::Prenominal) && sentence_->words[begin - 1].capitalised)
    --begin;
  std::uint32_t end = np.end;  // "des unités restées loyales à X" are units
  const std::size_t fixed = np.class_entry != no_id ? language_.entry(np.class_entry).words.size() : 1;
  for (std::uint32_t at = np.head + static_cast<std::uint32_t>(fixed); at < np.end; ++at) {
    const bool complemented = at + 1 < sentence_->words.size() && sentence_->words[at + 1].tag() == Tag::preposition;
    const bool participle = sentence_->words[at].reading.participle && (at + 1 < np.end || complemented);
    if (sentence_->words[at].tag() == Tag::past_participle || participle) return label_of(begin, at);
  }
  std::uint32_t last = index;
  for (unsigned depth = 0; depth < 3; ++depth) {
    const std::uint32_t next = complement(last, language_.genitive());
    if (next == none || syntax_->phrases[next].preposition != end || syntax_->phrases[next].function == Function::time) break;
    if (syntax_->phrases[next].name == none && definite(syntax_->phrases[next]) && !sentence_->words[np.head].capitalised)
      break;  // "la caserne de la ville"
    end = syntax_->phrases[next].end;
    last = next;
  }
  return label_of(begin, end);
}

void ReferenceResolver::mention(ActorIndex actor, std::uint32_t first_word, std::uint32_t last_word) {
  const std::uint32_t begin = (*tokens_)[sentence_->words[first_word].first].span.begin;
  const std::uint32_t end = (*tokens_)[sentence_->words[last_word].last - 1].span.end;
  mentions_->push_back({actor, {begin, end}});
}

/// The complement with `preposition` that the phrase's head takes: the one right after it.
std::uint32_t ReferenceResolver::complement(std::uint32_t index, WordId preposition) const {
  std::uint32_t child = first_complement_[index];
  return child != none && syntax_->phrases[child].preposition_lemma == preposition ? child : none;
}

Referents& ReferenceResolver::phrase(std::uint32_t index) {
  Referents& out = out_->phrases[index];
  if (out.resolved) return out;
  out.resolved = true;
  const NounPhrase& np = syntax_->phrases[index];
  if (np.function == Function::time) return out;
  const Word& head = sentence_->words[np.head];
  if (head.tag() == Tag::pronoun) {
    by_reference(index, np, out);
    return out;
  }
  if (np.name != none) by_name(np, out);
  Referents& later = out_->phrases[index];
  find_owners(index, np, later);
  if (later.who.empty()) by_capitals(index, np, later);
  if (later.who.empty()) by_reference(index, np, later);
  if (later.who.empty()) by_noun(index, np, later);
  if (later.who.empty()) by_role(index, np, later);
  if (later.who.empty()) by_loyalty(index, np, later);
  if (later.who.empty()) by_description(index, np, later);
  if (later.who.empty() && np.determiner.has(Feature::Demonstrative)) by_pointing(index, np, later);
  if (later.who.empty()) by_composition(index, np, later);
  if (later.who.empty()) by_class(index, np, later);
  if (later.who.empty()) by_kind(index, np, later);
  apposition(index, np, later);
  return later;
}

void ReferenceResolver::by_reference(std::uint32_t index, const NounPhrase& np, Referents& out) {
  const Word& head = sentence_->words[np.head];
  if (head.tag() != Tag::pronoun) {  // "ces derniers"
    if (head.has(Feature::Latter) && np.determiner.has(Feature::Demonstrative))
      out.who = discourse_.latest(np.gender, np.number, number_);
    else
      by_pair(index, np, out);
    return;
  }
  if (head.has(Feature::DemonstrativePronoun) && !head.has(Feature::Latter))  // "ceux de Natanz", "celles de l'opposition"
    if (const std::uint32_t genitive = complement(index, language_.genitive()); genitive != none)
      for (std::uint32_t member = genitive; member != none; member = syntax_->phrases[member].next_member) {
        const auto who = phrase(member).who;
        add_new(out_->phrases[index].who, who);
      }
  if (head.has(Feature::StrongPronoun) && !head.has(Feature::SpeakerPerson)) {
    Anaphor anaphor = looking_back(np.head, np.clause, role_of(np));
    anaphor.gender = np.gender;
    anaphor.number = np.number;
    anaphor.reflexive = true;
    out.who = most_salient(discourse_, anaphor);
  }
  if (head.has(Feature::Latter)) out.who = discourse_.latest(np.gender, np.number, number_);
}

/// "le maréchal" after "le maréchal X"; "le dépôt" after "un dépôt de munitions".
void ReferenceResolver::by_noun(std::uint32_t index, const NounPhrase& np, Referents& out) {
  const Word& head = sentence_->words[np.head];
  const bool bare = np.end == np.head + 1 && complement(index, language_.genitive()) == none;
  if (np.role != no_id || !bare || !definite(np) || head.tag() != Tag::noun || np.apposition_to != none) return;
  if (head_features(np).has(Feature::CapitalCity)) return;  // "la capitale" without more is that of the country
  if (const auto known = discourse_.introduced_as(head.lemma())) add_new(out.who, {*known});
}

/// "le chef-lieu de la province, Goma": the town, of which the text has not said more, and not what it is of; none where no
/// phrase that the name stands behind is a noun for such a place.
std::uint32_t ReferenceResolver::place_called(const NounPhrase& name) const {
  std::uint32_t found = none;
  for (std::uint32_t up = name.apposition_to; up != none; up = syntax_->phrases[up].host) {
    const NounPhrase& place = syntax_->phrases[up];
    const bool called = place.class_entry != no_id && language_.entry(place.class_entry).names_class == ActorClass::place;
    const auto lies_there = [&](ActorIndex entity) {  // "du pays", "du Nord-Kivu"
      return (class_bit(discourse_.entity(entity).node.actor_class) & (place_classes | class_bit(ActorClass::state))) != 0;
    };
    if (!called && !std::ranges::any_of(out_->phrases[up].who, lies_there)) break;
    const Features head = called ? head_features(place) : Features{};
    const bool one = (place.number & Inflection::plural) == 0 && place.name == none && place.next_member == none;
    if (one && (head.has(Feature::Settlement) || (found == none && head.has(Feature::NamedAfter)))) found = up;
    if (place.preposition_lemma != language_.genitive()) break;
  }
  return found;
}

/// "la deuxième ville du pays, Benghazi": the two are one.
void ReferenceResolver::place_apposition(const NounPhrase& np, const Referents& name) {
  if (np.name != np.head || np.begin != np.head || np.next_member != none || np.leader != none || name.who.size() != 1) return;
  if (discourse_.entity(name.who.front()).node.actor_class != ActorClass::place) return;
  const std::uint32_t place = place_called(np);
  if (place == none || out_->phrases[place].named) return;
  out_->phrases[place].who = name.who;
  out_->phrases[place].named = true;
  discourse_.retract(number_, place);
  leave_trace(place);
}

/// "la milice pro-iranienne Kataëb Hezbollah": the name right behind says which of those that common nouns name.
void ReferenceResolver::name_behind_kind(const NounPhrase& np, const Referents& name) {
  const NounPhrase& kind = syntax_->phrases[np.apposition_to];
  const Word& head = sentence_->words[kind.head];
  if (np.begin != np.head || np.begin != kind.end || kind.name != kind.head || !head.is_name() || name.who.size() != 1) return;
  if ((side_classes & class_bit(discourse_.entity(name.who.front()).node.actor_class)) == 0) return;
  if (sentence_->names[head.name_begin].capitals == 0) out_->phrases[np.apposition_to].who = name.who;
}

/// "son porte-parole, Dmitri Peskov": the two are one.
void ReferenceResolver::apposition(std::uint32_t index, const NounPhrase& np, Referents& out) {
  if (np.apposition_to == none || np.included) return;
  if (out.named) place_apposition(np, Referents(out));
  if (out.named) name_behind_kind(np, Referents(out));
  std::uint32_t other = np.apposition_to;
  if (!out.who.empty() && out.named && discourse_.entity(out.who.front()).node.actor_class == ActorClass::person) {
    // A person's name goes with the office, not with what the office is of.
    for (std::uint32_t up = other; up != none; up = syntax_->phrases[up].host)
      if (syntax_->phrases[up].role != no_id) {
        other = up;
        break;
      }
    const NounPhrase& office = syntax_->phrases[other];
    Referents& holder = out_->phrases[other];
    const bool somebody =
        office.role != no_id || (holder.who.empty() && office.class_entry == no_id && (office.number & Inflection::plural) == 0 &&
                                 sentence_->words[office.head].tag() == Tag::noun);
    if (!somebody || (holder.named && !holder.office)) return;
    take_office(out.who.front(), office.role, holder.owners);
    holder.who = out_->phrases[index].who;
    holder.named = true;
    holder.office = false;
    discourse_.retract(number_, other);
    leave_trace(other);
    return;
  }
  // "X, porte-parole de Y": the office behind the name.
  const Referents& name = out_->phrases[other];
  if (np.role != no_id && name.named && name.who.size() == 1 &&
      discourse_.entity(name.who.front()).node.actor_class == ActorClass::person)
    take_office(name.who.front(), np.role, Referents(out).owners);
}

/// Who speaks for `owners` is of their side; what the atlas knows of a person is not added to.
void ReferenceResolver::take_office(ActorIndex somebody, RoleId role, const std::vector<ActorIndex>& owners) {
  Entity& person = discourse_.entity(somebody);
  if (person.actor != no_id) return;
  for (const ActorIndex owner : owners) {
    if (discourse_.entity(owner).actor != no_id) person.roles.push_back({role, discourse_.entity(owner).actor, {}, {}});
    const ActorClass kind = discourse_.entity(owner).node.actor_class;
    if (!person.side && kind != ActorClass::place && kind != ActorClass::facility && kind != ActorClass::person)
      person.side = owner;
  }
}

/// What the noun before a name, or the one that it is the name of, calls a place.
void ReferenceResolver::note_kind_of_place(const NounPhrase& np, Trace& trace) const {
  const bool name = np.name != none && np.name == np.head && np.host != none && np.preposition_lemma == language_.genitive();
  const NounPhrase& called = name ? syntax_->phrases[np.host] : np;
  if (called.class_entry == no_id || language_.entry(called.class_entry).names_class != ActorClass::place) return;
  const Features noun = head_features(called);
  if (!noun.has(Feature::Settlement) && !noun.has(Feature::NamedAfter)) return;
  trace.called = noun.has(Feature::Settlement) ? PlaceKind::settlement : PlaceKind::region;
  trace.noun = sentence_->words[called.head].lemma();
}

void ReferenceResolver::leave_trace(std::uint32_t index) {
  const NounPhrase& np = syntax_->phrases[index];
  const Referents& self = out_->phrases[index];
  const Word& head = sentence_->words[np.head];
  Trace trace{self.who, number_, index, np.clause, np.gender, np.number, role_of(np), aside(np.clause)};
  trace.pronoun = head.tag() == Tag::pronoun;
  trace.quoted = head.quoted;
  note_kind_of_place(np, trace);
  if (trace.pronoun && (self.who.empty() || np.apposition_to != none || np.function == Function::unattached)) return;
  if (self.who.empty()) {
    if (np.function == Function::time || trace.role != GrammaticalRole::subject || np.leader != none || np.next_member != none)
      return;
    const bool unknown = head.reading.dictionary_lemma == no_id;
    trace.thing = np.class_entry == no_id && np.role == no_id && !unknown;
    discourse_.trace(std::move(trace));
    return;
  }
  if (trace.number == 0 && self.who.size() == 1) {
    const ActorClass kind = discourse_.entity(self.who.front()).node.actor_class;
    if (kind == ActorClass::person || kind == ActorClass::place || kind == ActorClass::state) trace.number = Inflection::singular;
  }
  if (self.acting)
    for (ActorIndex& entity : trace.entities) entity = as_actor(discourse_, language_, entity);
  if (trace.number == 0 && np.name == np.head && np.begin == np.head) trace.number = Inflection::singular;  // "Telegram"
  const bool leads = np.leader == none && np.next_member != none;
  if (leads) trace.number = Inflection::singular;
  const bool by_noun = np.name != np.head && np.gender != 0;  // "l'aviation" is she, of whatever country
  if (self.who.size() == 1 && !by_noun && discourse_.entity(self.who.front()).gender != Gender::unknown)
    trace.gender = discourse_.entity(self.who.front()).gender == Gender::feminine ? Inflection::feminine : Inflection::masculine;
  if (np.name == np.head && self.who.size() == 1 && definite(np))
    discourse_.entity(self.who.front()).region |= discourse_.entity(self.who.front()).node.actor_class == ActorClass::place;
  discourse_.trace(trace);
  if (!leads) return;
  for (std::uint32_t member = np.next_member; member != none; member = syntax_->phrases[member].next_member) {
    phrase(member);
    for (std::uint32_t i = member + 1; i < syntax_->phrases.size() && i <= member + 3; ++i)
      if (syntax_->phrases[i].apposition_to == member) phrase(i);  // "X et son homologue, Y"
    add_new(trace.entities, out_->phrases[member].who);
  }
  trace.number = Inflection::plural;
  trace.gender = 0;
  discourse_.trace(std::move(trace));
}

}  // namespace entente
