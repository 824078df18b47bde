#pragma once

#include <cstddef>
#include <set>

#include "entente/export/graph_spool.hpp"
#include "push_options.hpp"

namespace entente::cli {

/// What came of reading the inputs.
struct ReadInputs {
  bool all_are_right = true;
  /// Places in the spool of graphs that an input with mistakes has statements of: they are not whole.
  std::set<std::size_t> incomplete;
};

/// Reads each input to its end into `spool`, and tells the user what is wrong with it. Fails with Error::Kind::io where the
/// spool does, or the program's own data cannot be found.
Result<ReadInputs> read_push_inputs(const PushOptions& options, GraphSpool& spool);

}  // namespace entente::cli
