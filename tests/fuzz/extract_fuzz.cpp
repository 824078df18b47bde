// Any text as an article: evidence stands where it is said to stand, a second look finds the same, every format can be read.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/read/plain_text.hpp"
#include "support/extractions.hpp"
#include "support/knowledge.hpp"

namespace {

using namespace entente;
using namespace entente::fuzz;

/// A text of which one can ask for code points.
class CodePointText {
 public:
  explicit CodePointText(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < text.size(); ++i)
      if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) begins_.push_back(i);
    begins_.push_back(text.size());
  }

  [[nodiscard]] std::string at(CodePoints place) const {
    require(place.begin < place.end && place.end < begins_.size(), "a place lies within the text and is not empty");
    return std::string(text_.substr(begins_[place.begin], begins_[place.end] - begins_[place.begin]));
  }
  [[nodiscard]] std::string before(CodePoints place) const { return std::string(text_.substr(0, begins_[place.begin])); }
  [[nodiscard]] std::string behind(CodePoints place) const { return std::string(text_.substr(begins_[place.end])); }

 private:
  std::string_view text_;
  std::vector<std::size_t> begins_;
};

void check(const Evidence& evidence, const CodePointText& text) {
  require_same(text.at(evidence.place), evidence.exact, "offsets reproduce the words");
  require(text.before(evidence.place).ends_with(evidence.prefix), "the prefix stands before the words");
  require(text.behind(evidence.place).starts_with(evidence.suffix), "the suffix stands behind the words");
}

void check(const Extraction& found, const CodePointText& text) {
  const auto is_actor = [&](ActorIndex actor) { return actor < found.actors.size(); };
  for (const Mention& mention : found.mentions) {
    require(is_actor(mention.actor), "a mention is of an actor");
    (void)text.at(mention.place);
  }
  for (const Claim& claim : found.claims) {
    require(is_actor(claim.subject) && is_actor(claim.object), "the ends of a claim are actors");
    require(!claim.attributed_to || is_actor(*claim.attributed_to), "who says so is an actor");
    require(claim.confidence >= 0 && claim.confidence <= 1, "confidence is a share");
    check(claim.evidence, text);
  }
  for (const Quotation& quotation : found.quotations) {
    require(is_actor(quotation.speaker) && std::ranges::all_of(quotation.relays, is_actor),
            "who is quoted, and by whom, are actors");
    check(quotation.evidence, text);
  }
}

std::string claims(const Extraction& found) { return write(Format::claims, knowledge().ontology, found).front(); }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  auto document = read_plain_text(std::string(reinterpret_cast<const char*>(bytes), size), {}, "input");
  if (!document) return 0;
  document->info.id = "article";
  document->info.language = "fr";
  static Extractor used(knowledge().language);  // remembers what it met in the inputs before
  static std::unique_ptr<Extractor> newer;      // likewise, but not for long: making one takes as long as many articles
  static int inputs = 0;
  if (inputs++ % 64 == 0) newer = std::make_unique<Extractor>(knowledge().language);
  Extraction found, again;
  used.extract(*document, found);
  check(found, CodePointText(document->text));
  newer->extract(*document, again);
  require_same(claims(found), claims(again), "what was read before does not matter");
  require_formats(knowledge().ontology, found);
  std::string explanation;
  used.explain(*document, explanation);
  return 0;
}
