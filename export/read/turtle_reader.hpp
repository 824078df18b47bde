#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "../quad_store.hpp"
#include "statement_reader.hpp"
#include "turtle_term_scanner.hpp"

namespace entente {

/// Reads Turtle and TriG (RDF 1.1), statement by statement. Brackets and parentheses may stand in each other as deep as memory
/// allows: what is open is kept in a list, not on the stack.
class TurtleReader final : StatementReader {
 public:
  TurtleReader(ByteSource& source, bool with_graphs, const QuadReaderOptions& options, QuadSink& sink);

  Result<ReadCount> read();

 private:
  /// A node of which something is being said.
  struct Open {
    enum class As : std::uint8_t { statement, brackets, list };
    As as = As::statement;
    bool is_subject = false;  ///< brackets or a list in the place of a subject
    bool has_item = false;    ///< of a list: its last cell has one
    TermKind kind = TermKind::iri;
    std::string subject;    ///< of a list: its last cell
    std::string predicate;  ///< of a list: its first cell
  };

  /// What may come next within a statement.
  enum class Next : std::uint8_t { predicate, predicate_or_end, object, after_object, list_item, nothing };

  // statement, directive (Turtle, 6.5); block, triplesOrGraph (TriG, 4)
  bool statement();
  bool keyword(bool& is_keyword);
  bool at_directive();
  bool prefix_directive();
  bool base_directive();
  bool full_stop();
  bool open_graph();
  bool graph_keyword();
  bool triples();
  bool anonymous_node_or_brackets(bool& is_whole_node);

  // predicateObjectList, objectList, blankNodePropertyList, collection
  bool predicates_and_objects(Next next);
  bool step(Next& next);
  bool read_predicate(Next& next);
  bool read_object(Next& next);
  bool read_after_object(Next& next);
  bool read_list_item(Next& next);
  bool open_brackets(Next& next);
  bool open_list(Next& next);
  bool close(Next& next);
  bool end_statement(Next& next);
  [[nodiscard]] bool is_at_end_of_statement() const;

  void value(const TermView& object);
  void say(TermKind kind, std::string_view subject, std::string_view predicate, const TermView& object);
  void open(Open::As as, bool is_subject, TermKind kind, std::string_view subject);
  Open& top() { return open_[depth_ - 1]; }
  [[nodiscard]] Next next_after_value() { return top().as == Open::As::list ? Next::list_item : Next::after_object; }

  void hand_on();
  void recover();

  bool with_graphs_;
  TurtleTermScanner terms_;
  std::vector<Open> open_;  ///< the first `depth_` are in use; the others keep their memory
  std::size_t depth_ = 0;
  bool is_in_graph_ = false;
  TermKind graph_kind_ = TermKind::iri;
  std::string graph_;  ///< empty: the default graph
  ReadTerm term_;
  QuadStore pending_;  ///< of the statement at hand, when mistakes are skipped
};

}  // namespace entente
