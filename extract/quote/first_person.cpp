#include "extract/quote/first_person.hpp"

namespace entente {
namespace {

/// The state, group or organisation in whose name a person speaks; others speak for themselves.
ActorIndex party_of(ActorIndex speaker, const Language& language, Discourse& discourse) {
  const Entity& entity = discourse.entity(speaker);
  if (entity.generic && entity.side) return *entity.side;
  if (entity.node.actor_class != ActorClass::person) return speaker;
  ActorId of = no_id;
  for (const Tenure& tenure : entity.roles) {
    const auto day = discourse.date();
    if (tenure.of == no_id || (day && tenure.from && *day < *tenure.from) || (day && tenure.until && *tenure.until < *day))
      continue;
    of = tenure.of;
  }
  if (of == no_id) return entity.side.value_or(speaker);
  return discourse.of(language.ontology().actors[of].actor_class == ActorClass::state ? language.government_of(of) : of);
}

}  // namespace

void resolve_first_person(const DocumentView& document, const std::vector<Utterance>& utterances, const Language& language,
                          Discourse& discourse, std::vector<SentenceReferents>& referents) {
  std::size_t next = 0;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const AnalysedSentence& sentence = document.sentences[s];
    while (next < utterances.size() && utterances[next].span.end <= sentence.sentence.span.begin) ++next;
    for (std::size_t u = next; u < utterances.size() && utterances[u].span.begin < sentence.sentence.span.end; ++u) {
      if (utterances[u].kind != QuotationKind::direct) continue;
      const Span span = utterances[u].span;
      const auto inside = [&](std::uint32_t word) {
        const Span& token = document.tokens[sentence.words[word].first].span;
        return token.begin >= span.begin && token.end <= span.end;
      };
      const ActorIndex party = party_of(utterances[u].speaker, language, discourse);
      for (std::uint32_t w = 0; w < sentence.words.size(); ++w)
        if (sentence.words[w].has(Feature::SpeakerPerson) && sentence.words[w].tag() != Tag::determiner && inside(w))
          referents[s].pronouns[w] = {party};
      for (std::uint32_t p = 0; p < document.syntax[s].phrases.size(); ++p) {
        const NounPhrase& np = document.syntax[s].phrases[p];
        if (!np.determiner.has(Feature::SpeakerPerson) || !inside(np.begin)) continue;
        referents[s].phrases[p].owners.push_back(party);
        const Features head = language.lemma_features(sentence.words[np.head].lemma());
        if (referents[s].phrases[p].who.empty() && head.has(Feature::ActsFor)) referents[s].phrases[p].who = {party};
      }
    }
  }
}

}  // namespace entente
