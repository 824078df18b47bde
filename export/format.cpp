#include "entente/export/format.hpp"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr std::array<FormatInfo, 9> table{{
    {Format::turtle, "turtle", "Turtle", "text/turtle", "ttl", false, true, "", true, false, false},
    {Format::trig, "trig", "TriG", "application/trig", "trig", true, true, "", true, true, false},
    {Format::n_triples, "ntriples", "N-Triples", "application/n-triples", "nt", false, true, "", true, false, false},
    {Format::n_quads, "nquads", "N-Quads", "application/n-quads", "nq", true, true, "", true, true, false},
    {Format::json_ld, "jsonld", "JSON-LD", "application/ld+json", "jsonld", false, true, "", true, true, false},
    {Format::gexf, "gexf", "GEXF (Gephi)", "application/gexf+xml", "gexf", false, false, "", false, false, true},
    {Format::graphml, "graphml", "GraphML", "application/graphml+xml", "graphml", false, false, "", false, false, true},
    {Format::csv, "csv", "CSV (Gephi)", "text/csv", "csv", false, false, "nodes edges", false, false, true},
    {Format::claims, "claims", "claims as JSON Lines", "application/jsonl", "jsonl ndjson", false, true, "", false, false, false},
}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const auto space = std::min(text.find(' '), text.size());
    found.push_back(text.substr(0, space));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return found;
}

bool has_extension(const FormatInfo& info, std::string_view name) {
  return std::ranges::any_of(words(info.extensions), [&](std::string_view one) { return same_ignoring_case(one, name); });
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

std::vector<std::string_view> files_of(const FormatInfo& info) {
  return info.files.empty() ? std::vector<std::string_view>{""} : words(info.files);
}

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
