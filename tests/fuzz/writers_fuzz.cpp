// Any strings in the place of names, words and ids: nothing breaks out of a literal, an IRI, XML, JSON or CSV.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/read/clean_text.hpp"
#include "support/extractions.hpp"

namespace {

using namespace entente;
using namespace entente::fuzz;

/// Takes strings out of the bytes of a fuzzer: each up to the next 0xff, or to the first byte that is not UTF-8.
class Strings {
 public:
  explicit Strings(std::string_view bytes) : bytes_(bytes) {}

  std::string next() {
    const auto end = std::min(bytes_.find('\xff'), bytes_.size());
    const auto text = bytes_.substr(0, end);
    bytes_.remove_prefix(std::min(end + 1, bytes_.size()));
    return std::string(text.substr(0, valid_utf8_size(text)));
  }

 private:
  std::string_view bytes_;
};

Evidence evidence(Strings& strings) {
  Evidence made;
  made.exact = strings.next();
  made.prefix = strings.next();
  made.suffix = strings.next();
  made.place = {3, 4};
  return made;
}

Extraction extraction(Strings& strings) {
  Extraction made;
  DocumentInfo& document = made.document;
  document.id = strings.next();
  document.sha256 = std::string(64, '0');
  for (std::string* text : {&document.title, &document.publisher, &document.url, &document.file, &document.language})
    *text = strings.next();
  for (const char* iri : {"actor/name/one", "actor/name/other"})
    made.actors.push_back({iri, strings.next(), ActorClass::person, true, strings.next()});
  Claim claim;
  claim.object = 1;
  claim.predicate = "https://w3id.org/entente/ns#supports";
  claim.trigger = "https://w3id.org/entente/lexicon/fr/soutenir-v";
  claim.trigger_words = strings.next();
  claim.confidence = 0.9;
  claim.evidence = evidence(strings);
  made.claims.push_back(claim);
  made.quotations.push_back({0, QuotationKind::direct, {1}, evidence(strings)});
  made.mentions.push_back({0, {3, 4}});
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Ontology ontology;
  Strings strings(std::string_view(reinterpret_cast<const char*>(bytes), size));
  require_formats(ontology, extraction(strings));
  return 0;
}
