#include "compiled.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "source_file.hpp"

namespace entente {
namespace {

struct Header {
  std::array<char, 8> magic{'E', 'N', 'T', 'O', 'N', 'T', 'O', 'L'};
  std::uint64_t layout = 0;  ///< of the types: another version has another one
  std::uint64_t key = 0;
  std::uint64_t checksum = 0;  ///< XXH3 of all bytes after the header
};

constexpr std::uint64_t layout = [] {
  std::uint64_t sum = 1;  // to be raised when a type changes its meaning and not its size
  for (const std::size_t size : {sizeof(Label), sizeof(Tenure), sizeof(Actor), sizeof(Relation), sizeof(Role), sizeof(FrameEnd),
                                 sizeof(Frame), sizeof(LexicalEntry), sizeof(WordSet), sizeof(Ontology)})
    sum = sum * 1000003 + size;
  return sum;
}();

/// Appends values to a string; numbers in the machine's order.
class Packer {
 public:
  explicit Packer(std::string& out) : out_(out) {}

  template <typename T>
  void number(T& value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string& value) {
    auto size = static_cast<std::uint32_t>(value.size());
    number(size);
    out_.append(value);
  }
  template <typename T>
  std::uint32_t count(std::vector<T>& list) {
    auto size = static_cast<std::uint32_t>(list.size());
    number(size);
    return size;
  }

 private:
  std::string& out_;
};

/// Takes them back. What would reach behind the end is left as it is, and the unpacker is no longer good.
class Unpacker {
 public:
  explicit Unpacker(std::string_view in) : in_(in) {}

  template <typename T>
  void number(T& value) {
    if (take(sizeof value)) std::memcpy(static_cast<void*>(&value), taken_.data(), sizeof value);
  }
  void text(std::string& value) {
    std::uint32_t size = 0;
    number(size);
    if (take(size)) value = taken_;
  }
  template <typename T>
  std::uint32_t count(std::vector<T>& list) {
    std::uint32_t size = 0;
    number(size);
    is_good_ = is_good_ && size <= in_.size();  // each takes a byte at least
    if (is_good_) list.resize(size);
    return is_good_ ? size : 0;
  }
  [[nodiscard]] bool is_good() const { return is_good_; }

 private:
  bool take(std::size_t size) {
    is_good_ = is_good_ && size <= in_.size();
    if (!is_good_) return false;
    taken_ = in_.substr(0, size);
    in_.remove_prefix(size);
    return true;
  }

  std::string_view in_;
  std::string_view taken_;
  bool is_good_ = true;
};

// One function per type says what it is made of, for both ways. A binding names all members: the compiler tells of new ones.

template <typename Way, typename T>
void pass(Way& way, T& value);

template <typename Way, typename... T>
void pass_all(Way& way, T&... values) {
  (pass(way, values), ...);
}

template <typename Way, typename T>
void pass(Way& way, std::vector<T>& list) {
  way.count(list);
  for (T& item : list) pass(way, item);
}

template <typename Way, typename T>
void pass(Way& way, std::optional<T>& value) {
  bool is_there = value.has_value();
  way.number(is_there);
  if (is_there && !value) value.emplace();
  if (is_there) pass(way, *value);
}

template <typename Way, typename T>
void pass(Way& way, T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    way.text(value);
  } else if constexpr (std::is_same_v<T, Label>) {
    auto& [text, language, kind] = value;
    pass_all(way, text, language, kind);
  } else if constexpr (std::is_same_v<T, Tenure>) {
    auto& [role, of, from, until] = value;
    pass_all(way, role, of, from, until);
  } else if constexpr (std::is_same_v<T, Actor>) {
    auto& [iri, actor_class, gender, labels, tenures, acts_for, part_of, located_in, capital, capital_of] = value;
    pass_all(way, iri, actor_class, gender, labels, tenures, acts_for, part_of, located_in, capital, capital_of);
  } else if constexpr (std::is_same_v<T, Relation>) {
    auto& [iri, labels, domain, range, symmetric] = value;
    pass_all(way, iri, labels, domain, range, symmetric);
  } else if constexpr (std::is_same_v<T, Role>) {
    auto& [iri, labels] = value;
    pass_all(way, iri, labels);
  } else if constexpr (std::is_same_v<T, FrameEnd>) {
    auto& [slot, prepositions, classes] = value;
    pass_all(way, slot, prepositions, classes);
  } else if constexpr (std::is_same_v<T, Frame>) {
    auto& [relation, source, target, polarity, modality, requires_slots, not_with, only_with] = value;
    pass_all(way, relation, source, target, polarity, modality, requires_slots, not_with, only_with);
  } else if constexpr (std::is_same_v<T, LexicalEntry>) {
    auto& [iri, language, part, words, other_forms, frames, commitment, takes, control, complementizers, says, names_class,
           has_class, names_role, features, examples] = value;
    pass_all(way, iri, language, part, words, other_forms, frames, commitment, takes, control, complementizers, says, names_class,
             has_class, names_role, features, examples);
  } else if constexpr (std::is_same_v<T, WordSet>) {
    auto& [iri, language, words, speaks_for, speaks_against] = value;
    pass_all(way, iri, language, words, speaks_for, speaks_against);
  } else if constexpr (std::is_same_v<T, Ontology>) {
    auto& [actors, relations, roles, entries, word_sets, actor_by_iri, relation_by_iri, role_by_iri] = value;
    pass_all(way, actors, relations, roles, entries, word_sets);
  } else {
    static_assert(std::is_trivially_copyable_v<T>);
    way.number(value);
  }
}

template <typename T>
void index(const std::vector<T>& things, std::unordered_map<std::string, std::uint32_t>& by_iri) {
  by_iri.reserve(things.size());
  for (std::uint32_t id = 0; id < things.size(); ++id) by_iri.emplace(things[id].iri, id);
}

Error not_written(const std::filesystem::path& path) {
  return {Error::Kind::io, path.string(), 0, 0, "cannot be written: " + std::generic_category().message(errno)};
}

}  // namespace

std::optional<std::uint64_t> content_key(const std::vector<std::filesystem::path>& files) {
  std::uint64_t key = files.size();
  for (const auto& path : files) {
    const Result<std::string> bytes = read_bytes(path);
    if (!bytes) return std::nullopt;
    key = XXH3_64bits_withSeed(bytes->data(), bytes->size(), key);
  }
  return key;
}

bool read_compiled(const std::filesystem::path& path, std::uint64_t key, Ontology& out) {
  const Result<std::string> bytes = read_bytes(path);
  Header header;
  if (!bytes || bytes->size() < sizeof header) return false;
  const std::string_view packed = std::string_view(*bytes).substr(sizeof header);
  std::memcpy(&header, bytes->data(), sizeof header);
  if (header.magic != Header().magic || header.layout != layout || header.key != key ||
      header.checksum != XXH3_64bits(packed.data(), packed.size()))
    return false;
  Ontology made;
  Unpacker unpacker(packed);
  pass(unpacker, made);
  if (!unpacker.is_good()) return false;
  index(made.actors, made.actor_by_iri);
  index(made.relations, made.relation_by_iri);
  index(made.roles, made.role_by_iri);
  out = std::move(made);
  return true;
}

Result<Done> write_compiled(Ontology ontology, std::uint64_t key, const std::filesystem::path& path) {
  std::string packed;
  Packer packer(packed);
  pass(packer, ontology);
  const Header header{.layout = layout, .key = key, .checksum = XXH3_64bits(packed.data(), packed.size())};
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  out.write(packed.data(), static_cast<std::streamsize>(packed.size()));
  out.close();
  if (!out) return not_written(path);
  return Done{};
}

}  // namespace entente
