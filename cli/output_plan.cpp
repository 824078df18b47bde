#include "output_plan.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

Error usage(std::string message) { return {Error::Kind::usage, "", 0, 0, std::move(message)}; }

/// With its dot. Claims keep their name in it, since so many inputs are called .jsonl.
std::string extension_of(Format format) {
  const std::string_view extensions = format_info(format).extensions;
  const std::string first = "." + std::string(extensions.substr(0, extensions.find(' ')));
  return format == Format::claims ? ".claims" + first : first;
}

Result<std::vector<Format>> named_formats(const std::vector<std::string>& names) {
  std::vector<Format> formats;
  for (const std::string& name : names) {
    const auto format = format_from_name(name);
    if (!format) return usage("--to: expected one of " + format_names() + ", found " + name);
    if (std::ranges::find(formats, *format) == formats.end()) formats.push_back(*format);
  }
  return formats;
}

Result<Format> format_told_by(const std::string& path) {
  if (const auto format = format_from_path(path)) return *format;
  const std::string extension = fs::path(path).extension();
  if (extension.empty()) return Format::turtle;
  return usage("-o: expected --to, since the extension " + extension + " names no format");
}

/// The files of `format` under `path`, whose extension, where it has the format's, goes behind their names.
std::vector<std::string> paths_of(const std::string& path, Format format) {
  const FormatInfo& info = format_info(format);
  if (info.files.empty()) return {path};
  const std::string stem = format_from_path(path) == format ? fs::path(path).replace_extension().string() : path;
  std::vector<std::string> paths;
  for (const std::string_view file : files_of(info)) paths.push_back(stem + "." + std::string(file) + extension_of(format));
  return paths;
}

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code missing;
  return fs::is_regular_file(a, missing) && fs::equivalent(a, b, missing) && !missing;
}

Result<std::vector<PlannedOutput>> one_per_format(const std::string& path, const std::vector<Format>& formats) {
  if (path == "-") return usage("--to: several formats need -o with a file name");
  if (format_from_path(path)) return usage("-o: several formats need a name without extension, found " + path);
  std::vector<PlannedOutput> outputs;
  for (const Format format : formats) outputs.push_back({paths_of(path + extension_of(format), format), format});
  return outputs;
}

template <typename Counts>
std::string joined_names(Counts counts) {
  std::string names;
  for (const FormatInfo& info : formats()) {
    if (!counts(info)) continue;
    if (!names.empty()) names += ", ";
    names += info.name;
  }
  return names;
}

}  // namespace

std::string format_names() {
  return joined_names([](const FormatInfo&) { return true; });
}
std::string rdf_format_names() {
  return joined_names([](const FormatInfo& info) { return info.is_rdf; });
}
std::string convertible_format_names() {
  return joined_names([](const FormatInfo& info) { return info.is_rdf || info.is_network; });
}

Result<std::vector<PlannedOutput>> plan_formats(const std::vector<std::string>& names) {
  auto formats = named_formats(names);
  if (!formats) return formats.error();
  if (formats->empty()) formats->push_back(Format::turtle);
  std::vector<PlannedOutput> outputs;
  for (const Format format : *formats) outputs.push_back({{}, format});
  return outputs;
}

std::vector<std::string> output_names(const std::string& stem, Format format) {
  return paths_of(stem + extension_of(format), format);
}

Result<std::vector<PlannedOutput>> plan_outputs(const OutputRequest& request, const std::vector<std::string>& inputs) {
  if (request.path.empty()) return usage("-o: expected a file name, or -, found nothing");
  const auto formats = named_formats(request.formats);
  if (!formats) return formats.error();
  std::vector<PlannedOutput> outputs;
  if (formats->size() > 1) {
    auto planned = one_per_format(request.path, *formats);
    if (!planned) return planned;
    outputs = std::move(*planned);
  } else {
    const auto format = formats->empty() ? format_told_by(request.path) : Result<Format>(formats->front());
    if (!format) return format.error();
    if (const auto told = format_from_path(request.path); told && told != *format && !formats->empty()) {
      return usage("-o: " + request.path + " is called like " + std::string(format_info(*told).label) + ", and --to says " +
                   std::string(format_info(*format).label));
    }
    const FormatInfo& info = format_info(*format);
    if (request.path == "-" && !info.files.empty()) {
      return usage("--to: " + std::string(info.name) + " is several files (" + std::string(info.files) +
                   ") and needs -o with a file name");
    }
    outputs.push_back({paths_of(request.path, *format), *format});
  }
  for (const PlannedOutput& output : outputs) {
    for (const std::string& path : output.paths) {
      const auto is_input = [&](const std::string& input) { return is_same_file(input, path); };
      if (std::ranges::any_of(inputs, is_input)) return usage("-o: " + path + " is an input and would be overwritten");
    }
  }
  return outputs;
}

}  // namespace entente::cli
