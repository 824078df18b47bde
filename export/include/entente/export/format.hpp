#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

enum class Format : std::uint8_t { turtle, trig, n_triples, n_quads, json_ld, gexf, graphml, csv, claims };

/// What the command line, help, detection by extension and servers need to know of a format: one row per format.
struct FormatInfo {
  Format format;
  std::string_view name;        ///< as `--to` takes it: "turtle"
  std::string_view label;       ///< for people: "Turtle"
  std::string_view media_type;  ///< IANA, or the format's own specification
  std::string_view extensions;  ///< space-separated, without dots, the usual one first: "ttl"
  bool has_graphs;              ///< each document is a named graph
  bool streams;                 ///< written document by document, in constant memory
  std::string_view files;       ///< space-separated names of the files that it is made of ("nodes edges"): OUT.csv stands for
                                ///< OUT.nodes.csv and OUT.edges.csv; empty where it is one file
  bool is_rdf;                  ///< holds any RDF: can be read, and written from quads
  bool names_graphs;            ///< of RDF: can say in which graph a statement is
  bool is_network;              ///< nodes and edges: can be written from extractions and from quads, but not read
};

/// All formats, in the order in which help lists them.
[[nodiscard]] std::span<const FormatInfo> formats();
[[nodiscard]] const FormatInfo& format_info(Format format);
/// The names of the files that the format is made of; an empty one where it is one file.
[[nodiscard]] std::vector<std::string_view> files_of(const FormatInfo& info);
/// By `--to` name, without regard to case; labels and extensions are taken as names too.
[[nodiscard]] std::optional<Format> format_from_name(std::string_view name);
/// By the extension of a file name.
[[nodiscard]] std::optional<Format> format_from_path(std::string_view path);

}  // namespace entente
