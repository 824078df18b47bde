#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::cli::eval {

/// The words of `text` as the scorer compares them: compatibility decomposition, lower case, without combining marks; hyphens
/// part words, and the two apostrophes are one.
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);

/// The same with one space between.
[[nodiscard]] std::string fold(std::string_view text);

/// How alike two texts are, 0 to 1: twice the longest common subsequence of their words over the number of both.
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

}  // namespace entente::cli::eval
