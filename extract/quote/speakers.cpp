#include "extract/quote/speech_events.hpp"

namespace entente {
namespace {

constexpr std::size_t longest_name_line = 8;  // words
constexpr std::uint32_t longest_heading = 6;  // sentences before an interview

}  // namespace

bool SpeakerFinder::is_person(ActorIndex actor) const {
  const Entity& entity = discourse_.entity(actor);
  if (entity.node.actor_class == ActorClass::person) return true;
  // A name that nothing is known of is most often a person's, if it has a first name.
  return entity.actor == no_id && !entity.generic && entity.node.actor_class == ActorClass::actor &&
         entity.node.label.find(' ') != std::string::npos;
}

ActorIndex SpeakerFinder::person_among(const Fillers& fillers) const {
  for (const Filler& filler : fillers)
    if (is_person(filler.actor)) return filler.actor;
  return as_actor(discourse_, language_, fillers.front().actor);
}

/// The subject of a clause, of the one that it shares it with, or of the one whose infinitive or gerund it is.
std::uint32_t SpeakerFinder::subject_phrase(std::uint32_t s, std::uint32_t c) const {
  const auto& clauses = document_.syntax[s].clauses;
  for (unsigned depth = 0; c != none && depth < 6; ++depth) {
    if (clauses[c].subject != none) return clauses[c].subject;
    if (clauses[c].subject_clitic != none) return none;
    const bool open = clauses[c].kind == ClauseKind::gerund || clauses[c].kind == ClauseKind::infinitive;
    c = clauses[c].shares_with != none ? clauses[c].shares_with : open ? clauses[c].parent : none;
  }
  return none;
}

/// "une source citée par l'agence, qui évoque": the source, not the agency.
std::uint32_t SpeakerFinder::past_relay(std::uint32_t s, std::uint32_t phrase) const {
  if (phrase == none || document_.syntax[s].phrases[phrase].preposition_lemma != language_.agentive()) return phrase;
  for (const Clause& clause : document_.syntax[s].clauses)
    if (clause.kind == ClauseKind::participial && clause.passive && clause.antecedent != none &&
        std::find(clause.obliques.begin(), clause.obliques.end(), phrase) != clause.obliques.end())
      return clause.antecedent;
  return phrase;
}

bool SpeakerFinder::of_clause(std::uint32_t s, std::uint32_t c, ActorIndex& out) {
  const SentenceView sentence = view(s);
  const Clause& clause = sentence.syntax.clauses[c];
  if (one_says(s, c)) return people_there(s, c, out);
  const std::uint32_t phrase = past_relay(s, subject_phrase(s, c));
  if (!clause.passive && phrase != none && (apposed_person(s, phrase, out) || head_of_office(s, phrase, out))) return true;
  if (phrase != subject_phrase(s, c) || (!clause.passive && phrase != none && (is_national(s, phrase) || is_one_of(s, phrase))))
    return of_phrase(s, phrase, out);
  Fillers fillers;
  ClauseArguments(sentence, language_, discourse_).agent(c, fillers);
  if (!fillers.empty() && !fillers.front().by_owner) {
    out = person_among(fillers);
    return true;
  }
  return !clause.passive && phrase != none && of_phrase(s, phrase, out);
}

/// "la maire d'arrondissement Jeanne Dupont": who is named behind a bare complement.
bool SpeakerFinder::named_in_complement(std::uint32_t s, std::uint32_t p, ActorIndex& out) const {
  const auto& phrases = document_.syntax[s].phrases;
  if (p + 1 >= phrases.size() || phrases[p].name != none || (phrases[p].number & Inflection::plural) != 0) return false;
  const NounPhrase& complement = phrases[p + 1];
  const auto& who = document_.referents[s].phrases[p + 1].who;
  if (complement.host != p || complement.begin != complement.head || complement.name != complement.head + 1 || who.size() != 1)
    return false;
  const bool human = complement.role != no_id || (complement.class_entry != no_id &&  // "un proche du général X"
                                                  language_.entry(complement.class_entry).names_class == ActorClass::person);
  if (complement.preposition_lemma != language_.genitive() || human || !is_person(who.front())) return false;
  return out = who.front(), true;
}

/// "sa femme, Jeanne": a name of one word that nothing else is known of, beside a noun for people.
bool SpeakerFinder::is_first_name(std::uint32_t s, std::uint32_t p, std::uint32_t name) const {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  const ActorClass kind = np.class_entry == no_id ? ActorClass::person : language_.entry(np.class_entry).names_class;
  const bool human = np.role != no_id || kind == ActorClass::person || kind == ActorClass::population;
  const Entity& entity = discourse_.entity(document_.referents[s].phrases[name].who.front());
  return human && document_.syntax[s].phrases[name].name != none && entity.actor == no_id && !entity.generic &&
         entity.node.actor_class == ActorClass::actor;
}

/// "un de ses conseillers, Jean Dupont", "la porte-parole de l'armée, Jeanne Dupont".
bool SpeakerFinder::apposed_person(std::uint32_t s, std::uint32_t p, ActorIndex& out) const {
  const auto& phrases = document_.syntax[s].phrases;
  if (phrases[p].name == phrases[p].head || (phrases[p].number & Inflection::plural) != 0 || phrases[p].next_member != none)
    return false;
  for (std::uint32_t i = p + 1; i < phrases.size() && i < p + 6; ++i) {
    std::uint32_t host = phrases[i].apposition_to;
    if (host == none) continue;
    while (host != p && phrases[host].host != none) host = phrases[host].host;
    if (host == p + 1 && phrases[host].preposition == none && phrases[host].begin == phrases[p].end) host = p;  // "loyaliste"
    const auto& who = document_.referents[s].phrases[i].who;
    if (host != p || who.size() != 1 || !(is_person(who.front()) || is_first_name(s, p, i))) continue;
    out = who.front();
    return true;
  }
  return false;
}

/// "leur chef local, dit « Silvana »": who goes by a name that nothing else is known of.
bool SpeakerFinder::byname(std::uint32_t s, std::uint32_t p, ActorIndex& out) const {
  for (const Clause& clause : document_.syntax[s].clauses) {
    if (clause.kind != ClauseKind::participial || clause.antecedent != p || clause.objects.size() != 1) continue;
    const std::uint32_t name = clause.objects.front();
    const bool quoted = word(s, document_.syntax[s].phrases[name].head).quoted && !word(s, clause.verb).quoted;
    const auto& who = document_.referents[s].phrases[name].who;
    if (quoted && who.size() == 1 && discourse_.entity(who.front()).actor == no_id) return out = who.front(), true;
  }
  return false;
}

/// "le bureau du président X", "l'ambassade de X": X.
bool SpeakerFinder::head_of_office(std::uint32_t s, std::uint32_t p, ActorIndex& out) const {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  const auto& owners = document_.referents[s].phrases[p].owners;
  if (owners.size() != 1 || np.name != none) return false;
  const ActorClass kind = np.class_entry == no_id ? ActorClass::government : language_.entry(np.class_entry).names_class;
  const ActorClass owner = discourse_.entity(owners.front()).node.actor_class;
  const bool office = language_.lemma_features(word(s, np.head).lemma()).has(Feature::ActsFor) && kind == ActorClass::government;
  if (!(office && owner == ActorClass::person) && !(kind == ActorClass::facility && owner == ActorClass::state)) return false;
  return out = owners.front(), true;
}

bool SpeakerFinder::of_phrase(std::uint32_t s, std::uint32_t p, ActorIndex& out) {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  const Referents& referents = document_.referents[s].phrases[p];
  const Features head = language_.lemma_features(word(s, np.head).lemma());
  if (head.has(Feature::SpeechNoun) && !referents.owners.empty()) {
    out = as_actor(discourse_, language_, referents.owners.front());
    return true;
  }
  if (head.has(Feature::SpeechNoun) && publisher(s, p, out)) return true;
  if (apposed_person(s, p, out) || byname(s, p, out) || named_in_complement(s, p, out) || named_outlet(s, p, out) ||
      head_of_office(s, p, out))
    return true;
  if (is_national(s, p)) return compatriot(s, p, out) || last_person(s, out) || by_label(s, p, out);
  if (!head.has(Feature::SpeechNoun) && is_one_of(s, p) && by_label(s, p, out)) return true;
  if (!referents.who.empty()) {
    Fillers fillers;
    for (const ActorIndex actor : referents.who) fillers.push_back({actor, p, false, false});
    out = person_among(fillers);
    return true;
  }
  const Tag tag = word(s, np.head).tag();
  if (head.has(Feature::SpeechNoun) && p + 1 < document_.syntax[s].phrases.size() &&
      document_.syntax[s].phrases[p + 1].host == p &&
      document_.syntax[s].phrases[p + 1].preposition_lemma == language_.genitive() &&
      word(s, document_.syntax[s].phrases[p + 1].begin).tag() == Tag::determiner)
    return of_phrase(s, p + 1, out);  // "un communiqué de la coalition"
  if ((tag != Tag::noun && tag != Tag::name) || head.has(Feature::SpeechNoun)) return false;
  return described_person(s, p, out) || by_label(s, p, out);
}

/// "un conseiller américain", "un proche du président X", "un membre de l'Académie": somebody of theirs, who is not named, and
/// not they.
bool SpeakerFinder::is_one_of(std::uint32_t s, std::uint32_t p) const {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  const bool own = np.determiner.has(Feature::Possessive);
  if (!(np.determiner.has(Feature::Indefinite) || own) || np.name != none) return false;
  const bool human =
      np.role != no_id || (np.class_entry != no_id && language_.entry(np.class_entry).names_class == ActorClass::person);
  const bool group = np.class_entry != no_id && !human;  // "des rebelles du M23" are the M23
  const auto& owners = document_.referents[s].phrases[p].owners;
  return std::ranges::all_of(document_.referents[s].phrases[p].who, [&](ActorIndex actor) {
    const Entity& entity = discourse_.entity(actor);
    if (std::ranges::find(owners, actor) != owners.end() && (is_person(actor) || (!own && !group))) return true;
    return (entity.generic && !own) || (human && entity.node.actor_class != ActorClass::person);
  });
}

/// "le Danois", "l'Ukrainienne": a person of that nation, not the nation.
bool SpeakerFinder::is_national(std::uint32_t s, std::uint32_t p) const {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  const Word& head = word(s, np.head);
  return np.determiner.has(Feature::Definite) && np.end == np.head + 1 && (np.number & Inflection::plural) == 0 &&
         !head.is_name() && !language_.demonyms(head.lemma()).empty() && np.class_entry == no_id && np.role == no_id;
}

/// Somebody whom only the words of the phrase tell.
bool SpeakerFinder::by_label(std::uint32_t s, std::uint32_t p, ActorIndex& out) {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  const Referents& referents = document_.referents[s].phrases[p];
  const std::string label = generic_label(s, p);
  if (label.empty()) return false;
  out = discourse_.discover(label, np.role != no_id ? ActorClass::person : ActorClass::actor, true);
  numbers_[out] = np.number;
  // "un officier de l'armée": in whose name he says "we".
  if (!referents.owners.empty() && !discourse_.entity(out).side)
    discourse_.entity(out).side = as_actor(discourse_, language_, referents.owners.front());
  return true;
}

/// "le quotidien Sabah": an outlet, even where a place has the same name; "l'agence officielle syrienne Sana".
bool SpeakerFinder::named_outlet(std::uint32_t s, std::uint32_t p, ActorIndex& out) {
  const auto& phrases = document_.syntax[s].phrases;
  const NounPhrase& np = phrases[p];
  if (np.class_entry == no_id || language_.entry(np.class_entry).names_class != ActorClass::media_outlet) return false;
  if (np.name == none && p + 1 < phrases.size() && phrases[p + 1].begin == np.end && phrases[p + 1].preposition == none) {
    const auto& who = document_.referents[s].phrases[p + 1].who;
    if (who.size() == 1 && discourse_.entity(who.front()).node.actor_class == ActorClass::media_outlet)
      return out = who.front(), true;
  }
  if (np.name == none || np.name == np.head) return false;
  const auto& who = document_.referents[s].phrases[p].who;
  if (who.empty() || discourse_.entity(who.front()).node.actor_class != ActorClass::place) return false;
  const Span name{token(word(s, np.name).first).span.begin, token(word(s, np.name_end - 1).last - 1).span.end};
  out = discourse_.discover(name.of(document_.text), ActorClass::media_outlet, false);
  return true;
}

bool SpeakerFinder::agrees(ActorIndex actor, const Reading& pronoun) const {
  const Entity& entity = discourse_.entity(actor);
  const bool person = is_person(actor);
  if (person && pronoun.number == Inflection::plural) return false;
  if (const auto number = numbers_.find(actor);
      number != numbers_.end() && number->second != 0 && pronoun.number != 0 && (number->second & pronoun.number) == 0)
    return false;  // "selon les organisateurs": none of them is "il"
  if (!person && entity.gender != Gender::unknown) return false;
  const std::uint8_t gender = entity.gender == Gender::feminine ? Inflection::feminine : Inflection::masculine;
  return entity.gender == Gender::unknown || pronoun.gender == 0 || (pronoun.gender & gender) != 0;
}

bool SpeakerFinder::named_next(std::uint32_t s, std::uint32_t pronoun, ActorIndex& out) const {
  return s + 1 < document_.sentences.size() && main_person(s + 1, out) && agrees(out, word(s, pronoun).reading);
}

/// A colon between what a sentence begins with and the quotation before a pronoun.
bool SpeakerFinder::colon_between(std::uint32_t s, std::uint32_t pronoun) const {
  for (std::uint32_t w = 1; w < pronoun; ++w)
    if (word(s, w).mark == ':' && !word(s, w).quoted) return word(s, w + 1).quoted && !word(s, 0).quoted;
  return false;
}

ActorIndex SpeakerFinder::of_pronoun(std::uint32_t s, std::uint32_t pronoun, ActorIndex otherwise) const {
  const Reading& reading = word(s, pronoun).reading;
  ActorIndex before = none;
  if (in_relative(s, pronoun) && main_person(s, before) && agrees(before, reading)) return before;
  // "X n'y croit pas : « … », soupire-t-il"
  if (colon_between(s, pronoun) && main_person(s, before) && agrees(before, reading)) return before;
  if (person_before_mark(s, pronoun, before) && agrees(before, reading)) return before;
  for (std::uint32_t back = 1; back <= pronoun_reach && back <= s; ++back) {
    if (recent_ != none && recent_sentence_ + back >= s && agrees(recent_, reading)) return recent_;
    ActorIndex person = none;
    if (main_person(s - back, person) && agrees(person, reading)) return person;
    if (back == 1 && only_person(s - 1, reading, person)) return person;
  }
  return otherwise;
}

/// "X salue une trêve qui, a-t-il dit, durera": the pronoun stands between the relative's beginning and its verb.
bool SpeakerFinder::in_relative(std::uint32_t s, std::uint32_t pronoun) const {
  return std::ranges::any_of(document_.syntax[s].clauses, [&](const Clause& clause) {
    return clause.kind == ClauseKind::relative && clause.has_verb() && clause.first < pronoun && pronoun < clause.verb;
  });
}

/// "X a agi ; l'heure est grave, a-t-il dit": who does something before the last semicolon or colon.
bool SpeakerFinder::person_before_mark(std::uint32_t s, std::uint32_t pronoun, ActorIndex& out) const {
  const auto parts = [&](const Word& mark) { return (mark.mark == ';' || mark.mark == ':') && !mark.quoted; };
  std::uint32_t semicolon = pronoun;
  while (semicolon > 0 && !parts(word(s, semicolon))) --semicolon;
  bool found = false;
  for (const Clause& clause : document_.syntax[s].clauses) {
    if (clause.kind != ClauseKind::main || !clause.has_verb() || clause.verb >= semicolon || clause.subject == none) continue;
    const auto& who = document_.referents[s].phrases[clause.subject].who;
    if (who.size() != 1 || !is_person(who.front())) continue;
    out = who.front();
    found = true;
  }
  return found;
}

/// The one person that does something in a sentence, outside quotations, be it in a relative.
bool SpeakerFinder::only_person(std::uint32_t s, const Reading& pronoun, ActorIndex& out) const {
  ActorIndex only = none;
  const auto& phrases = document_.syntax[s].phrases;
  for (std::uint32_t p = 0; p < phrases.size(); ++p)
    for (const ActorIndex actor : document_.referents[s].phrases[p].who) {
      if (phrases[p].function != Function::subject || word(s, phrases[p].head).quoted) continue;
      if (!is_person(actor) || !agrees(actor, pronoun)) continue;
      if (only != none && only != actor) return false;
      only = actor;
    }
  if (only == none) return false;
  out = only;
  return true;
}

/// "Trois questions à X": the only person that is named before the first question, or the first in a line without a verb.
bool SpeakerFinder::interviewed(std::uint32_t question, ActorIndex& out) const {
  ActorIndex only = none;
  bool several = false;
  for (std::uint32_t s = 0; s < question && s < longest_heading; ++s) {
    const auto& words = document_.sentences[s].words;
    const bool heading = std::ranges::none_of(words, [](const Word& w) { return w.tag() == Tag::verb; });
    for (const Referents& phrase : document_.referents[s].phrases)
      for (const ActorIndex actor : phrase.who) {
        if (!is_person(actor)) continue;
        if (heading && discourse_.entity(actor).node.label.find(' ') != std::string::npos) return out = actor, true;
        several |= only != none && only != actor;
        only = actor;
      }
  }
  if (only == none || several) return false;
  return out = only, true;
}

bool SpeakerFinder::main_subject(std::uint32_t s, ActorIndex& out) const {
  for (const Clause& clause : document_.syntax[s].clauses)
    if (clause.kind == ClauseKind::main && clause.has_verb() && clause.subject != none &&
        !document_.referents[s].phrases[clause.subject].who.empty()) {
      out = as_actor(discourse_, language_, document_.referents[s].phrases[clause.subject].who.front());
      return true;
    }
  return false;
}

bool SpeakerFinder::is_somebody(std::uint32_t s, std::uint32_t c) const {
  const std::uint32_t phrase = subject_phrase(s, c);
  if (phrase == none) return true;
  const NounPhrase& np = document_.syntax[s].phrases[phrase];
  return !document_.referents[s].phrases[phrase].who.empty() || np.role != no_id || np.class_entry != no_id;
}

/// Whom the subject of a sentence is about: itself, or whose it is ("son mot d'ordre").
bool SpeakerFinder::of_subject(std::uint32_t s, std::uint32_t p, ActorIndex& out) {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  const Referents& referents = document_.referents[s].phrases[p];
  const bool somebody = !referents.who.empty() || np.role != no_id || np.class_entry != no_id;
  if (!somebody && referents.owners.size() == 1) return out = referents.owners.front(), true;
  if (!somebody || !of_phrase(s, p, out)) return false;
  const ActorClass kind = discourse_.entity(out).node.actor_class;
  return kind != ActorClass::place && kind != ActorClass::facility;
}

bool SpeakerFinder::other_person(std::uint32_t s, ActorIndex but, ActorIndex& out) const {
  for (std::uint32_t back = 0; back < pronoun_reach && back <= s; ++back) {
    const auto& phrases = document_.referents[s - back].phrases;
    for (std::size_t p = phrases.size(); p-- > 0;)
      for (const ActorIndex actor : phrases[p].who)
        if (actor != but && is_person(actor)) return out = actor, true;
  }
  return false;
}

bool SpeakerFinder::main_person(std::uint32_t s, ActorIndex& out) const {
  const auto& words = document_.sentences[s].words;
  if (words.size() <= longest_name_line && !document_.syntax[s].phrases.empty() && !words.front().quoted &&
      std::none_of(words.begin(), words.end(), [](const Word& w) { return w.tag() == Tag::verb; })) {  // a name over his words
    const auto& who = document_.referents[s].phrases.front().who;
    if (who.size() == 1 && is_person(who.front())) return out = who.front(), true;
  }
  for (const Clause& clause : document_.syntax[s].clauses) {
    if (clause.kind != ClauseKind::main || !clause.has_verb() || word(s, clause.verb).quoted) continue;
    if (clause.subject != none) {
      const auto& who = document_.referents[s].phrases[clause.subject].who;
      if (who.size() == 1 && is_person(who.front())) return out = who.front(), true;
      if (apposed_person(s, clause.subject, out)) return true;
    } else if (clause.subject_clitic != none) {
      const auto& who = document_.referents[s].pronouns[clause.subject_clitic];
      if (who.size() == 1 && is_person(who.front())) return out = who.front(), true;
    }
  }
  return false;
}

/// The words of a phrase and of its complements, from the first that is no determiner or number.
std::string SpeakerFinder::generic_label(std::uint32_t s, std::uint32_t p) const {
  const NounPhrase& np = document_.syntax[s].phrases[p];
  std::uint32_t begin = np.begin;
  while (begin < np.head && (word(s, begin).tag() == Tag::determiner || word(s, begin).tag() == Tag::numeral)) ++begin;
  std::uint32_t end = np.end;
  // "des habitants joints au téléphone": with what goes with it, the participle would be a clause.
  if (end > np.head + 1 && end < document_.sentences[s].words.size() && word(s, end).tag() == Tag::preposition &&
      word(s, end).lemma() != language_.genitive() && word(s, end - 1).reading.participle)
    return label_of(s, begin, end - 1);
  for (std::uint32_t i = p + 1; i < document_.syntax[s].phrases.size(); ++i) {
    const NounPhrase& next = document_.syntax[s].phrases[i];
    const bool bare =
        next.preposition == none && next.begin == end && next.name == none && word(s, next.begin).tag() != Tag::determiner;
    if (!bare && (next.preposition != end || next.preposition_lemma != language_.genitive())) break;
    end = next.end;
  }
  if (np.preposition != none && begin == np.begin) {  // "de source militaire"
    const Word& preposition = word(s, np.preposition);
    const std::string_view genitive = language_.words().text(language_.genitive());
    const std::string_view lemma = language_.words().text(preposition.lemma());
    if (preposition.has(Feature::Attributive) && preposition.last == preposition.first + 2 && lemma.starts_with(genitive))
      return std::string(
          Span{token(preposition.first + 1).span.begin, token(word(s, end - 1).last - 1).span.end}.of(document_.text));
  }
  return label_of(s, begin, end);
}

/// Words [begin, end) as they stand, on one line.
std::string SpeakerFinder::label_of(std::uint32_t s, std::uint32_t begin, std::uint32_t end) const {
  std::string label;
  const Span span{token(word(s, begin).first).span.begin, token(word(s, end - 1).last - 1).span.end};
  for (const char c : span.of(document_.text)) label.push_back(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
  return label;
}

}  // namespace entente
