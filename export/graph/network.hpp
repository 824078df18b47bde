#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "day_runs.hpp"
#include "entente/ontology/result.hpp"

namespace entente {

/// What programs such as Gephi draw: nodes, directed edges between them, and a table of attributes for each. What the graph
/// means is not known here.

struct NetworkColumn {
  enum class Type : std::uint8_t { string, boolean, integer, decimal, date, strings };

  std::string
      id;  ///< lower case, and none of those that readers keep for themselves: id, label, source, target, type, kind, weight
  std::string title;  ///< for people; as distinct as the ids, also where case is not told apart
  Type type = Type::string;
};

struct Colour {
  int red = 0, green = 0, blue = 0;  ///< 0 to 255
};

/// What nodes and edges share. All is borrowed, for the length of a call.
struct NetworkItem {
  std::string_view id;
  std::string_view label;
  Colour colour;
  const DayRuns* days = nullptr;  ///< when it is there; null or empty: always
  /// One text per column, empty where there is no value; integers, decimals, booleans and dates in their canonical forms of XML
  /// Schema. The items of a list end in line feeds.
  std::vector<std::string> values;
};

struct NetworkNode : NetworkItem {
  std::string size;  ///< decimal, above zero
};

struct NetworkEdge : NetworkItem {
  std::string_view source, target;  ///< ids of nodes written before
  std::string_view kind;            ///< tells the edges between the same nodes apart
  std::uint64_t weight = 1;         ///< above zero
};

struct NetworkShape {
  std::string description;
  bool is_dynamic = false;  ///< whether any item has days
  std::vector<NetworkColumn> node_columns;
  std::vector<NetworkColumn> edge_columns;
};

/// Writes a network in one format: begin, then nodes, then edges, then finish.
class NetworkWriter {
 public:
  virtual ~NetworkWriter() = default;
  virtual void begin(const NetworkShape& shape) = 0;
  virtual void node(const NetworkNode& node) = 0;
  virtual void edge(const NetworkEdge& edge) = 0;
  /// Says whether all could be written.
  virtual Result<Done> finish() = 0;
};

/// Line feeds, carriage returns and tabs as spaces: tables have one line per item.
std::string on_one_line(std::string_view text);

/// The items of a value of Type::strings.
std::vector<std::string_view> list_items(std::string_view value);

/// A list as Gephi reads it: ["a, b", "c"]. Empty where there is no item.
std::string quoted_list(std::string_view value);

}  // namespace entente
