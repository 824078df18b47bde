#include "input_list.hpp"

#include <algorithm>
#include <cstddef>

#include "input_file.hpp"

namespace entente::cli {
namespace {

Result<std::string> read_all(const std::string& path) {
  auto file = InputFile::open(path);
  if (!file) return file.error();
  constexpr std::size_t piece = std::size_t{1} << 16;
  std::string bytes;
  for (;;) {
    const std::size_t size = bytes.size();
    bytes.resize(size + piece);
    const auto count = file->read(bytes.data() + size, piece);
    if (!count) return count.error();
    bytes.resize(size + *count);
    if (*count == 0) return bytes;
  }
}

}  // namespace

Result<Done> read_input_list(const std::string& path, bool is_null_separated, std::vector<std::string>& inputs) {
  const auto bytes = read_all(path);
  if (!bytes) return bytes.error();
  for (std::size_t begin = 0, end = 0; begin < bytes->size(); begin = end + 1) {
    end = std::min(bytes->find(is_null_separated ? '\0' : '\n', begin), bytes->size());
    std::string input = bytes->substr(begin, end - begin);
    if (!is_null_separated && input.ends_with('\r')) input.pop_back();
    if (!input.empty()) inputs.push_back(std::move(input));
  }
  return Done{};
}

}  // namespace entente::cli
