#include "entente/extract/morphology.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "morphology_table.hpp"

namespace entente {
namespace {

using table::FileHeader;

Error not_read(const std::filesystem::path& file, int code) {
  return {Error::Kind::io, file.string(), 0, 0, "cannot be read: " + std::generic_category().message(code)};
}

Error not_a_table(const std::filesystem::path& file, std::string message) {
  return {Error::Kind::syntax, file.string(), 0, 0, std::move(message)};
}

class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& file) : descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

const FileHeader& header_of(const std::byte* bytes) { return *reinterpret_cast<const FileHeader*>(bytes); }

/// Whether `count` items of `size` bytes from `begin` on end at or before `end`.
bool fits(std::uint64_t begin, std::uint64_t count, std::uint64_t size, std::uint64_t end) {
  return begin % 4 == 0 && begin + count * size <= end;
}

bool sections_fit(const FileHeader& header) {
  return header.form_count < header.slot_count && header.slots >= sizeof(FileHeader) &&
         fits(header.slots, header.slot_count, sizeof(table::Slot), header.records) &&
         fits(header.records, 0, 0, header.analyses) &&
         fits(header.analyses, header.analysis_count, sizeof(Analysis), header.lemma_ends) &&
         fits(header.lemma_ends, std::uint64_t{header.lemma_count} + 1, sizeof(std::uint32_t), header.lemma_text) &&
         fits(header.lemma_text, 0, 0, header.byte_count);
}

/// What is wrong with the bytes; empty where nothing is.
std::string fault_of(const std::byte* bytes, std::size_t size) {
  const FileHeader& header = header_of(bytes);
  if (header.magic != table::magic) return "expected a compiled morphology, found another kind of file";
  if (header.version != table::version) {
    return "expected version " + std::to_string(table::version) + " of the compiled morphology, found version " +
           std::to_string(header.version);
  }
  if (header.byte_count != size) {
    return "expected " + std::to_string(header.byte_count) + " bytes, found " + std::to_string(size);
  }
  const std::string_view all(reinterpret_cast<const char*>(bytes), size);
  if (table::hash_of(all.substr(table::checked_from)) != header.checksum || !sections_fit(header)) {
    return "expected the checksum of the contents, found another: the file is damaged";
  }
  return "";
}

template <typename T>
const T* section(const std::byte* bytes, std::uint32_t begin) {
  return reinterpret_cast<const T*>(bytes + begin);
}

}  // namespace

Result<Morphology> Morphology::open(const std::filesystem::path& file) {
  const OpenFile opened(file);
  struct stat status {};
  if (opened.descriptor() < 0 || ::fstat(opened.descriptor(), &status) != 0) return not_read(file, errno);
  if (S_ISDIR(status.st_mode)) return not_read(file, EISDIR);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size < sizeof(FileHeader)) return not_a_table(file, "expected a compiled morphology, found a file too short");
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, opened.descriptor(), 0);
  if (mapped == MAP_FAILED) return not_read(file, errno);
  Morphology morphology;
  morphology.bytes_ = static_cast<const std::byte*>(mapped);
  morphology.size_ = size;
  std::string fault = fault_of(morphology.bytes_, size);
  if (!fault.empty()) return not_a_table(file, std::move(fault));
  return morphology;
}

Morphology::Morphology(Morphology&& other) noexcept
    : bytes_(std::exchange(other.bytes_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Morphology& Morphology::operator=(Morphology&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  std::swap(size_, other.size_);
  return *this;
}

Morphology::~Morphology() {
  if (bytes_ != nullptr) ::munmap(const_cast<std::byte*>(bytes_), size_);
}

std::span<const Analysis> Morphology::lookup(std::string_view form) const {
  const FileHeader& header = header_of(bytes_);
  const auto* slots = section<table::Slot>(bytes_, header.slots);
  const std::uint64_t hash = table::hash_of(form);
  const std::uint32_t tag = table::tag_of(hash);
  for (std::uint32_t at = table::home_of(hash, header.slot_count); slots[at].record != 0;) {
    if (slots[at].tag == tag) {
      const std::byte* record = bytes_ + header.records + slots[at].record;
      const table::RecordHead head = table::record_head(record);
      if (table::record_form(record, head) == form) {
        return {section<Analysis>(bytes_, header.analyses) + head.first_analysis, head.analysis_count};
      }
    }
    at = at + 1 == header.slot_count ? 0 : at + 1;
  }
  return {};
}

std::string_view Morphology::lemma(std::uint32_t lemma) const {
  const FileHeader& header = header_of(bytes_);
  assert(lemma < header.lemma_count);
  const auto* ends = section<std::uint32_t>(bytes_, header.lemma_ends);
  return {section<char>(bytes_, header.lemma_text) + ends[lemma], ends[lemma + 1] - ends[lemma]};
}

std::size_t Morphology::form_count() const { return header_of(bytes_).form_count; }

std::size_t Morphology::lemma_count() const { return header_of(bytes_).lemma_count; }

std::size_t Morphology::byte_count() const { return size_; }

}  // namespace entente
