#pragma once

#include <string>
#include <string_view>

#include "entente/export/writer.hpp"
#include "entente/ontology/result.hpp"

namespace entente::cli {

/// Where a result goes. A file appears whole or not at all: it is written beside its place and renamed at the end. Standard
/// output ("-"), pipes and devices are written directly.
class Output final : public ByteSink {
 public:
  /// Fails with Error::Kind::io where `path` cannot be written.
  static Result<Output> open(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  /// Removes what was written to a file that was not committed.
  ~Output() override;

  Result<Done> write(std::string_view bytes) override;
  /// The file is on the disk and under its name.
  Result<Done> commit();
  /// Whether it is a file, and takes the place of one.
  [[nodiscard]] bool would_replace() const;
  /// Whether the reader of a pipe went away: no error, but nothing more needs to be written.
  [[nodiscard]] bool reader_is_gone() const { return reader_is_gone_; }

 private:
  explicit Output(std::string name) : name_(std::move(name)) {}

  Result<Done> open_beside();
  [[nodiscard]] Error failure() const;

  std::string name_;
  std::string target_;     ///< the file that `name_` leads to, links followed
  std::string temporary_;  ///< empty when written directly
  int descriptor_ = -1;
  bool reader_is_gone_ = false;
};

}  // namespace entente::cli
