#include "run_manifest.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "../output.hpp"

namespace entente::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string shown(const std::string& path) { return path == "-" ? "standard input" : path; }

/// Copies the lines of a file into a JSON array, one member on each line.
Result<Done> copy_array(const std::string& name, const std::string& file, Output& out) {
  std::ifstream in(file, std::ios::binary);
  std::string text = ",\n\"" + name + "\": [";
  const char* separator = "\n";
  for (std::string line; std::getline(in, line);) {
    text.append(separator).append(line);
    separator = ",\n";
    if (text.size() < 65536) continue;
    if (auto done = out.write(text); !done) return done;
    text.clear();
  }
  if (in.bad()) return Error{Error::Kind::io, file, 0, 0, "cannot be read"};
  return out.write(text.append("\n]"));
}

}  // namespace

Result<RunManifest> RunManifest::create(const std::string& folder) {
  RunManifest made(folder);
  for (auto [stream, name] :
       {std::pair(&made.inputs_, "inputs.jsonl"), {&made.failed_, "failures.jsonl"}, {&made.parts_, "outputs.jsonl"}}) {
    stream->open(made.file(name), std::ios::binary | std::ios::trunc);
    if (!*stream) return Error{Error::Kind::io, made.file(name), 0, 0, "cannot be written"};
  }
  return made;
}

void RunManifest::begin_input(const std::string& path) {
  input_ = path;
  input_documents_ = input_failures_ = input_passed_over_ = 0;
  input_digest_ = {};
}

void RunManifest::add_document(std::uint64_t digest) {
  ++input_documents_;
  input_digest_.add(digest);
}

void RunManifest::add_failure(const Error& error) {
  ++failures_;
  ++input_failures_;
  Json json{{"source", shown(error.source)}};
  if (error.line != 0) json["line"] = error.line;
  if (error.column != 0) json["column"] = error.column;
  json["reason"] = error.message;
  failed_ << text_of(json) << '\n';
}

void RunManifest::add_passed_over() {
  ++passed_over_;
  ++input_passed_over_;
}

void RunManifest::end_input() {
  const Json json{{"path", shown(input_)},
                  {"documents", input_documents_},
                  {"failures", input_failures_},
                  {"otherLanguages", input_passed_over_},
                  {"digest", input_digest_.text()}};
  inputs_ << text_of(json) << '\n';
}

void RunManifest::add_part(const FinishedPart& part) {
  counts_ += part.counts;
  Json json;
  json["files"] = Json::array();
  for (const auto& made : part.files)
    json["files"].push_back(Json{{"name", made.name}, {"bytes", made.bytes}, {"xxh128", made.digest}});
  json["documents"] = part.counts.documents;
  json["stories"] = part.counts.stories;
  parts_ << text_of(json) << '\n';
}

Result<Done> RunManifest::write(const std::string& run, const std::string& path) {
  for (auto* stream : {&inputs_, &failed_, &parts_}) {
    stream->close();
    if (!*stream) return Error{Error::Kind::io, folder_, 0, 0, "what the manifest is made of cannot be written"};
  }
  auto out = Output::open(path);
  if (!out) return out.error();
  const Json counts{{"documents", counts_.documents}, {"stories", counts_.stories},
                    {"claims", counts_.claims},       {"quotations", counts_.quotations},
                    {"mentions", counts_.mentions},   {"otherLanguages", passed_over_},
                    {"failures", failures_}};
  std::string head = "{\n\"run\": " + run;
  for (const auto& [name, count] : counts.items()) head.append(",\n\"").append(name).append("\": ").append(count.dump());
  if (auto done = out->write(head); !done) return done;
  if (auto done = copy_array("outputs", file("outputs.jsonl"), *out); !done) return done;
  if (auto done = copy_array("failed", file("failures.jsonl"), *out); !done) return done;
  if (auto done = copy_array("inputs", file("inputs.jsonl"), *out); !done) return done;
  if (auto done = out->write("\n}\n"); !done) return done;
  return out->commit();
}

}  // namespace entente::cli
