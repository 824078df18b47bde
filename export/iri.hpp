#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// Stores cut or refuse longer ones. In bytes.
inline constexpr std::size_t longest_iri = 1800;

/// Length of the scheme (RFC 3986, 3.1) that `iri` begins with; 0 where it is relative.
std::size_t scheme_length(std::string_view iri);

/// Appends `text` as one path segment of an IRI (RFC 3987, isegment-nz): other characters as percent-encoded UTF-8.
void append_segment(std::string_view text, std::string& out);

/// `base` followed by `id` as a segment; where that is too long, the beginning of it and a hash of all of it.
std::string segment_iri(std::string_view base, std::string_view id);

/// `base` followed by `path`, whose parts between slashes are encoded as segments; cut likewise. Escapes (%41) in it stay.
std::string path_iri(std::string_view base, std::string_view path);

/// An absolute hierarchical IRI that strict readers accept (RFC 3987), with what may not stand in it percent-encoded. Nothing
/// where scheme or authority cannot be one, or where it is too long. Without dot segments (RFC 3986, 5.2.4).
std::optional<std::string> clean_iri(std::string_view iri);

/// Appends `iri` with the characters that IRIREF (RDF 1.1 Turtle) excludes percent-encoded.
void append_iri_reference(std::string_view iri, std::string& out);

}  // namespace entente
