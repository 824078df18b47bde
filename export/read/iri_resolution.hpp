#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Replaces `out` by the IRI that `reference` stands for where `base`, an absolute IRI, is the base (RFC 3986, 5.2, strict).
void resolve_iri(std::string_view base, std::string_view reference, std::string& out);

/// Whether resolving would change `iri`, an absolute one: it has "." or ".." as a segment of its path.
bool has_dot_segments(std::string_view iri);

}  // namespace entente
