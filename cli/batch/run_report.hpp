#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "entente/ontology/result.hpp"
#include "reading.hpp"

namespace entente::cli {

/// Tells the user how a run goes, on standard error: failures as they come; how far it is, as a bar on a terminal, elsewhere as a
/// line every half minute; and what came of it, where there is anything to say.
class RunReport {
 public:
  /// `is_quiet`: only failures. `counts_stories`: documents are compared, so that there is something to say of stories. `inputs`
  /// must outlive the report.
  RunReport(const std::vector<std::string>& inputs, bool is_quiet, bool counts_stories);

  /// A document was taken.
  void document(const Finding& finding);
  void failure(std::uint32_t input, const Error& error);
  /// A document is in another language. It is counted, and no failure.
  void pass_over(std::uint32_t input);
  /// What is said of the run itself, above the bar.
  void note(const std::string& message);
  void note(const Error& error);
  /// Several times a second.
  void tick();
  /// At the end, once.
  void summary();

  [[nodiscard]] std::uint64_t documents() const { return documents_; }
  [[nodiscard]] std::uint64_t failures() const { return failures_; }
  [[nodiscard]] std::uint64_t passed_over() const { return passed_over_; }

 private:
  using Clock = std::chrono::steady_clock;
  enum class Shape : std::uint8_t { none, bar, lines, records };

  void reach(std::uint32_t input, std::uint64_t text_bytes);
  /// From 0 to 1, by the sizes of the inputs; negative where they are not known.
  [[nodiscard]] double share_done() const;
  [[nodiscard]] double seconds() const;
  /// "3 min", or nothing where it cannot be told.
  [[nodiscard]] std::string time_left() const;
  [[nodiscard]] std::string counts() const;
  [[nodiscard]] std::string speed() const;
  void draw_bar();
  void clear_bar();
  void write_record(const char* event) const;

  Shape shape_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_shown_ = start_;
  bool bar_is_drawn_ = false;
  bool was_shown_ = false;

  std::vector<std::uint64_t> sizes_;  ///< of the inputs, in bytes; 1 for each where there are very many
  std::uint64_t size_ = 0;            ///< their sum
  std::uint64_t size_before_ = 0;     ///< of the inputs before the one under way
  std::uint32_t input_ = 0;
  std::uint64_t input_text_bytes_ = 0;

  bool counts_stories_;
  std::uint64_t documents_ = 0;
  std::uint64_t stories_ = 0;
  std::uint64_t new_text_bytes_ = 0;
  std::uint64_t done_before_ = 0;  ///< documents
  std::uint64_t failures_ = 0;
  std::uint64_t passed_over_ = 0;
  std::vector<std::string> first_failures_;
};

}  // namespace entente::cli
