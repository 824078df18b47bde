#include "identity.hpp"

#include <unordered_set>

#include "iri.hpp"

namespace entente {
namespace {

std::string below(std::string_view base, std::string_view folder) { return std::string(base).append(folder); }

/// Appends `iri` to `out`, or an empty string where it has been seen.
void append_once(std::string iri, std::unordered_set<std::string>& seen, std::vector<std::string>& out) {
  if (!seen.insert(iri).second) iri.clear();
  out.push_back(std::move(iri));
}

class Namer {
 public:
  Namer(const Identities& names, std::string_view base, ContentHash& hash)
      : names_(names), claims_(below(base, "claim/")), quotations_(below(base, "quotation/")), hash_(hash) {}

  std::string claim(const Claim& claim) {
    hash_.add(names_.document).add("claim").add(claim.evidence.place.begin).add(claim.evidence.place.end);
    hash_.add(names_.actors[claim.subject]).add(claim.predicate).add(names_.actors[claim.object]);
    hash_.add(static_cast<std::uint32_t>(claim.polarity)).add(static_cast<std::uint32_t>(claim.modality));
    return claims_ + hash_.take();
  }

  std::string quotation(const Quotation& quotation) {
    hash_.add(names_.document).add("quotation").add(quotation.evidence.place.begin).add(quotation.evidence.place.end);
    hash_.add(names_.actors[quotation.speaker]).add(static_cast<std::uint32_t>(quotation.kind));
    return quotations_ + hash_.take();
  }

 private:
  const Identities& names_;
  std::string claims_;
  std::string quotations_;
  ContentHash& hash_;
};

}  // namespace

Identities identify(const Extraction& extraction, std::string_view base, ContentHash& hash) {
  Identities names;
  const auto& document = extraction.document;
  const std::string documents = below(base, "document/");
  names.document = segment_iri(documents, document.id);
  names.story = document.same_story_as.empty() ? names.document : segment_iri(documents, document.same_story_as);
  for (const auto& actor : extraction.actors) names.actors.push_back(actor_iri(actor, base));
  Namer namer(names, base, hash);
  std::unordered_set<std::string> seen;
  for (const auto& claim : extraction.claims) append_once(namer.claim(claim), seen, names.claims);
  for (const auto& quotation : extraction.quotations) append_once(namer.quotation(quotation), seen, names.quotations);
  return names;
}

std::string actor_iri(const ActorNode& actor, std::string_view base) {
  return actor.discovered ? path_iri(base, actor.iri) : actor.iri;
}

std::string part_iri(std::string_view whole, std::string_view part) {
  const bool has_fragment = whole.find('#') != std::string_view::npos;
  return std::string(whole).append(has_fragment ? "/" : "#").append(part);
}

}  // namespace entente
