#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../conversion_run.hpp"
#include "entente/export/graph_store.hpp"

namespace entente::cli {

struct PushOptions {
  std::vector<PlannedInput> inputs;
  std::string base;                   ///< against which relative IRIs are resolved; empty: none
  std::optional<std::string> target;  ///< IRI of the graph for statements outside named graphs; empty: the default graph
  GraphStoreOptions store;
  bool is_dry_run = false;
  bool shows_progress = true;
};

}  // namespace entente::cli
