#include "nameless_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace entente {

Result<int> open_nameless_file(const std::string& folder) {
  std::string path = folder + "/entente-XXXXXX";
  const int file = ::mkstemp(path.data());
  if (file < 0) return Error{Error::Kind::io, folder, 0, 0, "no temporary file: " + std::generic_category().message(errno)};
  ::unlink(path.c_str());
  return file;
}

}  // namespace entente
