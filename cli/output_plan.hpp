#pragma once

#include <string>
#include <vector>

#include "entente/export/format.hpp"
#include "entente/ontology/result.hpp"

namespace entente::cli {

/// What the user asks for with -o and --to.
struct OutputRequest {
  std::string path = "-";
  std::vector<std::string> formats;
};

/// A format to write, and the files that it is made of, as many as FormatInfo::files has.
struct PlannedOutput {
  std::vector<std::string> paths;
  Format format;
};

/// One output per format. One format goes to the path as it is, and may be told by its extension; several go to the path
/// with each format's extension. A format of several files puts their names before its extension. Fails with Error::Kind::usage
/// where the request makes no sense, or where an output would take the place of an input.
Result<std::vector<PlannedOutput>> plan_outputs(const OutputRequest& request, const std::vector<std::string>& inputs);

/// The same without paths, for outputs whose names are told later: Turtle where no format is asked for.
Result<std::vector<PlannedOutput>> plan_formats(const std::vector<std::string>& names);

/// The files of an output called `stem` in that format.
std::vector<std::string> output_names(const std::string& stem, Format format);

/// The names that --to takes, for help and messages.
[[nodiscard]] std::string format_names();
/// Of those that RDF can be converted to.
[[nodiscard]] std::string convertible_format_names();
/// Those of the formats that hold any RDF.
[[nodiscard]] std::string rdf_format_names();

}  // namespace entente::cli
