#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "../quad_store.hpp"
#include "entente/ontology/result.hpp"
#include "json_ld_active_context.hpp"

namespace entente {

/// Turns node objects of JSON-LD into quads: expansion (JSON-LD 1.1 API, 5.1) and deserialisation (8.1) in one. Keys without
/// an IRI are left out, as there. Fails with Error::Kind::value at the first thing that is not right, or that we do not read.
class JsonLdQuads {
 public:
  using Json = nlohmann::ordered_json;

  /// A node, or a list, as object, subject or graph.
  struct Resource {
    Resource() = default;
    Resource(TermKind of, std::string called) : kind(of), text(std::move(called)) {}

    TermKind kind = TermKind::iri;
    std::string text;
  };

  /// `blank_prefix` comes before all labels, `known` is the text of the context that may be named by its IRI.
  JsonLdQuads(std::string_view blank_prefix, std::string_view known, QuadStore& quads)
      : blank_prefix_(blank_prefix), known_(known), quads_(quads) {}

  /// Appends what `node` says in `graph`, which is empty for the default graph. Gives the node.
  Result<Resource> add_node(const Json& node, const JsonLdActiveContext& context, const Resource& graph) {
    return add_node(node, context, graph, Resource());
  }
  /// `called`: the node, where it has no "@id".
  Result<Resource> add_node(const Json& node, const JsonLdActiveContext& context, const Resource& graph, const Resource& called);
  /// The value of an "@id".
  Result<Resource> resource(std::string_view id, const JsonLdActiveContext& context);
  Resource anonymous();

 private:
  struct Place;  ///< where values go

  Result<Done> add_member(const std::string& key, const Json& value, const JsonLdActiveContext& context, const Place& place);
  Result<Done> add_types(const Json& types, const JsonLdActiveContext& context, const Place& place);
  Result<Done> add_reverse(const Json& map, const JsonLdActiveContext& context, const Place& place);
  Result<Done> add_property(const Json& value, const JsonLdTerm& term, const JsonLdActiveContext& context, const Place& place);
  Result<Done> add_language_map(const Json& map, const JsonLdActiveContext& context, const Place& place);
  Result<Done> add_value(const Json& value, const JsonLdTerm& term, const JsonLdActiveContext& context, const Place& place);
  Result<Done> add_object(const Json& object, const JsonLdTerm& term, const JsonLdActiveContext& context, const Place& place);
  Result<Done> add_value_object(const Json& object, const JsonLdActiveContext& context, const Place& place);
  Result<Done> add_list(const Json& items, const JsonLdTerm& term, const JsonLdActiveContext& context, const Place& place);
  Result<Done> add_scalar(const Json& value, const JsonLdTerm& term, const JsonLdActiveContext& context, const Place& place);
  Result<Done> add_tagged(const std::string& text, std::string language, const Place& place);
  Result<Done> add_typed(const Json& value, const std::string& datatype, const Place& place);
  Result<Done> add_resource(const Resource& object, const Place& place);
  void say(const TermView& object, const Place& place);

  std::string_view blank_prefix_;
  std::string_view known_;
  QuadStore& quads_;
  std::uint64_t anonymous_nodes_ = 0;
};

}  // namespace entente
