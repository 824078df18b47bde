#pragma once

#define XXH_INLINE_ALL  // a short form is hashed in a few nanoseconds when inlined
#include <xxhash.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "entente/extract/morphology.hpp"

namespace entente::table {

// The compiled dictionary: one file, little-endian, mapped as it is. Sections in this order, each 4-byte aligned:
//
//   FileHeader
//   Slot[slot_count]             open addressing, linear probing; empty where `record` is 0
//   records                      per form: RecordHead, then the bytes of the form; the first begins at 4
//   Analysis[analysis_count]     lists of readings; equal lists stand once
//   uint32[lemma_count + 1]      where each lemma begins in the lemma text, then where the last one ends
//   lemma text                   UTF-8, in byte order
//
// A lookup reads a slot and the form's record: two cache lines; for a form that is not there, mostly one.

static_assert(std::endian::native == std::endian::little, "the table is mapped as it is, in little-endian order");

inline constexpr std::array<char, 8> magic{'E', 'N', 'T', 'M', 'O', 'R', 'P', 'H'};
inline constexpr std::uint32_t version = 1;

struct FileHeader {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t reserved;
  std::uint64_t checksum;    ///< XXH3 of all bytes after this field
  std::uint64_t byte_count;  ///< of the file
  std::uint32_t form_count;
  std::uint32_t lemma_count;
  std::uint32_t slot_count;
  std::uint32_t analysis_count;
  std::uint32_t slots;  ///< from here on: byte offsets of the sections in the file
  std::uint32_t records;
  std::uint32_t analyses;
  std::uint32_t lemma_ends;
  std::uint32_t lemma_text;
  std::uint32_t unused;
};
inline constexpr std::size_t checked_from = offsetof(FileHeader, byte_count);

struct Slot {
  std::uint32_t tag;     ///< low half of the form's hash
  std::uint32_t record;  ///< byte offset in the section of records
};

/// Before the bytes of a form; not aligned.
struct RecordHead {
  std::uint32_t first_analysis;
  std::uint8_t analysis_count;
  std::uint8_t form_size;
};
inline constexpr std::size_t record_head_size = 6;  // without the padding of the struct
inline constexpr std::size_t longest_form = 255;    // bytes
inline constexpr std::size_t most_analyses = 255;   // of one form

static_assert(sizeof(FileHeader) == 72 && std::is_trivially_copyable_v<FileHeader>);
static_assert(sizeof(Slot) == 8);
static_assert(sizeof(Analysis) == 12 && alignof(Analysis) == 4 && std::is_trivially_copyable_v<Analysis>);
static_assert(offsetof(Analysis, lemma) == 0 && offsetof(Analysis, word_class) == 4);
static_assert(offsetof(Analysis, verb_form) == 5 && offsetof(Analysis, tense) == 6 && offsetof(Analysis, gender) == 7);
static_assert(offsetof(Analysis, number) == 8 && offsetof(Analysis, person) == 9 && offsetof(Analysis, valency) == 10);

[[nodiscard]] inline std::uint64_t hash_of(std::string_view form) { return XXH3_64bits(form.data(), form.size()); }

[[nodiscard]] inline std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash); }

/// The slot where the search begins: the high half of the hash, scaled to the number of slots.
[[nodiscard]] inline std::uint32_t home_of(std::uint64_t hash, std::uint32_t slot_count) {
  return static_cast<std::uint32_t>(((hash >> 32U) * slot_count) >> 32U);
}

[[nodiscard]] inline RecordHead record_head(const std::byte* record) {
  RecordHead head{};
  std::memcpy(&head.first_analysis, record, sizeof head.first_analysis);
  head.analysis_count = std::to_integer<std::uint8_t>(record[4]);
  head.form_size = std::to_integer<std::uint8_t>(record[5]);
  return head;
}

[[nodiscard]] inline std::string_view record_form(const std::byte* record, const RecordHead& head) {
  return {reinterpret_cast<const char*>(record + record_head_size), head.form_size};
}

}  // namespace entente::table
