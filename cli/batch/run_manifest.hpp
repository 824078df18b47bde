#pragma once

#include <cstdint>
#include <fstream>
#include <string>

#include "content_digest.hpp"
#include "entente/ontology/result.hpp"
#include "run_journal.hpp"

namespace entente::cli {

/// Gathers what `manifest.json` says, in files, and puts it together at the end.
class RunManifest {
 public:
  /// `folder` is for these files; what is there of them goes.
  static Result<RunManifest> create(const std::string& folder);

  void begin_input(const std::string& path);
  /// A document that was read; `digest` is its content's.
  void add_document(std::uint64_t digest);
  void add_failure(const Error& error);
  /// A document in another language.
  void add_passed_over();
  void end_input();
  void add_part(const FinishedPart& part);

  [[nodiscard]] std::uint64_t failures() const { return failures_; }

  /// Writes the manifest: first what was asked for (`run`, a JSON object), then what came of it. It appears at `path` whole.
  /// Fails with Error::Kind::io.
  Result<Done> write(const std::string& run, const std::string& path);

 private:
  explicit RunManifest(std::string folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::string file(const char* name) const { return folder_ + "/" + name; }

  std::string folder_;
  std::ofstream inputs_, failed_, parts_;  ///< lines of JSON
  std::string input_;
  std::uint64_t input_documents_ = 0;
  std::uint64_t input_failures_ = 0;
  std::uint64_t input_passed_over_ = 0;
  ContentDigest input_digest_;
  ContentCounts counts_;
  std::uint64_t failures_ = 0;
  std::uint64_t passed_over_ = 0;
};

}  // namespace entente::cli
