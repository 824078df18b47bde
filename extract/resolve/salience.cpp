#include "extract/resolve/salience.hpp"

#include <algorithm>
#include <array>

namespace entente {
namespace {

// The weights of Lappin and Leass: 100 for being in the sentence, 80 for heading a phrase, 50 for not being adverbial, and by
// role.
constexpr float subject_weight = 310;
constexpr float object_weight = 280;
constexpr float oblique_weight = 220;
constexpr float inner_weight = 180;
constexpr float parallel_weight = 60;
constexpr float own_clause_factor = 0.4F;         // "avec X, il …"
constexpr float own_subject_factor = 1.6F;        // "X retire ses troupes"
constexpr float governing_subject_factor = 1.2F;  // "X dit qu'il …"
constexpr float place_factor = 0.6F;              // news is about those who act
constexpr float abroad_factor = 0.4F;             // "A Munich, les dirigeants …": no town of the war
constexpr float other_voice_factor = 0.7F;        // spoken of outside of the quotation marks
constexpr float aside_factor = 0.85F;             // in a relative or a participial clause
constexpr float thing_factor = 0.7F;              // what is no actor is seldom what the news goes on about
constexpr float pronoun_decay = 0.5F;             // from a sentence to the one before
constexpr float known_decay = 0.75F;              // of descriptions, which reach farther and go by what the text is about
constexpr float least_weight = 35;                // a subject three sentences before
constexpr float topic_share = 0.25F;              // for each time that a description's referent has been spoken of
constexpr float clear_lead = 1.02F;               // less is a tie

constexpr float weight_of(GrammaticalRole role) {
  switch (role) {
    case GrammaticalRole::subject:
      return subject_weight;
    case GrammaticalRole::object:
      return object_weight;
    case GrammaticalRole::oblique:
      return oblique_weight;
    case GrammaticalRole::inner:
      break;
  }
  return inner_weight;
}

struct Candidate {
  const Trace* trace = nullptr;  ///< the latest
  float weight = 0;
  float in_sentence = 0;  ///< the part of it that the sentence looked at last gave
  std::uint32_t sentence = 0;
};

class Ranking {
 public:
  Ranking(const Discourse& discourse, const Anaphor& anaphor) : discourse_(discourse), anaphor_(anaphor) {}

  std::vector<ActorIndex> best() {
    for (const Trace& trace : discourse_.recent()) {
      if (trace.sentence + anaphor_.reach < anaphor_.sentence) break;
      if (comes_into_question(trace)) add(trace);
    }
    const Candidate* best = nullptr;
    if (anaphor_.known)
      for (std::size_t i = 0; i < count_; ++i) {
        unsigned times = 0;
        for (const ActorIndex entity : candidates_[i].trace->entities) times = std::max(times, discourse_.entity(entity).times);
        candidates_[i].weight *= 1 + topic_share * static_cast<float>(times);
      }
    for (std::size_t i = 0; i < count_; ++i)
      if (best == nullptr || candidates_[i].weight > best->weight) best = &candidates_[i];
    if (best == nullptr || (best->weight < least_weight && !anaphor_.known)) return {};
    for (std::size_t i = 0; i < count_; ++i)
      if (&candidates_[i] != best && candidates_[i].weight * clear_lead > best->weight) return {};
    return best->trace->entities;
  }

 private:
  [[nodiscard]] bool comes_into_question(const Trace& trace) const {
    if (!agrees(anaphor_.gender, trace.gender) || !agrees(anaphor_.number, trace.number)) return false;
    if (trace.entities.empty()) return !anaphor_.known && (!trace.thing || !anaphor_.somebody);
    if (anaphor_.known)
      return std::ranges::any_of(trace.entities, [&](ActorIndex entity) {
        return discourse_.is_known(entity, anaphor_.classes) && !is_other(entity) && is_such_a_place(trace, entity);
      });
    if (std::ranges::any_of(trace.entities, [&](ActorIndex entity) { return is_other(entity); })) return false;
    const ActorClass kind = discourse_.entity(trace.entities.front()).node.actor_class;
    if (kind == ActorClass::media_outlet && trace.role != GrammaticalRole::subject) return false;  // "… sur RFI. Il …"
    return (class_bit(kind) & anaphor_.classes) != 0;
  }

  /// "la ville" is none that the text calls a province, nor "cette ville syrienne" one that lies elsewhere.
  [[nodiscard]] bool is_such_a_place(const Trace& trace, ActorIndex index) const {
    const Entity& entity = discourse_.entity(index);
    if (anaphor_.place == PlaceKind::any || entity.node.actor_class != ActorClass::place) return true;
    const bool settlement = trace.called == PlaceKind::any ? !entity.region : trace.called == PlaceKind::settlement;
    const bool region = entity.region || (trace.called == PlaceKind::region && trace.noun == anaphor_.noun);
    const ActorId country = discourse_.country_of(entity.actor);
    const bool elsewhere = anaphor_.country != no_id && country != no_id && country != anaphor_.country;
    return (anaphor_.place == PlaceKind::region ? region : settlement) && !elsewhere;
  }

  [[nodiscard]] bool is_abroad(const Trace& trace) const {
    if (anaphor_.place == PlaceKind::any || trace.entities.empty()) return false;
    const ActorId country = discourse_.country_of(discourse_.entity(trace.entities.front()).actor);
    return country != no_id && !discourse_.is_about(country);
  }

  [[nodiscard]] bool is_other(ActorIndex entity) const {
    return std::ranges::find(anaphor_.others, entity) != anaphor_.others.end();
  }

  [[nodiscard]] float weigh(const Trace& trace) const {
    float weight = weight_of(trace.role);
    const bool argument = trace.role == GrammaticalRole::subject || trace.role == GrammaticalRole::object;
    if (argument && trace.role == anaphor_.role && !anaphor_.known) weight += parallel_weight;
    if (trace.entities.empty())
      weight *= thing_factor;
    else if (anaphor_.classes == Anaphor::any_class &&
             (class_bit(discourse_.entity(trace.entities.front()).node.actor_class) & place_classes) != 0)
      weight *= place_factor;
    if (is_abroad(trace)) weight *= abroad_factor;
    if (anaphor_.quoted && !trace.quoted) weight *= other_voice_factor;
    if (trace.aside) weight *= aside_factor;
    if (trace.sentence == anaphor_.sentence && trace.clause == anaphor_.clause && anaphor_.clause != none &&
        trace.role != GrammaticalRole::inner)
      weight *= anaphor_.reflexive && trace.role == GrammaticalRole::subject ? own_subject_factor
                : anaphor_.reflexive                                         ? 1.0F
                                                                             : own_clause_factor;
    if (!anaphor_.reflexive && trace.sentence == anaphor_.sentence && trace.clause == anaphor_.parent &&
        anaphor_.parent != none && trace.role == GrammaticalRole::subject)
      weight *= governing_subject_factor;
    const float decay = anaphor_.known ? known_decay : pronoun_decay;
    for (std::uint32_t sentence = trace.sentence; sentence < anaphor_.sentence; ++sentence) weight *= decay;
    return weight;
  }

  void add(const Trace& trace) {
    const float weight = weigh(trace);
    Candidate* known = nullptr;
    for (std::size_t i = 0; i < count_ && known == nullptr; ++i)
      if (!trace.entities.empty() && candidates_[i].trace->entities == trace.entities) known = &candidates_[i];
    if (known == nullptr) {
      candidates_[count_++] = {&trace, weight, weight, trace.sentence};
      return;
    }
    if (known->sentence != trace.sentence) {
      known->sentence = trace.sentence;
      known->in_sentence = 0;
    }
    if (weight <= known->in_sentence) return;
    known->weight += weight - known->in_sentence;
    known->in_sentence = weight;
  }

  const Discourse& discourse_;
  const Anaphor& anaphor_;
  std::array<Candidate, Discourse::longest_memory> candidates_ = {};
  std::size_t count_ = 0;
};

}  // namespace

std::vector<ActorIndex> most_salient(const Discourse& discourse, const Anaphor& anaphor) {
  return Ranking(discourse, anaphor).best();
}

}  // namespace entente
