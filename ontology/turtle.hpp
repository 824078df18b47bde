#pragma once

#include <cstdint>
#include <filesystem>

#include "diagnostics.hpp"
#include "graph.hpp"

namespace entente {

/// Brackets and parentheses of Turtle may stand in each other this deep; Serd's parser recurses and would run out of
/// stack at some ten thousand.
inline constexpr int turtle_depth_limit = 64;

/// Appends the statements of file number `file` of `graph` to it, up to the first mistake in its syntax.
void read_turtle(std::uint32_t file, Graph& graph, Diagnostics& diagnostics);
/// Adds the file to `graph` and its statements; what is wrong with it goes to `diagnostics`.
void read_turtle_file(const std::filesystem::path& path, Graph& graph, Diagnostics& diagnostics);

}  // namespace entente
