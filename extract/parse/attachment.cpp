#include "extract/parse/parser.hpp"

#include <algorithm>

namespace entente {
namespace {

constexpr unsigned far_enough = 40;  // words to look ahead at most

}  // namespace

/// One past the phrase that begins at `at`, by its tags alone.
std::uint32_t Parser::skip_phrase(std::uint32_t at) const {
  while (at < end_) {
    const Tag here = tag(at);
    if (here != Tag::determiner && here != Tag::numeral && here != Tag::adjective && here != Tag::noun && here != Tag::name &&
        here != Tag::pronoun && here != Tag::adverb)
      break;
    ++at;
  }
  return at;
}

/// The finite verb (or the pronouns before it) that follows the phrase at `at` and its complements, of which the phrase may be
/// the subject; none where there is none.
std::uint32_t Parser::finite_ahead(std::uint32_t at) const {
  const std::uint32_t limit = std::min(end_, at + far_enough);
  while (at < limit) {
    switch (tag(at)) {
      case Tag::verb:
      case Tag::negation:
      case Tag::object_clitic:
      case Tag::subject_clitic:
        return at;
      case Tag::preposition:
        if (tag(at + 1) == Tag::infinitive && tag(at - 1) == Tag::noun &&
            (word(at).lemma() == language_.dative() || word(at).lemma() == language_.genitive())) {
          at += 2;  // "l'engagement à défendre X reste ambigu"
          break;
        }
        if (tag(at + 1) == Tag::infinitive || tag(at + 1) == Tag::object_clitic || tag(at + 1) == Tag::negation) return none;
        at = skip_phrase(at + 1);
        break;
      case Tag::past_participle:
        at = skip_adverbs(at + 1);
        break;
      case Tag::punctuation:
        if (word(at).mark != '(') return none;
        while (at < limit && word(at).mark != ')') ++at;
        ++at;
        break;
      case Tag::determiner:
      case Tag::numeral:
      case Tag::adjective:
      case Tag::noun:
      case Tag::name:
      case Tag::adverb:
      case Tag::pronoun:
        at = skip_phrase(at);
        break;
      default:
        return none;
    }
  }
  return none;
}

/// "réclame la fin des frappes": not of a time, but of a deed.
bool Parser::is_end_of_deed(const NounPhrase& phrase) const {
  const std::uint32_t next = phrase.end;
  if (phrase.preposition != none || !phrase.determiner.has(Feature::Definite) || next + 1 >= end_ ||
      word(next).lemma() != language_.genitive())
    return false;
  const auto nouns = language_.nouns(word(phrase.head).lemma());
  const bool says = std::ranges::any_of(
      nouns, [&](const Phrase& noun) { return noun.rest.empty() && language_.entry(noun.entry).commitment != Commitment::none; });
  const std::uint32_t of = tag(next + 1) == Tag::determiner && next + 2 < end_ ? next + 2 : next + 1;
  const auto deeds = language_.nouns(word(of).lemma());
  return says && std::ranges::any_of(deeds, [&](const Phrase& deed) { return !language_.entry(deed.entry).frames.empty(); });
}

/// "le 12 mars 2020": the phrase is the year.
bool Parser::is_year_of_date(const NounPhrase& phrase) const {
  if (phrase.begin == 0 || phrase.begin != phrase.head || phrase.preposition != none || tag(phrase.head) != Tag::numeral)
    return false;
  const Word& before = word(phrase.begin - 1);
  return before.has(Feature::TimeNoun) || language_.lemma_features(before.surface).has(Feature::TimeNoun);
}

/// Whether the phrase, of which no more than the head need be read, has a noun of time as head.
bool Parser::names_time(const NounPhrase& phrase) const {
  const Word& head = word(phrase.head);
  if (head.tag() == Tag::name && phrase.name == phrase.head) return false;  // "ANS" is not "ans"
  return is_year_of_date(phrase) || head.has(Feature::TimeNoun) ||
         language_.lemma_features(head.lemma()).has(Feature::TimeNoun) ||
         language_.lemma_features(head.surface).has(Feature::TimeNoun);
}

bool Parser::is_time(const NounPhrase& phrase) const { return names_time(phrase) && !is_end_of_deed(phrase); }

void Parser::attach(std::uint32_t index) {
  NounPhrase& phrase = out_.phrases[index];
  const bool opens = phrase.begin == 0 || (phrase.begin == 2 && tag(0) == Tag::numeral && word(1).mark == ':');  // "08:12"
  const bool stamp = opens && phrase.begin == phrase.head && tag(phrase.begin) == Tag::numeral && phrase.end < end_ &&
                     (word(phrase.end).mark != 0 || tag(phrase.end) == Tag::determiner);  // "15h55 - ", "08:12 Les forces"
  if (stamp || is_time(phrase)) {
    phrase.function = Function::time;
    phrase.clause = stack_.back();
    const std::uint32_t begin = phrase.preposition != none ? phrase.preposition : phrase.begin;
    if (last_ != none && reach(last_) == begin) {
      time_begin_ = begin;
      time_end_ = phrase.end;
    }
    return;
  }
  if (is_emphatic(phrase)) {
    phrase.apposition_to = last_;
    return;
  }
  if (names_members(phrase)) {
    phrase.clause = stack_.back();
    phrase.apposition_to = out_.phrases[last_].leader != none ? last_ : root(last_);
    last_ = index;
    return;
  }
  const std::uint32_t sibling = coordinates_with(phrase);
  const std::uint32_t before = last_;
  last_ = index;
  if (coordinator_ != none && denies(phrase)) phrase.negated = true;
  if (sibling != none) return join(sibling, index);
  phrase.clause = stack_.back();
  if (before != none && is_instance(phrase, before)) {
    phrase.included = true;
    phrase.apposition_to = whole_of(before);
    return;
  }
  if (is_partitive(phrase, before)) {
    phrase.preposition = none;
    phrase.preposition_lemma = 0;
    return place_in_clause(index);
  }
  if (before != none && phrase.preposition == none) return attach_bare(index, before);
  if (before != none) find_host(phrase, before);
  place_in_clause(index);
}

/// "plusieurs villes, à commencer par X", "des quartiers comme X": one of those just named.
bool Parser::is_instance(const NounPhrase& phrase, std::uint32_t before) const {
  const std::uint32_t introduced = phrase.preposition != none ? phrase.preposition : phrase.begin - 1;
  if (phrase.begin == 0 || !word(introduced).has(Feature::Including)) return false;
  const std::uint32_t whole = root(before);
  const bool several = (out_.phrases[whole].number & Inflection::singular) == 0 || out_.phrases[whole].class_entry != no_id;
  return several && phrase.name == phrase.head && out_.phrases[before].end <= introduced &&
         skip_adverbs(out_.phrases[before].end + (is_comma(out_.phrases[before].end) ? 1 : 0)) + 1 >= introduced;
}

/// "les alliés de X, comme Y", "les groupes soutenus par X, dont Y": of which phrase Y is one; names have no instances.
std::uint32_t Parser::whole_of(std::uint32_t before) const {
  std::uint32_t whole = before;
  for (unsigned depth = 0; whole != none && depth < 8; ++depth, whole = above(whole)) {
    const NounPhrase& phrase = out_.phrases[whole];
    if (phrase.name != phrase.head && (phrase.number & Inflection::singular) == 0) return whole;
  }
  return before;
}

/// "ont pris, après trois jours de combats, Y": the comma just read ends what was put between the verb and its object.
bool Parser::resumes_object() const {
  if (comma_ == none || !top().has_verb()) return false;
  const std::uint32_t inserted = skip_adverbs(top().verb + 1);
  if (word(top().verb).quoted != word(comma_).quoted) return false;  // "« … ils tuent », dit le maire, X"
  return is_comma(inserted) && inserted != comma_ && wants_object(top(), top().verb + 1);
}

/// "X, lui, avance": repeats its subject.
bool Parser::is_emphatic(const NounPhrase& phrase) const {
  return phrase.preposition == none && phrase.end == phrase.begin + 1 && word(phrase.head).has(Feature::StrongPronoun) &&
         comma_ != none && comma_ + 1 == phrase.begin && is_comma(phrase.end);
}

/// One past the phrase, or past a parenthesis or a time right after it.
std::uint32_t Parser::reach(std::uint32_t phrase) const {
  std::uint32_t end = out_.phrases[phrase].end;
  if (end == parenthesis_begin_) end = parenthesis_end_;
  return end == time_begin_ ? time_end_ : end;
}

/// A phrase with a preposition complements the one that it follows.
void Parser::find_host(NounPhrase& phrase, std::uint32_t before) const {
  const std::uint32_t start = phrase.preposition;
  const std::uint32_t end = reach(before);
  if (end == start || (end + 1 == start && tag(start - 1) == Tag::adverb)) phrase.host = before;
}

/// The outermost of the phrases that it complements; itself where there is none.
std::uint32_t Parser::root(std::uint32_t phrase) const {
  while (out_.phrases[phrase].host != none) phrase = out_.phrases[phrase].host;
  return phrase;
}

/// A phrase without preposition after another: in apposition to it, or a subject or object.
void Parser::attach_bare(std::uint32_t index, std::uint32_t before) {
  NounPhrase& phrase = out_.phrases[index];
  const NounPhrase& last = out_.phrases[before];
  const bool adjacent = last.end == phrase.begin;
  const bool set_off = comma_ != none && reach(before) == comma_;
  if (adjacent && phrase.begin == phrase.head && governs(phrase.head)) {  // "des factions proches de Y"
    phrase.apposition_to = agreeing(before, phrase.gender, phrase.number);
    return;
  }
  if (set_off && attach_behind_comma(index, before)) return;
  const std::uint32_t host = root(before);
  const bool proper = phrase.name == phrase.head;
  const bool full_name = phrase.name_end > phrase.begin + 1 && phrase.name != none && !word(phrase.name).is_name();
  const bool of_somebody = full_name && host != before && tag(out_.phrases[host].head) == Tag::noun &&
                           out_.phrases[host].begin < out_.phrases[host].head;
  const bool titled = proper && phrase.begin == phrase.name &&
                      (of_somebody || last.role != no_id || last.class_entry != no_id ||
                       (last.host != none && out_.phrases[last.host].role != no_id));
  // "…, a déclaré à l'agence X Y": an outlet that has its name does not take another.
  const bool is_named = last.role == no_id && last.name != none &&
                        (word(last.name).is_name() || (last.class_entry != no_id && last.name != last.head));
  if (adjacent && is_named && awaits_subject() && out_.phrases[host].preposition != none) return place_in_clause(index);
  if (adjacent && !titled && is_gapped(last)) return gap(before, index);
  if ((adjacent && titled) || (set_off && !verb_ahead(phrase.begin)) ||
      (set_off && last.function == Function::subject && !top().has_verb())) {
    // "les combattants du Liban, alliés de X": without an article of its own it agrees; "X et Y, les alliés de Z": of both.
    const bool bare = is_bare(phrase) || (phrase.begin == phrase.head && tag(phrase.head) == Tag::adjective);
    const bool of_several = last.leader != none && phrase.name == none && (phrase.number & Inflection::singular) == 0;
    const bool said_of = set_off && (bare || of_several);
    phrase.apposition_to = said_of ? agreeing(before, phrase.gender, phrase.number)
                           : (adjacent && of_somebody) || names_town(phrase, before) ? host
                                                                                     : before;
    return;
  }
  place_in_clause(index);
}

/// "la capitale du Yémen, Sanaa", "le chef-lieu de la province, Goma": the name of the town, not of what it is the capital of.
bool Parser::names_town(const NounPhrase& phrase, std::uint32_t before) const {
  const NounPhrase& town = out_.phrases[root(before)];
  const NounPhrase& region = out_.phrases[before];
  if (root(before) == before || phrase.name != phrase.begin || town.name != none || !town.determiner.has(Feature::Definite))
    return false;
  Features head = language_.lemma_features(word(town.head).lemma());
  head.add(language_.lemma_features(word(town.head).surface));  // "capitale", which the dictionary has under "capital"
  const bool own_name = region.name == region.begin && !word(region.preposition).has(Feature::Contracted);  // "la ville d'Alep"
  return head.has(Feature::CapitalCity) || (head.has(Feature::Settlement) && !own_name);
}

/// Whether a phrase right behind the comma after another does more than explain that: it has then found its place.
bool Parser::attach_behind_comma(std::uint32_t index, std::uint32_t before) {
  NounPhrase& phrase = out_.phrases[index];
  const NounPhrase& last = out_.phrases[before];
  const std::uint32_t host = root(before);
  const bool put_between = out_.phrases[host].preposition != none && is_comma(out_.phrases[host].preposition - 1);
  if (awaits_subject() && put_between) return place_in_clause(index), true;        // "a dit, sous réserve de confirmation, X"
  if (is_bare(phrase) && last.name == last.head && phrase.class_entry != no_id) {  // "A Hama, ville du centre, …"
    phrase.apposition_to = before;
    return true;
  }
  if (explains_opening(phrase, last, host)) {
    phrase.apposition_to = before;
    return true;
  }
  if (follows_opening(phrase, last, host)) return place_in_clause(index), true;
  if (sums_up(phrase)) {
    stack_.resize(1);
    phrase.clause = stack_.back();
    return true;
  }
  if (gift_inserted_ == comma_ && awaits_gift(top())) return place_in_clause(index), true;
  if (resumes_object() || follows_relative(phrase, last)) return place_in_clause(index), true;
  if (top().has_verb() && verb_ahead(phrase.begin) && nearest_finite() != none) {  // "X revendique A, Y se dit capable de B"
    stack_.resize(1);
    open(Clause{.first = phrase.begin});
    out_.clauses[stack_.back()].parent = none;
    phrase.clause = stack_.back();
    return place_in_clause(index), true;
  }
  if (top().has_verb() || top().subject != host || !takes_subject_from(index, host)) return false;
  out_.phrases[host].function = Function::unattached;
  top().subject = none;
  return place_in_clause(index), true;
}

/// "Selon X, le directeur de Y, Z a …": who X is, where the subject follows behind a second comma.
bool Parser::explains_opening(const NounPhrase& phrase, const NounPhrase& last, std::uint32_t host) const {
  if (out_.phrases[host].preposition == none || top().subject != none || top().has_verb() || last.name != last.head ||
      phrase.name == phrase.head || (phrase.number & Inflection::singular) == 0)
    return false;
  std::uint32_t at = skip_phrase(phrase.begin);
  while (at < end_ && (tag(at) == Tag::past_participle || (tag(at) == Tag::preposition && begins_phrase(at + 1))))
    at = skip_phrase(at + 1);
  if (!is_comma(at)) return false;
  if (tag(at + 1) == Tag::subject_clitic) return true;  // "Quant à X, l'allié de Y, il …"
  return begins_phrase(at + 1) && tag(at + 1) != Tag::adjective && verb_ahead(at + 1);
}

/// "Selon lui, X …": what stands before the comma opens the sentence.
bool Parser::follows_opening(const NounPhrase& phrase, const NounPhrase& last, std::uint32_t host) const {
  if (out_.phrases[host].preposition == none || top().subject != none || top().has_verb()) return false;
  // "Selon le porte-parole de Y, X, …": not what follows, but its name.
  const auto holds = [&](const NounPhrase& np) { return np.role != no_id || word(np.head).has(Feature::Counterpart); };
  const bool by_host = !holds(last) && holds(out_.phrases[host]) && is_comma(phrase.end);
  if (phrase.name == phrase.head && phrase.begin == phrase.head && (holds(last) || by_host)) return false;
  // "Quant aux X, supplétifs que Y arme, …": without a determiner it is said of what stands before.
  return tag(phrase.begin) != Tag::adjective || verb_ahead(phrase.begin);
}

/// "Repoussés par X, qu'appuyait Y, les rebelles ont fui": the relative before the comma is over.
bool Parser::follows_relative(const NounPhrase& phrase, const NounPhrase& last) const {
  return !top().has_verb() && top().subject == none && last.function == Function::subject && last.clause != none &&
         last.clause != stack_.back() && out_.clauses[last.clause].kind == ClauseKind::relative && !is_bare(phrase) &&
         verb_ahead(phrase.begin);
}

/// Whether the phrase behind the comma is the subject, and what was taken for it before is something else.
bool Parser::takes_subject_from(std::uint32_t index, std::uint32_t host) {
  const NounPhrase& phrase = out_.phrases[index];
  NounPhrase& first = out_.phrases[host];
  if (host == 0 && is_bare(first) && !is_bare(phrase) && verb_ahead(phrase.begin)) {  // "Ancien ministre, X estime"
    first.apposition_to = index;
    return true;
  }
  // "La ville prise, l'armée avance": it has a participle of its own; "X, Y l'a bombardé": a pronoun takes it up.
  return (is_absolute(host) && verb_ahead(phrase.begin)) || is_taken_up(host, phrase);
}

/// Whether a pronoun for the topic stands right before the verb of `subject`; an apposition would end with a comma before it.
bool Parser::is_taken_up(std::uint32_t topic, const NounPhrase& subject) const {
  const std::uint32_t verb = finite_ahead(subject.begin);
  if (verb == none || tag(verb) != Tag::object_clitic || word(verb).has(Feature::ReflexiveClitic)) return false;
  const Reading& pronoun = word(verb).reading;
  return !word(verb).has(Feature::PlaceClitic) && agrees(topic, pronoun.gender, pronoun.number);
}

/// "X a bombardé une villa où se réunissait Y, première attaque de son histoire": a deed without determiner behind a relative is
/// what the whole sentence tells.
bool Parser::sums_up(const NounPhrase& phrase) const {
  if (!is_bare(phrase) || top().kind != ClauseKind::relative || !top().has_verb() || verb_ahead(phrase.begin)) return false;
  return std::ranges::any_of(language_.nouns(word(phrase.head).lemma()), [&](const Phrase& noun) {
    return noun.rest.empty() && std::ranges::any_of(language_.entry(noun.entry).frames,
                                                    [](const Frame& frame) { return has_slot(frame.source, Slot::genitive); });
  });
}

/// A noun without determiner.
bool Parser::is_bare(const NounPhrase& phrase) const {
  const Tag first = tag(phrase.begin);
  return phrase.preposition == none && tag(phrase.head) == Tag::noun && (first == Tag::noun || first == Tag::adjective);
}

/// Whether a participle follows the phrase without a comma.
bool Parser::is_absolute(std::uint32_t phrase) const {
  const Clause& inner = out_.clauses.back();
  if (inner.kind == ClauseKind::participial && inner.antecedent == phrase) return !is_comma(inner.first - 1);
  return word(out_.phrases[phrase].end - 1).reading.participle;
}

/// "X a pris A et Y …": a name joined to the objects of a verb may be the subject of the same verb, unsaid.
bool Parser::is_gapped(const NounPhrase& phrase) const {
  return phrase.leader != none && phrase.name != none && phrase.preposition == none && phrase.function == Function::object &&
         coordinator_ == none && phrase.clause == stack_.back();
}

/// "X a pris A, et Y B": the verb once more, with `subject` and `object`.
void Parser::gap(std::uint32_t subject, std::uint32_t object) {
  Clause clause = top();
  for (std::uint32_t member = out_.phrases[subject].leader; member != none; member = out_.phrases[member].next_member)
    if (out_.phrases[member].next_member == subject) out_.phrases[member].next_member = none;
  clause.first = out_.phrases[subject].begin;
  clause.subject = subject;
  clause.subject_clitic = clause.object_clitic = clause.dative_clitic = clause.place_clitic = clause.genitive_clitic = none;
  clause.objects = {object};
  clause.obliques.clear();
  clause.attributes.clear();
  if (stack_.size() > 1) stack_.pop_back();
  const std::uint32_t index = open(std::move(clause));
  out_.phrases[subject].leader = none;
  out_.phrases[subject].function = Function::subject;
  out_.phrases[object].function = Function::object;
  out_.phrases[subject].clause = out_.phrases[object].clause = index;
}

void Parser::place_in_clause(std::uint32_t index) {
  NounPhrase& phrase = out_.phrases[index];
  if (phrase.preposition == none && stack_.size() > 1 && top().kind == ClauseKind::infinitive) {
    Clause& governor = out_.clauses[stack_[stack_.size() - 2]];
    if (governor.incise && governor.inverted && governor.subject == none &&
        (top().marker == none || says(top().verb))) {  // ", a fait savoir X"
      phrase.function = Function::subject;
      phrase.clause = stack_[stack_.size() - 2];
      governor.subject = index;
      governor.inverted = false;
      return;
    }
  }
  Clause& clause = top();
  if (phrase.preposition != none) {
    phrase.function = Function::oblique;
    clause.obliques.push_back(index);
    return;
  }
  if (!clause.has_verb()) {
    if (clause.subject == none) {
      phrase.function = Function::subject;
      clause.subject = index;
    }
    return;
  }
  if (clause.inverted && clause.subject == none) {
    phrase.function = Function::subject;
    clause.subject = index;
    clause.inverted = false;
    return;
  }
  const bool attribute = word(clause.verb).has(Feature::Copula) && !clause.passive;
  phrase.function = attribute ? Function::attribute : Function::object;
  (attribute ? clause.attributes : clause.objects).push_back(index);
}

}  // namespace entente
