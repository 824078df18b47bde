#include <array>
#include <string_view>

#include "entente/ontology/vocabulary.hpp"
#include "extract/relate/relater.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 9> slot_names = {"nothing", "subject",  "object", "indirect object", "genitive", "oblique",
                                                        "self",    "modified", "event"};

std::string ends(const std::vector<FrameEnd>& alternatives) {
  std::string text;
  for (const FrameEnd& end : alternatives) {
    if (!text.empty()) text += " or ";
    if (end.slot != Slot::oblique) text += slot_names[static_cast<std::size_t>(end.slot)];
    for (const std::string& preposition : end.prepositions)
      text += (&preposition == &end.prepositions.front() ? "" : "/") + preposition;
  }
  return text;
}

}  // namespace

std::string Relater::place_of(const Filler& filler) const {
  if (filler.phrase == none) return "by a pronoun or by what the words are of";
  const std::string phrase = "phrase " + std::to_string(filler.phrase);
  return (filler.by_owner ? "whose is " : "") + phrase + (filler.ascribed ? ", to whom it is laid" : "");
}

std::string Relater::reason(const Frame& frame, const Filler& source, const Filler& target, const Standing& standing) const {
  std::string text =
      "from " + ends(frame.source) + " (" + place_of(source) + ") to " + ends(frame.target) + " (" + place_of(target) + ")";
  if (frame.polarity == Polarity::negative) text += ", the words deny";
  if (frame.modality != Modality::asserted) text += ", the words leave open";
  if (source.negated || target.negated) text += ", negated phrase";
  for (const std::string_view because : standing.because) text += ", " + std::string(local_name(because));
  return text;
}

void Relater::note_unfit(const Filler& filler) const {
  if (refusals_ != nullptr)
    unfit_ += (unfit_.empty() ? "" : ", ") + std::string(local_name(discourse_.entity(filler.actor).node.iri));
}

void Relater::refuse(const Trigger& trigger, const Frame& frame, std::string_view reason) const {
  if (refusals_ == nullptr) return;
  refusals_->push_back(
      {trigger.entry, frame.relation, trigger.first_word, trigger.last_word, sentence_.number, std::string(reason)});
  unfit_.clear();
}

void Relater::refuse_ends(const Trigger& trigger, const Frame& frame, bool no_source) const {
  if (refusals_ == nullptr) return;
  std::string reason = "nobody as " + ends(no_source ? frame.source : frame.target);
  if (!unfit_.empty()) reason += "; may not stand at an end: " + unfit_;
  refuse(trigger, frame, reason);
}

}  // namespace entente
