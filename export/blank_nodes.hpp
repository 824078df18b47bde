#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "quad_store.hpp"

namespace entente {

/// What is said of one subject in one graph.
struct SubjectInGraph {
  TermView subject;
  TermView graph;
  std::vector<std::size_t> statements;  ///< numbers in the store, in order of arrival
  /// Written at the one place that refers to it, without a label: in brackets, or as part of a list.
  bool is_inlined = false;
};

/// Decides which blank nodes of a whole dataset need no label. Such a node is the object of exactly one statement, is no graph,
/// is the subject of statements of no other graph than that one, and does not lead back to itself. A list, or the
/// end of one, needs no labels at all where each cell, besides, has one rdf:first and one rdf:rest and nothing else. The store
/// must outlive it and stay as it is.
class BlankNodes {
 public:
  /// Brackets deeper than this are not made: other readers overflow their stack.
  static constexpr int deepest = 16;

  enum class Inline : std::uint8_t { all, lists };  ///< which of them are to be written without labels

  explicit BlankNodes(const QuadStore& quads, Inline inlined = Inline::all);

  /// All subjects, graph by graph: the default graph first, the others and the subjects in order of arrival. A statement that
  /// comes twice is listed once.
  [[nodiscard]] std::span<const SubjectInGraph> subjects() const { return subjects_; }
  /// The subject that stands in place of `object`, a blank node, within `graph`; null where it is to be written by its label.
  /// One without statements gives `nothing_said()`.
  [[nodiscard]] const SubjectInGraph* inlined(const TermView& object) const;
  static const SubjectInGraph& nothing_said();
  /// The items of the list that begins with `cell`; empty where it is none, or its cells have labels.
  [[nodiscard]] std::vector<TermView> list_items(const SubjectInGraph& cell) const;
  /// Whether nothing refers to `subject`, so that it needs no label though it stands by itself.
  [[nodiscard]] bool is_unreferenced(const SubjectInGraph& subject) const;

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Blank {
    std::size_t references = 0;
    std::size_t subjects = 0;      ///< in how many graphs something is said of it
    std::size_t subject = none;    ///< the last of these
    std::size_t referrer = none;   ///< the subject of the statement that refers to it
    std::size_t referring = none;  ///< that statement
    bool is_graph = false;
    bool is_cell = false;  ///< of a list that needs no labels
    bool has_depth = false;
    int depth = 0;
  };

  void collect_subjects();
  void collect_references();
  void find_lists();
  bool ends_list(const Blank& blank) const;
  Blank* previous_cell(const Blank& cell);
  bool is_cell(const Blank& blank, std::size_t& first, std::size_t& rest) const;
  bool may_be_inlined(const Blank& blank) const;
  void decide(Blank& blank);
  bool continues_list(const Blank& node);
  const Blank* break_cycle(const Blank* top, std::vector<Blank*>& path);
  Blank* owner(const Blank& blank);

  const QuadStore& quads_;
  Inline inline_;
  std::vector<SubjectInGraph> subjects_;
  std::unordered_map<std::string_view, Blank> blanks_;
};

}  // namespace entente
