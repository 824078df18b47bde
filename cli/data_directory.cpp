#include "data_directory.hpp"

#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> places() {
  if (const char* named = std::getenv("ENTENTE_DATA"); named != nullptr && *named != '\0') return {named};
  std::vector<fs::path> found;
  std::error_code unknown;
  const fs::path program = fs::read_symlink("/proc/self/exe", unknown);
  if (!unknown) found.push_back(program.parent_path().parent_path() / "share" / "entente");
  found.emplace_back(ENTENTE_BUILD_DATA);
  return found;
}

}  // namespace

Result<fs::path> find_data_directory() {
  std::string looked;
  for (const fs::path& place : places()) {
    std::error_code unknown;
    if (fs::is_directory(place / "ontology", unknown)) return place;
    if (!looked.empty()) looked += " nor in ";
    looked += place.string();
  }
  return Error{Error::Kind::io, "", 0, 0,
               "cannot find the ontology: not in " + looked + " (the variable ENTENTE_DATA can name its folder)"};
}

}  // namespace entente::cli
