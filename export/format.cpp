#include "entente/export/format.hpp"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr std::array<FormatInfo, 7> table{{
    {Format::turtle, "turtle", "Turtle", "text/turtle", "ttl", false, true},
    {Format::trig, "trig", "TriG", "application/trig", "trig", true, true},
    {Format::n_triples, "ntriples", "N-Triples", "application/n-triples", "nt", false, true},
    {Format::n_quads, "nquads", "N-Quads", "application/n-quads", "nq", true, true},
    {Format::json_ld, "jsonld", "JSON-LD", "application/ld+json", "jsonld", false, true},
    {Format::gexf, "gexf", "GEXF (Gephi)", "application/gexf+xml", "gexf", false, false},
    {Format::claims, "claims", "claims as JSON Lines", "application/jsonl", "jsonl ndjson", false, true},
}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

bool has_extension(const FormatInfo& info, std::string_view name) {
  std::string_view rest = info.extensions;
  while (!rest.empty()) {
    const auto space = std::min(rest.find(' '), rest.size());
    if (same_ignoring_case(rest.substr(0, space), name)) return true;
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return false;
}

template <typename Predicate>
std::optional<Format> first_that(Predicate holds) {
  const auto found = std::ranges::find_if(table, holds);
  if (found == table.end()) return std::nullopt;
  return found->format;
}

}  // namespace

std::span<const FormatInfo> formats() { return table; }

const FormatInfo& format_info(Format format) { return table[static_cast<std::size_t>(format)]; }

std::optional<Format> format_from_name(std::string_view name) {
  return first_that([&](const FormatInfo& info) {
    return same_ignoring_case(info.name, name) || same_ignoring_case(info.label, name) || has_extension(info, name);
  });
}

std::optional<Format> format_from_path(std::string_view path) {
  const auto name = path.substr(path.find_last_of('/') + 1);
  const auto dot = name.find_last_of('.');
  if (dot == std::string_view::npos) return std::nullopt;
  return first_that([&](const FormatInfo& info) { return has_extension(info, name.substr(dot + 1)); });
}

}  // namespace entente
