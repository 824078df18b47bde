#include "messages.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace entente::cli {

void tell(const std::string& message) { std::fprintf(stderr, "entente: %s\n", message.c_str()); }

void tell(const Error& error) {
  Error named = error;
  if (named.source == "-") named.source = "standard input";
  tell(to_string(named));
}

void tell(const std::vector<Error>& errors) {
  for (const Error& error : errors) tell(error);
}

void tell(const ReadMistake& mistake) {
  tell(mistake.error);
  if (mistake.excerpt.empty()) return;
  std::fprintf(stderr, "    %s\n    %*s^\n", mistake.excerpt.c_str(), static_cast<int>(mistake.caret), "");
}

bool flush_standard_output() {
  if ((std::fflush(stdout) == 0 && std::ferror(stdout) == 0) || errno == EPIPE) return true;
  tell(Error{Error::Kind::io, "standard output", 0, 0, "cannot be written: " + std::generic_category().message(errno)});
  return false;
}

}  // namespace entente::cli
