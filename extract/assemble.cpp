#include <algorithm>
#include <map>
#include <tuple>

#include "extract/pipeline.hpp"

namespace entente {
namespace {

constexpr unsigned reach = 64;              // quotations looked back at
constexpr std::size_t context_length = 32;  // code points of prefix and suffix

std::string before(std::string_view text, std::uint32_t at) {
  std::size_t begin = at;
  for (std::size_t count = 0; count < context_length && begin > 0;) count += begins_code_point(text[--begin]);
  return std::string(text.substr(begin, at - begin));
}

std::string after(std::string_view text, std::uint32_t at) {
  std::size_t end = at;
  for (std::size_t count = 0; end < text.size(); ++end)
    if (begins_code_point(text[end]) && count++ == context_length) break;
  return std::string(text.substr(at, end - at));
}

class Assembler {
 public:
  Assembler(const Document& document, const Pipeline& pipeline, SectionPlace place, std::vector<ActorIndex>& actors,
            Extraction& out)
      : document_(document), pipeline_(pipeline), place_(place), actors_(actors), out_(out) {}

  void run() {
    out_.document = document_.info;
    out_.document.date = pipeline_.discourse.date();
    actors_.resize(pipeline_.discourse.entities().size(), none);
    mentions();
    for (const Statement& statement : pipeline_.statements) claim(statement);
    finish_claims();
    for (const Utterance& utterance : pipeline_.utterances) quotation(utterance);
    for (ActorIndex entity = 0; entity < actors_.size(); ++entity)  // what was known of it before this section may be less
      if (actors_[entity] != none) out_.actors[actors_[entity]] = pipeline_.discourse.entity(entity).node;
  }

 private:
  ActorIndex actor(ActorIndex entity) {
    if (actors_[entity] == none) {
      actors_[entity] = static_cast<ActorIndex>(out_.actors.size());
      out_.actors.push_back(pipeline_.discourse.entity(entity).node);
    }
    return actors_[entity];
  }

  [[nodiscard]] CodePoints code_points(Span span) const {
    return {place_.code_point + pipeline_.code_points.at(span.begin), place_.code_point + pipeline_.code_points.at(span.end)};
  }

  [[nodiscard]] Span in_document(Span span) const { return {place_.byte + span.begin, place_.byte + span.end}; }

  [[nodiscard]] Evidence evidence(Span span) const {
    const Span whole = in_document(span);
    return {code_points(span), std::string(whole.of(document_.text)), before(document_.text, whole.begin),
            after(document_.text, whole.end)};
  }

  void mentions() {
    auto sorted = pipeline_.mentions;
    std::sort(sorted.begin(), sorted.end(), [](const Mention& a, const Mention& b) {
      return std::tie(a.place.begin, a.place.end, a.actor) < std::tie(b.place.begin, b.place.end, b.actor);
    });
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      if (i > 0 && sorted[i].actor == sorted[i - 1].actor && sorted[i].place == sorted[i - 1].place) continue;
      out_.mentions.push_back({actor(sorted[i].actor), code_points({sorted[i].place.begin, sorted[i].place.end})});
    }
  }

  [[nodiscard]] Span words(const Statement& statement) const {
    const auto& words = pipeline_.analysed[statement.sentence].words;
    return {pipeline_.tokens[words[statement.first_word].first].span.begin,
            pipeline_.tokens[words[statement.last_word].last - 1].span.end};
  }

  /// The innermost quotation around the trigger says who vouches for it.
  [[nodiscard]] const Utterance* reporter(Span trigger) const {
    const Utterance* best = nullptr;
    const auto& all = pipeline_.utterances;  // by where they begin; one that is far back does not reach this far
    auto next = std::upper_bound(all.begin(), all.end(), trigger.begin,
                                 [](std::uint32_t at, const Utterance& u) { return at < u.span.begin; });
    for (unsigned back = 0; next != all.begin() && back < reach; ++back) {
      const Utterance& utterance = *--next;
      if (utterance.span.end < trigger.end) continue;
      if (best == nullptr || utterance.span.end - utterance.span.begin <= best->span.end - best->span.begin) best = &utterance;
    }
    return best;
  }

  /// The same actor, or a state and what acts for it.
  [[nodiscard]] bool same_party(ActorIndex a, ActorIndex b) const {
    if (a == b) return true;
    const ActorId x = pipeline_.discourse.entity(a).actor;
    const ActorId y = pipeline_.discourse.entity(b).actor;
    if (x == no_id || y == no_id) return false;
    const auto& actors = pipeline_.language.ontology().actors;
    const auto acts = [&](ActorId id) {
      const Actor& known = actors[id];
      if (known.actor_class == ActorClass::state) return id;
      if (known.actor_class == ActorClass::government || known.actor_class == ActorClass::armed_forces ||
          known.actor_class == ActorClass::person)
        return pipeline_.discourse.country_of(id);
      return id;
    };
    return acts(x) == acts(y);
  }

  /// "le porte-parole des talibans": whether a person speaks for the group.
  [[nodiscard]] bool holds_office_in(ActorIndex person, ActorIndex group) const {
    const Entity& speaker = pipeline_.discourse.entity(person);
    const ActorId of = pipeline_.discourse.entity(group).actor;
    return speaker.side == group ||
           (of != no_id && std::ranges::any_of(speaker.roles, [&](const Tenure& tenure) { return tenure.of == of; }));
  }

  /// Whether somebody reports, within what is said, what somebody else says.
  [[nodiscard]] bool is_within(const Statement& statement, const Utterance& said) const {
    const auto& words = pipeline_.analysed[statement.sentence].words;
    const Span verb = pipeline_.tokens[words[statement.voucher_word].first].span;
    return said.span.begin <= verb.begin && verb.end <= said.span.end;
  }

  /// "X dit que Y, qui tient Z, avance": what is added in passing to what is said is known already.
  [[nodiscard]] bool is_aside_in(const Statement& statement, const Utterance& said) const {
    if (statement.aside == none) return false;
    const Word& first = pipeline_.analysed[statement.sentence].words[statement.aside];
    return said.span.begin <= pipeline_.tokens[first.first].span.begin;
  }

  void claim(const Statement& statement) {
    const Span trigger = words(statement);
    Claim claim;
    claim.subject = actor(statement.subject);
    claim.object = actor(statement.object);
    claim.predicate = pipeline_.language.ontology().relations[statement.relation].iri;
    claim.polarity = statement.polarity;
    claim.modality = statement.modality;
    claim.confidence = statement.confidence;
    claim.trigger = pipeline_.language.entry(statement.trigger).iri;
    claim.trigger_words = std::string(in_document(trigger).of(document_.text));
    const Utterance* said = reporter(trigger);
    if (statement.voucher && (said == nullptr || is_within(statement, *said))) {
      claim.attributed_to = actor(*statement.voucher);
    } else if (said != nullptr) {
      claim.attributed_to = actor(said->speaker);
      const bool own = same_party(said->speaker, statement.subject) || holds_office_in(said->speaker, statement.subject);
      const Relation& relation = pipeline_.language.ontology().relations[statement.relation];
      const bool own_loss = own && statement.polarity == Polarity::negative && !relation.reaches(ActorClass::population);
      const LexicalEntry& entry = pipeline_.language.entry(statement.trigger);
      const bool of_words =  // who declares that he backs somebody backs him, who says what he does for him claims it
          statement.polarity == Polarity::positive && !relation.reaches(ActorClass::place) &&
          (said->kind == QuotationKind::direct || entry.part_of_speech != PartOfSpeech::preposition);
      const bool known = said->kind == QuotationKind::indirect && is_aside_in(statement, *said);
      const bool only_claimed = said->commitment == Commitment::claims && said->kind == QuotationKind::indirect;
      if (claim.modality == Modality::asserted && !known && (only_claimed || (own && !own_loss && !of_words)))
        claim.modality = Modality::unconfirmed;
    }
    claim.date = statement.date;
    claim.evidence = evidence(pipeline_.sentences[statement.sentence].span);
    claims_.push_back(std::move(claim));
  }

  /// One claim per triple, polarity and sentence: the most committed.
  void finish_claims() {
    using Key = std::tuple<std::uint32_t, ActorIndex, std::string_view, ActorIndex, Polarity>;
    std::map<Key, std::size_t> best;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const Claim& claim = claims_[i];
      const Key key{claim.evidence.place.begin, claim.subject, claim.predicate, claim.object, claim.polarity};
      const auto [at, fresh] = best.try_emplace(key, i);
      if (fresh) continue;
      const Claim& known = claims_[at->second];
      if (std::tie(claim.modality, known.confidence) < std::tie(known.modality, claim.confidence)) at->second = i;
    }
    std::vector<std::size_t> kept;
    for (const auto& [key, i] : best) kept.push_back(i);
    std::sort(kept.begin(), kept.end());
    for (const std::size_t i : kept) out_.claims.push_back(std::move(claims_[i]));
  }

  void quotation(const Utterance& utterance) {
    Quotation quotation;
    quotation.speaker = actor(utterance.speaker);
    quotation.kind = utterance.kind;
    for (const ActorIndex relay : utterance.relays) quotation.relays.push_back(actor(relay));
    quotation.evidence = evidence(utterance.span);
    out_.quotations.push_back(std::move(quotation));
  }

  const Document& document_;
  const Pipeline& pipeline_;
  const SectionPlace place_;
  std::vector<ActorIndex>& actors_;
  Extraction& out_;
  std::vector<Claim> claims_;
};

}  // namespace

void assemble(const Document& document, const Pipeline& pipeline, SectionPlace place, std::vector<ActorIndex>& actors,
              Extraction& out) {
  Assembler(document, pipeline, place, actors, out).run();
}

}  // namespace entente
