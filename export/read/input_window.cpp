#include "input_window.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "ontology/source_file.hpp"

namespace entente {
namespace {

constexpr std::size_t piece = 256 * 1024;
constexpr std::size_t shown_before = 100;  // bytes of a line, around a place
constexpr std::size_t shown_after = 60;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

std::uint64_t code_points(std::string_view text) {
  return text.size() - static_cast<std::uint64_t>(std::ranges::count_if(text, continues_character));
}

std::string_view from_character(std::string_view text) {
  while (!text.empty() && continues_character(text.front())) text.remove_prefix(1);
  return text;
}

std::string_view last_bytes(std::string_view text, std::size_t count) {
  return text.size() <= count ? text : from_character(text.substr(text.size() - count));
}

std::string_view first_bytes(std::string_view text, std::size_t count) {
  if (text.size() <= count) return text;
  while (count > 0 && continues_character(text[count])) --count;
  return text.substr(0, count);
}

/// `text` as one line that a terminal can show: controls as spaces, what is no UTF-8 as U+FFFD.
std::string shown(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto good = text.substr(0, valid_utf8_prefix(text));
    for (const char c : good) out.push_back(static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c);
    text.remove_prefix(good.size());
    if (text.empty()) break;
    out.append("\xEF\xBF\xBD");
    text.remove_prefix(1);
  }
  return out;
}

}  // namespace

InputWindow::InputWindow(ByteSource& source) : source_(source), buffer_(piece + margin) {
  end_ = read_end_ = buffer_.data();
  at = first_bad_ = end_;
  read_more();
  if (std::string_view(at, static_cast<std::size_t>(end_ - at)).starts_with("\xEF\xBB\xBF")) {
    std::memmove(buffer_.data(), buffer_.data() + 3, static_cast<std::size_t>(read_end_ - buffer_.data()) - 3 + margin);
    end_ -= 3;
    read_end_ -= 3;
    if (first_bad_ != buffer_.data()) first_bad_ -= 3;
  }
}

bool InputWindow::read_more() {
  if (static_cast<std::size_t>(end_ - at) > longest_term) return false;
  leave_behind(at);
  const auto before = end_ - buffer_.data();
  // What is kept is scanned again: of a long term, with twice as much each time, since a pipe brings little at once.
  const auto wanted = before > static_cast<std::ptrdiff_t>(piece) ? 2 * before : before + 1;
  while (!is_last_ && end_ - buffer_.data() < wanted) append_from_source();
  return true;
}

void InputWindow::leave_behind(const char* until) {
  const std::string_view past(buffer_.data(), static_cast<std::size_t>(until - buffer_.data()));
  std::string_view rest = past;
  for (std::size_t feed = rest.find('\n'); feed != std::string_view::npos; feed = rest.find('\n')) {
    rest.remove_prefix(feed + 1);
    ++line_;
    column_ = 1;
    line_start_.clear();
  }
  column_ += code_points(rest);
  line_start_ = last_bytes(line_start_.append(last_bytes(rest, shown_before)), shown_before);
  const auto bad = first_bad_ - until;
  const auto kept = read_end_ - until;
  const auto whole = end_ - until;
  std::memmove(buffer_.data(), until, static_cast<std::size_t>(kept));
  at = buffer_.data();
  end_ = buffer_.data() + whole;
  read_end_ = buffer_.data() + kept;
  first_bad_ = buffer_.data() + std::max<std::ptrdiff_t>(bad, 0);
}

void InputWindow::append_from_source() {
  const auto kept = static_cast<std::size_t>(read_end_ - buffer_.data());
  if (buffer_.size() < kept + piece + margin) {
    const auto whole = end_ - buffer_.data();
    const auto bad = first_bad_ - buffer_.data();
    buffer_.resize(std::max(2 * kept, kept + piece) + margin);
    at = buffer_.data();
    end_ = buffer_.data() + whole;
    first_bad_ = buffer_.data() + bad;
  }
  std::memcpy(end_, cut_.data(), cut_.size());
  const auto count = source_.read(buffer_.data() + kept, buffer_.size() - kept - margin);
  if (!count) failure_ = count.error();
  is_last_ = !count || *count == 0;
  read_end_ = buffer_.data() + kept + (count ? *count : 0);
  std::memset(read_end_, 0, margin);
  check_utf8();
}

/// Moves `end_` to the end of the last whole character. Once a byte is bad, all bytes behind it are let through.
void InputWindow::check_utf8() {
  const bool was_bad = first_bad_ != end_;
  if (was_bad) {
    end_ = read_end_;
    cut_.clear();
    return;
  }
  const std::string_view added(end_, static_cast<std::size_t>(read_end_ - end_));
  const auto good = valid_utf8_prefix(added);
  constexpr std::size_t longest_character = 4;
  const bool is_cut = good < added.size() && added.size() - good < longest_character && !is_last_;
  first_bad_ = end_ + good;
  end_ = is_cut ? end_ + good : read_end_;
  cut_.assign(end_, read_end_);
  std::memset(end_, 0, margin);  // a scanner that runs on stops here
}

void InputWindow::forget_bad_before(const char* from) {
  if (first_bad_ >= from) return;
  end_ = buffer_.data() + (from - buffer_.data());
  first_bad_ = end_;
  check_utf8();
}

void InputWindow::locate(const char* place, ReadMistake& mistake) const {
  std::string_view before(buffer_.data(), static_cast<std::size_t>(place - buffer_.data()));
  const auto feed = before.rfind('\n');
  const bool begins_here = feed != std::string_view::npos;
  mistake.error.line = line_ + static_cast<std::uint64_t>(std::ranges::count(before, '\n'));
  if (begins_here) before.remove_prefix(feed + 1);
  mistake.error.column = (begins_here ? 1 : column_) + code_points(before);
  show(place, mistake);
}

void InputWindow::show(const char* place, ReadMistake& mistake) const {
  place = std::max(place, static_cast<const char*>(buffer_.data()));  // what was before may be forgotten
  std::string_view before(buffer_.data(), static_cast<std::size_t>(place - buffer_.data()));
  const std::string_view after(place, static_cast<std::size_t>(end_ - place));
  std::string line;
  if (before.size() < shown_before && before.find('\n') == std::string_view::npos) line = line_start_;
  before = last_bytes(before, shown_before);
  line.append(before.substr(before.rfind('\n') + 1));
  line = shown(last_bytes(line, shown_before));
  mistake.caret = static_cast<std::size_t>(code_points(line));
  mistake.excerpt = line + shown(first_bytes(after.substr(0, after.substr(0, shown_after).find_first_of("\r\n")), shown_after));
}

}  // namespace entente
