#include "store_address.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "libcurl.hpp"

namespace entente {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { libcurl().url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

/// Nothing where it is no URL.
Url parse_url(const std::string& text) {
  Url url(libcurl().url());
  if (libcurl().url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) return nullptr;
  return url;
}

std::optional<std::string> part(const Url& url, CURLUPart which) {
  char* text = nullptr;
  if (libcurl().url_get(url.get(), which, &text, CURLU_DEFAULT_PORT) != CURLUE_OK) return std::nullopt;
  std::string copy(text);
  libcurl().free(text);
  return copy;
}

bool has_user(const Url& url) { return part(url, CURLUPART_USER) || part(url, CURLUPART_PASSWORD); }

/// Whether a query names a graph: `graph=`, `default`, or Virtuoso's `graph-uri=`.
bool names_graph(std::string_view query) {
  while (!query.empty()) {
    const auto parameter = query.substr(0, query.find('&'));
    const auto key = parameter.substr(0, parameter.find('='));
    if (key == "graph" || key == "default" || key == "graph-uri") return true;
    query.remove_prefix(std::min(parameter.size() + 1, query.size()));
  }
  return false;
}

std::string escaped(std::string_view text) {
  char* escaped_text = libcurl().easy_escape(nullptr, text.data(), static_cast<int>(text.size()));
  std::string copy(escaped_text);
  libcurl().free(escaped_text);
  return copy;
}

Error usage(std::string message) { return {Error::Kind::usage, "", 0, 0, std::move(message)}; }

}  // namespace

Result<StoreAddress> StoreAddress::parse(const std::string& endpoint) {
  if (const auto there = load_libcurl(); !there) return there.error();
  const Url url = parse_url(endpoint);
  if (url != nullptr && has_user(url)) {
    return usage("the URL of a store must not have a user or password in it: others on this machine would see it");
  }
  const auto scheme = url == nullptr ? std::nullopt : part(url, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") {
    const bool may_hold_password = endpoint.find('@') != std::string::npos;
    return usage("expected the http or https URL of a store" + (may_hold_password ? "" : ", found " + endpoint));
  }
  if (part(url, CURLUPART_FRAGMENT)) return usage("expected the URL of a store without fragment, found " + endpoint);
  if (names_graph(part(url, CURLUPART_QUERY).value_or(""))) {
    return usage("expected the URL of a store, found that of one of its graphs: " + endpoint);
  }
  StoreAddress address;
  address.url_ = endpoint;
  address.scheme_ = *scheme;
  address.host_ = part(url, CURLUPART_HOST).value_or("");
  address.port_ = part(url, CURLUPART_PORT).value_or("");
  return address;
}

std::string StoreAddress::of_graph(std::string_view graph) const {
  const char separator = url_.find('?') == std::string::npos ? '?' : '&';
  return url_ + separator + (graph.empty() ? "default" : "graph=" + escaped(graph));
}

bool StoreAddress::covers(const std::string& text) const {
  const Url url = parse_url(text);
  if (url == nullptr || has_user(url) || part(url, CURLUPART_HOST) != host_) return false;
  const auto scheme = part(url, CURLUPART_SCHEME);
  return (scheme == scheme_ && part(url, CURLUPART_PORT) == port_) || (scheme == "https" && scheme_ == "http");
}

bool StoreAddress::is_loopback() const {
  const bool is_ipv4 = host_.find_first_not_of("0123456789.") == std::string::npos;
  return host_ == "localhost" || host_ == "[::1]" || (is_ipv4 && host_.starts_with("127."));
}

}  // namespace entente
