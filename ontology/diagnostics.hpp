#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/ontology/result.hpp"
#include "graph.hpp"

namespace entente {

/// The mistakes found in a Graph's files, by the place of the term that is wrong.
class Diagnostics {
 public:
  /// A file that cannot be read at all; `error` already says where.
  void unreadable(std::uint32_t file, Error error);
  /// Bytes that are no Turtle; the reader stood before `place`. What follows in the file is unknown from here on.
  void syntax(Place place, std::string message);
  /// A statement that says something that cannot be; the place is that of `term`, its subject, predicate or object.
  void wrong(const Triple& statement, Node term, std::string message);
  void wrong(const Triple& statement, std::string message) { wrong(statement, statement.object, std::move(message)); }
  /// Something that the files ought to say and do not. Left out when a part of them could not be read: it may be there.
  void missing(const Triple& statement, Node term, std::string message);
  void missing(const Triple& statement, std::string message) { missing(statement, statement.object, std::move(message)); }

  [[nodiscard]] bool empty() const { return found_.empty(); }
  /// Appends the mistakes to `errors` in the order of the files, each only once.
  void write(const Graph& graph, std::vector<Error>& errors);

 private:
  enum class At : std::uint8_t { given, here, term_before, name_before };
  struct Found {
    Place place;
    At at = At::here;
    bool is_missing = false;
    Error error;
    std::string name;  ///< with At::name_before, the local name to look for
  };

  void add(const Triple& statement, Node term, bool is_missing, std::string message);
  [[nodiscard]] static std::size_t offset(const Found& found, std::string_view text);

  std::vector<Found> found_;
  bool is_incomplete_ = false;
};

}  // namespace entente
