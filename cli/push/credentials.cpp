#include "credentials.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace entente::cli {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

Error usage(std::string message) { return {Error::Kind::usage, "", 0, 0, std::move(message)}; }

/// A header field can carry it (RFC 6750, 2.1).
bool is_token(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

}  // namespace

Result<StoreCredentials> find_credentials(const std::string& netrc_file) {
  StoreCredentials found{variable("ENTENTE_USER"), variable("ENTENTE_PASSWORD"), variable("ENTENTE_TOKEN"), ""};
  const bool has_user = !found.user.empty();
  if (has_user && !found.token.empty())
    return usage("expected either ENTENTE_USER or ENTENTE_TOKEN in the environment, found both");
  if (has_user != !found.password.empty()) return usage("ENTENTE_USER and ENTENTE_PASSWORD go together: one of them is not set");
  if (!is_token(found.token)) return usage("ENTENTE_TOKEN: expected visible ASCII characters only");
  if (!netrc_file.empty() && ::access(netrc_file.c_str(), R_OK) != 0) return usage("--netrc-file: cannot be read: " + netrc_file);
  found.netrc_file = netrc_file;
  if (const std::string home = variable("HOME"); netrc_file.empty() && !home.empty()) found.netrc_file = home + "/.netrc";
  return found;
}

}  // namespace entente::cli
