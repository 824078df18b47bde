#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "entente/ontology/ontology.hpp"

namespace entente {

/// Tells files apart by their bytes, whatever their names; nothing where one cannot be read.
[[nodiscard]] std::optional<std::uint64_t> content_key(const std::vector<std::filesystem::path>& files);

/// Reads what `write_compiled` wrote. False where there is no such file, where it was made of files with another key or by
/// another version of the program, and where it is damaged.
[[nodiscard]] bool read_compiled(const std::filesystem::path& path, std::uint64_t key, Ontology& out);

[[nodiscard]] Result<Done> write_compiled(Ontology ontology, std::uint64_t key, const std::filesystem::path& path);

}  // namespace entente
