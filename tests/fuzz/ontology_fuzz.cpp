// Any bytes as a user's file of actors and triggers: mistakes have a place, and what is right is the same after it was compiled.
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "entente/ontology/advice.hpp"
#include "entente/ontology/ontology.hpp"
#include "ontology/compiled.hpp"
#include "support/require.hpp"

namespace {

using namespace entente;
using namespace entente::fuzz;

/// A file without a name on any disk.
class MemoryFile {
 public:
  MemoryFile() : file_(::memfd_create("fuzz", 0)), path_("/proc/self/fd/" + std::to_string(file_)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(file_); }

  void hold(const std::uint8_t* bytes, std::size_t size) const {
    require(::ftruncate(file_, 0) == 0 && ::pwrite(file_, bytes, size, 0) == static_cast<ssize_t>(size), "memory is there");
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::string text() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  int file_;
  std::filesystem::path path_;
};

std::string compiled(const Ontology& ontology) {
  const MemoryFile file;
  require(write_compiled(ontology, 1, file.path()).ok(), "an ontology can be compiled");
  Ontology again;
  require(read_compiled(file.path(), 1, again), "what was compiled can be read");
  const MemoryFile other;
  require(write_compiled(again, 1, other.path()).ok(), "an ontology can be compiled again");
  require_same(file.text(), other.text(), "compiling loses nothing");
  return file.text();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const MemoryFile file;
  file.hold(bytes, size);
  Ontology ontology;
  std::vector<Error> errors;
  const bool is_right = load_ontology({file.path()}, ontology, errors);
  require(is_right == errors.empty(), "what is not right is told");
  for (const Error& error : errors) require(error.kind == Error::Kind::io || error.line > 0, "a mistake has a place");
  if (is_right) (void)compiled(ontology);
  const WordKnowledge words{[](auto, auto word) { return word.ends_with("er"); }, [](auto, auto) { return std::string(); }};
  (void)advise({file.path()}, 0, words);
  return 0;
}
