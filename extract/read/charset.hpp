#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Text in UTF-16 or UTF-32 that begins with a byte order mark, as UTF-8 without it. What cannot be converted becomes U+FFFD.
/// Nothing changes where there is no such mark.
void convert_marked(std::string& bytes);

/// Converts `bytes`, which are not UTF-8, from the encoding that ICU finds likely; false, and nothing changed, where it finds
/// none, or where they look like UTF-8 with some bytes that are wrong or were cut off. windows-1252 and ISO 8859-15 are told
/// apart by the bytes that only the latter gives letters.
[[nodiscard]] bool convert_detected(std::string& bytes);

/// A page as UTF-8, whatever it is in: what a byte order mark says; else UTF-8 if it is that; else what is `declared` (a name as
/// HTTP and HTML give it, or empty); else what ICU finds likely. What cannot be converted becomes U+FFFD.
void convert_page(std::string& bytes, std::string_view declared);

/// The encoding that a page names in a meta element of its first 1,024 bytes (HTML, "prescan a byte stream"), or the parameter
/// "charset" of a media type; empty where there is none.
[[nodiscard]] std::string_view declared_charset(std::string_view head);

}  // namespace entente
