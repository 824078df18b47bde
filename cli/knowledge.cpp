#include "knowledge.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "data_directory.hpp"
#include "messages.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

Result<std::string> read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) return Error{Error::Kind::io, path.string(), 0, 0, "cannot be read"};
  return bytes;
}

}  // namespace

std::vector<fs::path> knowledge_files(const fs::path& data, const std::vector<std::string>& user) {
  std::vector<fs::path> files = ontology_files(data / "ontology");
  for (const std::string& path : user) {
    std::error_code unknown;
    const bool is_folder = fs::is_directory(path, unknown);
    const auto found = is_folder ? ontology_files(path) : std::vector<fs::path>{path};
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

Result<Done> check_language(const std::string& language) {
  const auto data = find_data_directory();
  if (!data) return data.error();
  std::string known;
  std::error_code unknown;
  std::vector<std::string> names;
  for (fs::directory_iterator at(*data / "morphology", unknown), end; !unknown && at != end; at.increment(unknown)) {
    if (at->path().extension() == ".morph") names.push_back(at->path().stem().string());
  }
  std::ranges::sort(names);
  if (std::ranges::find(names, language) != names.end()) return Done{};
  for (const auto& name : names) known += (known.empty() ? "" : ", ") + name;
  return Error{Error::Kind::usage, "", 0, 0,
               "expected a language that there is a dictionary for (" + known + "), found " + language};
}

std::unique_ptr<Knowledge> Knowledge::load(const KnowledgeOptions& options) {
  const auto fail = [](const auto& reason) {
    tell(reason);
    return nullptr;
  };
  const auto data = find_data_directory();
  if (!data) return fail(data.error());

  std::unique_ptr<Knowledge> made(new Knowledge);
  std::vector<Error> errors;
  const fs::path compiled = *data / "ontology.compiled";
  if (!load_ontology(knowledge_files(*data, options.ontology), compiled, made->ontology_, errors)) return fail(errors);

  auto morphology = Morphology::open(*data / "morphology" / (options.language + ".morph"));
  if (!morphology) return fail(morphology.error());
  made->morphology_.emplace(std::move(*morphology));

  made->language_ = make_language(made->ontology_, *made->morphology_, options.language);
  if (!made->language_) return fail("expected a language that there is a lexicon for, found " + options.language);

  auto context = read_file(*data / "ontology" / "context.jsonld");
  if (!context) return fail(context.error());
  made->context_ = std::move(*context);
  return made;
}

}  // namespace entente::cli
