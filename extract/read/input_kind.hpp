#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

enum class InputKind : std::uint8_t { plain_text, json_lines, web_page, web_archive };

/// What the extension says, in capitals or not, before .gz or .zst if there is one of these; nothing where it says nothing.
[[nodiscard]] std::optional<InputKind> kind_by_name(const std::string& path);

/// What the first bytes of an input look like.
[[nodiscard]] InputKind kind_by_content(std::string_view head);

/// The name of the file without these extensions, or without whatever other one it has; "stdin" for "-".
[[nodiscard]] std::string name_without_extension(const std::string& path);

}  // namespace entente
