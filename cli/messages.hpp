#pragma once

#include <string>
#include <vector>

#include "entente/export/quad_reader.hpp"
#include "entente/ontology/result.hpp"

namespace entente::cli {

/// Tells the user something on standard error, behind the program's name.
void tell(const std::string& message);
void tell(const Error& error);
void tell(const std::vector<Error>& errors);

/// The mistake, its line, and a caret below the place.
void tell(const ReadMistake& mistake);

/// From now on each message is a JSON object on a line of its own, with "event", "time" and, of an error, its parts.
void tell_as_records();
[[nodiscard]] bool writes_records();
/// A record with more members than a message; `members` are those of a JSON object, without braces.
void tell_record(const std::string& event, const std::string& members);

/// Writes out what standard output still holds back. False, and the user told, where it cannot be written; that the reader
/// of a pipe went away is no failure.
[[nodiscard]] bool flush_standard_output();

}  // namespace entente::cli
