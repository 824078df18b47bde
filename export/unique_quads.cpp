#include "unique_quads.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <queue>
#include <system_error>
#include <utility>

#include "n_quads_writer.hpp"
#include "nameless_file.hpp"

namespace entente {
namespace {

Error failure_of_files() {
  return {Error::Kind::io, "temporary files", 0, 0, "cannot be written: " + std::generic_category().message(errno)};
}

/// Sorted lines, each but once, as bytes.
class Lines : public ByteSource {
 public:
  Result<std::size_t> read(char* buffer, std::size_t size) final {
    std::size_t filled = 0;
    while (filled < size) {
      if (rest_.empty() && !find_next()) break;
      const auto count = rest_.copy(buffer + filled, size - filled);
      rest_.remove_prefix(count);
      filled += count;
    }
    return filled;
  }

 protected:
  /// Empty at the end. Valid until the next call.
  virtual std::string_view next() = 0;

 private:
  bool find_next() {
    auto line = next();
    while (!line.empty() && line == last_) line = next();
    last_ = line;
    rest_ = last_;
    return !rest_.empty();
  }

  std::string last_;
  std::string_view rest_;
};

class LinesInMemory final : public Lines {
 public:
  explicit LinesInMemory(const std::vector<std::string_view>& sorted) : sorted_(sorted) {}

 private:
  std::string_view next() override { return next_ == sorted_.size() ? std::string_view() : sorted_[next_++]; }

  const std::vector<std::string_view>& sorted_;
  std::size_t next_ = 0;
};

/// A sorted file, line by line.
class Run {
 public:
  explicit Run(std::FILE* file) : file_(file) { std::rewind(file); }
  Run(Run&& other) noexcept
      : file_(other.file_), line_(std::exchange(other.line_, nullptr)), capacity_(other.capacity_), length_(other.length_) {}
  Run& operator=(Run&&) = delete;
  ~Run() { std::free(line_); }

  bool advance() {
    const auto length = ::getline(&line_, &capacity_, file_);
    length_ = length > 0 ? static_cast<std::size_t>(length) : 0;
    return length_ > 0;
  }
  [[nodiscard]] std::string_view line() const { return {line_, length_}; }

 private:
  std::FILE* file_;
  char* line_ = nullptr;  // getline allocates it
  std::size_t capacity_ = 0;
  std::size_t length_ = 0;
};

class MergedLines final : public Lines {
 public:
  explicit MergedLines(std::vector<Run> runs) : runs_(std::move(runs)) {
    for (std::size_t i = 0; i < runs_.size(); ++i) push(i);
  }

 private:
  using Head = std::pair<std::string_view, std::size_t>;

  void push(std::size_t run) {
    if (runs_[run].advance()) heads_.push({runs_[run].line(), run});
  }
  std::string_view next() override {
    if (given_) push(*given_);
    given_.reset();
    if (heads_.empty()) return {};
    const auto [line, run] = heads_.top();
    heads_.pop();
    given_ = run;
    return line;
  }

  std::vector<Run> runs_;
  std::priority_queue<Head, std::vector<Head>, std::greater<>> heads_;  // lexicographic by bytes
  std::optional<std::size_t> given_;                                    ///< the run whose line was given last
};

}  // namespace

void UniqueQuads::quad(const QuadView& quad) {
  if (failure_) return;
  append_n_quad(quad, text_);
  if (text_.size() >= memory_) spill();
}

void UniqueQuads::sort() {
  sorted_.clear();
  for (std::string_view rest = text_; !rest.empty();) {
    const auto length = rest.find('\n') + 1;
    sorted_.push_back(rest.substr(0, length));
    rest.remove_prefix(length);
  }
  std::ranges::sort(sorted_);
}

void UniqueQuads::spill() {
  sort();
  std::error_code unknown;
  const auto folder = std::filesystem::temp_directory_path(unknown);
  const auto descriptor = unknown
                              ? Result<int>(Error{Error::Kind::io, "temporary files", 0, 0, "no folder: " + unknown.message()})
                              : open_nameless_file(folder.string());
  if (!descriptor) {
    failure_ = descriptor.error();
    text_.clear();
    return;
  }
  File file(::fdopen(*descriptor, "w+b"));
  bool is_good = file != nullptr;
  for (const auto line : sorted_) is_good = is_good && std::fwrite(line.data(), 1, line.size(), file.get()) == line.size();
  if (is_good && std::fflush(file.get()) == 0)
    runs_.push_back(std::move(file));
  else
    failure_ = failure_of_files();
  text_.clear();
}

Result<Done> UniqueQuads::hand_on(ByteSource& lines) {
  const auto read = read_quads(Format::n_quads, lines, {}, sink_);
  if (!read) return read.error();
  return sink_.finish();
}

Result<Done> UniqueQuads::end_block() {
  if (failure_) return *failure_;
  return Done{};
}

Result<Done> UniqueQuads::finish() {
  if (runs_.empty()) {
    sort();
    LinesInMemory lines(sorted_);
    return hand_on(lines);
  }
  if (!text_.empty()) spill();
  if (failure_) return *failure_;
  text_.shrink_to_fit();
  sorted_ = {};
  std::vector<Run> runs;
  for (const auto& file : runs_) runs.emplace_back(file.get());
  MergedLines lines(std::move(runs));
  return hand_on(lines);
}

}  // namespace entente
