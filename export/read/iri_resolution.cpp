#include "iri_resolution.hpp"

#include <algorithm>

#include "../iri.hpp"

namespace entente {
namespace {

/// The components of RFC 3986, appendix B. An authority that is there but empty ("file:///") is not the same as none.
struct Components {
  std::string_view scheme;
  std::string_view authority;
  std::string_view path;
  std::string_view query;     ///< with its "?"
  std::string_view fragment;  ///< with its "#"
  bool has_authority = false;
};

std::string_view take(std::string_view& text, std::size_t count) {
  const auto head = text.substr(0, count);
  text.remove_prefix(head.size());
  return head;
}

Components components(std::string_view text) {
  Components parts;
  parts.scheme = text.substr(0, scheme_length(text));
  if (!parts.scheme.empty()) text.remove_prefix(parts.scheme.size() + 1);
  if (text.starts_with("//")) {
    parts.has_authority = true;
    text.remove_prefix(2);
    parts.authority = take(text, std::min(text.find_first_of("/?#"), text.size()));
  }
  parts.path = take(text, std::min(text.find_first_of("?#"), text.size()));
  parts.query = take(text, std::min(text.find('#'), text.size()));
  parts.fragment = text;
  return parts;
}

void remove_last_segment(std::string& out, std::size_t start) {
  const auto slash = out.rfind('/');
  out.resize(slash == std::string::npos || slash < start ? start : slash);
}

/// Appends `path` without its dot segments (RFC 3986, 5.2.4).
void append_without_dots(std::string_view path, std::string& out) {
  const auto start = out.size();
  while (!path.empty()) {
    if (path.starts_with("../"))
      path.remove_prefix(3);
    else if (path.starts_with("./") || path.starts_with("/./"))
      path.remove_prefix(2);
    else if (path == "/.")
      path = "/";
    else if (path.starts_with("/../"))
      path.remove_prefix(3), remove_last_segment(out, start);
    else if (path == "/..")
      path = "/", remove_last_segment(out, start);
    else if (path == "." || path == "..")
      path = {};
    else
      out.append(take(path, std::min(path.find('/', 1), path.size())));
  }
}

/// merge (RFC 3986, 5.2.3)
std::string merged(const Components& base, std::string_view path) {
  if (base.has_authority && base.path.empty()) return "/" + std::string(path);
  const auto slash = base.path.rfind('/');
  return std::string(base.path.substr(0, slash == std::string_view::npos ? 0 : slash + 1)).append(path);
}

void append_origin(const Components& parts, std::string_view scheme, std::string& out) {
  out.append(scheme).push_back(':');
  if (parts.has_authority) out.append("//").append(parts.authority);
}

}  // namespace

void resolve_iri(std::string_view base, std::string_view reference, std::string& out) {
  out.clear();
  const auto from = components(base);
  const auto to = components(reference);
  const bool is_absolute = !to.scheme.empty();
  append_origin(is_absolute || to.has_authority ? to : from, is_absolute ? to.scheme : from.scheme, out);
  if (is_absolute || to.has_authority || to.path.starts_with('/'))
    append_without_dots(to.path, out);
  else if (to.path.empty())
    out.append(from.path);
  else
    append_without_dots(merged(from, to.path), out);
  const bool keeps_query = !is_absolute && !to.has_authority && to.path.empty() && to.query.empty();
  out.append(keeps_query ? from.query : to.query).append(to.fragment);
}

bool has_dot_segments(std::string_view iri) {
  for (std::size_t i = 1; i < iri.size(); ++i) {
    if (iri[i] != '.' || iri[i - 1] != '/') continue;
    auto rest = iri.substr(i + 1);
    if (rest.starts_with('.')) rest.remove_prefix(1);
    if (rest.empty() || rest[0] == '/' || rest[0] == '?' || rest[0] == '#') return true;
  }
  return false;
}

}  // namespace entente
