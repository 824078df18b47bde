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

std::vector<std::uint32_t> sentences_of_tokens(const DocumentView& document) {
  std::vector<std::uint32_t> out(document.tokens.size(), 0);
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s)
    for (std::uint32_t t = document.sentences[s].sentence.begin; t < document.sentences[s].sentence.end; ++t) out[t] = s;
  return out;
}

/// Inner quotations stand after the ones around them.
std::vector<std::uint32_t> quotations_of_tokens(const DocumentView& document) {
  std::vector<std::uint32_t> out(document.tokens.size(), none);
  for (std::uint32_t q = 0; q < document.quoted.size(); ++q)
    for (std::uint32_t t = document.quoted[q].first_token; t < document.quoted[q].last_token; ++t) out[t] = q;
  return out;
}

}  // namespace

void find_utterances(const DocumentView& document, const Language& language, Discourse& discourse, std::vector<Utterance>& out) {
  const std::vector<std::uint32_t> sentence_of = sentences_of_tokens(document);
  const std::vector<std::uint32_t> quotation_of = quotations_of_tokens(document);
  std::vector<SpeechEvent> events;
  const QuoteStage stage(document, language, discourse, sentence_of, quotation_of, events);
  SpeechEventFinder(stage).run();
  find_direct_quotations(stage, out);
  find_indirect_quotations(stage, out);
  forget_repeats(document.text, out);
  for (Utterance& utterance : out) relays(document, discourse, utterance);
  std::stable_sort(out.begin(), out.end(), [](const Utterance& a, const Utterance& b) { return a.span.begin < b.span.begin; });
}

}  // namespace entente
