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

/// Writes out what standard output still holds back. False, and the user told, where it cannot be written; that the reader
/// of a pipe went away is no failure.
[[nodiscard]] bool flush_standard_output();

}  // namespace entente::cli
