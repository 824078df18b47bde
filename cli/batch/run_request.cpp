#include "run_request.hpp"

#include <filesystem>
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "../data_directory.hpp"
#include "content_digest.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Of the contents of files, in their order.
Result<std::string> digest_of(const std::vector<fs::path>& paths) {
  ContentDigest digest;
  std::string piece(std::size_t{1} << 20, '\0');
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
      digest.add(std::string_view(piece).substr(0, static_cast<std::size_t>(in.gcount())));
    }
    if (!in.eof()) return Error{Error::Kind::io, path.string(), 0, 0, "cannot be read"};
    digest.add(std::uint64_t{0x1f});
  }
  return digest.text();
}

Result<std::string> knowledge_digest(const KnowledgeOptions& options) {
  const auto data = find_data_directory();
  if (!data) return data.error();
  auto files = knowledge_files(*data, options.ontology);
  files.push_back(*data / "ontology" / "context.jsonld");
  files.push_back(*data / "morphology" / (options.language + ".morph"));
  return digest_of(files);
}

Json describe_inputs(const std::vector<std::string>& inputs) {
  ContentDigest digest;
  for (const auto& input : inputs) {
    digest.add(input.size());
    digest.add(input);
  }
  return {{"count", inputs.size()}, {"xxh128", digest.text()}};
}

template <typename Value>
std::vector<int> numbers(const std::vector<Value>& values) {
  std::set<int> sorted;
  for (const auto value : values) sorted.insert(static_cast<int>(value));
  return {sorted.begin(), sorted.end()};
}

void add_graph_request(const GraphRequest& request, Json& json) {
  json["graph-min-confidence"] = request.options.min_confidence;
  json["polarity"] = numbers(request.options.polarities);
  json["modality"] = numbers(request.options.modalities);
  json["relation"] = std::set<std::string>(request.relations.begin(), request.relations.end());
  json["roll-up"] = request.options.rolls_up;
  json["edge-weight"] = static_cast<int>(request.options.weight);
}

}  // namespace

Result<std::string> describe_request(const std::vector<PlannedOutput>& outputs, const RunOptions& options,
                                     const std::vector<std::string>& inputs) {
  const auto program = digest_of({"/proc/self/exe"});
  if (!program) return program.error();
  const auto knowledge = knowledge_digest(options.knowledge);
  if (!knowledge) return knowledge.error();
  Json json;
  json["version"] = ENTENTE_VERSION;
  json["program"] = *program;
  json["ontology"] = *knowledge;
  for (const auto& output : outputs) json["to"].push_back(format_info(output.format).name);
  json["base"] = options.base;
  json["lang"] = options.knowledge.language;
  json["min-confidence"] = options.min_confidence;
  json["max-document"] = options.max_document;
  json["stories"] = static_cast<int>(options.stories);
  if (options.parts.documents != 0) json["shard-size"] = {{"documents", options.parts.documents}};
  if (options.parts.text_bytes != 0) json["shard-size"] = {{"bytes", options.parts.text_bytes}};
  add_graph_request(options.graph, json);
  json["inputs"] = describe_inputs(inputs);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace entente::cli
