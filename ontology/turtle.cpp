#include "turtle.hpp"

#include <serd/serd.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "entente/ontology/vocabulary.hpp"

namespace entente {
namespace {

struct FreeReader {
  void operator()(SerdReader* reader) const { serd_reader_free(reader); }
};
struct FreeEnvironment {
  void operator()(SerdEnv* environment) const { serd_env_free(environment); }
};

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

using Resources = std::unordered_map<std::string, Node, Hash, std::equal_to<>>;

const std::uint8_t* bytes(const char* text) { return reinterpret_cast<const std::uint8_t*>(text); }
std::string_view view(const SerdNode& node) { return {reinterpret_cast<const char*>(node.buf), node.n_bytes}; }
std::string_view view(const SerdChunk& chunk) { return {reinterpret_cast<const char*>(chunk.buf), chunk.len}; }

SerdNode iri_node(std::string_view iri) { return {bytes(iri.data()), iri.size(), iri.size(), 0, SERD_URI}; }

/// RFC 3986, 3.1. Sord reads beyond its memory where there is none.
bool has_scheme(std::string_view iri) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto may_follow = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; };
  const std::string_view scheme = iri.substr(0, iri.find(':'));
  return scheme.size() < iri.size() && !scheme.empty() && is_letter(scheme.front()) && std::ranges::all_of(scheme, may_follow);
}

/// Reads one file. Serd's callbacks tell no place, so it gets the text byte by byte and the count tells it.
class TurtleFile {
 public:
  TurtleFile(std::uint32_t file, Graph& graph, Diagnostics& diagnostics)
      : text_(graph.file(file).text),
        file_(file),
        graph_(graph),
        diagnostics_(diagnostics),
        environment_(serd_env_new(nullptr)),
        reader_(serd_reader_new(SERD_TURTLE, this, nullptr, &on_base, &on_prefix, &on_statement, &on_end)) {
    serd_reader_set_strict(reader_.get(), true);
    serd_reader_set_error_sink(reader_.get(), &on_error, this);
    serd_reader_add_blank_prefix(reader_.get(), bytes(("f" + std::to_string(file)).c_str()));
  }

  void read() {
    const SerdStatus status = serd_reader_read_source(reader_.get(), &next_byte, &no_error, this, nullptr, 1);
    if (status > SERD_FAILURE) fail("expected Turtle");
  }

 private:
  static std::size_t next_byte(void* buffer, std::size_t, std::size_t, void* handle) {
    TurtleFile& self = *static_cast<TurtleFile*>(handle);
    if (self.handed_out_ == self.text_.size()) {
      self.is_at_end_ = true;
      return 0;
    }
    *static_cast<char*>(buffer) = self.text_[self.handed_out_++];
    return 1;
  }
  static int no_error(void*) { return 0; }

  static SerdStatus on_base(void* handle, const SerdNode* iri) {
    return serd_env_set_base_uri(static_cast<TurtleFile*>(handle)->forget(), iri);
  }
  static SerdStatus on_prefix(void* handle, const SerdNode* name, const SerdNode* iri) {
    static_cast<TurtleFile*>(handle)->graph_.add_prefix(view(*name), view(*iri));
    return serd_env_set_prefix(static_cast<TurtleFile*>(handle)->forget(), name, iri);
  }
  static SerdStatus on_statement(void* handle, SerdStatementFlags flags, const SerdNode*, const SerdNode* subject,
                                 const SerdNode* predicate, const SerdNode* object, const SerdNode* datatype,
                                 const SerdNode* language) {
    TurtleFile& self = *static_cast<TurtleFile*>(handle);
    return self.add(flags, *subject, *predicate, *object, datatype, language) ? SERD_SUCCESS : SERD_ERR_BAD_SYNTAX;
  }
  static SerdStatus on_end(void* handle, const SerdNode*) {
    --static_cast<TurtleFile*>(handle)->depth_;
    return SERD_SUCCESS;
  }
  static SerdStatus on_error(void* handle, const SerdError* error) {
    char message[256];
    std::vsnprintf(message, sizeof message, error->fmt, *error->args);
    std::string_view line = message;
    line = line.substr(0, line.find('\n'));
    if (line == "unexpected end of file") line = "expected the rest of a statement, found the end of the file";
    static_cast<TurtleFile*>(handle)->fail(line);
    return SERD_SUCCESS;
  }

  bool add(SerdStatementFlags flags, const SerdNode& subject, const SerdNode& predicate, const SerdNode& object,
           const SerdNode* datatype, const SerdNode* language) {
    if (!count_depth(flags)) return false;
    const Node s = resource(subject);
    const Node p = resource(predicate);
    const Node o = object.type == SERD_LITERAL ? literal(object, datatype, language) : resource(object);
    if (s == nullptr || p == nullptr || o == nullptr) return false;
    graph_.add(s, p, o, here());
    const bool ends_list = graph_.term(p) == Term::rest && text_of(o) == vocabulary::rdf::nil;
    if (ends_list && depth_ > 0) --depth_;
    return true;
  }

  bool count_depth(SerdStatementFlags flags) {
    if ((flags & (SERD_ANON_S_BEGIN | SERD_ANON_O_BEGIN | SERD_LIST_O_BEGIN)) != 0) ++depth_;
    if (depth_ <= turtle_depth_limit) return true;
    fail("expected at most " + std::to_string(turtle_depth_limit) + " brackets in each other");
    return false;
  }

  /// The node of an IRI, an abbreviated IRI or a blank node.
  Node resource(const SerdNode& node) {
    Resources& resources = resources_[node.type];
    const auto known = resources.find(view(node));
    if (known != resources.end()) return known->second;
    const Node made = node.type == SERD_BLANK ? graph_.intern(node, nullptr, nullptr) : iri(node);
    if (made != nullptr) resources.emplace(view(node), made);
    return made;
  }

  Node iri(const SerdNode& node) {
    const std::optional<std::string> full = expand(node);
    if (!full || !is_unicode(*full)) return nullptr;
    return graph_.intern_iri(*full);
  }

  /// The full IRI of an abbreviated or relative one; a mistake if there is none.
  std::optional<std::string> expand(const SerdNode& node) {
    if (node.type == SERD_CURIE) return expand_name(node);
    if (has_scheme(view(node))) return std::string(view(node));
    SerdNode full = serd_env_expand_node(environment_.get(), &node);
    std::string text = full.buf == nullptr ? "" : std::string(view(full));
    serd_node_free(&full);
    if (has_scheme(text)) return text;
    fail("expected an absolute IRI, as there is no @base, found <" + std::string(view(node)) + ">");
    return std::nullopt;
  }

  std::optional<std::string> expand_name(const SerdNode& node) {
    SerdChunk prefix;
    SerdChunk suffix;
    const std::string_view name = view(node);
    if (serd_env_expand(environment_.get(), &node, &prefix, &suffix) != SERD_SUCCESS) {
      fail("expected a declared prefix, found \"" + std::string(name.substr(0, name.find(':') + 1)) + "\"");
      return std::nullopt;
    }
    std::string full = std::string(view(prefix)).append(view(suffix));
    if (has_scheme(full)) return full;
    fail("expected a prefix of absolute IRIs, found \"" + std::string(name.substr(0, name.find(':') + 1)) + "\" for <" +
         std::string(view(prefix)) + ">");
    return std::nullopt;
  }

  Node literal(const SerdNode& node, const SerdNode* datatype, const SerdNode* language) {
    if (!is_unicode(view(node))) return nullptr;
    if (datatype == nullptr || datatype->type == SERD_NOTHING) return graph_.intern(node, nullptr, language);
    const std::optional<std::string> full = expand(*datatype);
    if (!full) return nullptr;
    const SerdNode expanded = iri_node(*full);
    return graph_.intern(node, &expanded, nullptr);
  }

  /// Serd lets escapes of surrogates and of U+0000 through.
  bool is_unicode(std::string_view text) {
    const bool has_suspect = text.find('\0') != std::string_view::npos || text.find('\xED') != std::string_view::npos;
    if (!has_suspect) return true;
    if (text.find('\0') == std::string_view::npos && valid_utf8_prefix(text) == text.size()) return true;
    fail("expected characters of Unicode other than U+0000, found an escape of something else");
    return false;
  }

  SerdEnv* forget() {
    for (Resources& resources : resources_) resources.clear();
    return environment_.get();
  }

  /// Only the first mistake counts; the others follow from it.
  void fail(std::string_view message) {
    if (!has_failed_) diagnostics_.syntax(here(), std::string(message));
    has_failed_ = true;
  }

  /// The byte that Serd looks at: it has asked for it, and not yet taken it.
  [[nodiscard]] Place here() const {
    const std::size_t ahead = is_at_end_ || handed_out_ == 0 ? 0 : 1;
    return {file_, static_cast<std::uint32_t>(handed_out_ - ahead)};
  }

  std::string_view text_;
  std::uint32_t file_;
  Graph& graph_;
  Diagnostics& diagnostics_;
  std::unique_ptr<SerdEnv, FreeEnvironment> environment_;
  std::unique_ptr<SerdReader, FreeReader> reader_;
  std::array<Resources, SERD_BLANK + 1> resources_;  // by SerdType: <a:b> and a:b are different
  std::size_t handed_out_ = 0;
  int depth_ = 0;
  bool is_at_end_ = false;
  bool has_failed_ = false;
};

}  // namespace

void read_turtle(std::uint32_t file, Graph& graph, Diagnostics& diagnostics) {
  if (!graph.file(file).text.empty()) TurtleFile(file, graph, diagnostics).read();
}

void read_turtle_file(const std::filesystem::path& path, Graph& graph, Diagnostics& diagnostics) {
  Result<SourceFile> source = read_source_file(path);
  if (!source) return diagnostics.unreadable(graph.add_file({path.string(), ""}), source.error());
  read_turtle(graph.add_file(std::move(*source)), graph, diagnostics);
}

}  // namespace entente
