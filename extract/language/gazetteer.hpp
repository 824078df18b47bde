#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/ontology/ontology.hpp"

namespace entente {

/// A folded piece of a name: names are cut at spaces, hyphens and apostrophes, so that "Deir ez-Zor" and "Deir-ez-Zor"
/// are the same three pieces.
using PieceId = std::uint32_t;  // 0: occurs in no name

/// The names of all actors, as a trie over pieces.
class Gazetteer {
 public:
  struct Name {
    ActorId actor;
    LabelKind kind;
    std::uint64_t capitals;  ///< bit per piece: the label writes it with a capital, and so must the text; 0: a common noun
    bool after_article;      ///< the label's own article stands before it, maybe inside a preposition: "Monde" of "au Monde"
  };

  /// Makes room for so many labels.
  void reserve(std::size_t labels);
  /// Adds a label; cuts and folds it itself.
  void add(std::string_view label, LabelKind kind, ActorId actor, bool after_article = false);

  [[nodiscard]] PieceId piece(std::string_view folded) const;

  /// Walks from node to node; 0 is the root as argument and "no such node" as result.
  [[nodiscard]] std::uint32_t step(std::uint32_t node, PieceId piece) const;
  /// The names that end at a node.
  [[nodiscard]] std::span<const Name> names(std::uint32_t node) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  std::unordered_map<std::string, PieceId, Hash, std::equal_to<>> pieces_;
  std::unordered_map<std::uint64_t, std::uint32_t> steps_;
  std::vector<std::vector<Name>> names_ = std::vector<std::vector<Name>>(1);
  std::vector<std::string_view> cut_;  // kept for its memory
};

/// Cuts a name into its pieces: views into `name`, without the hyphens, apostrophes and spaces between them.
void cut_name(std::string_view name, std::vector<std::string_view>& out);

}  // namespace entente
