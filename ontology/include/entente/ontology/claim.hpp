#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/ontology/date.hpp"

namespace entente {

/// The classes of things that a claim may be about (`ent:Actor` and its subclasses, `ent:Place`, `ent:Facility`).
enum class ActorClass : std::uint8_t {
  actor,
  state,
  government,
  armed_forces,
  armed_group,
  alliance,
  international_organization,
  organization,
  ngo,
  media_outlet,
  person,
  population,
  place,
  facility,
};
inline constexpr std::size_t actor_class_count = 14;

enum class Polarity : std::uint8_t { positive, negative };
/// How far the writer vouches for a claim, least committed last.
enum class Modality : std::uint8_t { asserted, unconfirmed, intended, hypothetical };
enum class QuotationKind : std::uint8_t { direct, indirect };

/// A stretch of a document's text in Unicode code points, from 0, end exclusive.
struct CodePoints {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const CodePoints&) const = default;
};

/// Where a statement stands: its place, its exact words, and what surrounds it
/// (Web Annotation Data Model, 4.2.4 Text Quote Selector and 4.2.5 Text Position Selector).
struct Evidence {
  CodePoints place;
  std::string exact;
  std::string prefix;  ///< at most 32 code points before `exact`
  std::string suffix;  ///< at most 32 code points after `exact`
};

/// Somebody or something that a document speaks of: from the ontology, or discovered in the text.
struct ActorNode {
  std::string iri;    ///< absolute IRI for an actor of the ontology; for a discovered one, a path below `--base`
                      ///< such as "actor/name/khomerat-pourhashmi"
  std::string label;  ///< the preferred label in the output language; as the text's fullest form gives it when discovered
  ActorClass actor_class = ActorClass::actor;
  bool discovered = false;
  std::string name = {};  ///< the fullest form by which the document names it: its longest proper name there, else the longest
                          ///< phrase with a noun of its own ("armée irakienne"), without article; empty where the document
                          ///< only stands other things for it (a demonym, a seat, a pronoun)

  /// As the document calls it, where it does.
  [[nodiscard]] const std::string& name_or_label() const { return name.empty() ? label : name; }
};

/// Index into Extraction::actors.
using ActorIndex = std::uint32_t;

struct Mention {
  ActorIndex actor = 0;
  CodePoints place;
};

/// Subject, relation, object, as one sentence of one document states it.
struct Claim {
  ActorIndex subject = 0;
  std::string predicate;  ///< absolute IRI of the relation
  ActorIndex object = 0;
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
  std::optional<ActorIndex> attributed_to;  ///< who says so, where the text names somebody
  std::optional<Date> date;                 ///< when the relation held, where the text tells
  double confidence = 0;      ///< 0 to 1, from what the rules know (see HACKING.md); orders claims, is no probability
  std::string trigger;        ///< IRI of the lexical entry that evoked the relation
  std::string trigger_words;  ///< the trigger as it stands in the text
  Evidence evidence;          ///< the sentence
};

/// Somebody's words, as the document passes them on.
struct Quotation {
  ActorIndex speaker = 0;
  QuotationKind kind = QuotationKind::direct;
  std::vector<ActorIndex> relays;  ///< agencies, outlets, offices named as passing the words on; no duplicates
  Evidence evidence;               ///< the words themselves, without quotation marks
};

/// What is known of a document beside its text.
struct DocumentInfo {
  std::string id;     ///< the input's file name without its extension, or the record's `id`
  std::string title;  ///< empty where unknown; so are the following
  std::string publisher;
  std::string url;
  std::string file;                ///< the input's name as given on the command line
  std::string language;            ///< BCP 47
  std::optional<Date> date;        ///< of publication
  std::string sha256;              ///< of the document's bytes as read, 64 lower-case hexadecimal digits
  std::string same_story_as = {};  ///< id of the document that told its story before; empty where it tells one of its own
};

/// All that one document says. Claims, quotations and mentions are in text order; `actors` in order of first use.
struct Extraction {
  DocumentInfo document;
  std::optional<ActorIndex> publisher;  ///< the publisher as an actor, where there is one
  std::vector<ActorNode> actors;
  std::vector<Mention> mentions;
  std::vector<Claim> claims;
  std::vector<Quotation> quotations;
};

}  // namespace entente
