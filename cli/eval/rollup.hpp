#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "answer.hpp"
#include "gold.hpp"

namespace entente::cli::eval {

using Names = std::set<std::string, std::less<>>;

/// The actor as which `id` is scored: forces and governments count as the state that they act for.
[[nodiscard]] std::string_view rolled_up(std::string_view id);

/// All names by which the gold may know an actor that the program named.
[[nodiscard]] Names names_of(const AnswerActor& actor);

/// All names that the gold accepts.
[[nodiscard]] Names wanted(const Ids& ids);

[[nodiscard]] bool share_a_name(const Names& a, const Names& b);

}  // namespace entente::cli::eval
