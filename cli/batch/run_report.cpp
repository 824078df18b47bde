#include "run_report.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include <nlohmann/json.hpp>

#include "../messages.hpp"
#include "../printable.hpp"

namespace entente::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto between_bars = 200ms;
constexpr auto between_lines = 30s;
constexpr std::size_t bar_width = 24;
constexpr std::size_t most_sizes = 100'000;  // of inputs to ask for: each is a question to the file system
constexpr std::size_t most_repeated = 20;    // failures that the summary of a long run names again
constexpr double surest_start = 0.002;       // share done, before which nothing is said of the time left

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits;
}

std::string one_decimal(double number) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", number);
  return text.data();
}

std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  if (whole < 100) return std::to_string(whole) + " s";
  if (whole < 100 * 60) return std::to_string((whole + 30) / 60) + " min";
  return std::to_string((whole + 1800) / 3600) + " h";
}

std::vector<std::uint64_t> sizes_of(const std::vector<std::string>& inputs) {
  if (inputs.size() > most_sizes) return std::vector<std::uint64_t>(inputs.size(), 1);
  std::vector<std::uint64_t> sizes;
  for (const auto& input : inputs) {
    std::error_code unknown;
    const auto size = std::filesystem::is_regular_file(input, unknown) ? std::filesystem::file_size(input, unknown) : 0;
    sizes.push_back(unknown ? 0 : size);
  }
  return sizes;
}

}  // namespace

RunReport::RunReport(const std::vector<std::string>& inputs, bool is_quiet, bool counts_stories)
    : counts_stories_(counts_stories) {
  if (is_quiet)
    shape_ = Shape::none;
  else if (writes_records())
    shape_ = Shape::records;
  else
    shape_ = ::isatty(STDERR_FILENO) != 0 ? Shape::bar : Shape::lines;
  if (shape_ != Shape::none) sizes_ = sizes_of(inputs);
  for (const auto size : sizes_) size_ += size;
}

void RunReport::document(const Finding& finding) {
  reach(finding.input, finding.text_bytes);
  ++documents_;
  if (finding.tells_own_story) ++stories_;
  if (finding.is_done)
    ++done_before_;
  else
    new_text_bytes_ += finding.text_bytes;
}

void RunReport::failure(std::uint32_t input, const Error& error) {
  reach(input, 0);
  ++failures_;
  clear_bar();
  tell(error);
  if (first_failures_.size() < most_repeated) first_failures_.push_back(to_string(error));
}

void RunReport::pass_over(std::uint32_t input) {
  reach(input, 0);
  ++passed_over_;
}

void RunReport::note(const std::string& message) {
  clear_bar();
  tell(message);
}

void RunReport::note(const Error& error) {
  clear_bar();
  tell(error);
}

void RunReport::reach(std::uint32_t input, std::uint64_t text_bytes) {
  if (sizes_.empty()) return;
  for (; input_ < input && input_ < sizes_.size(); ++input_) {
    size_before_ += sizes_[input_];
    input_text_bytes_ = 0;
  }
  input_text_bytes_ += text_bytes;
}

double RunReport::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

double RunReport::share_done() const {
  if (size_ == 0 || std::ranges::count(sizes_, 0U) * 2 > std::ssize(sizes_)) return -1;
  const auto here = input_ < sizes_.size() ? std::min(input_text_bytes_, sizes_[input_]) : 0;
  return static_cast<double>(size_before_ + here) / static_cast<double>(size_);
}

std::string RunReport::time_left() const {
  const double share = share_done();
  return share < surest_start ? "" : duration(seconds() * (1 - share) / share);
}

std::string RunReport::speed() const {
  return one_decimal(static_cast<double>(new_text_bytes_) / 1e6 / std::max(seconds(), 1e-3)) + " MB/s";
}

std::string RunReport::counts() const {
  std::string text = grouped(documents_) + (documents_ == 1 ? " document" : " documents");
  if (counts_stories_ && stories_ < documents_) text += " of " + grouped(stories_) + (stories_ == 1 ? " story" : " stories");
  if (done_before_ > 0) text += " (" + grouped(done_before_) + " done before)";
  if (passed_over_ > 0)
    text += ", " + grouped(passed_over_) + (passed_over_ == 1 ? " in another language" : " in other languages");
  if (failures_ > 0) text += ", " + grouped(failures_) + " failed";
  return text;
}

void RunReport::tick() {
  const auto now = Clock::now();
  if (shape_ == Shape::none || now - last_shown_ < (shape_ == Shape::bar ? Clock::duration(between_bars) : between_lines)) return;
  last_shown_ = now;
  was_shown_ = true;
  if (shape_ == Shape::bar) return draw_bar();
  if (shape_ == Shape::records) return write_record("progress");
  const std::string left = time_left();
  tell(counts() + ", " + speed() + (left.empty() ? "" : ", " + left + " left"));
}

void RunReport::draw_bar() {
  const double share = std::clamp(share_done(), 0.0, 1.0);
  const auto filled = static_cast<std::size_t>(share * bar_width);
  const std::string bar = std::string(filled, '#') + std::string(bar_width - filled, '.');
  const std::string left = time_left();
  std::fprintf(stderr, "\r[%s] %s, %s%s\033[K", bar.c_str(), counts().c_str(), speed().c_str(),
               left.empty() ? "" : (", " + left + " left").c_str());
  bar_is_drawn_ = true;
}

void RunReport::clear_bar() {
  if (bar_is_drawn_) std::fprintf(stderr, "\r\033[K");
  bar_is_drawn_ = false;
}

void RunReport::write_record(const char* event) const {
  nlohmann::ordered_json record{
      {"documents", documents_}, {"failures", failures_}, {"bytes", new_text_bytes_}, {"seconds", seconds()}};
  if (counts_stories_) record["stories"] = stories_;
  if (passed_over_ > 0) record["otherLanguages"] = passed_over_;
  if (done_before_ > 0) record["doneBefore"] = done_before_;
  if (const double share = share_done(); share >= 0) record["share"] = share;
  const std::string members = record.dump();
  tell_record(event, members.substr(1, members.size() - 2));
}

void RunReport::summary() {
  clear_bar();
  if (shape_ == Shape::records) return write_record("end");
  if (shape_ == Shape::none || !(was_shown_ || failures_ + passed_over_ > 0)) return;
  const std::string pace = was_shown_ ? ", in " + duration(seconds()) + " (" + speed() + ")" : "";
  if (!was_shown_ || failures_ == 0) return tell(counts() + pace);
  tell(counts() + pace + ":");
  for (const auto& failure : first_failures_) std::fprintf(stderr, "    %s\n", printable(failure).c_str());
  if (failures_ > first_failures_.size())
    std::fprintf(stderr, "    and %s more\n", grouped(failures_ - first_failures_.size()).c_str());
}

}  // namespace entente::cli
