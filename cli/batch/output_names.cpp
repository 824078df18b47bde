#include "output_names.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string_view>

#include "content_digest.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t longest = 180;  // bytes: file systems take 255, and extensions follow

bool stays(UChar32 c) {
  if (c < 0x80) return u_isalnum(c) != 0 || std::string_view("_-.,+=@~ ").find(static_cast<char>(c)) != std::string_view::npos;
  return c >= 0 && (u_isalnum(c) != 0 || u_getCombiningClass(c) != 0);
}

void append_percent(unsigned char byte, std::string& out) {
  std::array<char, 4> text{};
  std::snprintf(text.data(), text.size(), "%%%02X", byte);
  out.append(text.data());
}

std::string hexadecimal(std::uint64_t number) {
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(number));
  return text.data();
}

/// The file's name without extensions, nor those of compression before them.
std::string stem(const std::string& path) {
  if (path == "-") return "stdin";
  std::filesystem::path name = std::filesystem::path(path).filename();
  if (name.extension() == ".gz" || name.extension() == ".zst") name = name.stem();
  return name.stem().string();
}

std::string safe(const std::string& name) {
  std::string made;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(name.data());
  for (std::size_t at = 0; at < name.size() && made.size() < longest;) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, name.size(), c);
    const bool hides = begin == 0 && (c == '.' || c == '-');
    if (stays(c) && !hides) {
      made.append(name, begin, at - begin);
    } else {
      for (std::size_t i = begin; i < at; ++i) append_percent(bytes[i], made);
    }
    if (made.size() >= longest) made.append("~").append(hexadecimal(short_digest(name)));
  }
  return made.empty() ? "%" : made;
}

}  // namespace

std::string OutputNames::name_for(const std::string& path) {
  const std::string plain = safe(stem(path));
  std::string name = plain;
  for (std::uint64_t salt = 0; !taken_.insert(short_digest(name)).second; ++salt) {
    name = plain + "~" + hexadecimal(short_digest(path) + salt);
  }
  return name;
}

}  // namespace entente::cli
