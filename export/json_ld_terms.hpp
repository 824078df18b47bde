#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "entente/export/quad.hpp"
#include "entente/export/quad_writer.hpp"
#include "json_ld_context.hpp"

namespace entente {

/// A member of node objects that values may stand in.
struct JsonLdSlot {
  std::string key;        ///< as JSON, with its colon
  bool is_array = false;  ///< even with one value
  bool is_map = false;    ///< by language
};

/// Says where and how the objects of a property are written: by a context, or expanded (JSON-LD 1.1 API, 5.1 and 6), where all
/// values are objects in arrays. Slots live as long as it does. The context must outlive it.
class JsonLdTerms {
 public:
  /// Null: expanded.
  JsonLdTerms(const JsonLdContext* context, const RdfWriterOptions& options);

  /// Appends a literal, or a reference to an IRI or blank node, as JSON; gives its slot.
  const JsonLdSlot& append_value(std::string_view predicate, const TermView& object, std::string& out);
  /// Where node objects are nested.
  const JsonLdSlot& node_slot(std::string_view predicate) { return *property(predicate).reference; }
  /// Where list objects stand.
  const JsonLdSlot& list_slot(std::string_view predicate) { return *property(predicate).bare; }
  /// A value for which no term speaks, as the items of lists are.
  void append_item(const TermView& object, std::string& out) const;
  /// The member "@id" with its value and colon.
  void append_id(const TermView& node, std::string& out) const;

 private:
  enum class ReferenceAs : std::uint8_t { object, id, vocabulary };

  /// The terms of a property, chosen once.
  struct Property {
    const JsonLdSlot* bare = nullptr;  ///< coerces nothing
    const JsonLdSlot* reference = nullptr;
    const JsonLdSlot* string = nullptr;   ///< null: `neutral`, as an object
    const JsonLdSlot* neutral = nullptr;  ///< takes value objects
    const JsonLdSlot* map = nullptr;      ///< by language; may be null
    std::vector<std::pair<std::string, const JsonLdSlot*>> languages;
    std::vector<std::pair<std::string, const JsonLdSlot*>> datatypes;
    ReferenceAs reference_as = ReferenceAs::object;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  const Property& property(std::string_view predicate);
  Property expanded_property(std::string_view predicate);
  Property compact_property(std::string_view predicate);
  void choose(const ContextTerm& term, Property& property);
  const JsonLdSlot* slot(const std::string& name, bool is_array, bool is_map);
  const JsonLdSlot& append_type(const TermView& object, std::string& out);
  const JsonLdSlot& append_reference(const Property& property, const TermView& object, std::string& out) const;
  const JsonLdSlot& append_literal(const Property& property, const TermView& literal, std::string& out) const;
  void append_value_object(const TermView& literal, std::string& out) const;
  void append_node_id(const TermView& node, std::string& out) const;
  [[nodiscard]] std::string vocabulary_name(std::string_view iri) const;

  void append_json_literal(const TermView& literal, std::string& out) const;
  [[nodiscard]] bool append_native(const TermView& literal, std::string& out) const;
  [[nodiscard]] bool append_directed(const TermView& literal, std::string& out) const;

  const JsonLdContext* context_;
  RdfWriterOptions options_;
  std::map<std::pair<std::string, int>, JsonLdSlot> slots_;
  std::unordered_map<std::string, Property, Hash, std::equal_to<>> properties_;
  const JsonLdSlot* type_;
  std::string id_key_;
};

}  // namespace entente
