#include "messages.hpp"

#include <cstdio>

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

}  // namespace entente::cli
