#include "inputs.hpp"

#include <glob.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <utility>

#include "entente/extract/reader.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

/// What tools keep for themselves: .git, .Trash, files that are being written.
bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

Error failure(const std::string& folder, const std::string& reason) { return {Error::Kind::io, folder, 0, 0, reason}; }

/// Lists folders, each before those within it.
class FolderList {
 public:
  explicit FolderList(std::vector<Error>& errors) : errors_(errors) {}

  /// The inputs in `folder` and below, in no order.
  std::vector<std::string> files(const std::string& folder) {
    open_.assign(1, folder);
    while (!open_.empty()) {
      const fs::path next = std::move(open_.back());
      open_.pop_back();
      list(next);
    }
    return std::move(files_);
  }

 private:
  void list(const fs::path& folder) {
    std::error_code problem;
    for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) take(*at);
    if (problem) errors_.push_back(failure(folder, "cannot be listed: " + problem.message()));
  }

  void take(const fs::directory_entry& entry) {
    std::error_code unknown;
    if (is_hidden(entry.path())) return;
    if (!entry.is_symlink(unknown) && entry.is_directory(unknown)) {
      open_.push_back(entry.path());
    } else if (is_input_name(entry.path()) && entry.is_regular_file(unknown)) {
      files_.push_back(entry.path());
    }
  }

  std::vector<Error>& errors_;
  std::vector<fs::path> open_;
  std::vector<std::string> files_;
};

std::vector<std::string> files_in(const std::string& folder, std::vector<Error>& errors) {
  const std::size_t before = errors.size();
  auto files = FolderList(errors).files(folder);
  if (files.empty() && errors.size() == before) {
    errors.push_back(failure(folder, "expected articles (.txt, .html, .jsonl, .warc) in the folder, found none"));
  }
  std::ranges::sort(files);
  return files;
}

bool is_folder(const std::string& path) {
  std::error_code unknown;
  return path != "-" && fs::is_directory(path, unknown);
}

bool is_pattern(const std::string& argument) {
  std::error_code unknown;
  return argument.find_first_of("*?[") != std::string::npos && !fs::exists(fs::symlink_status(argument, unknown));
}

/// Itself where nothing matches.
std::vector<std::string> matches_of(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> paths;
  if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0) paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  if (paths.empty()) paths.push_back(pattern);
  std::ranges::sort(paths);
  return paths;
}

void append(std::vector<std::string>&& paths, std::vector<std::string>& inputs) {
  inputs.insert(inputs.end(), std::make_move_iterator(paths.begin()), std::make_move_iterator(paths.end()));
}

}  // namespace

std::vector<std::string> expand_inputs(std::vector<std::string>&& arguments, std::vector<Error>& errors) {
  std::vector<std::string> inputs;
  inputs.reserve(arguments.size());
  const auto add = [&](std::string&& path) {
    if (is_folder(path))
      append(files_in(path, errors), inputs);
    else
      inputs.push_back(std::move(path));
  };
  for (std::string& argument : arguments) {
    if (!is_pattern(argument)) {
      add(std::move(argument));
      continue;
    }
    for (std::string& path : matches_of(argument)) add(std::move(path));
  }
  return inputs;
}

}  // namespace entente::cli
