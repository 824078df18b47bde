#include "json_ld_context_file.hpp"

#include <fstream>
#include <iterator>

#include "data_directory.hpp"

namespace entente::cli {

Result<std::string> read_context() {
  const auto data = find_data_directory();
  if (!data) return data.error();
  const auto path = *data / "ontology/context.jsonld";
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{Error::Kind::io, path.string(), 0, 0, "cannot be read"};
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace entente::cli
