#include "inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

bool is_article(const fs::path& path) {
  return path.extension() == ".txt" || path.extension() == ".jsonl" || path.extension() == ".ndjson";
}

/// What tools keep for themselves: .git, .Trash, files that are being written.
bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

Error failure(const std::string& folder, const std::string& reason) { return {Error::Kind::io, folder, 0, 0, reason}; }

void expand_folder(const std::string& folder, std::vector<std::string>& inputs, std::vector<Error>& errors) {
  std::vector<std::string> found;
  std::error_code problem;
  for (fs::recursive_directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
    std::error_code unknown;
    if (is_hidden(at->path())) {
      at.disable_recursion_pending();
      continue;
    }
    if (is_article(at->path()) && at->is_regular_file(unknown)) found.push_back(at->path().string());
  }
  if (problem) {
    errors.push_back(failure(folder, "cannot be listed: " + problem.message()));
  } else if (found.empty()) {
    errors.push_back(failure(folder, "expected articles (.txt, .jsonl) in the folder, found none"));
  }
  std::ranges::sort(found);
  inputs.insert(inputs.end(), found.begin(), found.end());
}

}  // namespace

std::vector<std::string> expand_inputs(const std::vector<std::string>& arguments, std::vector<Error>& errors) {
  std::vector<std::string> inputs;
  for (const std::string& argument : arguments) {
    std::error_code unknown;
    if (argument != "-" && fs::is_directory(argument, unknown)) {
      expand_folder(argument, inputs, errors);
    } else {
      inputs.push_back(argument);
    }
  }
  return inputs;
}

}  // namespace entente::cli
