#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "answer.hpp"
#include "gold.hpp"
#include "rollup.hpp"

namespace entente::cli::eval {

/// Right answers, wrong ones, and what was not found.
struct Tally {
  std::size_t right = 0;
  std::size_t spurious = 0;
  std::size_t missed = 0;

  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
  Tally& operator+=(const Tally& other);
};

/// How many of those looked at are right.
struct Share {
  std::size_t right = 0;
  std::size_t all = 0;
  void add(bool is_right) { right += is_right ? 1 : 0, ++all; }
};

/// Adds up over documents how far the program's answers agree with the gold.
class Score {
 public:
  /// Only actors of the catalogue count as mentioned; all where `catalogue` is empty.
  explicit Score(const Ids& catalogue) : catalogue_(catalogue.begin(), catalogue.end()) {}

  /// `text` is what the offsets of `answer` count in.
  void add(const GoldDocument& gold, std::string_view text, const Answer& answer);

  /// Precision, recall and F1 as a table.
  [[nodiscard]] std::string table() const;
  /// How often the program is right when it is how sure: claims by tenths of confidence, as a table.
  [[nodiscard]] std::string calibration() const;
  /// A line for each answer that is missed or spurious.
  [[nodiscard]] const std::string& errors() const { return errors_; }

 private:
  struct Told;  // a claim that the program told, perhaps several times

  static std::size_t tenth(const Told& told);
  void add_offsets(std::string_view text, const Answer& answer);
  void add_claims(const GoldDocument& gold, const Answer& answer);
  void add_claim(const GoldDocument& gold, const GoldClaim& claim, std::vector<Told>& told);
  void add_match(const GoldClaim& claim, const Told& told);
  void add_quotations(const GoldDocument& gold, const Answer& answer, std::string_view kind, double least_likeness, Tally& tally);
  void add_actors(const GoldDocument& gold, const Answer& answer);
  void error(const char* what, const std::string& document, const std::string& text);
  Tally& tally_of(std::string_view relation);

  Names catalogue_;
  std::array<Tally, 3> claims_;
  std::array<Share, 10> by_confidence_;  ///< by tenth
  Tally direct_;
  Tally indirect_;
  Tally actors_;
  Share modality_;
  Share attribution_;
  Share offsets_;
  std::size_t documents_ = 0;
  std::string errors_;
};

}  // namespace entente::cli::eval
