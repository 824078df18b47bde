#include <algorithm>

#include "extract/relate/clause_frame.hpp"
#include "extract/relate/modality.hpp"
#include "extract/relate/statement.hpp"

namespace entente {
namespace {

constexpr std::uint32_t place_classes = class_bit(ActorClass::place) | class_bit(ActorClass::facility);

/// A trigger found in the text.
struct Trigger {
  EntryId entry = no_id;
  std::uint32_t first_word = 0;
  std::uint32_t last_word = 0;
  std::uint32_t clause = none;       ///< whose verb it is, for verbs
  std::uint32_t phrase = none;       ///< whose head it is, for nouns; which holds it, for adjectives
  std::uint32_t fixed = none;        ///< the phrase that holds a verb phrase's fixed noun
};

class Relater {
 public:
  Relater(const SentenceView& sentence, const Language& language, Discourse& discourse, std::vector<Statement>& out)
      : sentence_(sentence), language_(language), discourse_(discourse), out_(out), arguments_(sentence, language, discourse),
        fixed_(sentence.syntax.phrases.size(), false) {}

  void run() {
    for (std::uint32_t clause = 0; clause < sentence_.syntax.clauses.size(); ++clause)
      if (sentence_.syntax.clauses[clause].has_verb()) verb(clause);
    for (std::uint32_t phrase = 0; phrase < sentence_.syntax.phrases.size(); ++phrase) {
      noun(phrase);
      adjectives(phrase);
      prepositional(phrase);
    }
  }

 private:
  [[nodiscard]] const Word& word(std::uint32_t at) const { return sentence_.analysed.words[at]; }
  [[nodiscard]] const NounPhrase& np(std::uint32_t index) const { return sentence_.syntax.phrases[index]; }

  // Triggers

  void verb(std::uint32_t index) {
    const Clause& clause = sentence_.syntax.clauses[index];
    const auto candidates = language_.verbs(word(clause.verb).lemma());
    std::size_t longest = 0;
    std::vector<Trigger> found;
    for (const Phrase& phrase : candidates) {
      const LexicalEntry& entry = language_.entry(phrase.entry);
      if (entry.frames.empty()) continue;
      if (phrase.pronominal != clause.pronominal && !(clause.pronominal && clause.passive)) continue;
      if (phrase.clitic != 0 && !has_clitic(clause, phrase.clitic)) continue;
      Trigger trigger{phrase.entry, clause.verb, clause.verb, index, none, none};
      if (!phrase.rest.empty() && !match_rest(clause, phrase.rest, trigger)) continue;
      const std::size_t length = phrase.rest.size() + (phrase.clitic != 0 ? 1 : 0);
      if (length > longest) found.clear();
      if (length < longest) continue;
      longest = length;
      found.push_back(trigger);
    }
    for (const Trigger& trigger : found) {
      if (trigger.fixed != none) fixed_[trigger.fixed] = true;
      const Standing standing = standing_of(sentence_, language_, index);
      for (const Frame& frame : language_.entry(trigger.entry).frames) verb_frame(trigger, frame, standing);
    }
  }

  [[nodiscard]] bool has_clitic(const Clause& clause, WordId wanted) const {
    for (const std::uint32_t at : {clause.genitive_clitic, clause.place_clitic})
      if (at != none && word(at).surface == wanted) return true;
    return false;
  }

  /// The fixed words after the verb; what stands between may be determiners, adjectives and adverbs.
  bool match_rest(const Clause& clause, const std::vector<WordId>& rest, Trigger& trigger) const {
    std::size_t matched = 0;
    unsigned skipped = 0;
    for (std::uint32_t at = clause.verb + 1; at < sentence_.analysed.words.size() && matched < rest.size(); ++at) {
      const Word& w = word(at);
      if (matches(w, rest[matched])) {
        ++matched;
        trigger.last_word = at;
        trigger.fixed = sentence_.syntax.phrase_of[at];
        continue;
      }
      const Tag tag = w.tag();
      const bool may_stand = tag == Tag::determiner || tag == Tag::adjective || tag == Tag::adverb || tag == Tag::numeral || tag == Tag::past_participle ||
                             (tag == Tag::preposition && matched == 0) || (tag == Tag::noun && w.has(Feature::TimeNoun));
      if (!may_stand || ++skipped > 4) return false;
    }
    return matched == rest.size();
  }

  static bool matches(const Word& w, WordId wanted) {
    if (w.surface == wanted) return true;
    for (std::uint8_t c = 0; c < w.candidate_count; ++c)
      if (w.candidates[c].lemma == wanted) return true;
    return false;
  }

  void noun(std::uint32_t index) {
    const NounPhrase& phrase = np(index);
    if ((fixed_[index] && !has_genitive(index)) || word(phrase.head).is_name()) return;
    const Word& head = word(phrase.head);
    std::span<const Phrase> candidates = language_.nouns(head.lemma());
    if (candidates.empty()) candidates = language_.nouns(head.surface);
    std::size_t longest = 0;
    std::vector<Trigger> found;
    for (const Phrase& candidate : candidates) {
      if (language_.entry(candidate.entry).frames.empty()) continue;
      Trigger trigger{candidate.entry, phrase.head, phrase.head, none, index, none};
      std::size_t matched = 0;
      for (std::uint32_t at = phrase.head + 1; at < sentence_.analysed.words.size() && at < phrase.head + 5 && matched < candidate.rest.size(); ++at)
        if (matches(word(at), candidate.rest[matched])) {
          ++matched;
          trigger.last_word = at;
        }
      if (matched < candidate.rest.size()) continue;
      if (candidate.rest.size() > longest) found.clear();
      if (candidate.rest.size() < longest) continue;
      longest = candidate.rest.size();
      found.push_back(trigger);
    }
    for (const Trigger& trigger : found)
      for (const Frame& frame : language_.entry(trigger.entry).frames) noun_frame(trigger, frame);
  }

  /// "a réitéré le soutien de X à Y": the noun says whose.
  [[nodiscard]] bool has_genitive(std::uint32_t index) const {
    for (std::uint32_t i = index + 1; i < sentence_.syntax.phrases.size() && i < index + 3; ++i)
      if (np(i).host == index && np(i).preposition_lemma == language_.genitive() && !sentence_.referents.phrases[i].who.empty() &&
          !sentence_.referents.phrases[index].owners.empty())
        return true;
    return false;
  }

  void adjectives(std::uint32_t index) {
    const NounPhrase& phrase = np(index);
    for (std::uint32_t at = phrase.begin; at < phrase.end; ++at) {
      const Word& w = word(at);
      if (w.prefix != 0) {
        for (const Phrase& prefix : language_.prefixes(w.prefix))
          for (const Frame& frame : language_.entry(prefix.entry).frames) prefix_frame(prefix.entry, frame, index, at);
        continue;
      }
      if (w.tag() != Tag::adjective && w.tag() != Tag::past_participle) continue;
      for (const Phrase& adjective : language_.adjectives(w.lemma()))
        for (const Frame& frame : language_.entry(adjective.entry).frames)
          noun_frame({adjective.entry, at, at, none, index, none}, frame);
    }
  }

  void prepositional(std::uint32_t index) {
    const NounPhrase& phrase = np(index);
    if (phrase.preposition == none || fixed_[index]) return;
    const std::string_view preposition = language_.words().text(phrase.preposition_lemma);
    const std::string_view surface = language_.words().text(word(phrase.preposition).surface);
    for (const WordId head : {word(phrase.head).surface, word(phrase.head).lemma()}) {
      if (head == 0) continue;
      for (const std::string_view before : {preposition, surface}) {
        const WordId key = language_.words().find(std::string(before) + " " + std::string(language_.words().text(head)));
        for (const Phrase& entry : language_.prepositions(key)) {
          for (const Frame& frame : language_.entry(entry.entry).frames)
            noun_frame({entry.entry, phrase.preposition, phrase.head, none, index, none}, frame);
          if (!language_.entry(entry.entry).frames.empty()) return;
        }
      }
    }
  }

  // Frames

  /// The slots that the frame's words exclude or demand.
  [[nodiscard]] bool words_allow(const Frame& frame, const std::vector<std::uint32_t>& phrases, std::uint32_t trigger_phrase) const {
    const auto heads = [&](const std::vector<std::string>& list, std::uint32_t phrase) {
      for (std::uint32_t at = np(phrase).begin; at < np(phrase).end; ++at)
        for (const std::string& lemma : list) {
          const WordId id = language_.words().find(lemma);
          if (id != 0 && matches(word(at), id)) return true;
        }
      return false;
    };
    for (const std::uint32_t phrase : phrases)
      if (heads(frame.not_with, phrase)) return false;
    if (trigger_phrase != none && !frame.not_with.empty()) {
      if (heads(frame.not_with, trigger_phrase)) return false;
      for (std::uint32_t i = trigger_phrase + 1; i < sentence_.syntax.phrases.size() && i <= trigger_phrase + 2; ++i)
        if (np(i).host == trigger_phrase && heads(frame.not_with, i)) return false;
    }
    if (frame.only_with.empty()) return true;
    return std::any_of(phrases.begin(), phrases.end(), [&](std::uint32_t phrase) {
      for (std::uint32_t member = phrase; member != none; member = np(member).next_member)
        if (heads(frame.only_with, member)) return true;
      return false;
    });
  }

  [[nodiscard]] std::vector<std::uint32_t> object_phrases(std::uint32_t index) const {
    const Clause& clause = sentence_.syntax.clauses[index];
    if (clause.passive) {
      if (clause.subject != none) return {clause.subject};
      return clause.antecedent != none ? std::vector<std::uint32_t>{clause.antecedent} : std::vector<std::uint32_t>{};
    }
    std::vector<std::uint32_t> out = clause.objects;
    if (clause.kind == ClauseKind::relative && clause.marked(Feature::RelativeObject) && clause.antecedent != none) out.push_back(clause.antecedent);
    return out;
  }

  void verb_frame(const Trigger& trigger, const Frame& frame, const Standing& standing) {
    if (!words_allow(frame, object_phrases(trigger.clause), none)) return;
    for (const FrameEnd& required : frame.requires_slots) {
      std::vector<Fillers> fillers;
      arguments_.fill(trigger.clause, required, trigger.fixed, fillers);
      std::vector<std::uint32_t> phrases;
      arguments_.phrases(trigger.clause, required, trigger.fixed, phrases);
      if (fillers.empty() && phrases.empty()) return;
    }
    state(trigger, frame, verb_ends(trigger, frame, true), verb_ends(trigger, frame, false), standing);
  }

  /// Whether the fixed noun has a doer of its own, and a frame for it.
  [[nodiscard]] bool fixed_source(const Trigger& trigger, const Frame& frame) const {
    if (!has_genitive(trigger.fixed)) return false;
    for (const Phrase& phrase : language_.nouns(word(np(trigger.fixed).head).lemma()))
      for (const Frame& other : language_.entry(phrase.entry).frames)
        for (const FrameEnd& end : other.source)
          if (other.relation == frame.relation && end.slot == Slot::genitive) return true;
    return false;
  }

  /// The first that fits of what may stand at an end.
  [[nodiscard]] Fillers verb_ends(const Trigger& trigger, const Frame& frame, bool source) const {
    Fillers out;
    const bool takes_subject = source && std::any_of(frame.source.begin(), frame.source.end(), [](const FrameEnd& end) { return end.slot == Slot::subject; });
    if (takes_subject && trigger.fixed != none && fixed_source(trigger, frame)) return out;
    if (takes_subject && sentence_.syntax.clauses[trigger.clause].passive) {
      Fillers events;
      arguments_.event_agent(trigger.clause, frame.relation, events);
      Fillers agents;
      arguments_.agent(trigger.clause, agents);
      if (agents.empty()) keep(events, frame, FrameEnd{}, true, out);
      if (!out.empty()) return out;
    }
    for (const FrameEnd& end : source ? frame.source : frame.target) {
      std::vector<Fillers> alternatives;
      arguments_.fill(trigger.clause, end, trigger.fixed, alternatives);
      for (const Fillers& fillers : alternatives) {
        keep(fillers, frame, end, source, out);
        if (!out.empty()) return out;
      }
    }
    return out;
  }

  /// What a noun refers to: by itself, by apposition, or as the attribute of a subject.
  void self(std::uint32_t index, Fillers& out) const {
    const NounPhrase& phrase = np(index);
    const std::uint32_t first = phrase.leader != none ? phrase.leader : index;
    if (np(first).function == Function::attribute && np(first).clause != none) {
      arguments_.agent(np(first).clause, out);
      return;
    }
    if (phrase.apposition_to != none) {
      arguments_.one(phrase.apposition_to, out);
      return;
    }
    if (phrase.name != none) return arguments_.one(index, out);
    // "ses alliés russe et iranien": the adjectives say who.
    if (phrase.determiner.has(Feature::Possessive))
      for (std::uint32_t at = phrase.head + 1; at < phrase.end; ++at)
        for (const ActorId actor : language_.demonyms(word(at).lemma() != 0 ? word(at).lemma() : word(at).surface))
          out.push_back({discourse_.of(actor), index, false, false});
    // "leurs alliés de Wagner": after a possessive the complement says who.
    if (out.empty() && phrase.determiner.has(Feature::Possessive))
      for (std::uint32_t i = index + 1; i < sentence_.syntax.phrases.size() && i < index + 3; ++i)
        if (np(i).host == index && np(i).leader == none && np(i).preposition_lemma == language_.genitive()) arguments_.group(i, out);
    for (std::uint32_t i = index + 1; out.empty() && i < sentence_.syntax.phrases.size() && i < index + 4; ++i)
      if (np(i).apposition_to == index && !np(i).included) arguments_.group(i, out);
  }

  void genitive(std::uint32_t index, bool role_noun, Fillers& out) const {
    const NounPhrase& phrase = np(index);
    const auto& owners = sentence_.referents.phrases[index].owners;
    Fillers own;
    if (role_noun) self(index, own);
    for (const ActorIndex owner : owners) {
      const bool taken = std::any_of(own.begin(), own.end(), [&](const Filler& filler) { return filler.actor == owner; });
      if (!taken) out.push_back({owner, index, false, false});
    }
    (void)phrase;
  }

  void modified(const Trigger& trigger, Fillers& out) const {
    const NounPhrase& phrase = np(trigger.phrase);
    const bool adjective = trigger.last_word != phrase.head || word(phrase.head).tag() == Tag::adjective;
    if (trigger.first_word == phrase.preposition) {  // "la ville, aux mains de X"
      if (phrase.host != none) return arguments_.one(phrase.host, out);
      if (phrase.clause != none && sentence_.syntax.clauses[phrase.clause].has_verb() &&
          word(sentence_.syntax.clauses[phrase.clause].verb).has(Feature::Copula))
        return arguments_.agent(phrase.clause, out);
      if (trigger.phrase > 0 && np(trigger.phrase - 1).end + 2 >= phrase.preposition) arguments_.one(trigger.phrase - 1, out);
      return;
    }
    if (phrase.function == Function::attribute) return arguments_.agent(phrase.clause, out);
    if (adjective && phrase.apposition_to != none && trigger.first_word == phrase.head) return arguments_.one(phrase.apposition_to, out);
    if (adjective) arguments_.one(trigger.phrase, out);
  }

  void noun_end(const Trigger& trigger, const Frame& frame, const FrameEnd& end, bool source, Fillers& out) const {
    Fillers fillers;
    switch (end.slot) {
      case Slot::genitive: genitive(trigger.phrase, uses_self(frame), fillers); break;
      case Slot::self: self(trigger.phrase, fillers); break;
      case Slot::modified: modified(trigger, fillers); break;
      case Slot::subject: {
        const std::uint32_t clause = np(trigger.phrase).clause;
        if (clause != none && sentence_.syntax.clauses[clause].has_verb()) arguments_.agent(clause, fillers);
        break;
      }
      case Slot::oblique:
      case Slot::indirect_object: {
        std::vector<std::string> prepositions = end.prepositions;
        if (end.slot == Slot::indirect_object) prepositions.emplace_back(language_.words().text(language_.dative()));
        std::vector<std::uint32_t> found;
        arguments_.complements(trigger.phrase, prepositions, found);
        const std::uint32_t clause = np(trigger.phrase).clause;
        const Function function = np(trigger.phrase).function;
        if (found.empty() && clause != none && (function == Function::object || function == Function::subject))
          for (const std::uint32_t oblique : sentence_.syntax.clauses[clause].obliques)
            if (found.empty() && np(oblique).begin > np(trigger.phrase).begin && arguments_.has_preposition(oblique, prepositions)) found.push_back(oblique);
        for (const std::uint32_t phrase : found) {
          Fillers some;
          arguments_.group(phrase, some);
          Fillers fitting;
          keep(some, frame, end, source, fitting);
          if (fitting.empty()) continue;
          out.insert(out.end(), fitting.begin(), fitting.end());
          return;
        }
        return;
      }
      default: break;
    }
    keep(fillers, frame, end, source, out);
  }

  static bool uses_self(const Frame& frame) {
    const auto is_self = [](const FrameEnd& end) { return end.slot == Slot::self; };
    return std::any_of(frame.source.begin(), frame.source.end(), is_self) || std::any_of(frame.target.begin(), frame.target.end(), is_self);
  }

  void noun_frame(const Trigger& trigger, const Frame& frame) {
    if (!words_allow(frame, {}, trigger.phrase)) return;
    if (!frame.only_with.empty()) {
      bool any = false;
      for (std::uint32_t i = trigger.phrase; i < sentence_.syntax.phrases.size() && i < trigger.phrase + 3; ++i)
        any |= words_allow(frame, {i}, none);
      if (!any) return;
    }
    for (const FrameEnd& required : frame.requires_slots) {
      Fillers fillers;
      noun_end(trigger, Frame{}, required, false, fillers);
      std::vector<std::uint32_t> found;
      arguments_.complements(trigger.phrase, required.prepositions, found);
      if (fillers.empty() && found.empty()) return;
    }
    Fillers sources;
    Fillers targets;
    for (const FrameEnd& end : frame.source) {
      noun_end(trigger, frame, end, true, sources);
      if (!sources.empty()) break;
    }
    for (const FrameEnd& end : frame.target) {
      noun_end(trigger, frame, end, false, targets);
      if (!targets.empty()) break;
    }
    // One word does not fill both ends: "la prise de la ville" has no doer.
    if (frame.source.size() == 1 && !frame.source.empty() && frame.source.front().slot == Slot::genitive) {
      std::erase_if(sources, [&](const Filler& filler) {
        return std::any_of(targets.begin(), targets.end(), [&](const Filler& target) {
          return target.actor == filler.actor || as_actor(discourse_, language_, target.actor) == filler.actor;
        });
      });
    }
    // "nos amis": the speaker is the one who backs.
    if (uses_self(frame) && np(trigger.phrase).determiner.has(Feature::SpeakerPerson)) std::swap(sources, targets);
    state(trigger, frame, sources, targets, noun_standing(trigger));
  }

  void prefix_frame(EntryId entry, const Frame& frame, std::uint32_t phrase, std::uint32_t at) {
    Fillers sources;
    const WordId stem = word(at).stem != 0 ? word(at).stem : word(at).lemma();
    for (const ActorId actor : language_.demonyms(stem)) sources.push_back({discourse_.of(actor), none, false, false});
    if (word(at).is_name() && word(at).stem == 0)
      sources.push_back({as_actor(discourse_, language_, discourse_.of(sentence_.analysed.names[word(at).name_begin].actor)), none, false, false});
    if (sources.size() > 1) sources.resize(1);
    Fillers targets;
    if (np(phrase).function == Function::attribute) {
      arguments_.agent(np(phrase).clause, targets);
    } else {
      for (const ActorIndex actor : sentence_.referents.phrases[phrase].who) targets.push_back({actor, phrase, false, false});
      if (targets.empty() && np(phrase).apposition_to != none) arguments_.one(np(phrase).apposition_to, targets);
    }
    Fillers kept;
    keep(targets, frame, frame.target.empty() ? FrameEnd{} : frame.target.front(), false, kept);
    state({entry, at, at, none, phrase, none}, frame, sources, kept, {});
  }

  /// A noun is meant as its clause is, where it is what the clause's verb gives, gets, denies or promises.
  [[nodiscard]] Standing noun_standing(const Trigger& trigger) const {
    Standing standing;
    const NounPhrase& phrase = np(trigger.phrase);
    std::uint32_t top = trigger.phrase;
    for (unsigned depth = 0; depth < 4 && np(top).host != none; ++depth) {
      const EntryId outer = noun_commitment(np(top).host);
      if (outer != no_id) apply(language_.entry(outer).commitment, standing);
      top = np(top).host;
    }
    if (phrase.negated) standing.negative = !standing.negative;
    if (phrase.preposition != none && word(phrase.preposition).has(Feature::Without)) standing.negative = !standing.negative;
    for (std::uint32_t at = phrase.begin; at < phrase.end; ++at)
      if (word(at).has(Feature::Alleged)) standing.modality = weaker(standing.modality, Modality::unconfirmed);
    const std::uint32_t clause = np(top).clause;
    if (clause == none || !sentence_.syntax.clauses[clause].has_verb()) return standing;
    const Standing outer = standing_of(sentence_, language_, clause);
    const Function function = np(top).function;
    if (function == Function::attribute || (function == Function::object && !sentence_.syntax.clauses[clause].restricted)) {
      const EntryId governor = governing_entry(sentence_, language_, clause);
      const bool reports = governor != no_id && (language_.entry(governor).commitment == Commitment::reports);
      if (!reports && outer.negative) standing.negative = !standing.negative;
      if (governor != no_id && np(top).function == Function::object) apply(language_.entry(governor).commitment, standing);
      if (!reports) standing.modality = weaker(standing.modality, outer.modality);
    } else if (outer.modality == Modality::hypothetical || outer.modality == Modality::unconfirmed) {
      standing.modality = weaker(standing.modality, function == Function::subject ? outer.modality : Modality::asserted);
    }
    standing.reported_by = outer.reported_by;
    return standing;
  }

  [[nodiscard]] EntryId noun_commitment(std::uint32_t index) const {
    for (const Phrase& phrase : language_.nouns(word(np(index).head).lemma()))
      if (phrase.rest.empty() && language_.entry(phrase.entry).commitment != Commitment::none) return phrase.entry;
    return no_id;
  }

  // Ends

  [[nodiscard]] bool class_fits(ActorClass actor_class, const Frame& frame, const FrameEnd& end, bool source) const {
    const auto in = [&](const std::vector<ActorClass>& classes) { return std::find(classes.begin(), classes.end(), actor_class) != classes.end(); };
    if (frame.relation == no_id) return true;
    const Relation& relation = language_.ontology().relations[frame.relation];
    const auto& all = source ? relation.domain : relation.range;
    if (!all.empty() && !in(all)) return false;
    return end.classes.empty() || in(end.classes);
  }

  /// Keeps the fillers that may stand at this end; a capital becomes its government where a place may not.
  void keep(const Fillers& fillers, const Frame& frame, const FrameEnd& end, bool source, Fillers& out) const {
    for (Filler filler : fillers) {
      const Entity& entity = discourse_.entity(filler.actor);
      const bool place = (place_classes & class_bit(entity.node.actor_class)) != 0;
      if (filler.by_owner && place && source) continue;
      if (source || !class_fits(entity.node.actor_class, frame, end, source)) filler.actor = as_actor(discourse_, language_, filler.actor);
      if (class_fits(discourse_.entity(filler.actor).node.actor_class, frame, end, source)) out.push_back(filler);
    }
  }

  [[nodiscard]] double confidence(const Trigger& trigger, const Filler& source, const Filler& target, Modality modality) const {
    double value = 0.92;
    for (const Filler* filler : {&source, &target}) {
      const Entity& entity = discourse_.entity(filler->actor);
      if (entity.generic) value -= 0.15;
      else if (entity.actor == no_id) value -= 0.08;
      if (filler->by_owner) value -= 0.1;
      if (filler->phrase == none) value -= 0.08;
    }
    for (const std::string& feature : language_.entry(trigger.entry).features)
      if (feature == "weak") value -= 0.25;
    if (modality != Modality::asserted) value -= 0.04;
    return std::max(0.1, value);
  }

  void state(const Trigger& trigger, const Frame& frame, const Fillers& sources, const Fillers& targets, const Standing& standing) {
    for (const Filler& source : sources)
      for (const Filler& target : targets) {
        if (source.actor == target.actor) continue;
        Statement statement;
        statement.subject = source.actor;
        statement.object = target.actor;
        statement.relation = frame.relation;
        const bool negative = (frame.polarity == Polarity::negative) != (standing.negative || source.negated || target.negated);
        statement.polarity = negative ? Polarity::negative : Polarity::positive;
        statement.modality = weaker(frame.modality, standing.modality);
        statement.trigger = trigger.entry;
        statement.first_word = trigger.first_word;
        statement.last_word = trigger.last_word;
        statement.sentence = sentence_.number;
        statement.confidence = confidence(trigger, source, target, statement.modality);
        out_.push_back(std::move(statement));
      }
  }

  const SentenceView& sentence_;
  const Language& language_;
  Discourse& discourse_;
  std::vector<Statement>& out_;
  ClauseArguments arguments_;
  std::vector<bool> fixed_;
};

}  // namespace

void relate(const SentenceView& sentence, const Language& language, Discourse& discourse, std::vector<Statement>& out) {
  Relater(sentence, language, discourse, out).run();
}

}  // namespace entente
