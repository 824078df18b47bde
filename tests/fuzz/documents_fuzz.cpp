// Any bytes as an input of one kind (FUZZED_KIND), compressed if they look so: what is handed over is text, and the same in
// whatever pieces the bytes come.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "extract/read/clean_text.hpp"
#include "extract/read/input_documents.hpp"
#include "support/pieces.hpp"
#include "support/require.hpp"

namespace {

using namespace entente;
using namespace entente::fuzz;

constexpr std::uint64_t longest_document = 1 << 14;  // short, so that the fuzzer gets beyond it

void require_text(const std::string& text, const std::string& name) {
  require(valid_utf8_size(text) == text.size(), name + " is UTF-8");
}

void check(const Document& document) {
  const DocumentInfo& info = document.info;
  require_text(document.text, "a document");
  require(!is_blank(document.text), "a document has text");
  require_text(info.id + info.title + info.publisher + info.url + info.language, "what is known of a document");
  require(info.sha256.size() == 64, "a document has a digest");
}

std::string told(const Document& document) {
  const DocumentInfo& info = document.info;
  return std::to_string(document.line) + '|' + info.id + '|' + info.title + '|' + info.publisher + '|' + info.url + '|' +
         info.language + '|' + (info.date ? to_string(*info.date) : "") + '|' + info.sha256 + '|' + document.text + '\n';
}

/// All that is read, and all that is wrong.
std::string read(std::string_view bytes, std::size_t piece) {
  const std::string name = "input";
  auto source = InputBytes::open(name, std::make_unique<Pieces>(bytes, piece));
  if (!source) return to_string(source.error());
  ReaderOptions options;
  options.max_document = longest_document;
  std::string out;
  const auto handle = [&](Document&& document) {
    check(document);
    out += told(document);
    return true;
  };
  const auto done = read_documents(*source, InputKind::FUZZED_KIND, name, options, handle,
                                   [&](const Error& error) { out += to_string(error) + '\n'; });
  if (!done) out += to_string(done.error());
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const std::string at_once = read(input, whole);
  for (const std::size_t piece : small_pieces) require_same(at_once, read(input, piece), "pieces do not matter");
  return 0;
}
