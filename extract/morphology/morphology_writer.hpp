#pragma once

#include <filesystem>
#include <string>

#include "entente/ontology/result.hpp"
#include "form_lexicon.hpp"

namespace entente {

/// The bytes of the table. Fails with Kind::value where a form is too long or has too many readings for it.
Result<std::string> table_bytes(const FormLexicon& lexicon);

/// Writes a file that appears whole or not at all; straight into a device or pipe. Fails with Kind::io.
Result<Done> write_whole(const std::string& bytes, const std::filesystem::path& file);

}  // namespace entente
