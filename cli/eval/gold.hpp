#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/ontology/result.hpp"

namespace entente::cli::eval {

/// Ids that are equally good answers; "name:Full Name" for an actor that the catalogue does not have.
using Ids = std::vector<std::string>;

struct GoldClaim {
  Ids subject;
  std::string predicate;  ///< local name: supports, attacks, controls
  Ids object;
  std::string polarity;
  std::string modality;  ///< empty where the gold does not say
  Ids by;                ///< who asserts it; empty where nobody is named
  std::string evidence;
  bool is_optional = false;
};

struct GoldQuotation {
  Ids speaker;
  std::string text;
  std::string kind;  ///< direct, indirect
  bool is_optional = false;
};

/// What a document says, by a person's judgement.
struct GoldDocument {
  std::string id;
  std::string file;        ///< where the text is, absolute or from the working directory; empty where it stands in the gold
  std::uint64_t line = 0;  ///< of the gold file
  std::string publisher;
  std::string date;
  std::string language;
  Ids actors;
  Ids optional_actors;
  std::vector<GoldClaim> claims;
  std::vector<GoldQuotation> quotations;
};

/// Reads a gold file: JSON Lines, a document per line.
Result<std::vector<GoldDocument>> read_gold(const std::string& path);

/// The ids of a catalogue: tab-separated values, the id first, a line of headings on top.
Result<Ids> read_catalogue(const std::string& path);

}  // namespace entente::cli::eval
