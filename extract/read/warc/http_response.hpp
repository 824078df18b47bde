#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "entente/ontology/result.hpp"
#include "header_fields.hpp"

namespace entente {

/// An HTTP/1 response as an archive keeps it (RFC 9112). The bytes are another's.
struct HttpResponse {
  unsigned status = 0;
  HeaderFields fields;
  std::string_view body;  ///< as it was transferred
};

/// Nothing where `bytes` do not begin with a status line. More tolerant than a server may be: what a field may hold is not
/// checked.
[[nodiscard]] std::optional<HttpResponse> read_http_response(std::string_view bytes);

/// The body without its transfer coding (chunked) and content coding (gzip, deflate, br, zstd), up to some bytes over `most`.
/// Where the head names a coding that the body plainly does not have, as crawlers leave it behind that decoded what they stored,
/// it is taken as it is. Fails for damage, and for codings that are not known.
Result<std::string> http_content(const HttpResponse& response, std::size_t most);

}  // namespace entente
