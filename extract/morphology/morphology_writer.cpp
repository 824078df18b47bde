#include "morphology_writer.hpp"

#include <fstream>
#include <limits>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "morphology_table.hpp"

namespace entente {
namespace {

/// Of 10 slots, 7 are taken: short probes, and always an empty slot to end one.
constexpr std::size_t slots_for(std::size_t forms) { return forms * 10 / 7 + 1; }

template <typename T>
std::string_view bytes_of(const T* first, std::size_t count) {
  return {reinterpret_cast<const char*>(first), count * sizeof(T)};
}

Error too_large(const std::string& what) { return {Error::Kind::value, "", 0, 0, what}; }

/// Lists of readings, each different one once.
class AnalysisPool {
 public:
  std::uint32_t add(const std::vector<Analysis>& list) {
    const std::string key(bytes_of(list.data(), list.size()));
    const auto [at, is_new] = begins_.try_emplace(key, static_cast<std::uint32_t>(analyses_.size()));
    if (is_new) analyses_.insert(analyses_.end(), list.begin(), list.end());
    return at->second;
  }

  [[nodiscard]] const std::vector<Analysis>& analyses() const { return analyses_; }

 private:
  std::map<std::string, std::uint32_t> begins_;
  std::vector<Analysis> analyses_;
};

class SlotTable {
 public:
  explicit SlotTable(std::size_t forms) : slots_(slots_for(forms)) {}

  void add(std::string_view form, std::uint32_t record) {
    const std::uint64_t hash = table::hash_of(form);
    std::size_t at = table::home_of(hash, static_cast<std::uint32_t>(slots_.size()));
    while (slots_[at].record != 0) at = at + 1 == slots_.size() ? 0 : at + 1;
    slots_[at] = {table::tag_of(hash), record};
  }

  [[nodiscard]] const std::vector<table::Slot>& slots() const { return slots_; }

 private:
  std::vector<table::Slot> slots_;
};

void append_record(std::string_view form, std::uint32_t first, std::size_t count, std::string& records) {
  records += bytes_of(&first, 1);
  records += static_cast<char>(static_cast<unsigned char>(count));
  records += static_cast<char>(static_cast<unsigned char>(form.size()));
  records += form;
}

class TableWriter {
 public:
  explicit TableWriter(const FormLexicon& lexicon) : lexicon_(lexicon), slots_(lexicon.readings.size()) {}

  Result<std::string> write() {
    for (const auto& [form, readings] : lexicon_.readings) {
      if (form.size() > table::longest_form) return too_large("expected forms of at most 255 bytes, found " + form);
      if (readings.size() > table::most_analyses) return too_large("expected at most 255 readings of " + form);
      slots_.add(form, static_cast<std::uint32_t>(records_.size()));
      append_record(form, pool_.add(readings), readings.size(), records_);
    }
    append_sections();
    if (out_.size() > std::numeric_limits<std::uint32_t>::max()) return too_large("expected less than 4 GiB");
    finish_header();
    return std::move(out_);
  }

 private:
  std::uint32_t append_section(std::string_view bytes) {
    out_.resize((out_.size() + 3) / 4 * 4, '\0');
    const auto begin = static_cast<std::uint32_t>(out_.size());
    out_ += bytes;
    return begin;
  }

  void append_sections() {
    const auto& slots = slots_.slots();
    const auto& analyses = pool_.analyses();
    std::vector<std::uint32_t> lemma_ends{0};
    std::string lemma_text;
    for (const std::string& lemma : lexicon_.lemmas) {
      lemma_text += lemma;
      lemma_ends.push_back(static_cast<std::uint32_t>(lemma_text.size()));
    }
    out_.assign(sizeof header_, '\0');
    header_.slots = append_section(bytes_of(slots.data(), slots.size()));
    header_.records = append_section(records_);
    header_.analyses = append_section(bytes_of(analyses.data(), analyses.size()));
    header_.lemma_ends = append_section(bytes_of(lemma_ends.data(), lemma_ends.size()));
    header_.lemma_text = append_section(lemma_text);
    header_.slot_count = static_cast<std::uint32_t>(slots.size());
    header_.analysis_count = static_cast<std::uint32_t>(analyses.size());
  }

  void finish_header() {
    header_.magic = table::magic;
    header_.version = table::version;
    header_.byte_count = out_.size();
    header_.form_count = static_cast<std::uint32_t>(lexicon_.readings.size());
    header_.lemma_count = static_cast<std::uint32_t>(lexicon_.lemmas.size());
    store_header();
    const std::string_view checked = std::string_view(out_).substr(table::checked_from);
    header_.checksum = table::hash_of(checked);
    store_header();
  }

  void store_header() { out_.replace(0, sizeof header_, bytes_of(&header_, 1)); }

  const FormLexicon& lexicon_;
  SlotTable slots_;
  AnalysisPool pool_;
  std::string records_ = std::string(4, '\0');  // so that no record begins at 0
  std::string out_;
  table::FileHeader header_{};
};

Error not_written(const std::filesystem::path& file, const std::string& reason) {
  return {Error::Kind::io, file.string(), 0, 0, "cannot be written: " + reason};
}

/// A device or pipe is written to: to rename a file over it would take its place.
bool may_be_replaced(const std::filesystem::path& file) {
  std::error_code unknown;
  const auto status = std::filesystem::status(file, unknown);
  return !std::filesystem::exists(status) || std::filesystem::is_regular_file(status);
}

/// Writes to `place` for `file`, which is what messages name.
Result<Done> write_to(const std::filesystem::path& place, const std::string& bytes, const std::filesystem::path& file) {
  std::ofstream out(place, std::ios::binary | std::ios::trunc);
  if (!out) return not_written(file, "it cannot be opened");
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return not_written(file, "the disk may be full");
  return Done{};
}

}  // namespace

Result<std::string> table_bytes(const FormLexicon& lexicon) { return TableWriter(lexicon).write(); }

Result<Done> write_whole(const std::string& bytes, const std::filesystem::path& file) {
  if (!may_be_replaced(file)) return write_to(file, bytes, file);
  std::filesystem::path part = file;
  part += ".part";
  Result<Done> done = write_to(part, bytes, file);
  std::error_code failure;
  if (done) {
    std::filesystem::rename(part, file, failure);
    if (!failure) return done;
    done = not_written(file, failure.message());
  }
  std::filesystem::remove(part, failure);
  return done;
}

}  // namespace entente
