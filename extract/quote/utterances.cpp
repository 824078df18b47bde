#include <algorithm>
#include <set>
#include <utility>

#include "extract/quote/quotes.hpp"
#include "extract/quote/speech_events.hpp"

namespace entente {
namespace {

/// Pages repeat their title and their standfirst; what is said there is said once.
void forget_repeats(std::string_view text, std::vector<Utterance>& utterances) {
  std::set<std::pair<std::string_view, QuotationKind>> seen;
  std::erase_if(utterances, [&](const Utterance& utterance) {
    return utterance.span.end - utterance.span.begin > 12 && !seen.emplace(utterance.span.of(text), utterance.kind).second;
  });
}

/// Agencies and outlets named beside the words pass them on.
void relays(const DocumentView& document, const Discourse& discourse, Utterance& utterance) {
  const Syntax& syntax = document.syntax[utterance.sentence];
  for (std::uint32_t p = 0; p < syntax.phrases.size(); ++p)
    for (const ActorIndex actor : document.referents[utterance.sentence].phrases[p].who) {
      if (discourse.entity(actor).node.actor_class != ActorClass::media_outlet || actor == utterance.speaker) continue;
      if (std::find(utterance.relays.begin(), utterance.relays.end(), actor) == utterance.relays.end())
        utterance.relays.push_back(actor);
    }
}

}  // namespace

void find_utterances(const DocumentView& document, const Language& language, Discourse& discourse, std::vector<Utterance>& out) {
  std::vector<std::uint32_t> sentence_of(document.tokens.size(), 0);
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s)
    for (std::uint32_t t = document.sentences[s].sentence.begin; t < document.sentences[s].sentence.end; ++t) sentence_of[t] = s;
  std::vector<SpeechEvent> events;
  SpeechEventFinder(document, language, discourse, sentence_of, events).run();
  const QuoteStage stage(document, language, discourse, sentence_of, events);
  find_direct_quotations(stage, out);
  find_indirect_quotations(stage, out);
  forget_repeats(document.text, out);
  for (Utterance& utterance : out) relays(document, discourse, utterance);
  std::stable_sort(out.begin(), out.end(), [](const Utterance& a, const Utterance& b) { return a.span.begin < b.span.begin; });
}

}  // namespace entente
