#include "claims_renderer.hpp"

#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "identity.hpp"
#include "lexical_form.hpp"
#include "terms.hpp"

namespace entente {

using Json = nlohmann::ordered_json;

namespace {

template <typename Enumeration>
std::string_view name(const auto& iris, Enumeration value) {
  return terms::local_name(iris[static_cast<std::size_t>(value)]);
}

/// The rows of one extraction.
class Rows {
 public:
  Rows(const Extraction& extraction, const Identities& names) : extraction_(extraction), names_(names) {}

  Json claim(const Claim& claim) const {
    Json row = begin("claim");
    add_actor("subject", claim.subject, row);
    row["predicate"] = claim.predicate;
    add_actor("object", claim.object, row);
    row["polarity"] = name(terms::polarities, claim.polarity);
    row["modality"] = name(terms::modalities, claim.modality);
    add_attribution(claim.attributed_to, row);
    row["date"] = claim.date ? Json(to_string(*claim.date)) : Json(nullptr);
    row["confidence"] = confidence_hundredths(claim.confidence) / 100.0;
    row["trigger"] = claim.trigger_words;
    row["evidence"] = claim.evidence.exact;
    add_place(claim.evidence.place, row);
    return row;
  }

  Json quotation(const Quotation& quotation) const {
    Json row = begin("quotation");
    add_actor("speaker", quotation.speaker, row);
    row["kind"] = name(terms::quotation_kinds, quotation.kind);
    row["text"] = quotation.evidence.exact;
    row["relay"] = Json::array();
    for (const auto relay : quotation.relays) row["relay"].push_back(names_.actors[relay]);
    add_place(quotation.evidence.place, row);
    return row;
  }

  Json mention(const Mention& mention) const {
    Json row = begin("mention");
    row["actor"] = names_.actors[mention.actor];
    row["label"] = extraction_.actors[mention.actor].name_or_label();
    add_place(mention.place, row);
    return row;
  }

 private:
  Json begin(const char* type) const {
    Json row;
    row["type"] = type;
    row["doc"] = extraction_.document.id;
    if (const auto& first = extraction_.document.same_story_as; !first.empty()) row["sameStoryAs"] = first;
    return row;
  }

  void add_actor(const std::string& key, ActorIndex actor, Json& row) const {
    row[key] = names_.actors[actor];
    row[key + "Label"] = extraction_.actors[actor].name_or_label();
  }

  void add_attribution(std::optional<ActorIndex> source, Json& row) const {
    if (source) return add_actor("attributedTo", *source, row);
    row["attributedTo"] = nullptr;
    row["attributedToLabel"] = nullptr;
  }

  static void add_place(CodePoints place, Json& row) {
    row["begin"] = place.begin;
    row["end"] = place.end;
  }

  const Extraction& extraction_;
  const Identities& names_;
};

struct Separator {
  std::string_view bytes;
  std::string_view escape;
};

/// U+0085, U+2028 and U+2029 may stand in JSON, within strings only; but many programs take them for the end of a line.
constexpr std::array<Separator, 3> separators{
    {{"\xC2\x85", "\\u0085"}, {"\xE2\x80\xA8", "\\u2028"}, {"\xE2\x80\xA9", "\\u2029"}}};

std::string on_one_line(std::string json) {
  for (const Separator& separator : separators) {
    for (auto at = json.find(separator.bytes); at != std::string::npos; at = json.find(separator.bytes, at))
      json.replace(at, separator.bytes.size(), separator.escape);
  }
  return json;
}

}  // namespace

void ClaimsRenderer::render(const Extraction& extraction, const Identities& names, Fragment& out) {
  const Rows rows(extraction, names);
  const auto add = [&](const Json& row) {
    out.bytes.append(on_one_line(row.dump(-1, ' ', false, Json::error_handler_t::replace))).push_back('\n');
  };
  for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
    if (!names.claims[i].empty()) add(rows.claim(extraction.claims[i]));
  }
  for (std::size_t i = 0; i < extraction.quotations.size(); ++i) {
    if (!names.quotations[i].empty()) add(rows.quotation(extraction.quotations[i]));
  }
  for (const auto& mention : extraction.mentions) add(rows.mention(mention));
}

}  // namespace entente
