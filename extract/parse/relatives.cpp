#include "extract/parse/parser.hpp"

// Relative clauses: what they are said of, and whether "que" begins one.

namespace entente {

void Parser::relative(std::uint32_t at, std::uint32_t preposition) {
  const Word& pronoun = word(at);
  if (preposition == none && pronoun.has(Feature::RelativeObject) && restriction(at)) {
    ++at_;
    return;
  }
  if (pronoun.has(Feature::RelativeObject) && preposition == none && completes_adjective(at)) return subordinator(at, true);
  const std::uint32_t finite = nearest_finite();
  const bool after_oblique = (last_ != none && out_.phrases[last_].function != Function::subject && !lacks_object(at)) ||
                             (finite != none && out_.clauses[finite].verb + 1 == at);
  // "a plaidé pour X, que Y contrôle": nothing is put in before a single comma.
  bool set_off = comma_ != none && comma_ + 1 == at && finite != none && last_ != none && reach(last_) == comma_ &&
                 out_.phrases[last_].name != none && misses_object(at);
  for (std::uint32_t between = comma_; set_off && between-- > out_.clauses[finite].verb;) set_off = !is_comma(between);
  const Word* participle = pronoun.has(Feature::RelativeObject) && preposition == none ? participle_behind(at) : nullptr;
  const bool taken_up = participle != nullptr && last_ != none && is_taken_up_by(*participle);
  if (pronoun.has(Feature::RelativeObject) && preposition == none && !set_off && !taken_up && !is_inverted(at) &&
      (comma_ != none || after_oblique) && completes_report(at))
    return subordinator(at, true);
  Clause clause{.kind = ClauseKind::relative, .first = preposition != none ? preposition : at};
  clause.marker = at;
  clause.marker_features = pronoun.reading.features;
  clause.relative_preposition = preposition;
  at_ = at + 1;
  const bool among = preposition != none && word(preposition).has(Feature::Among);  // "parmi lesquels"
  if ((among || pronoun.has(Feature::RelativeGenitive)) && begins_phrase(at_) && !verb_ahead(at_) &&
      tag(skip_phrase(at_)) != Tag::relative) {
    // "dont X": X is one of those just named.
    const std::uint32_t host = last_ != none ? whole_of(last_) : none;
    const std::uint32_t included = noun_phrase(at_, none);
    out_.phrases[included].included = true;
    if (host != none) out_.phrases[included].apposition_to = host;
    out_.phrases[included].clause = stack_.back();
    last_ = included;
    return;
  }
  const std::size_t beside = coordinator_ != none ? relative_beside() : 0;
  if (beside != 0) {  // "qui A et qui B"
    clause.antecedent = out_.clauses[stack_[beside]].antecedent;
    stack_.resize(beside);
  } else if (last_ != none) {
    clause.antecedent =
        taken_up ? agreeing(last_, participle->reading.gender, participle->reading.number) : antecedent_of(pronoun);
  }
  clause.parent = stack_.back();
  clause.inverted = !pronoun.has(Feature::RelativeSubject);
  cleft(clause);
  open(std::move(clause));
}

/// "les unités qu'a entraînées X": the participle behind "que" and "avoir" agrees with what the relative is said of; null where
/// it is in the masculine singular, which says nothing.
const Word* Parser::participle_behind(std::uint32_t at) const {
  std::uint32_t verb = at + 1;
  while (verb < end_ && tag(verb) != Tag::verb && word(verb).mark == 0) ++verb;
  if (verb + 1 < end_ && tag(verb + 1) == Tag::infinitive) ++verb;  // "les villes que X dit avoir prises"
  if (verb >= end_ || !word(verb).has(Feature::Auxiliary) || word(verb).has(Feature::Copula)) return nullptr;
  const std::uint32_t participle = skip_adverbs(verb + 1);
  if (participle >= end_ || tag(participle) != Tag::past_participle) return nullptr;
  const Reading& reading = word(participle).reading;
  const bool plain = (reading.gender & Inflection::masculine) != 0 && (reading.number & Inflection::singular) != 0;
  return plain ? nullptr : &word(participle);
}

/// "la coalition que conduit X": a verb right behind "que" has its subject behind it, as relatives do and what is reported does
/// not.
bool Parser::is_inverted(std::uint32_t at) const {
  return last_ != none && out_.phrases[last_].end == at && tag(at + 1) == Tag::verb && !word(at + 1).has(Feature::Auxiliary) &&
         (word(at + 1).reading.valency & Analysis::transitive) != 0 && begins_phrase(at + 2);
}

/// Whether the phrase before, or what it complements, agrees with the participle of a relative.
bool Parser::is_taken_up_by(const Word& participle) const {
  const std::uint32_t phrase = agreeing(last_, participle.reading.gender, participle.reading.number);
  return agrees(phrase, participle.reading.gender, participle.reading.number);
}

/// Where in the stack the relative stands with which another is coordinated, be its verb one that governs infinitives: "qui dit
/// vouloir A et dont B"; 0 where there is none.
std::size_t Parser::relative_beside() const {
  std::size_t depth = stack_.size() - 1;
  while (depth > 0 && out_.clauses[stack_[depth]].kind == ClauseKind::infinitive) --depth;
  return out_.clauses[stack_[depth]].kind == ClauseKind::relative ? depth : 0;
}

/// The phrase that a relative after the last one modifies.
std::uint32_t Parser::antecedent_of(const Word& pronoun) const {
  if (pronoun.has(Feature::RelativeOblique)) return agreeing(last_, pronoun.reading.gender, pronoun.reading.number);
  const NounPhrase& last = out_.phrases[last_];
  if (comma_ != none) {
    if (const std::uint32_t modified = set_off_host(); modified != none && !pronoun.has(Feature::RelativeObject)) return modified;
    // "A et B, que Y tient": after a comma it is said of all; "l'armée de A, que Y commande": of whom A complements.
    if (const std::uint32_t placed = before_set_off_place(); placed != none) return placed;
    if (last.leader != none) {  // but "entre A et B, que Y soutient" of the latter of two enemies
      const std::uint32_t pair = out_.phrases[last.leader].preposition;
      const bool paired = pair != none && word(pair).has(Feature::Paired);
      return pronoun.has(Feature::RelativeSubject) || paired ? last_ : last.leader;
    }
    return is_placed(last_) ? last.host : last_;
  }
  // A name seldom takes a relative without a comma: "ville du nord de la Syrie que …".
  std::uint32_t antecedent = last_;
  for (unsigned depth = 0; depth < 6; ++depth) {
    const NounPhrase& before = out_.phrases[antecedent];
    const bool part = language_.lemma_features(word(before.head).lemma()).has(Feature::PartOf);
    const bool bare = before.name == none && before.begin == before.head && before.preposition_lemma == language_.genitive() &&
                      tag(before.head) == Tag::noun &&
                      !word(before.preposition).has(Feature::Contracted);  // "coalition de groupes"
    if ((before.name != before.head && !part && !bare && !is_means(before)) || before.host == none) break;
    antecedent = before.host;
  }
  return antecedent;
}

/// "l'attaque au drone": the weapon tells what sort of deed it is.
bool Parser::is_means(const NounPhrase& phrase) const {
  return phrase.host != none && phrase.preposition_lemma == language_.dative() && phrase.name == none &&
         language_.lemma_features(word(phrase.head).lemma()).has(Feature::Weapon) &&
         !language_.nouns(word(out_.phrases[phrase.host].head).lemma()).empty();
}

/// "l'aéroport de Goma", "l'armée de Birmanie": a name of a place that tells which one of a kind is meant.
bool Parser::is_placed(std::uint32_t phrase) const {
  const NounPhrase& np = out_.phrases[phrase];
  if (np.host == none || np.preposition_lemma != language_.genitive() || !names_place(np)) return false;
  const NounPhrase& host = out_.phrases[np.host];
  return host.class_entry != no_id || host.role != no_id;
}

/// "X, lié à Y, qui": what the modifier between the last two commas is said of; none where there is no such.
std::uint32_t Parser::set_off_host() const {
  const NounPhrase& outer = out_.phrases[root(last_)];
  const bool kind = is_bare(outer) && outer.class_entry != no_id;  // "X, ville de Y, qui"
  if (outer.apposition_to != none && (tag(outer.head) == Tag::adjective || kind)) return outer.apposition_to;
  if (outer.clause == none) return none;
  const Clause& clause = out_.clauses[outer.clause];
  const bool set_off = clause.kind == ClauseKind::participial && clause.first > 0 && is_comma(clause.first - 1);
  return set_off ? clause.antecedent : none;
}

/// "X, à trente kilomètres de Y, que": what the place between the last two commas is said of; none where there is no such.
std::uint32_t Parser::before_set_off_place() const {
  std::uint32_t place = last_;
  for (unsigned depth = 0; depth < 4; ++depth) {
    const NounPhrase& np = out_.phrases[place];
    if (np.preposition == none) return none;
    if (np.preposition > 0 && is_comma(np.preposition - 1)) break;
    if (np.host == none) return none;
    place = np.host;
  }
  const NounPhrase& np = out_.phrases[place];
  const Features head = language_.lemma_features(word(np.head).lemma());
  const bool tells_where = head.has(Feature::PartOf) || head.has(Feature::PartitivePart) || tag(np.head) == Tag::numeral ||
                           (np.begin < np.head && tag(np.head - 1) == Tag::numeral);  // "65 kilomètres"
  if (place == 0 || place == last_ || !tells_where || !is_comma(np.preposition - 1) ||
      !word(np.preposition).has(Feature::Locative))
    return none;
  const std::uint32_t before = np.host != none ? np.host : place - 1;
  if (reach(before) != np.preposition - 1) return none;
  return is_placed(before) ? out_.phrases[before].host : before;
}

/// Whether the phrase is the name of a place or state.
bool Parser::names_place(const NounPhrase& phrase) const {
  return phrase.name != none && phrase.name == phrase.head && word(phrase.name).is_name() && names_place(word(phrase.name));
}

bool Parser::names_place(const Word& name) const {
  const ActorClass kind = language_.ontology().actors[sentence_.names[name.name_begin].actor].actor_class;
  return kind == ActorClass::place || kind == ActorClass::facility || kind == ActorClass::state;
}

/// "c'est X qui", "ce n'est pas à X que": the clause that only points at X denies or affirms X alone.
void Parser::cleft(Clause& relative) {
  Clause& pointing = top();
  const std::uint32_t pronoun = pointing.subject_clitic;
  if (pronoun == none || !word(pronoun).has(Feature::DemonstrativePronoun) || relative.antecedent == none ||
      !word(pointing.verb).has(Feature::Copula) || relative.antecedent == pointing.subject)
    return;
  pointing.cleft = true;
  const NounPhrase& nearest = out_.phrases[relative.antecedent];
  const std::uint32_t leader = nearest.leader != none ? nearest.leader : root(relative.antecedent);
  if (out_.phrases[leader].clause != stack_.back()) return;
  relative.antecedent = leader;
  for (std::uint32_t member = leader; member != none && pointing.ne; member = out_.phrases[member].next_member)
    if (!out_.phrases[member].affirmed) out_.phrases[member].negated = true;
  if (out_.phrases[leader].preposition == none || !relative.marked(Feature::RelativeObject)) return;
  relative.kind = ClauseKind::adverbial;  // "c'est à X que Y livre Z": nothing is missing in it but the complement
  relative.obliques.push_back(leader);
  out_.phrases[leader].clause = static_cast<std::uint32_t>(out_.clauses.size());
  relative.antecedent = none;
}

/// Whether "que" after a common noun begins a clause that is about the noun: its verb has no object of its own.
bool Parser::lacks_object(std::uint32_t at) const {
  const NounPhrase& before = out_.phrases[last_];
  if (before.name != none || before.role != no_id || before.class_entry != no_id) return false;
  if (before.determiner.has(Feature::Demonstrative) || before.function == Function::time) return false;
  for (const Phrase& phrase : language_.nouns(word(before.head).lemma()))
    if ((language_.entry(phrase.entry).takes & takes_que_clause) != 0) return false;  // "le fait que"
  return misses_object(at);
}

/// Whether nothing that could be an object follows the verb after "que".
bool Parser::misses_object(std::uint32_t at) const {
  std::uint32_t verb = at + 1;
  while (verb < end_ && tag(verb) != Tag::verb && word(verb).mark == 0) ++verb;
  std::uint32_t next = verb + 1;
  while (next < end_ && (tag(next) == Tag::past_participle || tag(next) == Tag::adverb)) ++next;
  return next >= end_ || !begins_phrase(next);
}

}  // namespace entente
