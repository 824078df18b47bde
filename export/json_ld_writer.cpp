#include "json_ld_writer.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <nlohmann/json.hpp>

#include "json_ld_nesting.hpp"
#include "terms.hpp"

namespace entente {

using Json = nlohmann::ordered_json;

namespace {

constexpr int deepest_nesting = 16;

/// An integer that every JSON reader keeps (below 2^53) and that is written as xsd:integer would write it.
std::optional<std::int64_t> native_integer(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  constexpr std::int64_t limit = std::int64_t{1} << 53;
  if (error != std::errc() || end != text.data() + text.size() || number <= -limit || number >= limit) return std::nullopt;
  if (std::to_string(number) != text) return std::nullopt;
  return number;
}

/// A literal of a datatype that the term, or JSON itself, gives back: as a JSON number or boolean where it has such a form.
Json native_value(const StoredTerm& literal) {
  if (literal.datatype == terms::xsd::boolean && literal.text == "true") return true;
  if (literal.datatype == terms::xsd::boolean && literal.text == "false") return false;
  if (literal.datatype == terms::xsd::integer || literal.datatype == terms::xsd::nonNegativeInteger) {
    if (const auto number = native_integer(literal.text)) return *number;
  }
  return literal.text;
}

/// Whether JSON's own numbers and booleans are read as being of this datatype.
bool is_native_datatype(std::string_view datatype) { return datatype == terms::xsd::boolean || datatype == terms::xsd::integer; }

/// Turns the nodes of a block into JSON.
class BlockRenderer {
 public:
  BlockRenderer(const std::vector<StoredNode>& nodes, const NodeIndex& index, const JsonLdContext& context)
      : nodes_(nodes), index_(index), context_(context), children_(nodes.size()) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].parent == StoredNode::none)
        waiting_.push_back(i);
      else if (nodes[i].reverse != nullptr)
        children_[nodes[i].parent].push_back(i);
    }
  }

  /// The next node that stands by itself; null when there are no more.
  Json next() {
    if (next_ == waiting_.size()) return nullptr;
    return render(waiting_[next_++], 0);
  }

 private:
  Json render(std::size_t at, int depth) {
    const auto& node = nodes_[at];
    Json json;
    json[context_.id().name] = id_of(node.kind, node.text);
    for (const auto& statement : node.statements) {
      if (!is_said_by_nesting(node, statement)) render_statement(at, statement, depth, json);
    }
    for (const auto child : children_[at]) append(*nodes_[child].reverse, nested_or_later(child, depth), json);
    return json;
  }

  bool is_said_by_nesting(const StoredNode& node, const StoredNode::Statement& statement) const {
    return node.reverse != nullptr && statement.predicate == node.reverse_predicate &&
           referred_node(statement.object, index_) == node.parent;
  }

  void render_statement(std::size_t at, const StoredNode::Statement& statement, int depth, Json& json) {
    const auto target = referred_node(statement.object, index_);
    if (statement.predicate == terms::rdf::type && statement.object.kind != TermKind::literal) {
      append(context_.type(), type_name(statement.object), json);
    } else if (target != StoredNode::none && nodes_[target].parent == at && nodes_[target].reverse == nullptr) {
      append(reference_term(statement.predicate), nested_or_later(target, depth), json);
    } else if (statement.object.kind == TermKind::literal) {
      render_literal(statement.predicate, statement.object, json);
    } else {
      render_reference(statement.predicate, statement.object, json);
    }
  }

  std::string id_of(TermKind kind, const std::string& text) const {
    return kind == TermKind::blank ? "_:" + text : context_.compact_iri(text);
  }

  Json reference(std::string id) const {
    Json json;
    json[context_.id().name] = std::move(id);
    return json;
  }

  std::string type_name(const StoredTerm& type) const {
    return type.kind == TermKind::blank ? "_:" + type.text : context_.compact_vocabulary_iri(type.text);
  }

  /// The node itself, or its IRI where it would stand too deep; it then follows by itself.
  Json nested_or_later(std::size_t child, int depth) {
    if (depth < deepest_nesting) return render(child, depth + 1);
    waiting_.push_back(child);
    return reference(id_of(nodes_[child].kind, nodes_[child].text));
  }

  template <typename Fits>
  const ContextTerm* first_term(std::string_view predicate, Fits fits) const {
    const auto terms = context_.terms(predicate);
    const auto found = std::ranges::find_if(terms, fits);
    return found == terms.end() ? nullptr : &*found;
  }

  /// A term that leaves objects as they are: best one made for nodes; else the property's compact IRI.
  ContextTerm reference_term(std::string_view predicate) const {
    using Container = ContextTerm::Container;
    const auto typed = [](std::string_view type) {
      return [type](const ContextTerm& term) { return term.type == type && term.container != Container::language; };
    };
    for (const auto type : {"@id", "@vocab", ""}) {
      if (const auto* term = first_term(predicate, typed(type))) return *term;
    }
    return uncoerced(predicate);
  }

  void render_reference(std::string_view predicate, const StoredTerm& object, Json& json) const {
    const auto term = reference_term(predicate);
    auto id = id_of(object.kind, object.text);
    if (term.type == "@vocab" && object.kind == TermKind::iri)
      append(term, context_.compact_vocabulary_iri(object.text), json);
    else if (term.type.empty())
      append(term, reference(std::move(id)), json);
    else
      append(term, std::move(id), json);
  }

  void render_literal(std::string_view predicate, const StoredTerm& literal, Json& json) const {
    if (!literal.language.empty())
      render_tagged(predicate, literal, json);
    else if (literal.datatype.empty() || literal.datatype == terms::xsd::string)
      render_string(predicate, literal, json);
    else
      render_typed(predicate, literal, json);
  }

  void render_tagged(std::string_view predicate, const StoredTerm& literal, Json& json) const {
    const auto is_map = [](const ContextTerm& term) { return term.container == ContextTerm::Container::language; };
    const auto has_language = [&](const ContextTerm& term) { return string_language(term) == literal.language; };
    if (const auto* term = first_term(predicate, is_map)) {
      append(literal.language, literal.text, false, json[term->name]);
    } else if (const auto* same = first_term(predicate, has_language)) {
      append(*same, literal.text, json);
    } else {
      append(neutral_term(predicate), Json::object({{"@value", literal.text}, {"@language", literal.language}}), json);
    }
  }

  void render_string(std::string_view predicate, const StoredTerm& literal, Json& json) const {
    const auto gives_string = [&](const ContextTerm& term) {
      return term.type == terms::xsd::string || string_language(term) == "";
    };
    if (const auto* term = first_term(predicate, gives_string))
      append(*term, literal.text, json);
    else if (context_.default_language().empty())
      append(uncoerced(predicate), literal.text, json);
    else
      append(uncoerced(predicate), Json::object({{"@value", literal.text}}), json);
  }

  void render_typed(std::string_view predicate, const StoredTerm& literal, Json& json) const {
    if (const auto* term = first_term(predicate, [&](const ContextTerm& t) { return t.type == literal.datatype; })) {
      append(*term, native_value(literal), json);
    } else if (is_native_datatype(literal.datatype) && !native_value(literal).is_string()) {
      append(neutral_term(predicate), native_value(literal), json);
    } else {
      const auto type = context_.compact_vocabulary_iri(literal.datatype);
      append(neutral_term(predicate), Json::object({{"@value", literal.text}, {"@type", type}}), json);
    }
  }

  /// The language that a bare string gets under `term`; nothing where it does not become a string.
  std::optional<std::string> string_language(const ContextTerm& term) const {
    if (!term.type.empty() || term.container == ContextTerm::Container::language) return std::nullopt;
    return term.language ? *term.language : context_.default_language();
  }

  /// The property's compact IRI, which is no term and coerces nothing.
  ContextTerm uncoerced(std::string_view predicate) const { return {context_.compact_iri(predicate), {}, {}, {}}; }

  /// A term without a type, for value objects and JSON's own types; else the property's compact IRI.
  ContextTerm neutral_term(std::string_view predicate) const {
    const auto neutral = [](const ContextTerm& term) {
      return term.type.empty() && term.container != ContextTerm::Container::language;
    };
    if (const auto* term = first_term(predicate, neutral)) return *term;
    return uncoerced(predicate);
  }

  static void append(const ContextTerm& term, Json value, Json& json) {
    append(term.name, std::move(value), term.container == ContextTerm::Container::set, json);
  }

  /// Adds to the values under `key`; an array if there are several, or always.
  static void append(const std::string& key, Json value, bool always_array, Json& json) {
    const auto found = json.find(key);
    if (found == json.end()) {
      json[key] = always_array ? Json::array({std::move(value)}) : std::move(value);
    } else if (found->is_array()) {
      found->push_back(std::move(value));
    } else {
      *found = Json::array({std::move(*found), std::move(value)});
    }
  }

  const std::vector<StoredNode>& nodes_;
  const NodeIndex& index_;
  const JsonLdContext& context_;
  std::vector<std::vector<std::size_t>> children_;  ///< by reverse terms
  std::vector<std::size_t> waiting_;                ///< to be written by themselves
  std::size_t next_ = 0;
};

}  // namespace

JsonLdWriter::JsonLdWriter(ByteSink& sink, JsonLdContext context, FileFrame frame)
    : output_(sink), context_(std::move(context)), frame_(frame) {
  if (frame_ == FileFrame::whole) output_.bytes().append(frame_text(context_).head);
}

FrameText JsonLdWriter::frame_text(const JsonLdContext& context) {
  return {"{\"@context\": " + context.json() + ",\n\"@graph\": [", "\n]}\n", true};
}

void JsonLdWriter::quad(const QuadView& quad) {
  const auto& object = quad.object;
  nodes_[node_of(quad.subject)].statements.push_back(
      {std::string(quad.predicate.text),
       {object.kind, std::string(object.text), std::string(object.datatype), std::string(object.language)}});
}

std::size_t JsonLdWriter::node_of(const TermView& subject) {
  if (!nodes_.empty() && nodes_.back().kind == subject.kind && nodes_.back().text == subject.text) return nodes_.size() - 1;
  const auto key = subject.kind == TermKind::blank ? "_:" + std::string(subject.text) : std::string(subject.text);
  const auto [place, is_new] = index_.emplace(key, nodes_.size());
  if (is_new) {
    nodes_.emplace_back();
    nodes_.back().kind = subject.kind;
    nodes_.back().text = subject.text;
  }
  return place->second;
}

Result<Done> JsonLdWriter::end_block() {
  nest(nodes_, index_, context_);
  BlockRenderer renderer(nodes_, index_, context_);
  for (auto json = renderer.next(); !json.is_null(); json = renderer.next()) {
    write_line(json.dump(-1, ' ', false, Json::error_handler_t::replace));
  }
  nodes_.clear();
  index_.clear();
  if (frame_ == FileFrame::blocks) output_.flush();
  return output_.state();
}

void JsonLdWriter::write_line(std::string_view line) {
  output_.bytes().append(anything_written_ || frame_ == FileFrame::blocks ? ",\n" : "\n").append(line);
  anything_written_ = true;
  output_.flush_if_full();
}

Result<Done> JsonLdWriter::finish() {
  if (!nodes_.empty()) (void)end_block();
  if (frame_ == FileFrame::whole) output_.bytes().append(frame_text(context_).tail);
  output_.flush();
  return output_.state();
}

}  // namespace entente
